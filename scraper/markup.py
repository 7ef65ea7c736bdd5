"""Where in a page the parser is in plain markup, told without parsing: no comment, no script.

What is found in the bytes of a page by its letters is the element that it looks like only there.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

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


def is_markup_at(html: bytes, places: Iterable[int]) -> bool:
    """Tell whether the parser is in plain markup at some places: no comment or script is open."""
    return all(is_markup(html, start, end) for start, end in pairwise(places))


def is_markup(html: bytes, start: int, end: int) -> bool:
    """Tell whether a stretch that begins in plain markup leaves the parser there."""
    while found := _APART.search(html, start, end):
        if found[0] == b"<!--":
            start = html.find(b"-->", found.end() - 2, end)  # <!--> is one, too
        else:
            start = html.find(b"</" + found[0][1:], found.end(), end)
        if start < 0:
            return False
    return True
