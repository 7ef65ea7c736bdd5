"""Lists in full: the pages of a "Cited by" or "Similar articles" listing, joined to one.

A listing changes when articles are added while it is read: then totals differ from page to
page, or an entry stands on two. Such a list is never called complete.
"""

from collections.abc import Sequence
from typing import Final

import attrs

from scraper.crawler.job import Job
from scraper.crawler.pages import PageKind, StoredPage
from scraper.crawler.reading import read
from scraper.model import Article, Author, LinkedArticle, Links, Listing, ListingItem

PAGE_SIZE: Final = 200
MOST_RESULTS: Final = 10_000
"""PubMed shows no more than that of one listing."""
LINKNAMES: Final[dict[PageKind, str]] = {
    "cited_by": "pubmed_pubmed_citedin",
    "similar_articles": "pubmed_pubmed",
}


def path(pmid: str, kind: PageKind, number: int) -> str:
    """Return path and query of a listing's page."""
    link = LINKNAMES[kind]
    return f"/?linkname={link}&from_uid={pmid}&size={PAGE_SIZE}&page={number}"


def is_in_full(article: Article, kind: PageKind) -> bool:
    """Tell whether the article's own page shows the whole list."""
    links = getattr(article, kind)
    return links is not None and links.complete is True


def shown(article: Article, kind: PageKind) -> tuple[LinkedArticle, ...]:
    """Return what the article's own page shows of a list."""
    links: Links | None = getattr(article, kind)
    return links.items if links else ()


def page_count(total: int | None, most: int | None) -> int:
    """Return how many pages of a listing to get."""
    results = min(total or 0, MOST_RESULTS)
    return max(1, min(-(-results // PAGE_SIZE), most or results + 1))


def missing_page(job: Job, pmid: str, kind: PageKind, most: int | None) -> int | None:
    """Return the number of the listing's page to get next; None where all are there."""
    first = job.pages.get(pmid, kind, 1)
    if first is None:
        return 1
    there = set(job.pages.numbers(pmid, kind))
    wanted = range(1, page_count(read_listing(first).total, most) + 1)
    return next((number for number in wanted if number not in there), None)


def joined(job: Job, pmid: str, kind: PageKind, most: int | None) -> tuple[Links, bool]:
    """Return the list in full, and whether it changed while it was read."""
    numbers = job.pages.numbers(pmid, kind)
    pages = [page for number in numbers if (page := job.pages.get(pmid, kind, number))]
    return join([*map(read_listing, pages)], most)


def join(listings: Sequence[Listing], most: int | None) -> tuple[Links, bool]:
    """Join the pages of a listing in their order, each entry once."""
    totals = {listing.total for listing in listings}
    entries = [_linked(item) for listing in listings for item in listing.items]
    items: dict[str | int, LinkedArticle] = {}
    for at, entry in enumerate(entries):
        items.setdefault(entry.pmid or at, entry)
    total = listings[-1].total if listings else None
    whole = (
        total is not None
        and total <= MOST_RESULTS
        and page_count(total, most) == page_count(total, None)
    )
    changed = len(totals) > 1 or len(items) != len(entries) or (whole and total != len(items))
    complete = whole and not changed
    return Links(
        total=total, complete=complete, source="listing", items=tuple(items.values())
    ), changed


def _linked(item: LinkedArticle) -> LinkedArticle:
    """Return an entry of a listing as a list of an article has it: without its snippet."""
    names = (field.name for field in attrs.fields(LinkedArticle))
    return LinkedArticle(**{name: getattr(item, name) for name in names})


def read_listing(page: StoredPage) -> Listing:
    """Return a listing's page; where the site answered with the only entry's article, that."""
    record = read(page)
    if isinstance(record, Listing):
        return record
    return Listing(total=1, page=1, page_size=PAGE_SIZE, items=(_entry(record),))


def _entry(article: Article) -> ListingItem:
    journal = article.journal.medline_ta if article.journal else None
    return ListingItem(
        pmid=article.pmid,
        title=article.title,
        authors=tuple(map(_short, article.authors or ())),
        authors_complete=bool(article.authors_complete),
        citation=" ".join(filter(None, (journal and f"{journal}.", article.citation))) or None,
        journal=journal,
        pub_date=article.pub_date,
        volume=article.volume,
        issue=article.issue,
        pages=article.pages,
        doi=article.doi,
        article_date=article.article_date,
        free_full_text=article.free_full_text,
        publication_types=(),
        has_abstract=article.abstract is not None,
        language=None,
    )


def _short(author: Author) -> str:
    """Return an author as lists print one: ``Last II``, or a group's name."""
    parts = (author.last_name, author.initials, author.suffix)
    return " ".join(filter(None, parts)) if author.last_name else author.name
