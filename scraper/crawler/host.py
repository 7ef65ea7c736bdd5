"""The host as the crawl meets it: asked politely, its rules and its health kept in mind."""

from collections.abc import Callable

from attrs import frozen

from scraper.crawler.client import Client
from scraper.crawler.clock import Clock
from scraper.crawler.gate import Gate
from scraper.crawler.health import Health, Jitter
from scraper.crawler.job import HostNote, Job
from scraper.crawler.options import Options
from scraper.crawler.outcome import Kind, Outcome
from scraper.crawler.response import FetchError, Response
from scraper.crawler.retry_after import retry_after
from scraper.crawler.robots import MAX_AGE, Robots, fetch_robots
from scraper.errors import Limited

Judge = Callable[[Response], Outcome]
"""Tells what a whole answer means."""


@frozen
class Answer:
    """What a request gave."""

    outcome: Outcome
    response: Response | None
    """None where no whole answer came."""
    stop: Limited | None = None
    """Why nothing more is to be asked in this run."""


class Host:
    """Asks the host of a job."""

    def __init__(
        self, job: Job, options: Options, clock: Clock, user_agent: str, jitter: Jitter
    ) -> None:
        self.health = Health(clock, options.backoff, jitter)
        self.requests = 0
        """Requests of this run, redirects not counted."""
        self._job, self._options, self._clock = job, options, clock
        self._gate = Gate(options.host, 1 / options.rate, clock, seen_before=not job.is_new)
        self.client = Client(options, self._gate, clock, user_agent)
        self._rules: Robots | None = None
        self._recall(job.host(options.host))

    def _recall(self, note: HostNote) -> None:
        """Go on leaving the host alone where an earlier run was asked to."""
        rest = (note.until or 0.0) - self._clock.now()
        if rest > 0:  # not longer than it was, should the clock have jumped back
            self.health.leave_alone(min(rest, note.length or 0.0), note.reason or "")

    def note(self) -> None:
        """Write until when the host is to be left alone; within a transaction."""
        rest, reason = self.health.rest, self.health.reason
        until = self._clock.now() + rest
        self._job.note_host(self._options.host, until=until, length=rest, reason=reason)

    def rules(self) -> Robots:
        """Return the host's robots.txt, fetched at most once a day.

        Raises:
            Limited: The host cannot tell them, so nothing is allowed.
        """
        note, now = self._job.host(self._options.host), self._clock.now()
        text = note.robots
        if text is None or not 0 <= now - (note.robots_at or 0.0) < MAX_AGE:
            text, self._rules = self._fetch_rules(), None
            with self._job.transaction():
                self._job.note_host(self._options.host, robots=text, robots_at=now)
        if self._rules is None:
            self._rules = Robots(text, self._options.base_url)
            self._gate.interval = max(1 / self._options.rate, self._rules.delay)
        return self._rules

    def _fetch_rules(self) -> str:
        while True:
            self.health.wait()
            self.requests += 1
            text = fetch_robots(self.client)
            if text is not None:
                return text
            self.health.failed("robots.txt cannot be had, so nothing is allowed")

    def ask(self, path: str, judge: Judge) -> Answer:
        """Ask for a page and judge what comes.

        Raises:
            Limited: The host is to be left alone longer than a run waits.
        """
        self.requests += 1
        response = None
        try:
            response = self.client.get(path)
            outcome = judge(response)
        except FetchError as error:
            kind: Kind = "blocked" if error.code == "blocked" else "failed"
            outcome = Outcome(kind=kind, code=error.code, message=error.message)
        try:
            self._learn(outcome, response)
        except Limited as stop:
            return Answer(outcome, response, stop)
        return Answer(outcome, response)

    def _learn(self, outcome: Outcome, response: Response | None) -> None:
        match outcome.kind:
            case "found":
                self.health.answered_well()
            case "limited":
                asked = response.header("retry-after") if response else []
                self.health.limited(retry_after(asked, self._clock.now()), outcome.message)
            case "blocked":
                self.health.blocked(outcome.message)
            case "missing" if outcome.says_so:
                pass  # the host is well, and says so
            case _:
                self.health.failed(outcome.message)
