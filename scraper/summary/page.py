"""The page: a tally in words, numbers and charts."""

from collections import Counter
from typing import Final

from attrs import asdict, frozen

from scraper.encode import FIELDS
from scraper.summary.charts import ranking, timeline
from scraper.summary.line import Has
from scraper.summary.tally import Tally
from scraper.webpage import data, render

_KINDS: Final = {
    "article": "articles",
    "book": "books",
    "book_section": "sections of books",
    "listing": "listings",
    "listing_item": "entries of listings",
}


@frozen
class Coverage:
    """How many articles have a field, in percent of all."""

    name: str
    value: int
    none: int
    null: int

    @property
    def percent(self) -> int:
        """The share that holds a value, never 0 or 100 where that is not exact."""
        every = self.value + self.none + self.null
        share = round(100 * self.value / every)
        return min(max(share, int(self.value > 0)), 100 if self.value == every else 99)

    @property
    def told(self) -> float:
        """The share that holds a value or shows that there is none."""
        return round(100 * (1 - self.null / (self.value + self.none + self.null)), 1)


def page(tally: Tally, name: str) -> bytes:
    """Write the page as UTF-8.

    Args:
        tally: what the records hold.
        name: what to call them, such as the file's name.
    """
    table = tally.newest.table()
    return render(
        "summary",
        name=name,
        tally=tally,
        kinds=[(label, tally.kinds[kind]) for kind, label in _KINDS.items() if tally.kinds[kind]],
        charts=[
            timeline("Years", tally.years),
            ranking("Languages", tally.languages, top=7),
            ranking("Journals and books", tally.journals),
            ranking("Publication types", tally.types),
            ranking("MeSH headings", tally.mesh),
        ],
        coverage=[_coverage(name, tally.fields[name]) for name in FIELDS if name in tally.fields],
        shown=len(table.rows),
        rows=data(asdict(table)),
    )


def _coverage(name: str, has: Counter[Has]) -> Coverage:
    return Coverage(name, has["value"], has["none"], has["null"])
