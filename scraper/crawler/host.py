"""The host as the crawl meets it: asked politely, its rules and its health kept in mind."""

from collections.abc import Callable
from typing import Final

from attrs import frozen

from scraper.crawler.client import Allows, Client
from scraper.crawler.clock import Clock, Stopped
from scraper.crawler.gate import Gate
from scraper.crawler.health import BREAK_AFTER, Health, Jitter
from scraper.crawler.job import HostNote, Job
from scraper.crawler.options import Options
from scraper.crawler.outcome import Outcome, error_outcome
from scraper.crawler.response import FetchError, Response
from scraper.crawler.retry_after import retry_after
from scraper.crawler.robots import MAX_BYTES, PATH, Robots, robots_outcome, robots_text
from scraper.errors import Limited

Judge = Callable[[Response], Outcome]
"""Tells what a whole answer means."""

_NO_RULES: Final = "robots.txt cannot be had, so nothing is allowed"


@frozen
class Answer:
    """What a request gave."""

    outcome: Outcome
    response: Response | None = None
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
        """Go on where an earlier run was: leave the host alone as long as it was asked to."""
        self.health.good = note.good
        self.health.failures = min(note.failures, BREAK_AFTER)
        rest = (note.until or 0.0) - self._clock.now()
        if rest > 0:  # not longer than it was, should the clock have jumped back
            self.health.leave_alone(min(rest, note.length or 0.0), note.reason or "")
        if note.robots is not None:
            self._rules = Robots(note.robots, note.robots_at or 0.0)

    def note(self) -> None:
        """Write how the host is; within a transaction."""
        health = self.health
        rest = health.rest
        self._job.note_host(
            self._options.host,
            good=health.good,
            failures=health.failures,
            until=self._clock.now() + rest,
            length=rest,
            reason=health.reason,
        )

    def ask(self, path: str, judge: Judge) -> Answer:
        """Ask for a page and judge what comes.

        Raises:
            Limited: The host is to be left alone longer than a run waits, or its robots.txt
                cannot be had.
            Stopped: The crawl shall end.
        """
        rules = self._fresh_rules()
        if not rules.allows(path):
            message = f"robots.txt does not allow {path}"
            return Answer(Outcome(kind="forbidden", code="robots", message=message))
        self.health.wait()
        return self._request(path, judge, rules.allows)

    def _fresh_rules(self) -> Robots:
        """Return the host's robots.txt, fetched at most once a day."""
        if self._rules is None or not self._rules.is_fresh(self._clock.now()):
            self._rules = self._fetch_rules()
            with self._job.transaction():
                self._job.note_host(
                    self._options.host,
                    robots=self._rules.text,
                    robots_at=self._rules.fetched_at,
                )
        self._gate.interval = max(1 / self._options.rate, self._rules.delay)
        return self._rules

    def _fetch_rules(self) -> Robots:
        for times in range(BREAK_AFTER):
            self.health.wait()
            answer = self._request(PATH, robots_outcome, lambda _: True, MAX_BYTES)
            if answer.response is not None and answer.outcome.kind == "rules":
                return Robots(robots_text(answer.response), self._clock.now())
            self.health.leave_alone(self.health.own_wait(times), _NO_RULES)
            with self._job.transaction():
                self.note()
            if answer.stop is not None:
                raise answer.stop
        raise Limited(f"{_NO_RULES}; run the same command again later")

    def _request(
        self, path: str, judge: Judge, allows: Allows, max_bytes: int | None = None
    ) -> Answer:
        self.requests += 1
        response = None
        try:
            response = self.client.get(path, allows=allows, max_bytes=max_bytes)
            outcome = judge(response)
        except FetchError as error:
            if self._clock.stopping:  # it was cut short
                raise Stopped from error
            outcome = error_outcome(error)
        try:
            self._learn(outcome, response)
        except Limited as stop:
            return Answer(outcome, response, stop)
        return Answer(outcome, response)

    def _learn(self, outcome: Outcome, response: Response | None) -> None:
        """Keep in mind what an answer says of the host."""
        if outcome.kind == "found":
            self.health.answered_well()
            return
        asked = retry_after(response.header("retry-after") if response else (), self._clock.now())
        self.health.leave_alone(asked or 0.0, outcome.message)
        if outcome.kind in {"rules", "forbidden"} or outcome.says_so:
            return  # the host is well, and says so
        self.client.disconnect()
        match outcome.kind:
            case "limited":
                self.health.limited(asked, outcome.message)
            case "blocked":
                self.health.blocked(outcome.message)
            case _:
                self.health.failed(outcome.message)
