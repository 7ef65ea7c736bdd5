"""Files of references: what is between them, each key once, what is left out."""

import json
from pathlib import Path
from typing import Any

import pytest
import rispy
from pybtex.database import parse_file

import scraper
from scraper import sinks
from scraper.encode import ARTICLES, kind
from scraper.errors import NoReference, OutputError
from tests.references.csl_reading import read
from tests.sinks.records import article, lines, write


def articles() -> list[bytes]:
    return [line for line in lines() if kind(line) in ARTICLES]


def with_pmid() -> list[bytes]:
    return [line for line in articles() if json.loads(line)["pmid"]]


def test_every_sample_in_each_format(tmp_path: Path) -> None:
    count = len(articles())
    with write(tmp_path / "x.ris", lines()).open(encoding="utf-8") as file:
        assert len(rispy.load(file)) == count
    assert len(parse_file(write(tmp_path / "x.bib", lines()), "bibtex").entries) == count
    items = read(write(tmp_path / "x.csl.json", lines()).read_text())
    assert len({item["id"] for item in items}) == count
    records = scraper.records(write(tmp_path / "x.nbib", with_pmid()).read_bytes())
    assert [record.pmid for record in records] == [  # type: ignore[union-attr]
        json.loads(line)["pmid"] for line in with_pmid()
    ]


@pytest.mark.parametrize(
    ("ending", "nothing"), [("ris", b""), ("bib", b""), ("csl.json", b"[]\n"), ("nbib", b"")]
)
def test_no_record(tmp_path: Path, ending: str, nothing: bytes) -> None:
    assert write(tmp_path / f"x.{ending}", []).read_bytes() == nothing


def test_references_have_a_blank_line_between_them(tmp_path: Path) -> None:
    data = write(tmp_path / "x.ris", [article("1"), article("2")]).read_bytes()
    assert data.count(b"ER  - \n\nTY  - JOUR\n") == 1
    assert data.startswith(b"TY  - ")
    assert data.endswith(b"\nER  - \n")


def test_the_same_article_twice_has_two_keys(tmp_path: Path) -> None:
    entries = parse_file(write(tmp_path / "x.bib", [article("1")] * 2), "bibtex").entries
    first, second = entries
    assert second == f"{first}-2"
    again = parse_file(write(tmp_path / "y.bib", [article("1")]), "bibtex").entries
    assert list(again) == [first]


def test_listings_are_left_out_and_counted(tmp_path: Path) -> None:
    said: list[str] = []
    others = [line for line in lines() if kind(line) not in ARTICLES]
    path = write(tmp_path / "x.ris", [*others, article("1")], tell=said.append)
    assert path.read_bytes().count(b"TY  - ") == 1
    assert said == [f"listings and their entries are no references; left out: {len(others)}"]


def test_a_record_that_a_format_cannot_carry_costs_nothing_else(tmp_path: Path) -> None:
    with sinks.open_sink("nbib", str(tmp_path / "x.nbib")) as sink:
        sink.write(article("1"))
        with pytest.raises(NoReference, match="no PMID"):
            sink.write(article(None))
        sink.write(article("2"))
    assert len(scraper.records((tmp_path / "x.nbib").read_bytes())) == 2


@pytest.mark.parametrize("format_", ["ris", "bibtex", "csl-json", "nbib"])
@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"append": True}, "--append is not for references"),
        ({"fields": {"pmid"}}, "--fields is not for references"),
    ],
)
def test_what_is_refused(tmp_path: Path, format_: str, asked: dict[str, Any], why: str) -> None:
    path = tmp_path / "x"
    with (
        pytest.raises(OutputError, match=why),
        sinks.open_sink(format_, str(path), sinks.Options(**asked)),
    ):
        pass
    assert not path.exists()
