"""What comes out of a job for one PMID: its record or why there is none. Never the network."""

from typing import Any, Final

import attrs

from scraper import pipeline
from scraper.crawler import listings
from scraper.crawler.items import Item
from scraper.crawler.job import Job
from scraper.crawler.options import Options
from scraper.crawler.outcome import charset
from scraper.crawler.pages import PageKind, StoredPage
from scraper.errors import CrawlError, ScraperError
from scraper.model import Article, Warning  # noqa: A004 - the record's own name

Result = Article | CrawlError

_CODES: Final = {"gone": "not_found", "blocked": "blocked"}


@attrs.frozen
class Lists:
    """How much of its lists a record shall have: settings that a job keeps."""

    cited_by: str
    similar: str
    max_pages: int | None


def read_article(page: StoredPage) -> Article:
    """Read an article's page again, with today's readers."""
    return pipeline.convert(page.body, url=page.url, source=page.url, charset=charset(page.headers))


def full_lists(article: Article, options: Options | Lists) -> list[PageKind]:
    """Return the lists of an article that are wanted in full and not so on its page."""
    wanted: dict[PageKind, str] = {
        "cited_by": options.cited_by,
        "similar_articles": options.similar,
    }
    return [
        kind
        for kind, how_much in wanted.items()
        if how_much == "all" and not listings.is_in_full(article, kind)
    ]


def result(job: Job, item: Item, options: Options | Lists) -> Result | None:
    """Return what a settled item gives; None where its page has come already."""
    if item.state not in {"done", "merged"}:
        return CrawlError(
            item.message or "it was not fetched",
            source=None,
            pmid=item.pmid,
            code=_CODES.get(item.state, item.code or "failed"),
            state=item.state,
        )
    if not job.items.is_first(item):
        return None
    page = job.pages.get(item.target)
    if page is None:
        return CrawlError("its page is not in the job file", pmid=item.pmid, code="missing_page")
    try:
        return _completed(job, item, read_article(page), options)
    except ScraperError as error:
        return CrawlError(error.message, source=page.url, pmid=item.pmid, code=error.code)


def _completed(job: Job, item: Item, article: Article, options: Options | Lists) -> Article:
    """Put the lists of an article in as far as they are wanted."""
    lists: dict[str, Any] = {}
    warnings = list(article.warnings)
    if options.cited_by == "none":
        lists["cited_by"] = None
    if options.similar == "none":
        lists["similar_articles"] = None
    for kind in full_lists(article, options):
        lists[kind], changed = listings.joined(job, item.target, kind, options.max_pages)
        if changed:
            said = "The listing changed while it was read, twice; entries may be missing."
            warnings.append(Warning(code="listing_changed", path=kind, message=said))
    return attrs.evolve(article, warnings=tuple(warnings), **lists)
