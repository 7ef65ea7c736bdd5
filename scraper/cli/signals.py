"""Ctrl-C and friends: end soon, but never in the middle of a line of output."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # the last is not on Windows


class Signals:
    """Turns the first signal into :class:`SystemExit`, so that every ``with`` block cleans up.

    While output is being written, or a crawl brings its page home, the signal waits for the
    end of that; a second one does not wait, as the reader of a pipe may never read on. Once
    the end has begun, further signals do not disturb it.
    """

    def __init__(self) -> None:
        self._held = self._ending = False
        self._stop: Callable[[], None] | None = None
        self._caught: int | None = None

    def install(self) -> None:
        """Take over the signals that end the program, but those that the parent ignores."""
        for name in _NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self.caught)

    @property
    def has_come(self) -> bool:
        """Whether there was a signal."""
        return self._caught is not None

    def caught(self, number: int, _frame: FrameType | None) -> None:
        """Take note of a signal and end the program where that does no harm."""
        first = self._caught is None
        if first:
            self._caught = number
            if self._stop is not None:
                self._stop()
        if first != self._held and not self._ending:  # the first outside, a later one inside
            self._end()

    def check(self) -> None:
        """End the program where a signal has come in and nothing has to be finished."""
        if self._caught is not None and not self._held:
            self._end()

    def _end(self) -> None:
        self._ending = True
        raise SystemExit(128 + (self._caught or 0))

    @contextmanager
    def hold(self, stop: Callable[[], None] | None = None) -> Iterator[None]:
        """Let the block finish before a first signal ends the program.

        Args:
            stop: called at the first signal; has a long block finish soon.
        """
        outer = self._held, self._stop
        self._held, self._stop = True, stop or self._stop
        try:
            yield
        finally:
            self._held, self._stop = outer
        self.check()


SIGNALS: Final = Signals()
"""The process has one set of signal handlers, so there is one of these."""
