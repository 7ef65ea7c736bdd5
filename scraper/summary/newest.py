"""The rows of the table: of all articles the newest that fit into a page."""

import heapq
from collections.abc import Iterator
from typing import Final

import msgspec
from attrs import define, field

from scraper.printable import cut
from scraper.summary.line import Line

ROWS: Final = 30_000
"""The most rows that are kept."""
BYTES: Final = 2_500_000
"""The most bytes of JSON that the rows of a page may take."""

_LONGEST: Final = 160

Row = tuple[str, str, int, int, int, int]
"""PMID (or DOI, or nothing), title, year (or 0), place of journal and type in the lists of
names, 1 for a retracted article."""


@define
class Table:
    """The rows of a page, newest first, and the names that they point to."""

    rows: list[Row]
    journals: list[str]
    types: list[str]


@define
class Newest:
    """Keeps the newest articles; of one year those that came first."""

    rows: int = ROWS
    size: int = BYTES
    count: int = 0
    """How many articles came."""
    _heap: list[tuple[int, int, str, str, str, str, int]] = field(factory=list, init=False)

    def take(self, line: Line) -> None:
        """Keep a line as long as it is among the newest."""
        self.count += 1
        row = (
            line.year or 0,
            -self.count,
            line.pmid or line.doi or "",
            cut(line.title or "", _LONGEST),
            cut(line.where or "", _LONGEST),
            _type(line),
            int(line.retracted is True),
        )
        keep = heapq.heappush if len(self._heap) < self.rows else heapq.heappushpop
        keep(self._heap, row)

    def table(self) -> Table:
        """Return the rows that fit."""
        journals: dict[str, int] = {}
        types: dict[str, int] = {}
        rows = list(self._fitting(journals, types))
        return Table(rows, list(journals), list(types))

    def _fitting(self, journals: dict[str, int], types: dict[str, int]) -> Iterator[Row]:
        left = self.size
        for year, _, name, title, where, type_, retracted in sorted(self._heap, reverse=True):
            new = [
                value for value, known in ((where, journals), (type_, types)) if value not in known
            ]
            journal = journals.setdefault(where, len(journals))
            row = (name, title, year, journal, types.setdefault(type_, len(types)), retracted)
            left -= len(msgspec.json.encode((row, new)))
            if left < 0:
                return
            yield row


def _type(line: Line) -> str:
    """Return the first type that says something, of a book its kind."""
    if line.publication_types:
        return cut(line.publication_types[0], _LONGEST)
    return "" if line.kind == "article" else line.kind.replace("_", " ")
