"""Markup that no page of PubMed has and that would overload the parser: told before parsing.

lexbor takes quadratic time for elements that are nested very deep, formatting elements that
are never closed, and thousands of attributes in one tag: 80 KB can take 14 s and 5 GB. The
deepest real page nests 62 elements, and leaves one formatting element open.

A page is only sampled, which takes some microseconds: what nests thousands deep has stretches
without an end tag, and what has thousands of attributes one without ``>``. Where such a
stretch is found the page is looked at more closely. Whoever mixes end tags in gets past this;
the limits of the process are for them.
"""

import re
from collections import Counter
from typing import Final

from scraper.errors import ParserLimit

_STEP: Final = 2**13
_DENSE: Final = 32
"""Tags in a step without an end tag that make a page suspicious; real pages have no such step."""
_DEEPEST: Final = 1000
"""Elements that may be open at a time."""
_MOST_ATTRIBUTES: Final = 1000
_SEEN: Final = 2**18
"""Bytes that are looked at in full."""
_TAG: Final = re.compile(rb"<(?:!--|(?P<end>/?)(?P<name>[a-z][^\s/>]*))", re.IGNORECASE)
_COMMENT_MAY_END: Final = len("--")
_RAW: Final = frozenset(b"script style textarea title xmp iframe noembed noframes noscript".split())
"""Elements whose content is text."""
_CLOSED: Final = frozenset(
    b"area base br col embed hr img input link meta param source track wbr"
    b" p li dd dt tr td th thead tbody tfoot colgroup rp rt".split()
)
"""Elements without an end, or whose end is left out."""
_QUOTED: Final = re.compile(rb"\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)")


def check(html: bytes) -> None:
    """Refuse markup that would overload the parser.

    Raises:
        ParserLimit: The page nests too deep, or a tag has too many attributes.
    """
    for at in range(0, len(html), _STEP):
        if html.find(b"</", at, at + _STEP) < 0:
            if html.find(b">", at, at + _STEP) < 0:
                _check_attributes(html, at)
            elif html.count(b"<", at, at + _STEP) > _DENSE:
                _check_depth(html[at : at + _SEEN])
                return


def _check_attributes(html: bytes, at: int) -> None:
    """Count the attributes of the tag that begins shortly before a place, if one does."""
    start = html.rfind(b"<", max(0, at - _STEP), at)
    begins = html[start + 1 : start + 2].isalpha() and html.find(b">", start, at) < 0
    if start >= 0 and begins:
        tag = _QUOTED.sub(b"", html[start : start + _SEEN])
        if len(tag.partition(b">")[0].split()) > _MOST_ATTRIBUTES:
            raise ParserLimit(limit="structure")


def _check_depth(html: bytes) -> None:
    """Count the elements that are open, as far as tags tell."""
    unclosed: Counter[bytes] = Counter()
    depth = place = 0
    lower = html.lower()
    while place >= 0 and (found := _TAG.search(html, place)):
        place = found.end()
        name = (found["name"] or b"").lower()
        if not name:
            place = html.find(b"-->", place - _COMMENT_MAY_END)
        elif name in _RAW:
            place = place if found["end"] else lower.find(b"</" + name, place)
        elif found["end"]:
            depth -= unclosed[name] > 0
            unclosed[name] = max(0, unclosed[name] - 1)
        elif name not in _CLOSED:
            unclosed[name] += 1
            depth += 1
            if depth > _DEEPEST:
                raise ParserLimit(limit="structure")
