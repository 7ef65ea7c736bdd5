"""Records of every kind, as lines of JSON, and what sinks make of them."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import scraper
from scraper import sinks
from tests.pairs import SAMPLES

Record = dict[str, Any]


@cache
def lines() -> tuple[bytes, ...]:
    """Return the record of every sample, and the items of every listing as lines of their own."""
    expected = [path.read_bytes() for path in sorted(SAMPLES.rglob("*.json"))]
    for path in sorted(SAMPLES.rglob("*.jsonl")):
        expected += path.read_bytes().splitlines()
    found = [compact(json.loads(record)) for record in expected]
    for path in sorted((SAMPLES / "listing").glob("*.html")):
        found += scraper.records_json(path.read_bytes(), items=True, source=path.name)
    return tuple(line for line in found if json.loads(line)["kind"] != "error")


def compact(record: Record) -> bytes:
    """Return a record as one line."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def article(pmid: str | None, **values: object) -> bytes:
    """Return a record with a PMID, all else as in some sample unless it is given."""
    record = json.loads((SAMPLES / "modern" / "structured-abstract.json").read_bytes())
    return compact(record | {"pmid": pmid} | values)


def write(path: Path, records: Iterable[bytes], **options: Any) -> Path:  # noqa: ANN401 - any option
    """Write records to a file, in the format of its ending."""
    format_ = sinks.format_of(path.name)
    with sinks.open_sink(format_, str(path), sinks.Options(**options)) as sink:
        for record in records:
            sink.write(record)
    return path
