"""One run of a crawl: a job opened, its list added to, its pages fetched, its results given.

The Python face and the command line both stand on it.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import metadata
from itertools import islice
from math import inf
from typing import Final, Unpack

import msgspec

from scraper import __version__, owner
from scraper.crawler import reading
from scraper.crawler.clock import SystemClock
from scraper.crawler.engine import Engine
from scraper.crawler.job import Job
from scraper.crawler.options import Options, Settings, from_kept
from scraper.crawler.progress import Ledger, Progress, time_of
from scraper.crawler.results import Result
from scraper.errors import CrawlError

Watch = Callable[[Progress], None]
"""Told at most once a second how far the run is."""

_EVERY: Final = 1.0
_BATCH: Final = 10_000


def _nobody(_progress: Progress) -> None:
    """Tell nobody."""


@contextmanager
def session(
    path: str, *, contact: str, watch: Watch = _nobody, **settings: Unpack[Settings]
) -> Iterator["Session"]:
    """Open a job, made where there is none, and close it again.

    A setting that is not given is the job's own, else the default.

    Raises:
        ValueError: A setting is out of bounds.
        JobError: The job cannot be used, or was begun with other settings.
    """
    Options(contact=contact, **settings)  # before a file is made
    with Job(path, create=True) as job:
        options = Options(contact=contact, **(from_kept(job.settings()) | settings))
        reading.limit(options.limits)
        job.keep_settings(options.kept())
        yield Session(job, options, watch)


class Session:
    """A job that this process works on."""

    def __init__(self, job: Job, options: Options, watch: Watch) -> None:
        self.job, self.options = job, options
        self._watch = watch
        self._clock = _Clock(self._tick)
        self._next_tick = -inf

    def add(self, given: Iterable[str | CrawlError]) -> Iterator[CrawlError]:
        """Add PMIDs behind the job's list; yield what is none. Bounded memory."""
        rest = iter(given)
        while batch := list(islice(rest, _BATCH)):
            self.job.items.add(found for found in batch if isinstance(found, str))
            yield from (found for found in batch if isinstance(found, CrawlError))

    def run(self) -> Generator[Result, None, None]:
        """Fetch what is missing; yield the results in the order of the list.

        Raises:
            CrawlStopped: The crawl cannot go on now; the job keeps what there is.
        """
        if self.options.refresh is not None:
            self.job.items.mark_old(self._clock.now() - self.options.refresh)
        agent = user_agent(self.options.contact)
        self._ledger = Ledger(self.job)
        self._engine = Engine(self.job, self.options, self._clock, agent, hook=self._at)
        self._started = self._clock.monotonic()
        self._waiting = self._ledger.counts["pending"]
        self._tell()
        try:
            yield from self._engine.run()
        finally:
            self._tell()

    def stop(self) -> None:
        """End the run after what it is doing now; safe in a signal handler."""
        self._clock.stop()

    def progress(self) -> Progress:
        """Return how far the run is."""
        host, counts = self._engine.host, self._ledger.counts
        elapsed = self._clock.monotonic() - self._started
        came = self._waiting - counts["pending"]
        each = max(1 / self.options.rate, elapsed / came if came else 0.0)
        delay = max(host.health.rest, self._clock.rest)
        is_long = delay > max(_EVERY, 1.5 / self.options.rate)
        return Progress(
            counts=dict(counts),
            requests=host.requests,
            rate=round(host.requests / max(elapsed, 1.0), 2),
            seconds_left=round(delay * is_long + counts["pending"] * each),
            next_at=time_of(self._clock.now() + delay) if is_long else None,
            reason=(host.health.reason or "pages that failed are tried again") if is_long else None,
            last_errors=self._ledger.last_errors,
        )

    def _at(self, _point: str) -> None:
        self._tick()

    def _tick(self) -> None:
        if self._clock.monotonic() >= self._next_tick:
            self._tell()

    def _tell(self) -> None:
        self._next_tick = self._clock.monotonic() + _EVERY
        progress = self.progress()
        owner.write(self.job.path, **msgspec.to_builtins(progress))
        self._watch(progress)


class _Clock(SystemClock):
    """The machine's clocks, with a tick at least every second of a wait."""

    def __init__(self, tick: Callable[[], None]) -> None:
        super().__init__()
        self._tick = tick
        self._until = -inf

    @property
    def rest(self) -> float:
        """Seconds that the wait still lasts that is going on."""
        return max(0.0, self._until - self.monotonic())

    def sleep(self, seconds: float) -> None:
        """Wait for some seconds or for ``stop``."""
        self._until = self.monotonic() + seconds
        while not self.stopping and (rest := self.rest) > 0:
            self._tick()
            super().sleep(min(rest, _EVERY))
        self._until = -inf
        super().sleep(0)


def user_agent(contact: str) -> str:
    """Return the honest name that requests bear: program, version, home page, contact."""
    home = next(
        (
            address.strip()
            for name, _, address in (
                entry.partition(",")
                for entry in metadata("pubmed-scraper").get_all("Project-URL") or ()
            )
            if name.strip().lower() == "homepage"
        ),
        None,
    )
    about = f"+{home}; mailto:{contact}" if home else f"mailto:{contact}"
    return f"pubmed-scraper/{__version__} ({about})"
