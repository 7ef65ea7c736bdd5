"""The list of a job: each PMID once, in the order of the list, with its state."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final, Literal

from attrs import frozen

from scraper.crawler.database import Database, Row

State = Literal["pending", "done", "gone", "merged", "blocked", "failed"]

_BATCH: Final = 10_000
_SELECT: Final = (
    "SELECT position, pmid, state, merged_into, code, message, attempts, good_at, refetch, "
    "reread, next_at FROM item "
)
_INSERT: Final = "INSERT OR IGNORE INTO item (pmid) VALUES (?)"
_AGAIN: Final = "UPDATE item SET state = 'pending', attempts = 0, next_at = 0, good_at = NULL"


@frozen
class Item:
    """A PMID of the list; the columns of its row."""

    position: int
    pmid: str
    state: State
    merged_into: str | None
    """The PMID whose page came in its place."""
    code: str | None
    """What went wrong last."""
    message: str | None
    attempts: int
    """Faults of this PMID's own so far."""
    good_at: int | None
    """How many good pages the job had when the last fault came for the first time."""
    refetch: bool
    """The page that is kept is too old."""
    reread: bool
    """Its listings changed while they were read."""
    next_at: float = 0.0
    """Not before, seconds since 1970."""

    @property
    def target(self) -> str:
        """The PMID whose page stands for this one."""
        return self.merged_into or self.pmid


def _nobody(_item: Item, _values: Mapping[str, Any]) -> None:
    """Tell nobody of a change."""


class Items:
    """The table ``item``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.on_update: Callable[[Item, Mapping[str, Any]], None] = _nobody
        """Told of every change of an item, with the columns that are written."""

    def add(self, pmids: Iterable[str]) -> int:
        """Add the PMIDs that are not yet there behind the list; return how many were new."""
        numbers, new = ((int(pmid),) for pmid in pmids), 0
        while batch := list(islice(numbers, _BATCH)):
            with self._database.transaction():
                new += self._database.run_all(_INSERT, batch)
        return new

    def __iter__(self) -> Iterator[Item]:
        """Yield all items, in order."""
        yield from map(_item, self._database.rows(f"{_SELECT}ORDER BY position"))

    def __len__(self) -> int:
        row = self._database.row("SELECT count(*) FROM item")
        return int(row[0]) if row else 0

    def counts(self) -> dict[State, int]:
        """Return how many PMIDs are in each state that occurs."""
        return dict(self._database.rows("SELECT state, count(*) FROM item GROUP BY state"))

    def waiting(self, now: float, longest: float) -> Item | None:
        """Return the first pending item whose time has come.

        A time that is further away than ``longest`` seconds comes of a clock that has jumped.
        """
        where = "WHERE state = 'pending' AND (next_at <= ? OR next_at > ?) ORDER BY position"
        return self._first(where, now, now + longest)

    def next_time(self) -> float | None:
        """Return when the next pending item may be tried; None where none is pending."""
        row = self._database.row("SELECT min(next_at) FROM item WHERE state = 'pending'")
        return None if row is None else row[0]

    def settled(self, after: int) -> Iterator[Item]:
        """Yield the items behind a position, in order, up to the first that is pending."""
        while (item := self._first("WHERE position > ? ORDER BY position", after)) is not None:
            if item.state == "pending":
                return
            yield item
            after = item.position

    def is_first(self, item: Item) -> bool:
        """Tell whether no item before this one has the same page."""
        target = int(item.target)
        done = self._first(
            "WHERE position < ? AND pmid = ? AND state = 'done'", item.position, target
        )
        merged = self._first("WHERE position < ? AND merged_into = ?", item.position, target)
        return done is None and merged is None

    def update(self, item: Item, **values: object) -> None:
        """Write columns of an item."""
        names = ", ".join(f"{name} = ?" for name in values)
        statement = f"UPDATE item SET {names} WHERE position = ?"  # noqa: S608 - columns
        self._database.run(statement, *values.values(), item.position)
        self.on_update(item, values)

    def to_fetch(self, before: float) -> int:
        """Return for how many PMIDs the article's page is not there or came before a time."""
        page = "SELECT 1 FROM page WHERE pmid = coalesce(merged_into, item.pmid) AND kind = ?"
        without = f"state = 'pending' AND (refetch OR NOT EXISTS ({page}))"
        with_old = f"state IN ('done', 'merged') AND EXISTS ({page} AND fetched_at < ?)"
        statement = f"SELECT count(*) FROM item WHERE ({without}) OR ({with_old})"  # noqa: S608
        row = self._database.row(statement, "article", "article", before)
        return int(row[0]) if row else 0

    def mark_old(self, before: float) -> int:
        """Have the articles fetched again that were fetched before a time; return how many."""
        old = "SELECT pmid FROM page WHERE kind = 'article' AND fetched_at < ?"
        where = f"state IN ('done', 'merged') AND coalesce(merged_into, pmid) IN ({old})"
        return self._database.run(f"{_AGAIN}, refetch = 1 WHERE {where}", before)

    def try_again(self, state: State) -> int:
        """Make the items of a state pending, with the listings given up; return how many."""
        theirs = "SELECT coalesce(merged_into, pmid) FROM item WHERE state = ?"
        self._database.run(f"DELETE FROM gap WHERE pmid IN ({theirs})", state)  # noqa: S608 - ours
        return self._database.run(f"{_AGAIN} WHERE state = ?", state)

    def last_errors(self, limit: int) -> list[Item]:
        """Return the last items of the list that have no page because something went wrong."""
        where = "WHERE code IS NOT NULL AND state <> 'done' ORDER BY position DESC LIMIT ?"
        rows = self._database.rows(_SELECT + where, limit)
        return [_item(row) for row in rows][::-1]

    def _first(self, where: str, *values: object) -> Item | None:
        row = self._database.row(f"{_SELECT}{where} LIMIT 1", *values)
        return None if row is None else _item(row)


def _item(row: Row) -> Item:
    position, pmid, state, merged, code, message, attempts, good_at, refetch, reread, next_at = row
    into = None if merged is None else str(merged)
    return Item(
        position,
        str(pmid),
        state,
        into,
        code,
        message,
        attempts,
        good_at,
        bool(refetch),
        bool(reread),
        next_at,
    )
