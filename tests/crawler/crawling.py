"""Crawls for tests, in this process: a job file, a site, a clock; what came of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from scraper import encode
from scraper.crawler import gate
from scraper.crawler.clock import Clock
from scraper.crawler.engine import Engine
from scraper.crawler.job import Job
from scraper.crawler.options import Options, Settings
from scraper.crawler.results import Result
from scraper.errors import CrawlStopped
from scraper.model import Article
from tests.crawler.clock import FakeClock
from tests.crawler.site import Site

CONTACT = "tester@example.org"
AGENT = f"pubmed-scraper/0 (mailto:{CONTACT})"
FAST = 1000.0
"""Requests a second, on loopback."""


def longest(_low: float, high: float) -> float:
    """Wait as long as may be, in place of a random part of it."""
    return high


def nothing(_point: str) -> None:
    """Do nothing at a crash point."""


@dataclass(frozen=True)
class Run:
    """What came of a crawl."""

    results: list[Result]
    stop: CrawlStopped | None
    states: Mapping[str, str]
    """The state of each PMID of the job."""
    codes: Mapping[str, str | None]
    """What went wrong last with each PMID."""
    requests: int

    @property
    def articles(self) -> list[Article]:
        """The records."""
        return [found for found in self.results if isinstance(found, Article)]

    @property
    def pmids(self) -> list[str | None]:
        """The PMID of each result."""
        return [found.pmid for found in self.results]

    @property
    def lines(self) -> bytes:
        """The results as lines of JSON."""
        return b"".join(map(line, self.results))


def line(found: Result) -> bytes:
    """Write a result as a line of JSON."""
    if isinstance(found, Article):
        return encode.encode(found) + b"\n"
    return encode.encode_error(found) + b"\n"


def options_for(url: str, settings: Settings) -> Options:
    """Make the options of a crawl of a loopback site."""
    usual = Settings(rate=FAST, base_url=url, timeout=20.0)
    return Options(contact=CONTACT, **(usual | settings))


def crawl(  # noqa: PLR0913 - what a crawl needs, all of it injected
    path: Path,
    site: Site | str,
    pmids: Iterable[str | int] = (),
    *,
    clock: Clock | None = None,
    jitter: Callable[[float, float], float] = longest,
    hook: Callable[[str], None] = nothing,
    **settings: Unpack[Settings],
) -> Run:
    """Crawl, as a new process would, until nothing is pending or the crawl stops."""
    gate._DOORS.clear()  # noqa: SLF001
    options = options_for(site if isinstance(site, str) else site.url, settings)
    results: list[Result] = []
    stop = None
    with Job(str(path), create=True) as job:
        job.keep_settings(options.kept())
        job.items.add(map(str, pmids))
        engine = Engine(job, options, clock or FakeClock(), AGENT, jitter=jitter, hook=hook)
        try:
            results.extend(engine.run())
        except CrawlStopped as stopped:
            stop = stopped
        items = list(job.items)
    states = {item.pmid: item.state for item in items}
    codes = {item.pmid: item.code for item in items}
    return Run(results, stop, states, codes, engine.host.requests)
