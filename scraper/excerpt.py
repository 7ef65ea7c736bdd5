"""The parts of a page that hold the record, cut out before parsing.

About two thirds of a modern page are menus, dialogs and scripts around ``<main>``. Parsing
only the head, the list of full-text links and ``<main>`` without the doubled heading
gives the same record in a third of the time. Where there is any doubt (``<main`` inside
a comment or a script, no end or more than one) the answer is None and the whole page
gets parsed. Pages are UTF-8 here, as the parser takes them.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

_MAIN: Final = b'<main class="article-details" id="article-details"'
_FULL_TEXT: Final = b'<div class="full-text-links-list">'
_SHORT_VIEW: Final = b'<div class="short-view" id="short-view-heading">'
_BUTTON_END: Final = b"</button>"
_MENU_ID: Final = b'</button><div id="keyword-actions-'
_MENU: Final = re.compile(
    rb"<div [^<]*<div [^<]*</div>\s*<div [^<]*<ul [^<]*(?:<li>\s*<a [^<]*</a>\s*</li>\s*)*+"
    rb"</ul>\s*</div>\s*</div>"
)
_REPORT: Final = b'<div class="rprt_all">'
_FOOTER: Final = b'<div id="NCBIFooter_dynamic">'
_APART: Final = re.compile(
    rb"<[!imnpstxIMNPSTX](?:--|(?:[aA](?i:ble|in|th)|[cC](?i:ript)|[eE](?i:lect|mplate|xtarea)"
    rb"|[fF](?i:rame)|[iI](?i:tle)|[lL](?i:aintext)|[mM](?i:p)|[oO](?i:script)|[tT](?i:yle)"
    rb"|[vV](?i:g))\b)"
)
"""Openers of what takes tags for text or in another way, and of another ``main``.

The first two letters, each in a set of its own, pass over nearly all other tags at once:
table main math, script, select template textarea, iframe, title, plaintext, xmp, noscript,
style, svg.
"""


def excerpt(html: bytes) -> bytes | None:
    """Return head, full-text links and main part of a modern page, or None in doubt."""
    main = html.find(_MAIN)
    head = html.find(b"</head>", 0, max(main, 0))
    end = html.rfind(b"</main", max(main, 0)) if head >= 0 else -1
    if end < 0 or not html.startswith(b"</main>", end):
        return None
    links, links_end = _stretch(html, _FULL_TEXT, b"</div>", head, main)
    if links < 0:
        links = links_end = head
    short, rest = _stretch(html, _SHORT_VIEW, b"</header>", main, end)  # never read
    if short < 0:
        short = rest = end
    if not _is_markup_at(html, (0, head, links, links_end, main, main + 1, short, rest)):
        return None
    return b"".join(
        (
            *(html[:head], b"</head><body>", html[links:links_end], b"</div>"),
            *(html[main:short], without_menus(html, rest, end), b"</main>"),
        )
    )


def without_menus(html: bytes, start: int = 0, end: int | None = None) -> bytes:
    """Return a stretch of a modern page without the menus behind its terms.

    ``Actions``, ``Search in PubMed`` and so on take a third of the main part of a page with
    MeSH terms, and are no part of any value. Only what holds nothing but a title and a list
    of links is a menu.
    """
    end = len(html) if end is None else end
    parts = []
    at = html.find(_MENU_ID, start, end)
    while at >= 0:
        at += len(_BUTTON_END)
        if menu := _MENU.match(html, at, end):
            parts.append(html[start:at])
            start = at = menu.end()
        at = html.find(_MENU_ID, at, end)
    return b"".join((*parts, html[start:end]))


def report_excerpt(html: bytes) -> bytes | None:
    """Return head, report and side column of a legacy page, or None in doubt."""
    report = html.find(_REPORT)
    head = html.find(b"</head>", 0, max(report, 0))
    if min(report, head) < 0 or html.rfind(_REPORT) != report:
        return None
    footer = html.find(_FOOTER, report)
    if not _is_markup_at(html, (head, report)):
        return None
    rest = html[report:footer] if footer >= 0 else html[report:]
    return b"".join((html[:head], b"</head><body>", rest))


def _stretch(html: bytes, opener: bytes, closer: bytes, start: int, end: int) -> tuple[int, int]:
    """Return where a stretch begins, and the place before its end; -1 where either is missing."""
    begins = html.find(opener, start, end)
    ends = html.find(closer, begins, end) if begins >= 0 else -1
    return (begins, ends) if ends >= 0 else (-1, -1)


def _is_markup_at(html: bytes, places: Iterable[int]) -> bool:
    """Tell whether the parser is in plain markup at some places: no comment or script is open."""
    return all(_is_markup(html, start, end) for start, end in pairwise(places))


def _is_markup(html: bytes, start: int, end: int) -> bool:
    """Tell whether a stretch that begins in plain markup leaves the parser there."""
    while found := _APART.search(html, start, end):
        if found[0] == b"<!--":
            start = html.find(b"-->", found.end() - 2, end)  # <!--> is one, too
        else:
            start = html.find(b"</" + found[0][1:], found.end(), end)
        if start < 0:
            return False
    return True
