"""Crawl a list of PMIDs politely, and lose nothing whatever happens.

``crawl`` is the Python face; the command line stands on the same :class:`Session`.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import metadata
from typing import Unpack

import attrs

from scraper import __version__
from scraper.crawler.clock import SystemClock
from scraper.crawler.engine import Engine
from scraper.crawler.job import Job
from scraper.crawler.options import Options, Settings
from scraper.crawler.pmids import ListCount, Seen, distinct, from_words
from scraper.crawler.results import Result
from scraper.errors import CrawlError

__all__ = ["crawl", "settings_of", "user_agent"]


def crawl(
    pmids: Iterable[str | int], *, job: str, contact: str, **settings: Unpack[Settings]
) -> Iterator[Result]:
    """Fetch the pages of PMIDs, one request at a time, and yield a record or an error for each.

    What is in the job file already costs no request; a second call after any crash gives
    the whole output again. Results come in the order of the list, each PMID once.

    Args:
        pmids: PMIDs, or PubMed's addresses of articles.
        job: the job file, made where there is none.
        contact: a mail address at which NCBI can reach you.
        **settings: the fields of :class:`~scraper.crawler.options.Options`: ``rate``,
            ``cited_by``, ``similar``, ``max_pages``, ``refresh``, ``retries``, ``backoff``,
            ``timeout``, ``max_bytes``, ``base_url``.

    Yields:
        A record, or a :class:`~scraper.errors.CrawlError` whose ``state`` says how the
        PMID ended.

    Raises:
        ValueError: A setting is out of bounds.
        CrawlStopped: The crawl cannot go on: blocked, limited, job locked, disk full.
    """
    options = Options(contact=contact, **settings)
    given = distinct(from_words(map(str, pmids), "PMID"), ListCount(), Seen())
    with Job(job, create=True) as opened:
        opened.keep_settings(settings_of(options))
        invalid: list[CrawlError] = []
        opened.items.add(_good(given, invalid))
        yield from invalid
        clock = SystemClock()
        if options.refresh is not None:
            opened.items.mark_old(clock.now() - options.refresh)
        yield from Engine(opened, options, clock, user_agent(contact)).run()


def _good(given: Iterable[str | CrawlError], invalid: list[CrawlError]) -> Iterator[str]:
    """Pass on what is a PMID and keep what is none."""
    for found in given:
        if isinstance(found, CrawlError):
            invalid.append(found)
        else:
            yield found


def settings_of(options: Options) -> dict[str, str]:
    """Return what a job is about, which may not change between its runs."""
    names = ("base_url", "cited_by", "similar", "max_pages")
    values = attrs.asdict(options)
    return {name: str(values[name]) for name in names}


def user_agent(contact: str) -> str:
    """Return the honest name that requests bear: program, version, home page, contact."""
    home = next(
        (
            address.strip()
            for name, _, address in (
                entry.partition(",")
                for entry in metadata("pubmed-scraper").get_all("Project-URL") or ()
            )
            if name.strip().lower() == "homepage"
        ),
        None,
    )
    about = f"+{home}; mailto:{contact}" if home else f"mailto:{contact}"
    return f"pubmed-scraper/{__version__} ({about})"
