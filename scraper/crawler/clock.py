"""Time as the crawl sees it: injected, so that tests do not wait and clocks can jump."""

import time
from typing import Final, Protocol

_SLICE: Final = 0.1
"""The longest that a wait goes on after ``stop``, in seconds."""


class Stopped(Exception):  # noqa: N818 - it is no error
    """The crawl was told to end: raised where it would have waited or asked again."""


class Clock(Protocol):
    """What the crawl asks of time."""

    def monotonic(self) -> float:
        """Seconds that never jump; for spacing."""

    def now(self) -> float:
        """Seconds since 1970; may jump."""

    def sleep(self, seconds: float) -> None:
        """Wait.

        Raises:
            Stopped: The crawl shall end.
        """

    @property
    def stopping(self) -> bool:
        """Whether the crawl shall end after what it is doing now."""


class SystemClock:
    """The machine's clocks; ``stop`` ends a wait at once."""

    def __init__(self) -> None:
        self.stopping = False
        """Whether the crawl shall end after what it is doing now."""

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait for some seconds, in slices: a wait goes on after a signal (PEP 475).

        Raises:
            Stopped: ``stop`` was called.
        """
        end = time.monotonic() + seconds
        while not self.stopping and (rest := end - time.monotonic()) > 0:
            time.sleep(min(rest, _SLICE))
        if self.stopping:
            raise Stopped

    def stop(self) -> None:
        """End the crawl after what it is doing now; safe in a signal handler: it takes no lock."""
        self.stopping = True
