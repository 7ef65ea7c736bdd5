"""The parent's side of a worker process: what it is told, what it says, what it died of."""

import os
import signal
import socket
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Literal

from scraper.errors import Limit
from scraper.workers import child, start, wire
from scraper.workers.limits import Limits
from scraper.workers.slots import Result, Slot
from scraper.workers.start import Start

if TYPE_CHECKING:
    import subprocess

_RECEIVED: Final = 2**19
"""Bytes that are received at once."""
_FEW: Final = 2**13
"""Bytes that wait for more to go out with them."""
_CAUSES: Final[dict[Limit, str]] = {
    "time": "SIGPROF",
    "crash": "SIGSEGV SIGBUS SIGABRT SIGILL SIGFPE",
}
_VERDICTS: Final[dict[int, Limit]] = {
    -getattr(signal, name): limit
    for limit, names in _CAUSES.items()
    for name in names.split()
    if hasattr(signal, name)
} | {child.OUT_OF_MEMORY: "memory"}
"""What the status of a dead worker says of its page. Any other proves nothing: an operator or
the system may have killed it."""


class Worker:
    """The parent's side of a worker process."""

    def __init__(self, limits: Limits, how: Start) -> None:
        self.sock, theirs = socket.socketpair()
        self.slots: deque[Slot] = deque()
        """The pages that it has to answer, in that order."""
        self.load = 0
        """Bytes of those pages."""
        self.waited = 0.0
        """Seconds since it last said something while it had to."""
        self.watched = 0
        """The events of its socket that the parent waits for."""
        self.has_spoken = False
        """Whether it has ever said something."""
        self.late = False
        """Whether it was killed as it said nothing for too long."""
        self._outbox: deque[memoryview] = deque()
        self._inbox = bytearray()
        self._received = memoryview(bytearray(_RECEIVED))
        """Kept, as a new one for each answer takes longer than the answer; no other thread's."""
        self._process: subprocess.Popen[bytes] | None = None
        with theirs:
            for end in (self.sock, theirs):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**20)
            try:
                if how == "fork":
                    self.pid = start.forked(theirs, limits)
                else:
                    self._process = start.executed(theirs, limits)
                    self.pid = self._process.pid
            except OSError:
                self.sock.close()
                raise
        self.sock.settimeout(0)

    @property
    def has_mail(self) -> bool:
        """Whether something waits to be sent."""
        return bool(self._outbox)

    def give(self, slot: Slot) -> None:
        """Have it do a page; a busy one is told with the next pages, or by `send`."""
        if slot.page is not None:
            is_idle = not self.slots
            self.slots.append(slot)
            self.load += slot.size
            self.post(wire.page_frame(slot.page))
            if is_idle or len(self._outbox) > 1:
                self.send()

    def finish(self) -> None:
        """Note that the first of its pages is done."""
        slot = self.slots.popleft()
        self.load -= slot.size
        slot.finish()

    def post(self, parts: list[bytes]) -> None:
        """Have a frame wait to be sent; small ones go out together."""
        for part in parts:
            small = self._outbox and len(self._outbox[-1]) + len(part) <= _FEW
            whole = bytes(self._outbox.pop()) + part if small else part
            self._outbox.append(memoryview(whole))

    def send(self) -> None:
        """Send what waits, as much as goes."""
        with suppress(BlockingIOError, InterruptedError):
            while self._outbox:
                try:
                    sent = self.sock.send(self._outbox[0])
                except ConnectionError:  # which reading will tell of
                    self._outbox.clear()
                    return
                if sent < len(self._outbox[0]):
                    self._outbox[0] = self._outbox[0][sent:]
                else:
                    self._outbox.popleft()

    def receive(self) -> list[Result | None] | None:
        """Return the answers that have come in; None where the worker has gone."""
        try:
            size = self.sock.recv_into(self._received)
        except (BlockingIOError, InterruptedError):
            return []
        except ConnectionError:
            size = 0
        if not size:
            return None
        self.waited, self.has_spoken = 0.0, True
        self._inbox += self._received[:size]
        return [*wire.results(self._inbox)]

    def kill(self) -> None:
        """Kill it."""
        with suppress(OSError):
            if self._process is None:
                os.kill(self.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def verdict(self) -> Limit | Literal["renew"] | None:
        """Wait for the end of a worker that closed its end; say what it proves of its page."""
        status = self.end()
        if self.late:
            return "time"
        return "renew" if status == child.RENEW else _VERDICTS.get(status)

    def end(self) -> int:
        """Close our end, and wait; return the exit status, negative for a signal."""
        self.sock.close()
        if self._process is not None:
            return self._process.wait()
        try:
            return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        except ChildProcessError:  # somebody else has waited for it
            return 0

    def leave(self) -> None:
        """Let go of a worker that belongs to the process that this one was forked from."""
        self.sock.close()
        if self._process is not None:
            self._process.returncode = 0  # nothing to wait for, nothing to warn of
