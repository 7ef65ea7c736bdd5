"""The page of a summary as text; tests/browser opens it."""

import re

import pytest

from scraper.summary import page
from tests.jsonl import Record, hostile, samples, tally


def text(records: list[Record], name: str = "records.jsonl") -> str:
    return page(tally(records), name).decode()


def test_no_records() -> None:
    html = text([])
    assert "<b>0</b>records" in html
    assert "<h2>Articles</h2>" not in html
    assert "<h2>Fields</h2>" not in html


def test_one_record() -> None:
    html = text([{"pmid": "7", "title": "On rivers", "pub_date": {"year": 1999}}])
    assert "<b>1</b>articles" in html
    assert "PubMed records of 1999</p>" in html
    assert '["7","On rivers",1999,0,0,0]' in html


def test_the_numbers_of_the_samples() -> None:
    records = samples()
    html = text(records)
    number = sum(record["kind"] == "article" for record in records)
    assert f"<b>{number}</b>articles" in html
    assert "pmid</dt>" in html
    assert "hold it, 0 show that there is none, " in html
    assert "without a year" in text([{"title": "x"}])


def test_a_share_is_never_rounded_to_all_or_nothing() -> None:
    many = [{"doi": "10.1/x", "pmid": None}] * 999
    html = text([*many, {"doi": None, "pmid": "1"}])
    assert re.search(r"<dt>pmid</dt>.*<span>1 %", html)
    assert re.search(r"<dt>doi</dt>.*<span>99 %", html)
    assert re.search(r"<dt>doi</dt>.*<span>100 %", text(many))
    assert re.search(r"<dt>pmid</dt>.*<span>0 %", text(many))


def test_more_errors_than_are_shown() -> None:
    html = text([{"kind": "error", "code": "blocked", "source": f"{n}.html"} for n in range(101)])
    assert "<bdi>blocked</bdi>: 101." in html
    assert "The first 100 of them:" in html
    assert "99.html" in html
    assert "100.html" not in html


def test_more_articles_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    found = tally([{"title": "x" * 100, "pub_date": {"year": n}} for n in range(1, 101)])
    monkeypatch.setattr(found.newest, "size", 3000)
    html = page(found, "x").decode()
    shown = re.search(r"The newest (\d+) of 100;", html)
    assert shown
    assert 10 < int(shown[1]) < 30


def test_giant_values_make_no_giant_page() -> None:
    giant = "x" * 1_000_000
    article = {
        "title": giant,
        "journal": {"title": giant},
        "publication_types": [giant],
        "languages": [giant],
        "mesh_headings": [{"descriptor_name": giant}],
        "warnings": [{"code": giant, "message": giant}],
        giant: giant,
    }
    error = {"kind": "error", "source": giant, "code": giant, "message": giant}
    assert len(text([article, error])) < 100_000


def test_the_same_records_give_the_same_page() -> None:
    assert text(samples()) == text(samples())


def test_hostile_words_stay_words() -> None:
    html = text(list(hostile()), name="<script>alert(1)</script>")
    assert html.count("<script") == 2  # the rows and the page's own
    assert "<img" not in html
    assert "<svg onload" not in html
    assert "49" not in re.sub(r"<svg.*?</svg>", "", html)
