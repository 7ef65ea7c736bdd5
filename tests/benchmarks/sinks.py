"""What does a record cost in each format?

Run ``python -m tests.benchmarks.sinks [COUNT]``. It writes COUNT records (4,000 where none
is given) in every format, round by round: the record of each page of the corpus, where that
is beside the project, else of each sample, again and again under PMIDs of their own. It
prints the median of the processor time; JSON Lines, which only writes, is the measure.
"""

import json
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from scraper import sinks
from tests.pairs import CORPUS, SAMPLES

ROUNDS = 5
ENDINGS = ("jsonl", "jsonl.zst", "jsonl.gz", "json", "csv", "parquet", "sqlite")


def main() -> None:
    """Measure and print."""
    records = list(made(int(sys.argv[1]) if sys.argv[1:] else 4000))
    size = sum(map(len, records)) / len(records)
    sys.stdout.write(f"{len(records):,} records of {size:,.0f} bytes, {ROUNDS} rounds, median\n\n")
    sys.stdout.write(f"{'format':<12}{'µs/record':>12}\n")
    with TemporaryDirectory() as folder:
        taken = [
            {ending: measure(Path(folder, f"x.{ending}"), records) for ending in ENDINGS}
            for _ in range(ROUNDS)
        ]
        for ending in ENDINGS:
            time = statistics.median(row[ending] for row in taken) / len(records) * 1e6
            sys.stdout.write(f"{ending:<12}{time:>12.0f}\n")


def made(count: int) -> Iterator[bytes]:
    """Yield records under PMIDs of their own."""
    folder = CORPUS if CORPUS.is_dir() else SAMPLES
    found = [json.loads(path.read_bytes()) for path in sorted(folder.rglob("*.json"))]
    articles = [record for record in found if record.get("kind") == "article"]
    for number in range(count):
        record = articles[number % len(articles)] | {"pmid": str(90_000_000 + number)}
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def measure(path: Path, records: list[bytes]) -> float:
    """Return the seconds that it takes to write records to a file."""
    start = process_time()
    with sinks.open_sink(sinks.format_of(path.name), str(path)) as sink:
        for record in records:
            sink.write(record)
    return process_time() - start


if __name__ == "__main__":
    main()
