"""``python -m tests.roundtrips``: draw many articles, render and read them, say what differs."""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain
from multiprocessing import get_context

from .layouts import LAYOUTS
from .seeded import Found, read_otherwise

_CHUNK = 200


def main(arguments: list[str] | None = None) -> int:
    """Run the layouts asked for; the exit status says whether all articles were read as drawn."""
    parser = argparse.ArgumentParser(prog="python -m tests.roundtrips", description=__doc__)
    parser.add_argument("--layout", action="append", choices=LAYOUTS, help="default: all")
    parser.add_argument("--count", type=int, default=2000, help="articles of each layout")
    parser.add_argument("--seed", type=int, default=0, help="the first article's")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--show", type=int, default=20, help="articles to tell about")
    options = parser.parse_args(arguments)
    with ExitStack() as stack:
        pool = get_context("spawn").Pool(options.jobs) if options.jobs > 1 else None
        spread = stack.enter_context(pool).imap if pool else map
        failed = [
            _run(layout, spread(partial(read_otherwise, layout), _chunks(options)), options)
            for layout in options.layout or LAYOUTS
        ]
    return 1 if any(failed) else 0


def _chunks(options: argparse.Namespace) -> Iterator[range]:
    end = options.seed + options.count
    return (range(at, min(at + _CHUNK, end)) for at in range(options.seed, end, _CHUNK))


def _run(layout: str, results: Iterable[Found], options: argparse.Namespace) -> int:
    """Say what differs, and how many articles of how many; return that number."""
    begin = time.monotonic()
    seeds: set[int] = set()
    for seed, difference in chain.from_iterable(results):
        seeds.add(seed)
        if len(seeds) <= options.show:
            _say(f"{layout} {seed}: {difference}")
    seconds = time.monotonic() - begin
    _say(f"{layout}: {options.count} articles, {len(seeds)} read otherwise, {seconds:.0f} s")
    return len(seeds)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
