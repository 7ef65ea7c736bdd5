"""Crawl a list of PMIDs politely, and lose nothing whatever happens.

``crawl`` is the Python face; the command line stands on the same session.
"""

from collections.abc import Iterable, Iterator
from typing import Unpack

from scraper.crawler.options import Settings
from scraper.crawler.pmids import ListCount, Seen, distinct, from_words
from scraper.crawler.results import Result
from scraper.crawler.session import session, user_agent

__all__ = ["crawl", "user_agent"]


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
            ``timeout``, ``max_bytes``, ``base_url``. Of ``cited_by``, ``similar``, ``max_pages``
            and ``base_url`` the job's own stand where none are given.

    Yields:
        A record, or a :class:`~scraper.errors.CrawlError` whose ``state`` says how the
        PMID ended.

    Raises:
        ValueError: A setting is out of bounds.
        CrawlStopped: The crawl cannot go on: blocked, limited, job locked, disk full.
    """
    given = distinct(from_words(map(str, pmids), "PMID"), ListCount(), Seen())
    with session(job, contact=contact, **settings) as run:
        yield from run.add(given)
        yield from run.run()
