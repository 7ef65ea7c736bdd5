"""Parquet: every record comes back as it was, with four readers."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from scraper import model, sinks
from scraper.encode import NAMES
from scraper.sinks import parquet as module
from tests.sinks.records import Record, lines, write

MOVED = {"listing": {"page"}, "listing_item": {"authors", "journal"}}
"""Names whose type is another one in these kinds of record."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the records of all samples."""
    return write(tmp_path_factory.mktemp("parquet") / "x.parquet", lines())


def with_pyarrow(path: Path) -> list[Record]:
    found: list[Record] = pq.read_table(path).to_pylist()
    return found


def with_duckdb(path: Path) -> list[Record]:
    with duckdb.connect() as connection:
        found = connection.sql(f"select * from '{path}'")  # noqa: S608 - a path of our own
        names = found.columns
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def with_polars(path: Path) -> list[Record]:
    return pl.read_parquet(path).to_dicts()


def with_pandas(path: Path) -> list[Record]:
    found = pd.read_parquet(path).to_dict("records")
    return [{str(name): plain(value) for name, value in row.items()} for row in found]


def with_pandas_in_arrow(path: Path) -> list[Record]:
    table = pd.read_parquet(path, dtype_backend="pyarrow")
    found: list[Record] = pa.Table.from_pandas(table, preserve_index=False).to_pylist()
    return found


def plain(value: Any) -> Any:  # noqa: ANN401 - any value of a data frame
    """Return what pandas makes of a value as what it was."""
    if isinstance(value, np.ndarray | list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, float):
        return None if np.isnan(value) else int(value)  # a column of numbers with gaps
    return None if value is pd.NA or value is None else value


@pytest.mark.parametrize(
    "read", [with_pyarrow, with_duckdb, with_polars, with_pandas, with_pandas_in_arrow]
)
def test_every_record_comes_back_field_by_field(
    path: Path, read: Callable[[Path], list[Record]]
) -> None:
    for row, line in zip(read(path), lines(), strict=True):
        record = json.loads(line)
        assert as_record(row, record["kind"]) == record


def as_record(row: Record, kind: str) -> Record:
    """Return the record of a row."""
    moved = MOVED.get(kind, set())
    own: Any = {"listing": model.Listing, "listing_item": model.ItemRecord}.get(kind, model.Article)
    names = [field.name for field in own.__attrs_attrs__]
    record = {name: row[f"{kind}_{name}" if name in moved else name] for name in names}
    others = set(row) - {f"{kind}_{name}" if name in moved else name for name in names}
    assert all(row[name] is None for name in others)
    if isinstance(record.get("page"), dict) and record["page"]["retrieved_at"] is None:
        del record["page"]["retrieved_at"]  # the one key that is not always there
    return record


def test_columns_are_typed_and_in_one_order(path: Path) -> None:
    schema = pq.read_schema(path)
    moved = ["listing_page", "listing_item_authors", "listing_item_journal"]
    assert [name for name in schema.names if name not in moved] == list(NAMES)
    assert set(moved) < set(schema.names)
    assert schema.field("pmid").type == pa.string()
    assert schema.field("retracted").type == pa.bool_()
    assert schema.field("listing_page").type == pa.int64()
    assert schema.field("listing_item_authors").type == pa.list_(pa.string())
    authors = schema.field("authors").type.value_type
    assert authors.field("affiliations").type == pa.list_(pa.int64())
    assert schema.field("cited_by").type.field("items").type.value_type.field("pub_date").type == (
        schema.field("pub_date").type
    )
    assert all(field.nullable for field in schema)
    assert schema.metadata[b"pubmed_scraper.schema_version"] == b"1.0"


def test_no_record_is_a_whole_file_too(path: Path, tmp_path: Path) -> None:
    empty = pq.read_table(write(tmp_path / "x.parquet", []))
    assert (empty.num_rows, empty.schema) == (0, pq.read_schema(path))


def test_columns_are_the_fields_that_were_asked_for(tmp_path: Path) -> None:
    records = [b'{"pmid":"1","journal":{"title":"A"}}', b'{"pmid":"2","journal":"B"}', b"{}"]
    found = pq.read_table(write(tmp_path / "x.parquet", records, fields={"journal", "pmid"}))
    assert found.column_names == ["pmid", "journal", "listing_item_journal"]
    journal = {"title": "A", "medline_ta": None, "issn": None, "nlm_unique_id": None}
    assert found.to_pylist() == [
        {"pmid": "1", "journal": journal, "listing_item_journal": None},
        {"pmid": "2", "journal": None, "listing_item_journal": "B"},
        {"pmid": None, "journal": None, "listing_item_journal": None},
    ]


def test_without_its_kind_a_value_says_itself_which_column_is_its_own(tmp_path: Path) -> None:
    records = [b'{"authors":["Brook A"]}', b'{"authors":[{"name":"B"}]}', b'{"authors":[]}']
    found = pq.read_table(write(tmp_path / "x.parquet", records, fields={"authors"}))
    assert found["listing_item_authors"].to_pylist() == [["Brook A"], None, None]
    names = [
        authors and [author["name"] for author in authors]
        for authors in found["authors"].to_pylist()
    ]
    assert names == [None, ["B"], []]


def test_a_number_that_no_column_holds_is_null(tmp_path: Path) -> None:
    records = [b'{"total":%d,"pmid":"1"}' % (10**30), b'{"total":%d}' % (2**63), b'{"total":7}']
    found = pq.read_table(write(tmp_path / "x.parquet", records, fields={"total", "pmid"}))
    assert found.to_pylist() == [
        {"pmid": "1", "total": None},
        {"pmid": None, "total": None},
        {"pmid": None, "total": 7},
    ]


def test_row_groups_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pq.read_table(write(tmp_path / "whole.parquet", lines()))
    monkeypatch.setattr(module, "_BATCH", 10_000)
    monkeypatch.setattr(module, "_ROW_GROUP", 50_000)
    path = write(tmp_path / "x.parquet", lines())
    groups = pq.ParquetFile(path).metadata.num_row_groups
    assert 3 < groups < len(lines()) / 2
    assert pq.ParquetFile(tmp_path / "whole.parquet").metadata.num_row_groups == 1
    assert pq.read_table(path) == whole


def test_a_stream_will_do() -> None:
    stream = io.BytesIO()
    fill(stream)
    stream.seek(0)
    assert pq.read_table(stream).num_rows == len(lines())


def fill(stream: sinks.Stream) -> None:
    with sinks.open_sink("parquet", stream) as sink:
        for line in lines():
            sink.write(line)


class Full:
    """A disk with so much room, which never takes anything after it was full."""

    def __init__(self, room: int, error: type[BaseException]) -> None:
        self._room, self._error = room, error

    def write(self, data: bytes) -> None:
        assert self._room >= 0, "written to after it was full"
        self._room -= len(data)
        if self._room < 0:
            raise self._error(28, "No space left on device")


@pytest.mark.parametrize("room", [0, 10, 5000])
@pytest.mark.parametrize("error", [OSError, SystemExit])
def test_a_failed_write_comes_out_once(room: int, error: type[BaseException]) -> None:
    with pytest.raises(error):
        fill(Full(room, error))


def test_the_index_stands_at_the_end_so_nothing_is_appended(tmp_path: Path) -> None:
    with pytest.raises(sinks.OutputError, match="--append is not for Parquet"):
        write(tmp_path / "x.parquet", [], append=True)
