"""Lines: the atoms of a text rendering.

A line keeps its raw form, byte for byte, beside what a reader sees of it. Nothing
here knows what a line means.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scraper.normalize import squash
from scraper.rendering.markdown import is_markdown, logical

_PHYSICAL = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BULLET = re.compile(r"[•‣◦●▪]\s*|\s+[*+]\s+")


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


def physical(text: str) -> list[str]:
    r"""Part a text at ``\n``, ``\r\n`` or ``\r`` only; the ends stay on.

    >>> physical("a\r\nb\rc")
    ['a\r\n', 'b\r', 'c']
    """
    return _PHYSICAL.findall(text)


def read_lines(physical_lines: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines that are not blank; Markdown is read as what it stands for."""
    if is_markdown("".join(physical_lines)):
        return tuple(visible(logical(physical_lines)))
    return tuple(visible(enumerate(physical_lines)))


def visible(numbered: Iterable[tuple[int, str]]) -> Iterator[Line]:
    r"""Yield the lines that are not blank.

    >>> [(line.text, line.gap, line.bullet) for line in read_lines(["a\n", "\n", "  • b"])]
    [('a', True, False), ('b', True, True)]
    """
    gap = True
    for at, printed in numbered:
        shown = printed.lstrip("\ufeff\u200b")
        text = squash(shown)
        if text:
            indent = len(shown) - len(shown.lstrip())
            bullet = _BULLET.match(shown, 0 if shown[indent] in "*+" else indent)
            content = squash(shown[bullet.end() :]) if bullet else text
            if content:
                yield Line(content, at, gap, indent, bullet is not None)
                gap = False
                continue
        gap = True


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
    return " ".join(line.text for line in lines)
