"""The parts of a page that hold the record, cut out before parsing.

About two thirds of a modern page are menus, dialogs and scripts around ``<main>``. Parsing
only the head, the list of full-text links and ``<main>`` without the doubled heading
gives the same record in a third of the time. Where there is any doubt (``<main`` inside
a comment or a script, no end or more than one) the answer is None and the whole page
gets parsed. Pages are UTF-8 here, as the parser takes them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from scraper.docsums import Docsum, usual_lists
from scraper.markup import is_markup_at

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


class Excerpt(NamedTuple):
    """What is left of a page to be parsed, and what was read without."""

    html: bytes
    lists: dict[str, list[Docsum]]
    """Lists of articles by the id of their element, which has one empty entry left."""


def excerpt(html: bytes) -> Excerpt | None:
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
    if not is_markup_at(html, (0, head, links, links_end, main, main + 1, short, rest)):
        return None
    lists = usual_lists(html, rest, end)
    taken = [(found.start, found.end) for found in lists.values()]
    cuts = sorted([*taken, *_menus(html, rest, end)])
    view = memoryview(html)
    kept = b"".join(
        (
            *(view[:head], b"</head><body>", view[links:links_end], b"</div>", view[main:short]),
            *(_left(view, rest, end, cuts)),
            b"</main>",
        )
    )
    return Excerpt(kept, {name: found.entries for name, found in lists.items()})


def without_menus(html: bytes) -> bytes:
    """Return a modern page without the menus behind its terms.

    ``Actions``, ``Search in PubMed`` and so on take a third of the main part of a page with
    MeSH terms, and are no part of any value. Only what holds nothing but a title and a list
    of links is a menu.
    """
    return b"".join(_left(memoryview(html), 0, len(html), _menus(html, 0, len(html))))


def _menus(html: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Tell where menus begin and end."""
    at = html.find(_MENU_ID, start, end)
    while at >= 0:
        at += len(_BUTTON_END)
        if menu := _MENU.match(html, at, end):
            yield menu.span()
            at = menu.end()
        at = html.find(_MENU_ID, at, end)


def _left(
    view: memoryview, start: int, end: int, cuts: Iterable[tuple[int, int]]
) -> Iterator[memoryview]:
    """Yield what is left of a stretch without its cuts, which are in order."""
    for cut_start, cut_end in cuts:
        yield view[start:cut_start]
        start = cut_end
    yield view[start:end]


def report_excerpt(html: bytes) -> bytes | None:
    """Return head, report and side column of a legacy page, or None in doubt."""
    report = html.find(_REPORT)
    head = html.find(b"</head>", 0, max(report, 0))
    if min(report, head) < 0 or html.rfind(_REPORT) != report:
        return None
    footer = html.find(_FOOTER, report)
    if not is_markup_at(html, (head, report)):
        return None
    rest = html[report:footer] if footer >= 0 else html[report:]
    return b"".join((html[:head], b"</head><body>", rest))


def _stretch(html: bytes, opener: bytes, closer: bytes, start: int, end: int) -> tuple[int, int]:
    """Return where a stretch begins, and the place before its end; -1 where either is missing."""
    begins = html.find(opener, start, end)
    ends = html.find(closer, begins, end) if begins >= 0 else -1
    return (begins, ends) if ends >= 0 else (-1, -1)
