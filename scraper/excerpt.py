"""The parts of a page that hold the record, cut out before parsing.

About two thirds of a modern page are menus, dialogs and scripts around ``<main>``. Parsing
only the head, the list of full-text links and ``<main>`` without the doubled heading
gives the same record in a third of the time. Where there is any doubt (``<main`` inside
a comment or a script, no end or more than one) the answer is None and the whole page
gets parsed.
"""

from typing import Final

_FULL_TEXT: Final = '<div class="full-text-links-list">'
_SHORT_VIEW: Final = '<div class="short-view" id="short-view-heading">'
_REPORT: Final = '<div class="rprt_all">'
_FOOTER: Final = '<div id="NCBIFooter_dynamic">'
_RAW_TEXT: Final = (
    ("<!--", "-->"),
    ("<script", "</script"),
    ("<style", "</style"),
    ("<textarea", "</textarea"),
    ("<template", "</template"),
    ("<noscript", "</noscript"),
)
"""Openers of stretches in which ``<main`` would not be an element, and their ends."""


def excerpt(html: str) -> str | None:
    """Return head, full-text links and main part of a modern page, or None in doubt."""
    main = html.find("<main ")
    end = html.find("</main>", main)
    head = html.find("</head>", 0, max(main, 0))
    if min(main, end, head) < 0 or html.rfind("</main") != end:
        return None
    links = html.find(_FULL_TEXT, head, main)
    links_end = html.find("</div>", links, main) if links >= 0 else head
    if links < 0:
        links = links_end = head
    if not (_is_markup(html, head, links) and _is_markup(html, links_end, main)):
        return None
    short = html.find(_SHORT_VIEW, main, end)  # the heading once more, never read
    rest = html.find("</header>", short, end) if short >= 0 else -1
    if rest < 0 or not _is_markup(html, short, rest):
        short = rest = end
    return (
        f"{html[:head]}</head><body>{html[links:links_end]}</div>"
        f"{html[main:short]}{html[rest:end]}</main>"
    )


def report_excerpt(html: str) -> str | None:
    """Return head, report and side column of a legacy page, or None in doubt."""
    report = html.find(_REPORT)
    head = html.find("</head>", 0, max(report, 0))
    if min(report, head) < 0 or html.rfind(_REPORT) != report:
        return None
    footer = html.find(_FOOTER, report)
    if not _is_markup(html, head, report):
        return None
    return f"{html[:head]}</head><body>{html[report:footer] if footer >= 0 else html[report:]}"


def _is_markup(html: str, start: int, end: int) -> bool:
    """Tell whether a gap leaves the parser in plain markup: no comment or script is open."""
    for opener, closer in _RAW_TEXT:
        last = html.rfind(opener, start, end)
        if last >= 0 and html.find(closer, last, end) < 0:
            return False
    return True
