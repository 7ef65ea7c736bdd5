"""The job file: whose it is, who holds it, what is wrong with it, what comes out of it."""

import json
import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from scraper import owner
from scraper.crawler.database import Database
from scraper.crawler.job import Job
from scraper.crawler.tables import APPLICATION_ID
from scraper.errors import CrawlError, JobError, JobLocked, JobNotWritten
from tests.crawler import pages
from tests.crawler.crawling import crawl
from tests.crawler.driver import Order
from tests.crawler.processes import Driver
from tests.crawler.site import Site, http, ordinary, scripted
from tests.pairs import SAMPLES

ONE = 90_400_001
PMIDS = range(ONE, ONE + 3)


def test_no_such_file(job: Path) -> None:
    with pytest.raises(JobError, match="there is no such job file") as caught:
        Job(str(job))
    assert caught.value.source == str(job)
    assert not job.exists()


def test_a_file_says_that_it_is_ours(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, PMIDS)
    with sqlite3.connect(job) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()
    assert sorted(path.name for path in job.parent.iterdir()) == [job.name]  # all in one file


def test_an_empty_file_becomes_a_job(pubmed: Site, job: Path) -> None:
    job.touch()
    assert len(crawl(job, pubmed, PMIDS).articles) == 3


@pytest.mark.parametrize("content", [b"90400001\n" * 1000, b"\x1f\x8b" + bytes(3000), b"5\n"])
def test_another_file(content: bytes, pubmed: Site, job: Path) -> None:
    job.write_bytes(content)
    with pytest.raises(JobError, match="this is no job file, or a damaged one"):
        crawl(job, pubmed, PMIDS)
    assert job.read_bytes() == content


def test_another_database(pubmed: Site, job: Path) -> None:
    with sqlite3.connect(job) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = job.read_bytes()
    with pytest.raises(JobError, match="this is a database, but no job file"):
        crawl(job, pubmed, PMIDS)
    assert job.read_bytes() == before


def test_a_damaged_file(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, PMIDS)
    data = bytearray(job.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    job.write_bytes(data)
    with pytest.raises(JobError, match="damaged one") as caught:
        crawl(job, pubmed, PMIDS)
    assert not isinstance(caught.value, JobNotWritten)


def test_a_folder_in_its_place(pubmed: Site, job: Path) -> None:
    job.mkdir()
    with pytest.raises(JobNotWritten, match="use another place"):
        crawl(job, pubmed, PMIDS)


def test_a_folder_that_is_not_there(pubmed: Site, job: Path) -> None:
    with pytest.raises(JobNotWritten, match="use another place") as caught:
        crawl(job / "below", pubmed, PMIDS)
    assert caught.value.exit_status == 3


def test_a_job_that_is_held(job: Path, crawls: Driver, pubmed: Site) -> None:
    with Job(str(job), create=True):
        with pytest.raises(JobLocked, match=f"process {os.getpid()} on .* works on this job"):
            Job(str(job))
        owner.remove(str(job))
        with pytest.raises(JobLocked, match="another process works on this job"):
            Job(str(job))
        order = Order(str(job), f"{job}.jsonl", [str(ONE)], {"base_url": pubmed.url})
        assert crawls.run(order) == 5  # closing a file drops this process's locks on it (fcntl)
    assert pubmed.log == []


@pytest.mark.parametrize("said", ["", "{", "[]", '"x"', "\xff"])
def test_an_owner_that_says_nonsense_says_nothing(said: str, job: Path) -> None:
    Path(f"{job}.owner").write_text(said, encoding="latin-1")
    assert owner.read(str(job)) == {}
    assert owner.says(str(job)).startswith("another process")


def test_an_owner_says_who_it_is_and_how_far(job: Path) -> None:
    owner.write(str(job), done=3)
    assert owner.read(str(job)) == json.loads(Path(f"{job}.owner").read_text())
    assert owner.read(str(job))["pid"] == os.getpid()
    assert owner.read(str(job))["done"] == 3
    owner.remove(str(job))
    owner.remove(str(job))
    assert owner.read(str(job)) == {}


def test_an_owner_that_cannot_be_written_is_no_matter(job: Path) -> None:
    owner.write(str(job / "nowhere"))
    assert owner.read(str(job / "nowhere")) == {}


def test_a_transaction_is_whole_or_nothing(job: Path) -> None:
    database = Database(str(job), create=True)
    with suppress(LookupError), database.transaction():
        database.run("INSERT INTO setting VALUES ('a', 'b')")
        raise LookupError
    assert database.row("SELECT count(*) FROM setting") == (0,)
    database.close()


def test_a_statement_that_fails_is_named(job: Path) -> None:
    database = Database(str(job), create=True)
    with pytest.raises(JobError, match="no such table"):
        database.row("SELECT x FROM missing")
    database.close()


def test_a_page_that_is_lost(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, PMIDS)
    with sqlite3.connect(job) as connection:
        connection.execute("DELETE FROM page WHERE pmid = ?", (ONE,))
    connection.close()
    run = crawl(job, pubmed)
    lost = run.results[0]
    assert isinstance(lost, CrawlError)
    assert (lost.code, lost.pmid) == ("missing_page", str(ONE))
    assert len(run.articles) == 2


def test_a_page_that_todays_reader_does_not_read(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, PMIDS)
    answers = {f"/{ONE}/": [http(pages.article(ONE))]}
    pubmed.answer = scripted(answers)
    other = job.with_name("other")
    crawl(other, pubmed, [ONE])
    with sqlite3.connect(job) as connection:
        body = http(b"<html>", coding="gzip").partition(b"\r\n\r\n")[2]
        connection.execute("UPDATE page SET body = ? WHERE pmid = ?", (body, ONE))
    connection.close()
    first = crawl(job, pubmed).results[0]
    assert isinstance(first, CrawlError)
    assert (first.code, first.source) == ("not_pubmed", f"{pubmed.url}/{ONE}/")
    with Job(str(job)) as opened:
        opened.items.try_again("done")
    assert len(crawl(job, pubmed).articles) == 3  # it is fetched again


@pytest.mark.parametrize("kind", ["listing", "two-records"])
def test_a_stored_page_that_is_no_article(kind: str, pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, [ONE])
    several = SAMPLES / "listing" / "abstracts.html"
    page = pages.listing(ONE, (5, 6), 2) if kind == "listing" else several.read_bytes()
    with sqlite3.connect(job) as connection:
        body = http(page).partition(b"\r\n\r\n")[2]
        connection.execute("UPDATE page SET body = ?", (body,))
    connection.close()
    found = crawl(job, pubmed).results[0]
    assert isinstance(found, CrawlError)
    assert found.code == "not_an_article"


def test_states_are_counted_and_errors_shown(pubmed: Site, job: Path) -> None:
    pubmed.answer = lambda got: http(b"<html>") if got.pmid == str(ONE + 1) else ordinary(got)
    crawl(job, pubmed, PMIDS, retries=0)
    with Job(str(job)) as opened:
        assert opened.items.counts() == {"done": 2, "failed": 1}
        (last,) = opened.items.last_errors(5)
        assert (last.pmid, last.code) == (str(ONE + 1), "incomplete")
        assert opened.items.try_again("failed") == 1
        assert opened.items.counts() == {"done": 2, "pending": 1}
        assert len(opened.items) == 3


def test_a_refresh_fetches_what_is_old(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, PMIDS)
    pubmed.forget()
    with Job(str(job)) as opened:
        assert opened.items.mark_old(0.0) == 0
        assert opened.items.mark_old(4e9) == 3
    assert len(crawl(job, pubmed).articles) == 3
    assert len(pubmed.pages) == 3


def test_a_merge_does_not_change_what_came_out(pubmed: Site, job: Path) -> None:
    first = crawl(job, pubmed, [ONE])
    newer = http(pages.article(ONE).replace(b"Tidal", b"Newer"))
    to = http(b"", 301, {"Location": f"/{ONE}/"}, coding=None)
    pubmed.answer = scripted({f"/{ONE + 1}/": [to], f"/{ONE}/": [newer]})
    run = crawl(job, pubmed, [ONE, ONE + 1])
    assert run.states[str(ONE + 1)] == "merged"
    assert run.lines == crawl(job, pubmed).lines == first.lines
    pubmed.answer = scripted({f"/{ONE}/": [newer]})
    assert crawl(job.with_name("newer"), pubmed, [ONE]).lines != first.lines


def test_a_job_can_be_moved(pubmed: Site, job: Path) -> None:
    whole = crawl(job, pubmed, PMIDS).lines
    moved = job.with_name("moved")
    shutil.move(job, moved)
    pubmed.forget()
    assert crawl(moved, pubmed).lines == whole
    assert pubmed.log == []
