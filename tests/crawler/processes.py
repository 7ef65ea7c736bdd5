"""Crawls for tests, in processes of their own, which may be killed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.crawler.driver import Order
from tests.pairs import ROOT


class Driver:
    """Starts crawls, one at a time."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def start(self, order: Order) -> int:
        """Start a crawl and return its process id."""
        assert self._process.stdin
        self._process.stdin.write(order.write())
        self._process.stdin.flush()
        return self._said()

    def wait(self) -> int:
        """Wait for the end of the crawl and return its status; a signal's number is negative."""
        return self._said()

    def run(self, order: Order) -> int:
        """Crawl and return the status."""
        self.start(order)
        return self.wait()

    def _said(self) -> int:
        assert self._process.stdout
        return int(self._process.stdout.readline())


@contextmanager
def driver() -> Iterator[Driver]:
    """Hold a process that starts crawls."""
    command = [sys.executable, "-W", "error", "-m", "tests.crawler.driver"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Driver(process)
        assert process.stdin
        process.stdin.close()
