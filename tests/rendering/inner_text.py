"""``innerText`` of a page as a browser without stylesheets gives it, in small.

After the HTML Standard's rendered text collection steps: white space collapses over a run
of inline elements, blocks stand on their own lines, paragraphs between blank ones.
"""

import re
import warnings
from collections.abc import Iterator
from typing import Final

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import CData, NavigableString, PageElement, Tag

_BLOCKS: Final = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    optgroup option p pre search section summary table tbody tfoot thead tr ul
    """.split()
)
_SILENT: Final = frozenset(
    "audio canvas datalist head iframe img input link meta noscript object script style"
    " svg template textarea title video".split()
)
_PARAGRAPH: Final = 2
_BREAK: Final = "<br>"
_NONE = re.compile(r"display:\s*none")
_SPACES = re.compile(r"[ \t\n\r\f]+")


def inner_text(html: str, hidden: str | None = None) -> str:
    """Return the text that a browser gives of a page.

    Args:
        html: The page.
        hidden: A selector of what a stylesheet hides.
    """
    soup = parsed(html)
    for tag in soup.select(hidden) if hidden else ():
        tag.decompose()
    lines = [""]
    needed = 0
    for piece in _pieces(soup):
        if isinstance(piece, int):
            needed = max(needed, piece)
        elif piece is _BREAK:
            lines.append("")
        elif shown := _SPACES.sub(" ", piece):
            if needed and shown != " ":
                lines += [""] * (needed if any(lines) else 0)
                needed = 0
            if not needed:
                lines[-1] += shown.lstrip(" ") if lines[-1][-1:] in {"", " "} else shown
    return "\n".join(line.strip(" ") for line in lines)


def parsed(html: str) -> BeautifulSoup:
    """Parse a page; those of the layouts before 2019 begin with an XML declaration."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(html, "html.parser")


def _pieces(node: PageElement) -> Iterator[str | int]:
    """Yield text, line breaks, and how many line ends a block needs around it."""
    if isinstance(node, Tag):
        yield from _of_element(node)
    elif type(node) in {NavigableString, CData}:
        yield str(node)


def _of_element(tag: Tag) -> Iterator[str | int]:
    if tag.name in _SILENT or tag.has_attr("hidden") or _NONE.search(str(tag.get("style"))):
        return
    if tag.name == "br":
        yield _BREAK
    ends = _PARAGRAPH if tag.name == "p" else int(tag.name in _BLOCKS)
    if ends:
        yield ends
    for child in tag.children:
        yield from _pieces(child)
    if tag.name in {"td", "th"}:
        yield "\t"
    if ends:
        yield ends
