"""How far a crawl is: what ``status`` and the progress line tell."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from scraper.crawler.items import Item, State
from scraper.crawler.job import Job
from scraper.crawler.options import PUBMED, RATE

STATES: Final[tuple[State, ...]] = ("done", "merged", "gone", "blocked", "failed", "pending")
_TOLD: Final = 5
"""How many of the last errors are told."""
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
        self.counts: dict[State, int] = dict.fromkeys(STATES, 0) | job.items.counts()
        self._troubles = {trouble.pmid: trouble for trouble in _troubles(job)}

    def settle(self, item: Item, state: State, code: str | None, message: str | None) -> None:
        """Note that a pending item has come to its end."""
        self.counts["pending"] -= 1
        self.counts[state] += 1
        self._troubles.pop(item.pmid, None)
        if code:
            self._note(Trouble(pmid=item.pmid, state=state, code=code, message=message or ""))

    def put_off(self, item: Item, code: str, message: str, next_at: float) -> None:
        """Note that a pending item has to be tried again."""
        self._troubles.pop(item.pmid, None)
        at = time_of(next_at)
        self._note(Trouble(pmid=item.pmid, state="pending", code=code, message=message, next_at=at))

    @property
    def last_errors(self) -> tuple[Trouble, ...]:
        """The last troubles, the latest at the end."""
        return tuple(self._troubles.values())

    def _note(self, trouble: Trouble) -> None:
        self._troubles[trouble.pmid] = trouble
        while len(self._troubles) > _TOLD:
            del self._troubles[next(iter(self._troubles))]


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
    return tuple(
        Trouble(
            pmid=item.pmid,
            state=item.state,
            code=item.code or "",
            message=item.message or "",
            next_at=time_of(item.next_at) if item.next_at else None,
        )
        for item in job.items.last_errors(_TOLD)
    )


def time_of(seconds: float) -> datetime:
    """Return a time of the job file, whole seconds; a server can ask for the year 30,000."""
    return datetime.fromtimestamp(round(min(seconds, _LAST)), UTC)
