"""What comes out of a job for one PMID: its record or why there is none. Never the network."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final, Self

import attrs

from scraper.crawler import listings
from scraper.crawler.items import Item
from scraper.crawler.job import Job
from scraper.crawler.options import Options, from_kept
from scraper.crawler.pages import PageKind
from scraper.crawler.reading import read_article
from scraper.errors import CrawlError, ScraperError
from scraper.model import Article, Links, Warning  # noqa: A004 - the record's own name

Result = Article | CrawlError

_CODES: Final = {"gone": "not_found", "blocked": "blocked"}


@attrs.frozen
class Lists:
    """How much of its lists a record shall have: settings that a job keeps."""

    cited_by: str
    similar: str
    max_pages: int | None

    @classmethod
    def of(cls, job: Job) -> Self:
        """Return what a job keeps."""
        kept = from_kept(job.settings())
        return cls(kept.get("cited_by", "page"), kept.get("similar", "page"), kept.get("max_pages"))


def stored_article(job: Job, pmid: str) -> Article | None:
    """Return an article whose page is in the job and can be read."""
    page = job.pages.get(pmid)
    with suppress(ScraperError):
        return None if page is None else read_article(page)
    return None


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


def results(job: Job) -> Iterator[Result]:
    """Yield what the settled items of a job give, in the order of the list."""
    lists = Lists.of(job)
    for item in job.items:
        found = None if item.state == "pending" else result(job, item, lists)
        if found is not None:
            yield found


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
        lists[kind], problem = _in_full(job, item, article, kind, options.max_pages)
        if problem is not None:
            warnings.append(problem)
    return attrs.evolve(article, warnings=tuple(warnings), **lists)


def _in_full(
    job: Job, item: Item, article: Article, kind: PageKind, most: int | None
) -> tuple[Links | None, Warning | None]:
    """Return a list as far as its listing could be read, and what was wrong with it."""
    links, changed = listings.joined(job, item.target, kind, most)
    given_up = job.pages.given_up(item.target, kind)
    if given_up is None and not changed:
        return links, None
    said = given_up or "it changed while it was read"
    code = "listing_incomplete" if given_up else "listing_changed"
    message = f"The listing could not be read in full: {said}."
    has_more = len(links.items) > len(listings.shown(article, kind))
    best = attrs.evolve(links, complete=False) if has_more else getattr(article, kind)
    return best, Warning(code=code, path=kind, message=message)
