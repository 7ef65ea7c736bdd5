"""Lines: the atoms of a text rendering.

A line keeps its raw form, byte for byte, beside what a reader sees of it. Nothing
here knows what a line means.
"""

import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final, NamedTuple

from scraper.normalize import squash
from scraper.rendering.doubt import DOUBT

_BULLETS: Final = "•‣◦●▪□"
_BULLET = re.compile(rf"[{_BULLETS}]\s*|-\s{{3}}|\s+[*+]\s+")
_MAY_BE_BULLETS: Final = frozenset(f"{_BULLETS}-*+")
_BLANK: Final = frozenset({"\n", "\r\n", "\r"})
"""Most blank lines."""
_LEADING: Final = f" {DOUBT}"
_AFTER_DASH: Final = frozenset({"PMC", "PubMed", "DOI"})
"""The labels of links, which a dash parts from a reference."""


class Line(NamedTuple):
    """One line that is not blank."""

    text: str
    """What a reader sees, squashed, without a list's bullet."""
    at: int
    """The position among all physical lines."""
    gap: bool
    """True where a blank line (or the text's beginning) precedes."""
    indent: int
    """How many white-space characters the line begins with."""
    bullet: bool
    """True where the line begins an item of a list."""
    joint: str | None = None
    """What parts the line from the one before, where it is known to go on that."""


def physical(text: str) -> list[str]:
    r"""Part a text at ``\n``, ``\r\n`` or ``\r`` only; the ends stay on.

    >>> physical("a\r\nb\rc")
    ['a\r\n', 'b\r', 'c']
    """
    return list(StringIO(text, newline=""))


def visible(numbered: Iterable[tuple[int, str]], *, dashes: bool = True) -> Iterator[Line]:
    r"""Yield the lines that are not blank.

    A dash alone is a bullet, whose item begins in a line below; unless ``dashes``, only one
    with a space behind it is.

    >>> [(line.text, line.gap, line.bullet) for line in visible(enumerate(["a", "", "  • b"]))]
    [('a', True, False), ('b', True, True)]
    """
    gap = True
    alone: tuple[int, int] | None = None
    for at, printed in numbered:
        if printed in _BLANK:
            gap = True
            continue
        shown = printed.lstrip("\ufeff\u200b")
        text = squash(shown)
        if not text:
            gap = True
            continue
        indent = len(shown) - len(shown.lstrip())
        bullet = None
        if (first := shown[indent]) in _MAY_BE_BULLETS:
            bullet = _BULLET.match(shown, 0 if first in "*+" else indent)
        content = squash(shown[bullet.end() :]) if bullet else text
        is_dash = text == "-" and (dashes or printed.strip("\r\n").endswith(" "))
        if not content or is_dash:
            gap, alone = True, (at, indent)
            continue
        if alone is not None and content in _AFTER_DASH:
            yield Line("-", alone[0], gap, 0, bullet=False)
            alone = None
        begins = bullet is not None or (alone is not None and alone[1] <= indent)
        yield Line(content, at, gap, indent, begins)
        gap, alone = False, None


def paragraphs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Group lines that no blank line parts."""
    block: list[Line] = []
    for line in lines:
        if line.gap and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def joined(lines: Iterable[Line]) -> str:
    """Return the lines' text as one."""
    text = "".join([f" {x.text}" if x.joint is None else x.joint + x.text for x in lines])
    return text.lstrip(_LEADING)
