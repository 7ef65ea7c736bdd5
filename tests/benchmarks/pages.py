"""One page at a time: a bare parse, ours, and what people write or install otherwise.

The soups read the same fields (``tests/plain.py``); trafilatura gives a page's main text only.
"""

import statistics
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura

from tests import plain
from tests.benchmarks.fresh import OURS, PARSE, apart, together
from tests.benchmarks.table import table
from tests.benchmarks.timing import in_turn
from tests.pairs import CORPUS, SAMPLES

_Row = dict[str, float]
_SLOW = 5
"""How many times fewer rounds the slow ways get."""
_BOTH, _KEPT = "in one process", "heap kept"


def report(rounds: int) -> str:
    """Measure the modern pages, then the older layouts and the texts against them."""
    modern = {page.stem: _modern(page, rounds) for page in found("modern", ".html")}
    return f"{_modern_table(modern, rounds)}\n{_others_table(modern, rounds)}"


def found(folder: str, ending: str) -> list[Path]:
    """Return the pages of one folder of the corpus, else of the samples."""
    root = CORPUS if CORPUS.is_dir() else SAMPLES
    return sorted((root / folder).glob(f"*{ending}"))


def _modern(page: Path, rounds: int) -> _Row:
    text = page.read_text("utf-8", "replace")
    slow: dict[str, Callable[[], object]] = {
        "bs4 + lxml": lambda: plain.read(text, "lxml"),
        "bs4 + html.parser": lambda: plain.read(text, "html.parser"),
        "trafilatura": lambda: trafilatura.extract(text),
    }
    both, kept = together(page, rounds), together(page, rounds, kept=True)
    return (
        apart(page, rounds)
        | in_turn(slow, max(1, rounds // _SLOW))
        | {_BOTH: both[OURS] / both[PARSE], _KEPT: kept[OURS] / kept[PARSE]}
    )


def _modern_table(rows: dict[str, _Row], rounds: int) -> str:
    ways = [way for way in next(iter(rows.values())) if way not in {_BOTH, _KEPT}]
    parse = {name: row[OURS] / row[PARSE] for name, row in rows.items()}
    lxml = {name: row["bs4 + lxml"] / row[OURS] for name, row in rows.items()}
    body = [
        [
            name,
            *(f"{row[way]:,.0f}" for way in ways),
            *(f"{ratio:.2f}" for ratio in (parse[name], row[_BOTH], row[_KEPT])),
            f"{lxml[name]:.1f}",
        ]
        for name, row in rows.items()
    ]
    hours = statistics.mean(row[OURS] for row in rows.values()) / 3600
    return table(
        f"Modern pages, median µs of {rounds} rounds (slow ways of {max(1, rounds // _SLOW)})",
        ["page", *ways, "ours/parse", _BOTH, _KEPT, "soup/ours"],
        body,
        f"Median: convert_json takes {statistics.median(parse.values()):.2f} × a bare parse, each in "
        f"a process of its own; {_median(rows, _BOTH)} × in turn in one process, {_median(rows, _KEPT)} × where the "
        f"heap is never given back to the system, which is half of the time of such a parse. BeautifulSoup + lxml {statistics.median(lxml.values()):.1f} × convert_json.",
        f"A million such pages: {hours:.2f} core hours; PubMed's 40 million: {40 * hours:.0f}.",
    )


def _median(rows: dict[str, _Row], column: str) -> str:
    return f"{statistics.median(row[column] for row in rows.values()):.2f}"


def _others_table(modern: dict[str, _Row], rounds: int) -> str:
    typical = statistics.median(row[OURS] for row in modern.values())
    rows = [
        _other(page, rounds, modern.get(page.stem, {}).get(OURS, typical))
        for page in (*found("legacy", ".html"), *found("text", ".txt"))
    ]
    return table(
        "Older layouts, and texts against the modern page (of the same article, else the median)",
        ["page", "lexbor parse", "convert_json", "ours/parse", "ours/modern"],
        rows,
    )


def _other(page: Path, rounds: int, modern: float) -> Sequence[str]:
    row = apart(page, rounds)
    ours, parse = row[OURS], row.get(PARSE)
    return [
        page.name,
        f"{parse:,.0f}" if parse else "–",
        f"{ours:,.0f}",
        f"{ours / parse:.2f}" if parse else "–",
        f"{ours / modern:.2f}",
    ]
