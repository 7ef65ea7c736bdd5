"""Stored pages, read with today's readers; those of late only once."""

from functools import lru_cache

from scraper import pipeline
from scraper.crawler.pages import StoredPage
from scraper.errors import NotAnArticle
from scraper.model import Article
from scraper.pipeline import Record


@lru_cache(maxsize=64)
def read(page: StoredPage) -> Record:
    """Return the article or the listing that a page holds.

    Raises:
        PageError: It holds none.
    """
    records = pipeline.records(page.body, url=page.url, source=page.url, charset=page.charset)
    if len(records) > 1:
        raise NotAnArticle(f"This page holds {len(records)} records.")
    return records[0]


def read_article(page: StoredPage) -> Article:
    """Return the article that a page holds.

    Raises:
        PageError: It holds none.
    """
    record = read(page)
    if not isinstance(record, Article):
        raise NotAnArticle("This page is a listing.")
    return record
