"""The whole command on many pages: processes, containers, sinks."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.pages import found
from tests.benchmarks.table import table
from tests.benchmarks.timing import Usage, command
from tests.containers.packing import gzipped, record

_MB = 10**6
_TURNS = 3
"""How often the ways take turns; the quickest counts, as others may use the machine too."""


def processes(count: int) -> str:
    """Compare one process and two with loops that do nothing but parse, alone and two at once."""
    with page_files(count) as folder:
        ways: dict[str, Callable[[], Usage]] = {
            "bare parse loop": partial(_parse_loops, 1, count),
            "two at once": partial(_parse_loops, 2, count),
            "convert --jobs 1": partial(_convert, folder, "x.jsonl", folder / "pages", "-j", "1"),
            "convert --jobs 2": partial(_convert, folder, "x.jsonl", folder / "pages", "-j", "2"),
        }
        turns = [[run() for run in ways.values()] for _ in range(_TURNS)]
    best = [min(used, key=lambda it: it.seconds) for used in zip(*turns, strict=True)]
    loop, loops, one, two = (count / used.seconds for used in best)
    rows = [
        [way, f"{rate:,.0f}", f"{rate / loop:.2f}", f"{used.peak / _MB:.0f}" if used.peak else ""]
        for way, rate, used in zip(ways, (loop, loops, one, two), best, strict=True)
    ]
    return table(
        f"{count:,} page files, JSON Lines to disk",
        ["way", "pages/s", "to the parse loop", "peak MB"],
        rows,
        f"Two processes are {two / one:.2f} × as fast as one; two parse loops at once "
        f"{loops / loop:.2f} ×. With two, a million pages take {_MB / two / 60:.0f} minutes, "
        f"PubMed's 40 million {40 * _MB / two / 3600:.1f} hours.",
    )


def containers(count: int) -> str:
    """Compare the same pages in a folder, a zip and a WARC."""
    with page_files(count) as folder:
        pages = sorted((folder / "pages").iterdir())
        _write_zip(folder / "pages.zip", pages)
        _write_warc(folder / "pages.warc.gz", pages)
        names = ["pages", "pages.zip", "pages.warc.gz"]
        used = {name: _convert(folder, "x.jsonl", folder / name) for name in names}
    return _rates("Where pages come from", count, used)


def sinks(count: int) -> str:
    """Compare the formats that records go to."""
    names = ["x.jsonl", "x.jsonl.gz", "x.jsonl.zst", "x.csv", "x.parquet", "x.sqlite"]
    with page_files(count) as folder:
        used = {name: _convert(folder, name, folder / "pages") for name in names}
    return _rates("Where records go", count, used)


@contextmanager
def page_files(count: int) -> Iterator[Path]:
    """Make a folder whose folder ``pages`` has so many page files; each is a link to one of a few.

    Every page is another file by its name, PMID and all are not.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pages").mkdir()
        (folder / "few").mkdir()
        few = []
        for page in found("modern", ".html"):
            few.append(folder / "few" / page.name)
            few[-1].write_bytes(page.read_bytes())
        for number, page in zip(range(count), cycle(few), strict=False):
            os.link(page, folder / "pages" / f"{number:07}.html")
        yield folder


_LOOP = """
import sys
from itertools import cycle
from pathlib import Path
from time import perf_counter
from selectolax.lexbor import LexborHTMLParser
count, *pages = sys.argv[1:]
texts = [Path(page).read_text("utf-8", "replace") for page in pages]
start = perf_counter()
for _, text in zip(range(int(count)), cycle(texts)):
    LexborHTMLParser(text)
print(perf_counter() - start)
"""
"""A program that does nothing but parse what it has in memory."""


def _parse_loops(loops: int, count: int) -> Usage:
    """Have some loops at once share the pages."""
    argv = [sys.executable, "-c", _LOOP, str(count // loops), *map(str, found("modern", ".html"))]
    running = [subprocess.Popen(argv, stdout=subprocess.PIPE) for _ in range(loops)]
    return Usage(max(float(process.communicate()[0]) for process in running), 0)


def _convert(folder: Path, output: str, pages: Path, *options: str) -> Usage:
    return command("convert", str(pages), "-o", str(folder / output), *options)


def _write_zip(path: Path, pages: list[Path]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for page in pages:
            archive.write(page, page.name)


def _write_warc(path: Path, pages: list[Path]) -> None:
    with path.open("wb") as file:
        for number, page in enumerate(pages):
            file.write(gzipped(record(number, page.read_bytes())))


def _rates(title: str, count: int, used: dict[str, Usage]) -> str:
    first = next(iter(used.values())).seconds
    rows = [
        [name, f"{count / it.seconds:,.0f}", f"{it.seconds / first:.2f}", f"{it.peak / _MB:.0f}"]
        for name, it in used.items()
    ]
    return table(f"{title}: {count:,} pages", ["", "pages/s", "time", "peak MB"], rows)
