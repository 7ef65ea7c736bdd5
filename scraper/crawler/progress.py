"""How far a crawl is: what ``status`` and the progress line tell."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

import attrs
from attrs import frozen

from scraper.crawler.items import Item, State
from scraper.crawler.job import Job
from scraper.crawler.options import PUBMED, RATE

STATES: Final[tuple[State, ...]] = ("done", "merged", "gone", "blocked", "failed", "pending")
_TOLD: Final = 5
"""How many of the last errors are told."""
_TOLD_OF: Final = ("state", "code", "message", "next_at")
_LAST: Final = datetime.max.replace(tzinfo=UTC).timestamp() - 1


@frozen(kw_only=True)
class Trouble:
    """What went wrong with a PMID last."""

    pmid: str
    state: State
    code: str
    message: str
    next_at: datetime | None = None
    """When it is tried again."""


@frozen(kw_only=True)
class Progress:
    """How far a job is."""

    counts: Mapping[State, int]
    """How many PMIDs are in each state."""
    requests: int | None = None
    """How many requests this run has made, redirects not counted."""
    rate: float | None = None
    """Requests a second over this run."""
    seconds_left: float | None = None
    next_at: datetime | None = None
    """When the next request is made, where that is not at once."""
    reason: str | None = None
    """Why not at once."""
    last_errors: tuple[Trouble, ...] = ()

    @property
    def total(self) -> int:
        """How many PMIDs the list has."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """How many gave a page."""
        return self.counts["done"] + self.counts["merged"]

    @property
    def waiting(self) -> int:
        """How many are still to be asked for."""
        return self.counts["pending"]

    @property
    def failed(self) -> int:
        """How many ended without a page."""
        return self.total - self.done - self.waiting


class Ledger:
    """States counted and troubles noted as they come, so that no large job has to be searched."""

    def __init__(self, job: Job) -> None:
        """Begin with how the job is, and keep up with it."""
        self.counts: dict[State, int] = dict.fromkeys(STATES, 0) | job.items.counts()
        self._troubles = {trouble.pmid: trouble for trouble in _troubles(job)}
        job.items.on_update = self._updated

    def _updated(self, item: Item, values: Mapping[str, Any]) -> None:
        new = attrs.evolve(item, **{name: values[name] for name in _TOLD_OF if name in values})
        self.counts[item.state] -= 1
        self.counts[new.state] += 1
        self._troubles.pop(item.pmid, None)
        if new.code:
            self._troubles[item.pmid] = _trouble(new)
        while len(self._troubles) > _TOLD:
            del self._troubles[next(iter(self._troubles))]

    @property
    def last_errors(self) -> tuple[Trouble, ...]:
        """The last troubles, the latest at the end."""
        return tuple(self._troubles.values())


def resting(job: Job, now: float) -> Progress:
    """Return how far a job is that nobody works on.

    Args:
        job: the job.
        now: seconds since 1970.
    """
    counts: dict[State, int] = dict.fromkeys(STATES, 0) | job.items.counts()
    note = job.host(urlsplit(job.settings().get("base_url", PUBMED)).netloc)
    until, own = note.until or 0.0, job.items.next_time() or 0.0
    return Progress(
        counts=counts,
        seconds_left=counts["pending"] / RATE,
        next_at=time_of(max(until, own)) if max(until, own) > now else None,
        reason=(note.reason or None) if until > now else None,
        last_errors=_troubles(job),
    )


def _troubles(job: Job) -> tuple[Trouble, ...]:
    return tuple(map(_trouble, job.items.last_errors(_TOLD)))


def _trouble(item: Item) -> Trouble:
    return Trouble(
        pmid=item.pmid,
        state=item.state,
        code=item.code or "",
        message=item.message or "",
        next_at=time_of(item.next_at) if item.state == "pending" else None,
    )


def time_of(seconds: float) -> datetime:
    """Return a time of the job file, whole seconds; a server can ask for the year 30,000."""
    return datetime.fromtimestamp(round(min(seconds, _LAST)), UTC)
