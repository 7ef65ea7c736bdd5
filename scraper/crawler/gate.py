"""The rate gate: no two requests of a process reach a host closer than the interval.

The time is taken when an answer begins or a request fails, not when it is sent: the
server has then seen it for certain, however long the way was. So the spacing holds by
the server's own log. All crawls of a process share the gate of a host.
"""

from typing import Final

from scraper.crawler.clock import Clock

_LAST: Final[dict[str, float]] = {}
"""When the last request to each host had certainly arrived, on the monotonic clock."""


class Gate:
    """Spaces the requests to one host."""

    def __init__(self, host: str, interval: float, clock: Clock, *, seen_before: bool) -> None:
        """Prepare a gate.

        Args:
            host: whom the requests go to.
            interval: seconds between two requests.
            clock: its monotonic side is used.
            seen_before: another process may have asked a moment ago, so wait once.
        """
        self.interval = interval
        self._host, self._clock = host, clock
        if seen_before:
            _LAST.setdefault(host, clock.monotonic())

    def wait(self) -> None:
        """Wait until the next request may start."""
        last = _LAST.get(self._host)
        while last is not None and not self._clock.stopping:
            rest = last + self.interval - self._clock.monotonic()
            if rest <= 0:
                break
            self._clock.sleep(rest)

    def passed(self) -> None:
        """Note that a request has arrived by now."""
        _LAST[self._host] = self._clock.monotonic()
