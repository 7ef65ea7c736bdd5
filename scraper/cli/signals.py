"""Ctrl-C and friends: end at once, but never in the middle of a line of output."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # the last is not on Windows


class Signals:
    """Turns the first signal into :class:`SystemExit`, so that every ``with`` block cleans up.

    While output is being written the signal waits for the end of the line; a second one
    does not wait, as the reader of a pipe may never read on. Once the end has begun,
    further signals do not disturb it.
    """

    def __init__(self) -> None:
        self._held = False
        self._caught: int | None = None

    def install(self) -> None:
        """Take over the signals that end the program, but those that the parent ignores."""
        for name in _NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self.caught)

    def caught(self, number: int, _frame: FrameType | None) -> None:
        """Take note of a signal and end the program where that does no harm."""
        first = self._caught is None
        if first:
            self._caught = number
        if first != self._held:  # the first outside of a write, a later one inside
            self.check()

    def check(self) -> None:
        """End the program where a signal has come in."""
        if self._caught is not None:
            raise SystemExit(128 + self._caught)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let the block finish before a first signal ends the program."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        self.check()


SIGNALS: Final = Signals()
"""The process has one set of signal handlers, so there is one of these."""
