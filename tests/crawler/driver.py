"""A process that crawls and may be killed: it imports once, and forks for each crawl.

It reads one `Order` a line from its input; of each it writes the process id of the crawl,
and its exit status when that has ended.
"""

import json
import os
import resource
import signal
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from scraper.crawler import listings
from scraper.crawler.clock import Stopped
from scraper.crawler.engine import Engine
from scraper.crawler.job import Job
from scraper.crawler.options import Options
from scraper.errors import CrawlStopped
from tests.crawler.crawling import AGENT, CONTACT, line

_PAGE_SIZE = 3


@dataclass
class Order:
    """What a process shall crawl."""

    job: str
    output: str
    pmids: list[str] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    wall: float = 0.0
    """How far its wall clock is off, in seconds."""
    crash: str = ""
    """The point at which it kills itself, ``after_body:3`` for the third time."""
    most_bytes: int = 0
    """The largest file that it may write; 0 for any."""

    def write(self) -> bytes:
        """Write the order as a line."""
        return json.dumps(asdict(self)).encode() + b"\n"


class HastyClock:
    """Waits no longer than the interval; the rest of a wait is skipped."""

    def __init__(self, tick: float, wall: float) -> None:
        self.stopping = False
        self._tick, self._wall, self._skipped = tick, wall, 0.0

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic() + self._skipped

    def now(self) -> float:
        """Seconds since 1970, by a clock that is off."""
        return time.time() + self._wall + self._skipped

    def sleep(self, seconds: float) -> None:
        """Wait for an interval at most."""
        end = time.monotonic() + min(seconds, self._tick)
        while (rest := end - time.monotonic()) > 0 and not self.stopping:
            time.sleep(min(rest, 0.05))
        self._skipped += max(0.0, seconds - self._tick)
        if self.stopping:
            raise Stopped

    def stop(self, *_: object) -> None:
        """End the crawl; a second signal ends the process."""
        self.stopping = True
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


class Crash:
    """Kills this process at a point, the nth time it is there."""

    def __init__(self, point: str) -> None:
        self._point, _, times = point.partition(":")
        self._left = int(times or 0)

    def __call__(self, point: str) -> None:
        self._left -= point == self._point
        if point == self._point and self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def crawl(order: Order) -> int:
    """Crawl; write each result as a line at once; return the exit status."""
    options = Options(contact=CONTACT, **order.settings)
    clock = HastyClock(1 / options.rate, order.wall)
    signal.signal(signal.SIGTERM, clock.stop)
    if order.most_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order.most_bytes, order.most_bytes))
    output = os.open(order.output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        with Job(order.job, create=True) as job:
            job.keep_settings(options.kept())
            job.items.add(order.pmids)
            for found in Engine(job, options, clock, AGENT, hook=Crash(order.crash)).run():
                os.write(output, line(found))
    except CrawlStopped as stop:
        Path(f"{order.output}.message").write_text(stop.message)
        return stop.exit_status
    return 143 if clock.stopping else 0


def serve() -> None:
    """Crawl as ordered, each time in a process of its own."""
    listings.PAGE_SIZE = _PAGE_SIZE  # type: ignore[misc] # short listings do as well
    while order := sys.stdin.readline():
        pid = os.fork()
        if pid == 0:
            os._exit(crawl(Order(**json.loads(order))))
        print(pid, flush=True)  # noqa: T201 - the answer
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)  # noqa: T201


if __name__ == "__main__":
    serve()
