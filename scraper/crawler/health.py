"""How the host is: when it may be asked again, and when to stop asking.

A limit (429, 503) holds for the whole host, as does any ``Retry-After``. Failures in a row
open a breaker: the host is left alone for a while, then tried with one request. All waits
of our own are drawn from zero to an upper bound that doubles (full jitter).
"""

from collections.abc import Callable
from typing import Final

from scraper.crawler.clock import Clock
from scraper.errors import Limited

BREAK_AFTER: Final = 5
"""Failures in a row that open the breaker."""
STOP_AFTER: Final = 12
"""Failures in a row that end the run."""
MAX_BLOCKS: Final = 5
"""Blocked answers in a row that end the run."""
LONGEST: Final = 3600.0
"""The longest wait, in seconds, that a run sits out."""

Jitter = Callable[[float, float], float]


class Health:
    """The state of the host, kept over the requests of a run."""

    def __init__(self, clock: Clock, backoff: float, jitter: Jitter) -> None:
        self._clock, self._backoff, self._jitter = clock, backoff, jitter
        self.good = 0
        """Pages that the host has given to the job."""
        self.reason = ""
        """Why the host is left alone."""
        self.failures = 0
        """Requests in a row that gave no page."""
        self._limits = self._blocks = 0
        self._until: float | None = None

    @property
    def is_broken(self) -> bool:
        """Whether failures are the host's and not one page's."""
        return self.failures >= BREAK_AFTER

    @property
    def rest(self) -> float:
        """Seconds that the host is still to be left alone."""
        return 0.0 if self._until is None else max(0.0, self._until - self._clock.monotonic())

    def wait(self) -> None:
        """Leave the host alone as long as it has to be.

        Raises:
            Limited: That is longer than a run sits out.
            Stopped: The crawl shall end.
        """
        rest = self.rest
        if rest > LONGEST:
            raise Limited(
                f"the site asks to be left alone for {rest:,.0f} more seconds ({self.reason}); "
                "run the same command then"
            )
        self._clock.sleep(rest)

    def answered_well(self) -> None:
        """Note a page: all is well again."""
        self.good += 1
        self.failures = self._limits = self._blocks = 0
        self._until, self.reason = None, ""

    def limited(self, asked: float | None, reason: str) -> None:
        """Note that the host wants fewer requests; ``asked`` is its ``Retry-After``.

        Raises:
            Limited: There were too many failures in a row.
        """
        self.leave_alone(asked or self.own_wait(self._limits), reason)
        self._limits += 1
        self.failed(reason)

    def blocked(self, reason: str) -> None:
        """Note a block page.

        Raises:
            Limited: There were too many in a row.
        """
        self.leave_alone(self.own_wait(self._blocks), reason)
        self._blocks += 1
        self.failures += 1
        if self._blocks >= MAX_BLOCKS:
            raise Limited(
                f"blocked {self._blocks} times in a row ({reason}); wait some hours, make sure "
                "that nobody else asks from your address, and run the same command again"
            )

    def failed(self, reason: str) -> None:
        """Note a failure.

        Raises:
            Limited: There were too many in a row.
        """
        self.failures += 1
        if self.is_broken:
            self.leave_alone(self.own_wait(self.failures - BREAK_AFTER), reason)
        if self.failures >= STOP_AFTER:
            raise Limited(
                f"{self.failures} requests in a row gave no page (the last: {reason}); "
                "run the same command again later"
            )

    def leave_alone(self, seconds: float, reason: str) -> None:
        """Leave the host alone for some seconds, never shorter than it had to be already."""
        if seconds > self.rest:
            self._until, self.reason = self._clock.monotonic() + seconds, reason

    def own_wait(self, times: int) -> float:
        """Draw a wait of our own after so many faults before."""
        return self._jitter(0.0, min(LONGEST, self._backoff * 2.0 ** min(times, 30)))
