"""What workers do with pages in tests: the page says what happens."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from scraper.errors import NotFound
from scraper.sources import RawPage

HOLD = bytearray()


def work(page: RawPage) -> Iterator[list[bytes]]:  # noqa: C901 - one case each
    """Give the page back, unless it wants something else: ``what argument``."""
    what, _, argument = page.data.decode().partition(" ")
    match what:
        case "lines":
            return ([b"%d" % number] for number in range(int(argument)))
        case "big":
            return iter([[b"x" * int(argument)]])
        case "fault":
            raise NotFound("it says so")
        case "bug":
            raise ZeroDivisionError
        case "burn":
            return _burnt(int(argument))
        case "sleep":
            time.sleep(float(argument))
        case "hoard":
            HOLD.extend(bytes(int(argument)))
        case "signal":
            os.kill(os.getpid(), signal.Signals[argument])
            time.sleep(10)
        case "exit":
            os._exit(int(argument))
        case "once":  # killed from outside, the first time, in the middle of its records
            return _once(Path(argument))
        case "pid":
            return iter([[b"%d" % os.getpid()]])
    return iter([[page.data]])


def other(page: RawPage) -> Iterator[list[bytes]]:
    """Do something else."""
    return iter([[b"other " + page.data]])


def _burnt(records: int) -> Iterator[list[bytes]]:
    """Give so many records, then take processor time for ever."""
    for number in range(records):
        yield [b"%d" % number]
    while True:
        pass


def _once(mark: Path) -> Iterator[list[bytes]]:
    yield [b"first"]
    if not mark.exists():
        mark.touch()
        time.sleep(0.1)  # the first has long been sent
        yield [b"second"]
        os.kill(os.getpid(), signal.SIGKILL)
    yield [b"second"]
    yield [b"third"]
