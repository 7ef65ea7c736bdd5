"""How long is converting, next to a bare parse and next to BeautifulSoup?

Run ``python -m tests.benchmarks.convert [FOLDER]``. It reads modern pages (the corpus
beside the project when it is there, else ``samples/modern``), measures every way on
every page in turn, and prints medians and ratios. The same machine, the same minute:
only the ratios mean something.
"""

import gc
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter_ns

from selectolax.lexbor import LexborHTMLParser

import scraper
from tests import plain
from tests.pairs import CORPUS, SAMPLES

ROUNDS = 25


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else CORPUS / "modern"
    folder = folder if folder.is_dir() else SAMPLES / "modern"
    pages = sorted(folder.glob("*.html"))
    rows = [measure(page) for page in pages]
    ways = list(rows[0])
    sys.stdout.write(
        f"{len(pages)} pages of {folder.parent.name}/{folder.name}, {ROUNDS} rounds, median µs\n\n"
    )
    sys.stdout.write(
        f"{'page':<28}"
        + "".join(f"{way:>15}" for way in ways)
        + f"{'ours/parse':>13}{'soup/ours':>11}\n"
    )
    for page, row in zip(pages, rows, strict=True):
        times = "".join(f"{row[way]:>15.0f}" for way in ways)
        sys.stdout.write(
            f"{page.name:<28}{times}{row['convert_json'] / row['lexbor parse']:>13.2f}{row['bs4 + lxml'] / row['convert_json']:>11.1f}\n"
        )
    ours = statistics.median(row["convert_json"] / row["lexbor parse"] for row in rows)
    soup = statistics.median(row["bs4 + lxml"] / row["convert_json"] for row in rows)
    sys.stdout.write(
        f"\nmedian: convert_json = {ours:.2f} × a bare parse; bs4 + lxml takes {soup:.1f} × as long\n"
    )


def measure(page: Path) -> dict[str, float]:
    """Return the median time of each way in microseconds; the ways take turns."""
    data = page.read_bytes()
    text = data.decode("utf-8", "replace")
    ways: dict[str, Callable[[], object]] = {
        "lexbor parse": lambda: LexborHTMLParser(text),
        "convert_json": lambda: scraper.convert_json(data),
        "bs4 + lxml": lambda: plain.read(text, "lxml"),
    }
    times: dict[str, list[int]] = {way: [] for way in ways}
    for at in range(ROUNDS):
        for way, run in ways.items():
            if way.startswith("bs4") and at % 5:
                continue
            start = perf_counter_ns()
            run()
            times[way].append(perf_counter_ns() - start)
            if way.startswith("bs4"):
                gc.collect()  # soup is full of cycles; nobody else shall pay for them
    return {way: statistics.median(taken) / 1000 for way, taken in times.items()}


if __name__ == "__main__":
    main()
