"""CSV: one row a record, and no cell that a spreadsheet runs."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.encode import NAMES
from scraper.sinks.cells import cell, guarded
from scraper.sinks.delimited import row
from tests.sinks.records import article, lines, write


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_a_row_for_each_record_and_a_column_for_each_name(tmp_path: Path) -> None:
    data = write(tmp_path / "x.csv", lines()).read_bytes()
    assert data.startswith(b"schema_version,kind,pmid,")
    assert data.endswith(b"\r\n")
    rows = table(data)
    assert list(rows[0]) == list(NAMES)
    for found, line in zip(rows, lines(), strict=True):
        record = json.loads(line)
        assert found["pmid"] == (record.get("pmid") or "")
        assert found["kind"] == record["kind"]
        assert found["title"].removeprefix("'") == (record.get("title") or "")


def test_columns_are_the_fields_in_the_order_of_the_record(tmp_path: Path) -> None:
    path = write(tmp_path / "x.csv", [b'{"pmid":"1","title":"A"}'], fields={"title", "pmid"})
    assert path.read_bytes() == b"pmid,title\r\n1,A\r\n"


def test_no_record_leaves_the_names(tmp_path: Path) -> None:
    assert write(tmp_path / "x.csv", [], fields={"pmid"}).read_bytes() == b"pmid\r\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ([], ""),
        (True, "true"),
        (0, "0"),
        (["a", "b"], "a; b"),
        ({"raw": "2010 Sep-Oct", "year": 2010, "iso": "2010"}, "2010"),
        ({"title": None, "medline_ta": "J Invent Geogr", "issn": None}, "J Invent Geogr"),
        ({"title": "A", "medline_ta": "J Invent Geogr", "issn": None}, "A"),
        ({"title": "StatBook", "publisher_name": "X", "citation": "In: …"}, "StatBook"),
        ([{"grant_id": "1", "raw": "R01/NS"}, {"grant_id": None, "raw": "x"}], "R01/NS; x"),
        ({"total": 2, "items": [{"pmid": "1", "citation": "a"}]}, "1"),
        ({"total": 0, "items": []}, ""),
        ([{"pmid": None, "citation": "Brook A. 2001.", "title": "A"}], "Brook A. 2001."),
        ([{"pmid": None, "citation": None, "title": None}], ""),
        ([{"ref_type": "CommentIn", "article": {"pmid": "7", "citation": "a"}}], "CommentIn 7"),
        ([{"source": "GENBANK", "accession": "X1", "url": None}], "GENBANK/X1"),
        ({"layout": "modern", "url": "https://…", "source": "a.html"}, "a.html"),
        (
            [{"name": "Gene", "url": "https://a"}, {"name": "x", "url": "https://b"}],
            "https://a; https://b",
        ),
        ([{"label": None, "text": "a", "html": None}], '[{"label":null,"text":"a","html":null}]'),
        ({"unknown": 1}, '{"unknown":1}'),
        ([{"iso": "2010"}, {"unknown": 1}], '[{"iso":"2010"},{"unknown":1}]'),
        (
            [
                {
                    "descriptor_name": "Memory, Long-Term",
                    "major_topic": True,
                    "qualifiers": [{"qualifier_name": "drug effects", "major_topic": False}],
                },
                {
                    "descriptor_name": "Cytoskeleton",
                    "major_topic": False,
                    "qualifiers": [{"qualifier_name": "ultrastructure", "major_topic": True}],
                },
            ],
            "Memory, Long-Term*/drug effects; Cytoskeleton/ultrastructure*",
        ),
        (
            [
                {"name": "A B Brook", "last_name": "Brook", "fore_name": "A B", "suffix": "Jr"},
                {"name": "Stone", "last_name": "Stone", "fore_name": None, "suffix": None},
                {"name": "A Group", "last_name": None, "fore_name": None, "suffix": None},
            ],
            "Brook, A B, Jr; Stone; A Group",
        ),
    ],
)
def test_what_a_cell_shows(value: object, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uff1d1+1",
        "-",
        "+1a",
    ],
)
def test_a_formula_gets_an_apostrophe_unless_cells_are_to_be_raw(tmp_path: Path, text: str) -> None:
    record = article("1", title=text)
    guarded_, raw = (
        table(write(tmp_path / "x.csv", [record], csv_raw=raw).read_bytes())[0]["title"]
        for raw in (False, True)
    )
    assert (guarded_, raw) == (f"'{text}", text)


@pytest.mark.parametrize("text", ["-1", "+49123", "-0.5", "1", "a=b", "'=1", "", "884-95"])
def test_numbers_and_other_text_stay(text: str) -> None:
    assert guarded(text) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_is_lost_and_none_is_left_to_run(text: str) -> None:
    safe = guarded(text)
    assert safe in {text, f"'{text}"}
    if safe[:1] in tuple("=+-@\t\r\n"):
        float(safe)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_a_row_is_read_back_by_any_reader_of_csv(cells: list[str]) -> None:
    text = io.StringIO(row(cells).decode(), newline="")
    assert list(csv.reader(text, strict=True)) == [cells]
