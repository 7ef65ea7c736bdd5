"""``inspect`` and ``convert --provenance`` as commands."""

import sys

import pytest

from tests.cli.command import RENDERING
from tests.cli.here import Here


def test_a_page_about_a_page(here: Here) -> None:
    (here.folder / "r.txt").write_bytes(RENDERING)
    done = here.run("inspect", "r.txt", "-o", "page.html")
    assert (done.status, done.talk) == (0, "")
    html = (here.folder / "page.html").read_text()
    assert 'data-path="title" data-where="line 4"' in html
    assert "<bdi>r.txt</bdi>" in html


def test_standard_input(here: Here) -> None:
    done = here.run("inspect", "-", text=RENDERING)
    assert done.status == 0
    assert b"Rivers are long." in done.output


def test_provenance(here: Here) -> None:
    (here.folder / "r.txt").write_bytes(RENDERING)
    (record,) = here.run("convert", "--provenance", "r.txt").records
    assert record["provenance"]["abstract_sections[0].text"] == "line 14"


def test_what_cannot_be_inspected(here: Here) -> None:
    (here.folder / "bad.txt").write_bytes(b"nothing of PubMed")
    done = here.run("inspect", "bad.txt", "-o", "page.html")
    assert done.status == 1
    assert done.talk.startswith("bad.txt: not_pubmed: ")
    assert not (here.folder / "page.html").exists()
    assert here.run("inspect", "gone.html").status == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name a page, or - for standard input"),
        (("*.html",), "PATH is one page, no folder, pattern or archive"),
        (("r.txt", "-o", "r.txt"), "r.txt is an input; name another file"),
    ],
)
def test_usage(here: Here, arguments: tuple[str, ...], said: str) -> None:
    (here.folder / "r.txt").write_bytes(RENDERING)
    done = here.run("inspect", *arguments)
    assert done.status == 2
    assert said in done.talk


def test_without_the_extra(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    (here.folder / "r.txt").write_bytes(RENDERING)
    monkeypatch.delitem(sys.modules, "scraper.cli.inspecting", raising=False)
    monkeypatch.setitem(sys.modules, "scraper.inspection", None)
    done = here.run("inspect", "r.txt")
    assert done.status == 2
    assert "pip install 'pubmed-scraper[inspect]'" in done.talk
