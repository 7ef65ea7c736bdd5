"""The rate gate: no two requests of a process reach a host closer than the interval.

The time is taken when an answer begins or a request fails, not when it is sent: the
server has then seen it for certain, however long the way was. So the spacing holds by
the server's own log. All crawls of a process share the gate of a host, one at a time.
"""

from threading import Lock
from types import TracebackType
from typing import Final

from attrs import Factory, define

from scraper.crawler.clock import Clock

_LOOK: Final = 0.1


@define
class _Door:
    """What the crawls of a process share of a host."""

    turn: Lock = Factory(Lock)
    last: float | None = None
    """When the last request had certainly arrived, on the monotonic clock."""


_DOORS: Final[dict[str, _Door]] = {}


class Gate:
    """Spaces the requests to one host; a request goes in its ``with`` block."""

    def __init__(self, host: str, interval: float, clock: Clock, *, seen_before: bool) -> None:
        """Prepare a gate.

        Args:
            host: whom the requests go to.
            interval: seconds between two requests.
            clock: its monotonic side is used.
            seen_before: another process may have asked a moment ago, so wait once.
        """
        self.interval = interval
        self._clock = clock
        self._door = _DOORS.setdefault(host, _Door())
        if seen_before and self._door.last is None:
            self.passed()

    def __enter__(self) -> None:
        """Wait until the next request may start.

        Raises:
            Stopped: The crawl shall end.
        """
        while not self._door.turn.acquire(timeout=_LOOK):
            self._clock.sleep(0)
        try:
            self._wait()
        except BaseException:
            self._door.turn.release()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is not None:
            self.passed()
        self._door.turn.release()

    def passed(self) -> None:
        """Note that a request has arrived by now."""
        self._door.last = self._clock.monotonic()

    def _wait(self) -> None:
        last = self._door.last
        rest = 0.0 if last is None else last + self.interval - self._clock.monotonic()
        self._clock.sleep(max(0.0, rest))
