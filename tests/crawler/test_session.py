"""A run of a crawl as a program sees it: ``scraper.crawl``, and how far it is."""

from collections.abc import Generator
from pathlib import Path

import pytest

import scraper
from scraper.crawler.job import Job
from scraper.crawler.options import Options, Settings
from scraper.crawler.progress import Progress
from scraper.crawler.session import session
from tests.crawler.site import Site, always, http

CONTACT = "ada@example.org"


def test_from_python(pubmed: Site, job: Path) -> None:
    given: list[str | int] = ["11", 12, "https://pubmed.ncbi.nlm.nih.gov/11/", "x"]
    found = list(
        scraper.crawl(given, job=str(job), contact=CONTACT, base_url=pubmed.url, rate=1000)
    )
    invalid, *articles = found
    assert isinstance(invalid, scraper.CrawlError)
    assert (invalid.source, invalid.code, invalid.state) == ("PMID 4", "invalid_pmid", "invalid")
    assert [article.pmid for article in articles] == ["11", "12"]


def test_a_program_that_breaks_off_leaves_the_job_to_the_next(pubmed: Site, job: Path) -> None:
    running = scraper.crawl([11, 12], job=str(job), contact=CONTACT, base_url=pubmed.url, rate=1000)
    assert isinstance(running, Generator)
    assert next(running).pmid == "11"
    with pytest.raises(scraper.JobLocked, match=r"process \d+ on "):
        list(scraper.crawl([11], job=str(job), contact=CONTACT, base_url=pubmed.url))
    running.close()
    assert [path.name for path in job.parent.iterdir()] == [job.name]
    with Job(str(job)) as opened:
        assert opened.items.counts()["pending"] == 1


def test_settings_are_checked_before_a_file_is_made(job: Path) -> None:
    for settings in ({"retries": -1}, {"rate": 9.0}, {"max_pages": 0}):
        with pytest.raises(ValueError, match="must"):
            next(scraper.crawl([11], job=str(job), contact=CONTACT, **settings))
    assert not job.exists()


@pytest.mark.parametrize(
    "where", ["ftp://x.org", "https://", "https://me@x.org", "https://x:99999"]
)
def test_no_address(where: str) -> None:
    with pytest.raises(ValueError, match="is no base address"):
        Options(contact=CONTACT, base_url=where)


def test_how_far_it_is(pubmed: Site, job: Path) -> None:
    told: list[Progress] = []
    pubmed.answer = always({f"/{pmid}/": http(b"", 500) for pmid in range(13, 20)})
    settings = Settings(base_url=pubmed.url, rate=1000, retries=0, backoff=0.01)
    with session(str(job), contact=CONTACT, watch=told.append, **settings) as run:
        assert list(run.add(["11", "12", *map(str, range(13, 20))])) == []
        with pytest.raises(scraper.Limited):
            list(run.run())
    first, last = told[0], told[-1]
    assert (first.total, first.done, first.waiting, first.requests) == (9, 0, 9, 0)
    assert (last.done, last.waiting + last.failed) == (2, 7)
    assert len(last.last_errors) == 5
    assert {trouble.code for trouble in last.last_errors} == {"http_500"}
