"""``isolated=True``: the same records, from a worker that serves the whole process."""

import os
import sys
import threading
from pathlib import Path

import pytest

import scraper
from scraper import isolated
from scraper.layouts import Facts
from tests.cli.command import RENDERING, page
from tests.pairs import SAMPLES
from tests.workers.hostile import EVASIONS, MEDLINE

PAGES = sorted((SAMPLES / "modern").glob("*.html"))[:3]


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Begin without a worker."""
    isolated._WORKER.end()  # noqa: SLF001 - no other way to it


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_record_is_the_same(path: Path) -> None:
    html = path.read_bytes()
    facts = Facts(url="https://example.org/", source="x", retrieved_at="2024-01-01")
    assert scraper.records(html, isolated=True, **facts) == scraper.records(html, **facts)
    assert scraper.convert_json(html, fields=["pmid"], isolated=True) == scraper.convert_json(
        html, fields=["pmid"]
    )


@pytest.mark.parametrize("given", [RENDERING.decode(), RENDERING.decode() + "\ud800"])
def test_text_is_taken_as_text(given: str) -> None:
    assert scraper.convert(given, isolated=True) == scraper.convert(given)


def test_records_of_every_kind_come_back() -> None:
    listing = (
        b"<html><head><meta name=ncbi_app content=pubmed></head><body><pre>1\n2\n</pre></body>"
    )
    for data in (MEDLINE + b"\n" + MEDLINE, listing, page(7)):
        assert scraper.records(data, isolated=True) == scraper.records(data)
        assert scraper.records_json(data, items=True, isolated=True) == scraper.records_json(
            data, items=True
        )


def test_errors_are_the_same() -> None:
    for source in ("x", None):
        with pytest.raises(scraper.NotPubMed) as caught:
            scraper.records(b"<html>", isolated=True, source=source)
        assert caught.value.source == source


def test_a_page_that_breaks_the_worker_costs_itself() -> None:
    for _ in range(2):
        with pytest.raises(scraper.ParserLimit) as caught:
            scraper.records_json(
                EVASIONS["deep-between-end-tags"](), isolated=True, page_timeout=0.5, source="x"
            )
        assert (caught.value.limit, caught.value.source) == ("time", "x")
        assert scraper.convert(page(1), isolated=True, page_timeout=0.5).pmid == "1"


def test_threads_share_the_worker() -> None:
    found: list[str | None] = []

    def convert(number: int) -> None:
        found.append(scraper.convert(page(number), isolated=True).pmid)

    threads = [threading.Thread(target=convert, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(filter(None, found)) == [str(number) for number in range(1, 9)]


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
@pytest.mark.parametrize("start", ["fork", "exec"])
def test_a_fork_has_a_worker_of_its_own(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    monkeypatch.setattr("scraper.workers.crew.preferred", lambda: start)
    assert scraper.convert(page(1), isolated=True).pmid == "1"
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.write(write, (scraper.convert(page(2), isolated=True).pmid or "").encode())
            isolated._WORKER.end()  # noqa: SLF001
        finally:
            os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        assert pipe.read() == b"2"
    assert scraper.convert(page(3), isolated=True).pmid == "3"
