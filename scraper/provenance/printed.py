"""What a page prints, without its white space: where the values of a record are looked for.

White space differs between a page and its record (line ends, blocks, ``<br>``), so that none
is compared; case neither, which ``PMC`` ids lose in some pages. A value begins and ends where
a word does.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from scraper.normalize import squash

_T = TypeVar("_T")


class Span(NamedTuple):
    """A part of what is printed, by the positions of its letters."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Tell whether another span lies in this one."""
        return self.start <= other.start and other.end <= self.end


def squeezed(text: str) -> str:
    """Drop white space and case; each letter stays one.

    >>> squeezed(" Comment In ")
    'commentin'
    """
    text = "".join(squash(text).split())
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


class Printed(Generic[_T]):
    """Texts in page order, each from an atom: a text node, or a line."""

    def __init__(self) -> None:
        self.atoms: list[_T] = []
        self.starts: list[int] = []
        self.size = 0
        self._parts: list[str] = []
        self._gaps: set[int] = {0}

    def add(self, atom: _T, text: str) -> Span:
        """Append an atom's text; a word may begin or end at its ends."""
        start = self.size
        self.atoms.append(atom)
        self.starts.append(start)
        for word in squash(text).split():
            letters = squeezed(word)
            self._parts.append(letters)
            self.size += len(letters)
            self._gaps.add(self.size)
        return Span(start, self.size)

    @cached_property
    def text(self) -> str:
        """All that is printed; nothing can be added after it was asked for."""
        return "".join(self._parts)

    def find(self, wanted: str, within: Span) -> Span | None:
        """Return where squeezed words stand first, as whole words."""
        at = self.text.find(wanted, *within)
        while at >= 0:
            if self._is_edge(at) and self._is_edge(at + len(wanted)):
                return Span(at, at + len(wanted))
            at = self.text.find(wanted, at + 1, within.end)
        return None

    def find_last(self, wanted: str, end: int) -> Span | None:
        """Return where squeezed words stand last before a position, as whole words."""
        at = self.text.rfind(wanted, 0, end)
        while at >= 0:
            if self._is_edge(at) and self._is_edge(at + len(wanted)):
                return Span(at, at + len(wanted))
            at = self.text.rfind(wanted, 0, at + len(wanted) - 1)
        return None

    def _is_edge(self, at: int) -> bool:
        """Tell whether no word goes on here."""
        return at in self._gaps or not self.text[at - 1 : at + 1].isalnum()

    def within(self, span: Span) -> Iterator[tuple[_T, Span]]:
        """Yield the atoms that print a span, each with all that it prints."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        for at in range(first, len(self.atoms)):
            start = self.starts[at]
            if start >= span.end:
                return
            end = self.starts[at + 1] if at + 1 < len(self.starts) else self.size
            if end > span.start:
                yield self.atoms[at], Span(start, end)
