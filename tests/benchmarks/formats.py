"""What a record costs in each format, without the page that it is read from."""

import json
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from scraper import sinks
from tests.benchmarks.pages import found
from tests.benchmarks.table import table
from tests.benchmarks.timing import in_turn

_ROUNDS = 5
_ENDINGS = ("jsonl", "jsonl.zst", "jsonl.gz", "json", "csv", "parquet", "sqlite")


def report(count: int) -> str:
    """Compare the formats on so many records, each under a PMID of its own."""
    records = _records(count)
    size = sum(map(len, records)) / count
    with TemporaryDirectory() as folder:
        ways: dict[str, Callable[[], object]] = {
            ending: partial(_write, Path(folder, f"x.{ending}"), records) for ending in _ENDINGS
        }
        times = in_turn(ways, _ROUNDS)
    return table(
        f"{count:,} records of {size:,.0f} bytes, {_ROUNDS} rounds, median",
        ["ending of -o", "µs a record"],
        [[ending, f"{time / count:.0f}"] for ending, time in times.items()],
    )


def _records(count: int) -> list[bytes]:
    articles = [json.loads(path.read_bytes()) for path in found("modern", ".json")]
    return [
        json.dumps(
            record | {"pmid": f"{number}"}, ensure_ascii=False, separators=(",", ":")
        ).encode()
        for number, record in zip(range(count), cycle(articles), strict=False)
    ]


def _write(path: Path, records: list[bytes]) -> None:
    with sinks.open_sink(sinks.format_of(path.name), str(path)) as sink:
        for record in records:
            sink.write(record)
