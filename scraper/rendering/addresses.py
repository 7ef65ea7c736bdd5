"""Text with the address of each link in parentheses behind it: ``PubMed (/90000001/)``."""

import re
from collections.abc import Iterator, Sequence

from scraper.rendering.doubt import DOUBT

_PATH = r"[^\s()]*(?:\([^\s()]*\)[^\s()]*)*"
_INNER = re.compile(
    rf" ?\((?:[/#?]{_PATH}|(?:https?:)?//(?:[\w-]+\.)*(?:nih\.gov|doi\.org)/{_PATH})\)"
)
_OUTER = re.compile(rf" ?(\(https?://{_PATH}\))")
_MANY = 10
_BEGINNINGS = ("/", "?", "#", "http")


def has_addresses(text: str) -> bool:
    """Tell whether the links of a page carry their addresses."""
    if sum(inside.startswith(_BEGINNINGS) for inside in text.split("(")[1:]) < _MANY:
        return False
    at = 0
    for _ in range(_MANY):
        found = _INNER.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


def logical(physical: Sequence[str]) -> Iterator[tuple[int, str]]:
    r"""Yield (position, text) of each line without the addresses of links.

    One of another site may be the author's own words: it is in doubt.

    >>> list(logical(["  \u2022 Adult (/?term=Adult)\n"]))
    [(0, '  • Adult\n')]
    """
    for at, line in enumerate(physical):
        text = _INNER.sub("", line) if "(" in line else line
        yield at, _OUTER.sub(rf"{DOUBT} \1", text) if "://" in text else text
