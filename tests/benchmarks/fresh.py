"""Time functions in processes that do nothing else.

What ran before in a process changes how its heap answers, and half of a parse is memory
that the system hands out anew: next to a soup, or to each other, parse and conversion get
other numbers than a program that does one of them.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

import scraper
from scraper.workers.child import keep_heap
from tests.benchmarks.timing import in_turn

PARSE = "lexbor parse"
OURS = "convert_json"
_TURNS = 3
_KEPT = "--kept"


def apart(page: Path, rounds: int) -> dict[str, float]:
    """Return the median microseconds of a bare parse and of ours, each in processes of its own."""
    ways = [PARSE, OURS] if page.suffix == ".html" else [OURS]
    times: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(min(_TURNS, rounds)):
        for way in ways:
            times[way].append(_measured(page, rounds, way)[way])
    return {way: statistics.median(taken) for way, taken in times.items()}


def together(page: Path, rounds: int, *, kept: bool = False) -> dict[str, float]:
    """Return the same, measured in turn in one process.

    With ``kept`` the heap is never given back, as in a worker after some pages.
    """
    return _measured(page, rounds, PARSE, OURS, kept=kept)


def _measured(page: Path, rounds: int, *ways: str, kept: bool = False) -> dict[str, float]:
    argv = [sys.executable, "-m", __name__, str(page), str(rounds), *ways, *[_KEPT] * kept]
    run = subprocess.run(argv, check=True, capture_output=True)
    times: dict[str, float] = json.loads(run.stdout)
    return times


def main() -> None:
    """Measure the page and print what was found as JSON."""
    path, rounds, *names = sys.argv[1:]
    if _KEPT in names:
        names.remove(_KEPT)
        keep_heap()
    data = Path(path).read_bytes()
    text = data.decode("utf-8", "replace")
    known: dict[str, Callable[[], object]] = {
        PARSE: lambda: LexborHTMLParser(text),
        OURS: lambda: scraper.convert_json(data),
    }
    ways = {name: known[name] for name in names}
    in_turn(ways, rounds=3)
    json.dump(in_turn(ways, int(rounds)), sys.stdout)


if __name__ == "__main__":
    main()
