"""Time as the crawl sees it: injected, so that tests do not wait and clocks can jump."""

import threading
import time
from typing import Protocol


class Clock(Protocol):
    """What the crawl asks of time."""

    def monotonic(self) -> float:
        """Seconds that never jump; for spacing."""

    def now(self) -> float:
        """Seconds since 1970; may jump."""

    def sleep(self, seconds: float) -> None:
        """Wait; less where the crawl shall stop."""

    @property
    def stopping(self) -> bool:
        """Whether the crawl shall end after what it is doing now."""


class SystemClock:
    """The machine's clocks; ``stop`` ends a wait at once."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait for some seconds or for ``stop``."""
        self._stop.wait(max(0.0, seconds))

    @property
    def stopping(self) -> bool:
        """Whether ``stop`` was called."""
        return self._stop.is_set()

    def stop(self) -> None:
        """End the crawl after what it is doing now; safe in a signal handler."""
        self._stop.set()
