"""What is done with a job file: ``status``, ``retry``, ``export``, ``warc``, ``convert``."""

import contextlib
import io
import json
import sqlite3
import sys
from pathlib import Path

import msgspec
import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

import scraper
from scraper import owner
from scraper.crawler.job import Job
from scraper.crawler.options import PUBMED
from scraper.crawler.progress import resting
from tests.cli.command import Command
from tests.cli.here import Here
from tests.cli.terminal import Terminal
from tests.crawler.pages import article
from tests.crawler.pubmed import ARTICLE, BROKEN, CITED, MERGED, MISSING, pubmed
from tests.crawler.site import Site, http, ordinary

GIVEN = ("11", ARTICLE, MERGED, MISSING, CITED, BROKEN)


@pytest.fixture
def job(here: Here, loopback: Site) -> str:
    """Crawl a job with something of everything; its pages are PubMed's own."""
    assert here.crawl(loopback, *GIVEN, "--cited-by", "all", "--retries", "0").status == 1
    return "c.db"


def as_from_pubmed(job: str, loopback: Site) -> None:
    """Have the pages of a job bear the addresses of PubMed."""
    with contextlib.closing(sqlite3.connect(job)) as connection, connection:
        connection.execute("UPDATE page SET url = replace(url, ?, ?)", (loopback.url, PUBMED))


def waiting(job: str, *pmids: str) -> None:
    """Add PMIDs to a job that are not fetched yet."""
    with Job(job) as opened:
        opened.items.add(pmids)


def test_the_status_of_a_job_at_rest(here: Here, job: str) -> None:
    done = here.run("status", job)
    assert (done.status, done.talk) == (0, "")
    assert done.output.decode().splitlines() == [
        "c.db: 6 PMIDs",
        "  done            3",
        "  merged          1  (their article has another PMID now)",
        "  gone            1  (PubMed has no such article)",
        "  failed          1  (retry has them tried again)",
        "complete",
        "last errors:",
        f"  PMID {MISSING}: http_404: the server answered 404",
        f"  PMID {BROKEN}: http_500: the server answered 500",
    ]
    waiting(job, "12", "13")
    assert b"not running; at 1 request a second; 2 seconds left" in here.run("status", job).output
    facts = json.loads(here.run("status", job, "--json").output)
    assert facts["counts"] == {
        "done": 3, "merged": 1, "gone": 1, "blocked": 0, "failed": 1, "pending": 2,
    }  # fmt: skip
    assert [error["pmid"] for error in facts["last_errors"]] == [MISSING, BROKEN]
    assert (facts["job"], facts["running"], facts["total"]) == ("c.db", False, 8)
    assert (facts["seconds_left"], facts["rate"], facts["next_at"]) == (2, None, None)


def test_the_status_of_a_site_that_wants_to_be_left_alone(here: Here, loopback: Site) -> None:
    loopback.answer = lambda request: (
        http(b"", 429, {"Retry-After": "90000"}) if request.pmid == "12" else ordinary(request)
    )
    assert here.crawl(loopback, "11", "12").status == 4
    lines = here.run("status", "c.db").output.decode().splitlines()
    assert "next request in 1 day 1 hour, at 20" in lines[3]
    assert lines[3].endswith("the server answered 429: it wants fewer requests")
    assert lines[5].startswith("  PMID 12: http_429: ")
    facts = json.loads(here.run("status", "c.db", "--json").output)
    assert facts["next_at"].startswith("20")
    assert facts["reason"].startswith("the server answered 429")


def test_the_status_of_a_job_at_work(here: Here, job: str) -> None:
    with Job(job) as held:
        silent = here.run("status", job)
        assert (silent.status, "job_locked" in silent.talk) == (5, True)
        owner.write(job, **msgspec.to_builtins(resting(held, 0)))
        assert b"running: process " in here.run("status", job).output
        facts = json.loads(here.run("status", job, "--json").output)
    assert (facts["running"], facts["total"]) == (True, 6)
    assert facts["process"].startswith("process ")


@pytest.mark.parametrize("command", ["status", "retry", "export", "warc"])
def test_no_job(here: Here, command: str) -> None:
    done = here.run(command, "gone.db")
    assert (done.status, done.output) == (2, b"")
    assert done.talk.startswith("gone.db: job_unusable: there is no such job file")
    Path("empty.db").touch()
    assert here.run(command, "empty.db").status == 2
    assert Path("empty.db").stat().st_size == 0
    with contextlib.closing(sqlite3.connect("bare.db")) as connection:
        connection.executescript("CREATE TABLE x (y); DROP TABLE x")
    done = here.run(command, "bare.db")
    assert (done.status, "an empty database, and no job file" in done.talk) == (2, True)


def test_references_of_a_job(here: Here, job: str) -> None:
    done = here.run("export", job, "--to", "ris")
    assert done.status == 1
    assert done.output.count(b"TY  - ") == len(here.run("export", job).records) == 3
    assert f"PMID {BROKEN}: http_500: " in done.talk


def test_retry(here: Here, loopback: Site, job: str) -> None:
    none = here.run("retry", job, "--state", "blocked")
    assert none.talk == "c.db: 0 PMIDs put back from blocked to pending\n"
    loopback.answer = lambda request: (
        http(article(BROKEN)) if request.pmid == BROKEN else pubmed(request)
    )
    asked = len(loopback.log)
    done = here.run("retry", job)
    assert (done.status, done.output) == (0, b"")
    assert done.talk.startswith("c.db: 1 PMID put back from failed to pending; now crawl --job ")
    assert BROKEN in here.crawl(loopback).pmids
    assert [request.pmid for request in loopback.log[asked:] if request.pmid] == [BROKEN]
    again = here.run("retry", job, "--state", "failed", "--state", "gone")
    assert again.talk.startswith("c.db: 1 PMID put back from failed or gone to pending")


def test_export_is_what_crawl_gave(here: Here, loopback: Site, job: str) -> None:
    given = here.crawl(loopback, "--errors", "crawl.jsonl")
    asked = len(loopback.log)
    done = here.run("export", job, "--errors", "export.jsonl")
    assert (done.status, done.output) == (given.status, given.output)
    assert Path("export.jsonl").read_bytes() == Path("crawl.jsonl").read_bytes()
    here.run("export", job, "-o", "out.json", "--format", "json", "--fields", "pmid")
    assert [record["pmid"] for record in json.loads(Path("out.json").read_bytes())] == given.pmids
    assert len(loopback.log) == asked


def test_export_of_a_part_says_so(here: Here, loopback: Site) -> None:
    here.crawl(loopback, "11")
    waiting("c.db", "12")
    done = here.run("export", "c.db")
    assert (done.status, done.pmids) == (1, ["11"])
    assert done.talk == ("c.db: not_fetched: 1 PMID still to be fetched; crawl --job goes on\n")


def test_export_while_a_crawl_runs(here: Here, job: str) -> None:
    with Job(job):
        for command in ("export", "warc"):
            done = here.run(command, job)
            assert (done.status, done.output) == (5, b"")
        done = here.run("convert", job)
        assert (done.status, done.output) == (5, b"")


def test_convert_reads_a_job(here: Here, loopback: Site, job: str) -> None:
    as_from_pubmed(job, loopback)
    done = here.run("convert", job)
    assert (done.status, done.talk) == (0, "")
    assert done.pmids == ["11", ARTICLE, CITED]
    page = done.records[0]["page"]
    assert page["source"] == f"c.db!{PUBMED}/11/"
    assert page["url"] == f"{PUBMED}/11/"
    with Job(job, read_only=True) as opened:
        stored = opened.pages.get("11")
    assert stored is not None
    assert page["retrieved_at"] == stored.retrieved_at


def test_convert_of_a_job_that_ended_badly(here: Here, job: str) -> None:
    with Job(job) as held:
        held.items.add(["12"])
        here.folder.joinpath("copy.db").write_bytes(Path(job).read_bytes())
        here.folder.joinpath("copy.db-wal").write_bytes(Path(f"{job}-wal").read_bytes())
    assert here.run("convert", "copy.db").pmids == ["11", ARTICLE, CITED]
    assert b"7 PMIDs" in here.run("status", "copy.db").output


def test_what_convert_cannot_read_of_a_job(here: Here, job: str) -> None:
    done = here.run("convert", "-", text=Path(job).read_bytes())
    assert done.talk.startswith("-: unreadable: a job file cannot be read from standard input")
    done = here.run("convert", job, "--max-bytes", "20k")
    assert done.talk.count(": too_large: ") == 3
    sqlite3.connect("other.db").execute("CREATE TABLE x (y)").connection.close()
    assert "other.db: unreadable: " in here.run("convert", "other.db").talk


def test_a_job_on_a_disk_that_cannot_be_written(
    here: Here, job: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    here.folder.chmod(0o555)
    assert here.run("convert", job).pmids == ["11", ARTICLE, CITED]
    here.folder.chmod(0o755)
    assert sorted(path.name for path in here.folder.iterdir()) == ["c.db"]


def test_warc_and_back(here: Here, loopback: Site, job: str) -> None:
    as_from_pubmed(job, loopback)
    assert here.run("warc", job, "-o", "c.warc.gz").status == 0
    back = here.run("convert", "c.warc.gz")
    wanted = here.run("convert", job).records
    articles = [record for record in back.records if record["kind"] == "article"]
    for record in (*articles, *wanted):
        del record["page"]["source"]
    assert articles == wanted
    assert here.run("warc", job).output == Path("c.warc.gz").read_bytes()
    here.run("warc", job, "-o", "c.warc")
    assert Path("c.warc").read_bytes().startswith(b"WARC/1.1\r\n")


def test_warc_as_other_programs_read_it(here: Here, job: str) -> None:
    with Job(job, read_only=True) as opened:
        pages = list(opened.pages)
    data = here.run("warc", job).output
    kinds = WarcRecordType.response | WarcRecordType.warcinfo
    info, *records = ArchiveIterator(io.BytesIO(data), record_types=kinds)
    assert info.record_type == WarcRecordType.warcinfo
    assert [record.headers["WARC-Target-URI"] for record in records] == [p.url for p in pages]
    others = WarcioIterator(io.BytesIO(data), check_digests="raise")
    assert b"software: pubmed-scraper/" in next(others).content_stream().read()
    for record, page in zip(others, pages, strict=True):
        assert record.content_stream().read() == page.body
        assert record.http_headers.get_header("content-encoding") == "gzip"
        assert record.http_headers.get_header("content-length") == str(len(page.packed))


def test_a_plain_body_in_a_warc(here: Here, loopback: Site) -> None:
    loopback.answer = lambda request: (
        http(article("11"), coding=None) if request.pmid else ordinary(request)
    )
    here.crawl(loopback, "11")
    data = here.run("warc", "c.db", "-o", "-").output
    _, record = WarcioIterator(io.BytesIO(data))
    assert record.http_headers.get_header("content-encoding") is None
    assert record.http_headers.statusline == "200 OK"
    assert record.http_headers.get_header("content-length") == str(len(article("11")))


def test_a_warc_of_nothing(here: Here) -> None:
    with Job("c.db", create=True):
        pass
    assert here.run("warc", "c.db").output == b""


def test_no_warc_without_its_library(here: Here, job: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "scraper.crawler.warc", raising=False)
    monkeypatch.setitem(sys.modules, "warcio.warcwriter", None)
    done = here.run("warc", job)
    assert (done.status, "pip install 'pubmed-scraper[warc]'" in done.talk) == (2, True)


def test_no_warc_on_a_terminal(command: Command, terminal: Terminal) -> None:
    process = command.start("warc", "c.db", stdout=terminal.stream)
    terminal.output(process)
    assert process.returncode == 2
    assert process.stderr is not None
    assert b"WARC is binary; name a file" in process.stderr.read()


def test_python_and_the_command_share_a_job(loopback: Site, job: str) -> None:
    results = scraper.crawl([], job=job, contact="a@b.org", base_url=loopback.url)
    found = [result.pmid for result in results]
    assert found == ["11", ARTICLE, MISSING, CITED, BROKEN]
