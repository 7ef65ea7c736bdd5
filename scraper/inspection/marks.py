"""Which letters of a page which fields took, and which letters nobody did."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scraper.provenance import Place, Span
from scraper.provenance.rules import JOINED


class Mark(NamedTuple):
    """A run of letters, and the numbers of the fields that took it; none, and it is unread."""

    span: Span
    fields: tuple[int, ...]


class Marks:
    """The fields of a record, numbered, and the letters that they took."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.numbers = {path: number for number, path in enumerate(places)}
        spans = [
            (place, self.numbers[path])
            for path, place in places.items()
            if isinstance(place, Span) and not _is_joined(path, places)
        ]
        self._taken = list(_taken(spans))
        self._starts = [mark.span.start for mark in self._taken]

    def within(self, span: Span) -> Iterator[Mark]:
        """Yield what was taken of a span, in order, cut off at its ends."""
        for at in range(max(bisect_right(self._starts, span.start) - 1, 0), len(self._taken)):
            mark = self._taken[at]
            if mark.span.start >= span.end:
                return
            common = Span(max(mark.span.start, span.start), min(mark.span.end, span.end))
            if common.start < common.end:
                yield Mark(common, mark.fields)


def _is_joined(path: str, places: Mapping[str, Place]) -> bool:
    """Tell whether a text joins parts that are marked themselves."""
    before, _, key = path.rpartition(".")
    parts = JOINED.get(key)
    return parts is not None and f"{before}.{parts}[0].text".lstrip(".") in places


def _taken(spans: Sequence[tuple[Span, int]]) -> Iterator[Mark]:
    """Cut overlapping spans into runs, each with all fields that took it."""
    edges: dict[int, tuple[list[int], list[int]]] = {}
    for (start, end), number in spans:
        if end > start:
            edges.setdefault(start, ([], []))[0].append(number)
            edges.setdefault(end, ([], []))[1].append(number)
    active: set[int] = set()
    last = 0
    for at in sorted(edges):
        if active:
            yield Mark(Span(last, at), tuple(sorted(active)))
        begin, end_ = edges[at]
        active |= set(begin)
        active -= set(end_)
        last = at
