"""A clock for tests: waiting takes no time, the wall clock jumps, ``stop`` comes when it shall."""

from collections.abc import Callable
from dataclasses import dataclass, field

from scraper.crawler.clock import Stopped

START = 1_800_000_000.0
"""When tests play, in seconds since 1970."""


def _nothing() -> None:
    """Do nothing during a wait."""


@dataclass
class FakeClock:
    """Time that passes only while the crawl waits."""

    time: float = 100.0
    """The monotonic clock."""
    wall: float = START
    stopping: bool = False
    waits: list[float] = field(default_factory=list)
    """How long the crawl waited each time, in seconds; looks that take no time do not count."""
    on_wait: Callable[[], None] = _nothing
    """Called when a wait begins."""

    def monotonic(self) -> float:
        return self.time

    def now(self) -> float:
        return self.wall

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        if seconds > 0:
            self.on_wait()
        if self.stopping:
            raise Stopped
        if seconds > 0:
            self.waits.append(seconds)
        self.time += seconds
        self.wall += seconds
