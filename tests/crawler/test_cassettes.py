"""A crawl of recorded HTTP: whole answers of a server, replayed by pytest-recording.

`cassettes/README.md` says how they are made, and how the real site is recorded.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Unpack

import pytest
from attrs import frozen

from scraper.crawler import gate
from scraper.crawler.clock import SystemClock
from scraper.crawler.engine import Engine
from scraper.crawler.health import Jitter
from scraper.crawler.job import Job
from scraper.crawler.options import PUBMED, Options, Settings
from scraper.crawler.results import Result
from scraper.crawler.session import user_agent
from scraper.errors import CrawlError
from scraper.model import Article
from tests.crawler.clock import FakeClock
from tests.crawler.crawling import longest
from tests.crawler.pubmed import pubmed
from tests.crawler.site import site
from tests.pairs import ROOT

if TYPE_CHECKING:
    from vcr.cassette import Cassette
    from vcr.request import Request

PMIDS: Final[dict[str, str]] = json.loads((ROOT / "cassettes" / "pmids.json").read_text())
SAMPLES: Final = os.environ.get("CASSETTES_FROM") == "samples"
CONTACT: Final = os.environ.get("PUBMED_SCRAPER_CONTACT", "nobody@example.org")
_NOT_KEPT: Final = frozenset({"date", "set-cookie"})


@frozen
class Crawl:
    """What came of a crawl."""

    results: list[Result]
    waits: list[float]
    job: Path


class Crawler:
    """Crawls what is recorded, without a wait; what is being recorded, in the site's own time."""

    def __init__(self, folder: Path, origin: str, *, is_live: bool) -> None:
        self._job, self._origin, self._is_live = folder / "c.db", origin, is_live

    def __call__(
        self, *names: str, jitter: Jitter = longest, **settings: Unpack[Settings]
    ) -> Crawl:
        gate._DOORS.clear()  # noqa: SLF001 - another clock's times say nothing to this one
        options = Options(contact=CONTACT, **(Settings(base_url=self._origin) | settings))
        clock = FakeClock()
        with Job(str(self._job), create=True) as job:
            job.items.add(PMIDS[name] for name in names)
            engine = Engine(
                job,
                options,
                SystemClock() if self._is_live else clock,
                user_agent(CONTACT),
                jitter=jitter,
            )
            return Crawl(list(engine.run()), clock.waits, self._job)


@pytest.fixture(scope="module")
def origin(record_mode: str) -> Iterator[str]:
    """Say whom to ask: the real site, or one on loopback that serves the samples."""
    if SAMPLES and record_mode != "none":
        with site(pubmed) as server:
            yield server.url
    else:
        yield PUBMED


@pytest.fixture
def vcr_config(origin: str) -> dict[str, Any]:
    """Record loopback under the real address; keep neither contact, cookies nor dates."""

    def as_real(request: "Request") -> "Request":
        request.uri = request.uri.replace(origin, PUBMED)
        return request

    def lasting(response: dict[str, Any]) -> dict[str, Any]:
        headers = response["headers"].items()
        kept = {name: value for name, value in headers if name.lower() not in _NOT_KEPT}
        return response | {"headers": kept}

    return {
        "before_record_request": as_real,
        "before_record_response": lasting,
        "filter_headers": ["host", "user-agent"],
    }


@pytest.fixture
def crawl(tmp_path: Path, origin: str, record_mode: str) -> Crawler:
    return Crawler(tmp_path, origin, is_live=record_mode != "none" and not SAMPLES)


made_here = pytest.mark.skipif("config.getoption('--record-mode') != 'none' and not SAMPLES")
"""The real site does not answer so on demand."""


@pytest.mark.vcr
@pytest.mark.default_cassette("article.yaml")
def test_an_article(crawl: Crawler, vcr: "Cassette") -> None:
    (found,) = crawl("article").results
    assert isinstance(found, Article)
    assert found.pmid == PMIDS["article"]
    assert found.page.url == f"{PUBMED}/{found.pmid}/"
    assert found.abstract
    asked = [request.uri for request in vcr.requests]
    assert asked == [f"{PUBMED}/robots.txt", f"{PUBMED}/{PMIDS['article']}/"]


@pytest.mark.vcr
@pytest.mark.default_cassette("article.yaml")
def test_what_is_stored_is_what_came(crawl: Crawler, vcr: "Cassette") -> None:
    done = crawl("article")
    with Job(str(done.job), read_only=True) as job:
        (page,) = job.pages
    answer = vcr.responses[1]
    assert page.coded
    assert page.packed == answer["body"]["string"]
    assert dict(page.headers)["content-encoding"] == "gzip"
    assert "user-agent" not in vcr.requests[1].headers


@pytest.mark.vcr
@pytest.mark.default_cassette("merged.yaml")
def test_a_pmid_that_has_become_another(crawl: Crawler) -> None:
    done = crawl("merged")
    (found,) = done.results
    assert isinstance(found, Article)
    assert found.pmid == PMIDS["merged_into"]
    with Job(str(done.job), read_only=True) as job:
        assert job.items.counts() == {"merged": 1}


@pytest.mark.vcr
@pytest.mark.default_cassette("missing.yaml")
def test_a_pmid_that_is_not_there(crawl: Crawler) -> None:
    (found,) = crawl("missing").results
    assert isinstance(found, CrawlError)
    assert (found.pmid, found.code, found.state) == (PMIDS["missing"], "not_found", "gone")


@made_here
@pytest.mark.vcr
@pytest.mark.default_cassette("limited-for-seconds.yaml")
def test_a_limit_with_retry_after(crawl: Crawler) -> None:
    done = crawl("patient", jitter=lambda low, _: low)
    assert [found.pmid for found in done.results] == [PMIDS["patient"]]
    assert max(done.waits) == 7  # of the two headers, 2 and 7


@made_here
@pytest.mark.vcr
@pytest.mark.default_cassette("limited.yaml")
def test_a_limit_without_retry_after(crawl: Crawler) -> None:
    done = crawl("hurried")
    assert [found.pmid for found in done.results] == [PMIDS["hurried"]]
    assert max(done.waits) == 60


@pytest.mark.vcr
@pytest.mark.default_cassette("cited-by.yaml")
def test_a_list_in_full(crawl: Crawler, vcr: "Cassette") -> None:
    (found,) = crawl("cited", cited_by="all", max_pages=2).results
    assert isinstance(found, Article)
    assert found.cited_by is not None
    assert len(found.cited_by.items) > 200
    assert len(vcr.requests) == 4  # robots.txt, the article, two pages of the listing
