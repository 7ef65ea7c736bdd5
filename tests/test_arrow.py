"""Arrow batches in, Arrow batches out."""

import json
from collections.abc import Iterator

import pyarrow as pa
import pytest

from scraper import arrow, convert_json, records_json
from scraper.errors import BatchError
from scraper.workers import Limits
from tests.cli.command import page
from tests.pairs import SAMPLES

NBIB = (SAMPLES / "medline" / "three.nbib").read_bytes()
LONG = page(2, "<p>x" * 2_000_000)


def batch(ids: object, pages: object, kind: pa.DataType | None = None) -> pa.RecordBatch:
    arrays = [ids if isinstance(ids, pa.Array) else pa.array(ids), pa.array(pages, kind)]
    return pa.RecordBatch.from_arrays(arrays, names=["id", "page"])


def rows(*batches: pa.RecordBatch, **options: object) -> list[tuple[object, ...]]:
    found = arrow.convert_batches(iter(batches), **options)  # type: ignore[arg-type]
    return [tuple(row.values()) for out in found for row in out.to_pylist()]


def test_records_and_failures_in_order() -> None:
    pages = [page(1), None, NBIB, b"%PDF-1.7", page(5)]
    found = rows(batch(["a", "b", "c", "d", "e"], pages))
    assert [(row[0], row[1], row[2]) for row in found] == [
        ("a", "ok", "1"),
        ("b", "error", None),
        *(("c", "ok", pmid) for pmid in ("90300001", "90300002", "90300003")),
        ("d", "error", None),
        ("e", "ok", "5"),
    ]
    assert found[0][3:] == (convert_json(page(1), source="a").decode(), None)
    assert [row[3] for row in found[2:5]] == [
        line.decode() for line in records_json(NBIB, source="c")
    ]
    null, pdf = (json.loads(str(found[at][4])) for at in (1, 5))
    assert (found[1][3], null["code"], null["source"]) == (None, "unreadable", "b")
    assert "null" in null["message"]
    assert (pdf["kind"], pdf["code"], pdf["source"]) == ("error", "unreadable", "d")


@pytest.mark.parametrize(
    ("ids", "source"),
    [
        (pa.array([7]), "7"),
        (pa.array([b"a\xff\0"]), "a\\xff\\0"),
        (pa.array([None], pa.string()), "None"),
        (pa.array([{"row": 2}]), "{'row': 2}"),
        (pa.array(["x"]).dictionary_encode(), "x"),
    ],
)
def test_ids_of_any_type_are_handed_on(ids: pa.Array, source: str) -> None:
    (out,) = arrow.convert_batches([batch(ids, [page(1)])], isolated=False)
    assert out.schema == arrow.schema_for(ids.type)
    assert out.column("id") == ids
    assert json.loads(out.column("record")[0].as_py())["page"]["source"] == source


def test_pages_as_text_and_options() -> None:
    html = page(1, "Häufige Flüsse").decode()
    (row,) = rows(batch([1], [html]), fields={"title", "pmid"}, isolated=False)
    assert row[3] == '{"pmid":"1","title":"Häufige Flüsse"}'
    latin = html.replace("utf-8", "iso-8859-1")
    assert rows(batch([1], [latin]), fields={"title"})[0][3] == '{"title":"Häufige Flüsse"}'


def test_a_page_that_breaks_the_parser_costs_one_row() -> None:
    limits = Limits(page_timeout=0.5)
    found = rows(batch([1, 2, 3], [page(1), LONG, page(3)]), limits=limits)
    assert [(row[0], row[1]) for row in found] == [(1, "ok"), (2, "error"), (3, "ok")]
    assert json.loads(str(found[1][4])) | {"message": ""} == {
        "schema_version": "1.0",
        "kind": "error",
        "source": "2",
        "code": "parser_limit",
        "message": "",
        "pmid": None,
    }


def test_a_bad_record_among_many_costs_one_row() -> None:
    broken = NBIB.replace(b"PMID- 90300002", b"PMID- x")
    found = rows(batch([1], [broken]), isolated=False)
    assert [(row[1], row[2]) for row in found] == [
        ("ok", "90300001"),
        ("error", None),
        ("ok", "90300003"),
    ]


def test_long_results_come_in_several_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "_ROWS", 2)
    found = arrow.convert_batches([batch([1], [NBIB])], isolated=False)
    assert [len(out) for out in found] == [2, 1]


def test_batches_are_asked_for_one_at_a_time() -> None:
    asked = []

    def endless() -> Iterator[pa.RecordBatch]:
        for number in range(10**9):
            asked.append(number)
            yield batch([number], [page(1)])

    found = arrow.convert_batches(endless(), isolated=False)
    next(found)
    assert asked == [0]


def test_empty_batches_and_tables() -> None:
    empty = batch(pa.array([], pa.int64()), [], pa.binary())
    assert rows(empty) == []
    table = arrow.convert_table(pa.Table.from_batches([empty]))
    assert (len(table), table.schema) == (0, arrow.schema_for(pa.int64()))
    table = arrow.convert_table(pa.Table.from_batches([batch([1], [page(1)])]), isolated=False)
    assert table.column("pmid").to_pylist() == ["1"]


def test_a_column_is_missing() -> None:
    wrong = pa.RecordBatch.from_arrays([pa.array([1])], names=["key"])
    with pytest.raises(BatchError, match="no column 'id', but key"):
        rows(wrong)
    with pytest.raises(BatchError, match="no column 'id'"):
        arrow.convert_table(pa.Table.from_batches([wrong]))


def test_the_schema_for_spark_is_that_of_string_ids() -> None:
    schema = arrow.schema_for(pa.string())
    assert ", ".join(f"{field.name} {field.type}" for field in schema) == arrow.SPARK_SCHEMA
