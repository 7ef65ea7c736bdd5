"""What a worker process does: page by page, each within its limits, until the parent goes.

A page that takes too much time is killed by the kernel, inside C too: the timer counts the
processor time of this process only, so that a loaded machine blames no page. What allocates
too much fails to, as the address space is bounded.
"""

import os
import pickle
import signal
import socket
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from scraper import batch, sources
from scraper.errors import ParserLimit, ScraperError
from scraper.sources import RawPage
from scraper.workers import wire
from scraper.workers.limits import Limits

OUT_OF_MEMORY: Final = 71
"""Exit status of a worker that had no memory left to say so."""
RENEW: Final = 72
"""Exit status of a worker whose page is answered, and which another shall follow."""
HAS_TIMER: Final = hasattr(signal, "setitimer")

_MANY: Final = 32
"""Pages after which a worker is worth some milliseconds of preparation."""
_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
"""Names of parameters in glibc's ``malloc.h``."""


def serve(sock: socket.socket, limits: Limits) -> int:
    """Work until the parent closes its end; return the exit status."""
    memory = _Memory()
    work: batch.Work | None = None
    number = 0
    try:
        while header := wire.receive(sock, wire.HEADER.size):
            kind, head_size, size = wire.HEADER.unpack(header)
            memory.allow(limits.allow(size).memory)
            head, body = wire.receive(sock, head_size), wire.receive(sock, size)
            if kind == wire.WORK:
                sys.path[:] = pickle.loads(head)  # noqa: S301 - our own parent wrote it
                work = pickle.loads(body)  # noqa: S301 - likewise
            elif work is not None:
                number += 1
                if number == _MANY:
                    keep_heap()
                pages: Iterable[RawPage | ScraperError]
                if kind == wire.FILE:
                    file = wire.read_file(head)
                    size, pages = file.size, sources.pages_of_file(file)
                    memory.allow(limits.allow(size).memory)
                else:
                    pages = (wire.read_page(head, body),)
                if not _answer(pages, work, sock, limits.allow(size).seconds):
                    return RENEW
    except MemoryError:
        return OUT_OF_MEMORY
    except OSError:  # the parent has gone
        return 1
    return 0


def keep_heap() -> None:
    """Have the C library keep memory from page to page, where it can be told: a fifth less time.

    glibc gives the top of the heap back after each page, and gets it again page by page.
    """
    import ctypes  # noqa: PLC0415 - takes longer than some pages

    with suppress(OSError, AttributeError, TypeError):  # another C library
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_TRIM_THRESHOLD, 2**24)
        mallopt(_MMAP_THRESHOLD, 2**23)


def _answer(
    pages: Iterable[RawPage | ScraperError], work: batch.Work, sock: socket.socket, seconds: float
) -> bool:
    """Do the work on a page, or those of a file; tell whether the process is as good as before.

    Each result goes out before the next one is looked for, which may be the process's end.
    """
    healthy = True
    results = batch.run(pages, work)
    _arm(seconds)
    for result in results:
        _arm(0)  # the parent may let us wait
        if isinstance(result, ParserLimit) and result.limit == "memory":
            healthy = False
        sock.sendall(b"".join(wire.result_frame(result)))
        _arm(seconds)
    _arm(0)
    sock.sendall(wire.FINISHED)
    return healthy


def _arm(seconds: float) -> None:
    if HAS_TIMER:
        signal.setitimer(signal.ITIMER_PROF, seconds)


class _Memory:
    """The bound of the address space, where the system has one."""

    def __init__(self) -> None:
        self._own = self._allowed = 0
        try:
            import resource  # noqa: PLC0415 - not on Windows

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            with open("/proc/self/statm", "rb") as statm:  # noqa: PTH123 - twice as quick
                self._own = int(statm.read().split()[0]) * resource.getpagesize()
        except (ImportError, OSError, ValueError):
            return

    def allow(self, size: int) -> None:
        """Allow so many bytes beside what the process took when it began."""
        if not self._own or size == self._allowed:
            return
        import resource  # noqa: PLC0415

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = self._own + size
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        self._allowed = size


def forked(sock: socket.socket, limits: Limits) -> None:
    """Be a worker in a fork of the parent; never returns.

    Nothing of the parent's may be touched: not its files and sockets, not its handlers.
    """
    status = 1
    try:
        _forget(sock)
        status = serve(sock, limits)
    finally:
        os._exit(status)


def _forget(sock: socket.socket) -> None:
    import gc  # noqa: PLC0415

    gc.freeze()  # never looks at the parent's objects again: their memory stays shared
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # the parent decides when to end
    for number in (signal.SIGTERM, signal.SIGPROF, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    own = sock.fileno()
    os.closerange(3, own)
    os.closerange(own + 1, os.sysconf("SC_OPEN_MAX"))
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def started(handle: int, limits: Limits) -> None:
    """Be a worker in an interpreter of its own, with the parent's socket as its input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from scraper import classify, pipeline  # noqa: F401, PLC0415 - before a page's time counts

    with socket.socket(fileno=handle) as sock:
        sys.exit(serve(sock, limits))
