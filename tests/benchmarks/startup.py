"""How soon the command is there, next to an interpreter that imports click."""

import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.pages import found
from tests.benchmarks.table import table
from tests.benchmarks.timing import seconds


def report(rounds: int) -> str:
    """Measure whole processes in turn."""
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_bytes(found("modern", ".html")[0].read_bytes())
        python = Path(sys.executable)
        program = str(python.with_name("pubmed-scraper"))
        ways = {
            'python -c "import click"': [str(python), "-c", "import click"],
            "pubmed-scraper --version": [program, "--version"],
            "pubmed-scraper convert page.html": [program, "convert", str(page)],
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(rounds):
            for way, argv in ways.items():
                times[way].append(seconds(argv))
    medians = {way: statistics.median(taken) for way, taken in times.items()}
    first = next(iter(medians.values()))
    return table(
        f"Start of the command, median of {rounds} runs in turn",
        ["command", "ms", "ratio"],
        [[way, f"{took * 1000:.0f}", f"{took / first:.2f}"] for way, took in medians.items()],
    )
