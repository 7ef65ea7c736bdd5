"""Run ``python -m tests.benchmarks [PART...]``; without a part, all of them.

Every part measures its ways in turn, on the same pages and in the same minute: seconds are
those of one machine on one day, only the ratios mean something. The pages are the
corpus beside the project where it is there, else ``samples/``.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable
from typing import Final

from tests.benchmarks import batches, formats, memory, pages, startup

PARTS: Final[dict[str, Callable[[int], str]]] = {
    "pages": pages.report,
    "startup": startup.report,
    "processes": batches.processes,
    "containers": batches.containers,
    "sinks": batches.sinks,
    "formats": formats.report,
    "memory": memory.report,
}
"""Each part by its name: takes how often (or how many pages or records), returns a table."""

TIMES: Final = {
    "pages": 25,
    "startup": 15,
    "processes": 10_000,
    "containers": 5_000,
    "sinks": 5_000,
    "formats": 4_000,
    "memory": 100_000,
}
"""What a part takes unless told otherwise: rounds of ``pages`` and ``startup``, else pages or records."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.benchmarks")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument(
        "--times", type=int, help="rounds, or pages (records) of the parts with batches"
    )
    given = parser.parse_args()
    for name in given.parts:
        if name not in PARTS:
            parser.error(f"no part {name!r}; one of {', '.join(PARTS)}")
    version = f"Python {platform.python_version()}"
    sys.stdout.write(f"{os.cpu_count()} cores, {platform.machine()}, {version}\n")
    for name in given.parts or PARTS:
        sys.stdout.write(f"\n{PARTS[name](given.times or TIMES[name])}")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
