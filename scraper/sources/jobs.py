"""Job files of ``pubmed-scraper crawl``: the articles' pages as they came."""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from scraper.crawler.job import Job
from scraper.crawler.pages import StoredPage
from scraper.errors import Unreadable
from scraper.sources.archive import Archive, Found
from scraper.sources.read import RawPage
from scraper.sources.remote import is_url


def job_pages(place: str | BinaryIO, archive: Archive) -> Iterator[Found]:
    """Yield the articles' pages in the order in which they came; not those of listings.

    Args:
        place: the file's path.
        archive: whose pages they are.

    Raises:
        Unreadable: it comes from standard input or a store, which a database cannot.
        JobError: it cannot be used, or a crawl works on it.
    """
    if not isinstance(place, str) or is_url(place):
        raise Unreadable(
            "a job file cannot be read from standard input or a store; give the path of a copy"
        )
    with Job(place, read_only=True) as job:
        for page in job.pages:
            if page.kind != "article":
                continue
            for found in archive.pages(page.url, BytesIO(page.packed)):
                yield _known(found, page) if isinstance(found, RawPage) else found


def _known(found: RawPage, page: StoredPage) -> RawPage:
    """Add to a page what the job knows of it."""
    return found._replace(url=page.url, charset=page.charset, retrieved_at=page.retrieved_at)
