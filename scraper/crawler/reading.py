"""Stored pages, read with today's readers, in a worker process; those of late only once."""

from functools import lru_cache
from typing import Unpack

from scraper import isolated
from scraper.crawler.pages import StoredPage
from scraper.errors import NotAnArticle
from scraper.layouts import Facts
from scraper.model import Article
from scraper.pipeline import Record
from scraper.workers import Limits

_limits = Limits()


def limit(limits: Limits) -> None:
    """Set what reading a page may take in this process from now on."""
    global _limits  # noqa: PLW0603 - the process has one such worker
    _limits = limits


def records(page: bytes, **facts: Unpack[Facts]) -> list[Record]:
    """Return all records of a page that cannot be trusted.

    Raises:
        PageError: It holds none, or takes more than a page may.
    """
    return isolated.records(page, _limits, **facts)


@lru_cache(maxsize=64)
def read(page: StoredPage) -> Record:
    """Return the article or the listing that a page holds.

    Raises:
        PageError: It holds none.
    """
    found = records(page.body, url=page.url, source=page.url, charset=page.charset)
    if len(found) > 1:
        raise NotAnArticle(f"This page holds {len(found)} records.")
    return found[0]


def read_article(page: StoredPage) -> Article:
    """Return the article that a page holds.

    Raises:
        PageError: It holds none.
    """
    record = read(page)
    if not isinstance(record, Article):
        raise NotAnArticle("This page is a listing.")
    return record
