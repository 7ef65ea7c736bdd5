"""Time functions in a process that did nothing else.

What ran before in a process changes how its heap answers, and half of a parse is memory
that the system hands out anew: next to a soup, both parse and conversion get other numbers.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

import scraper
from tests.benchmarks.timing import in_turn


def quick(page: Path, rounds: int) -> dict[str, float]:
    """Return the median microseconds of a bare parse and of ours, measured in a fresh process."""
    argv = [sys.executable, "-m", __name__, str(page), str(rounds)]
    run = subprocess.run(argv, check=True, capture_output=True)
    times: dict[str, float] = json.loads(run.stdout)
    return times


def main() -> None:
    """Measure the page and print what was found as JSON."""
    data, rounds = Path(sys.argv[1]).read_bytes(), int(sys.argv[2])
    ways: dict[str, Callable[[], object]] = {"convert_json": lambda: scraper.convert_json(data)}
    if sys.argv[1].endswith(".html"):
        text = data.decode("utf-8", "replace")
        ways = {"lexbor parse": lambda: LexborHTMLParser(text), **ways}
    in_turn(ways, rounds=3)
    json.dump(in_turn(ways, rounds), sys.stdout)


if __name__ == "__main__":
    main()
