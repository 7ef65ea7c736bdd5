"""The citation line and all that it says: volume, issue, pages, dates, status."""

from functools import singledispatch
from typing import Literal, TypedDict

from scraper import books, citations, dom, model
from scraper.books import BookLine
from scraper.entrez import EntrezPage
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage


class Citation(TypedDict):
    """The printed citation and its parts."""

    citation: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    start_page: str | None
    end_page: str | None
    pub_date: model.Date | None
    article_date: model.Date | None
    publication_status: Literal["aheadofprint"] | None


@singledispatch
def citation(page: Layout) -> Citation:
    """Read the citation; ``doi:``, ``Epub`` and ahead-of-print notes are not part of it.

    A book's line is not either: it is the book's (`scraper.sections.book`).
    """
    return _parts(None, "")


@citation.register
def _modern(page: ModernPage) -> Citation:
    block = page.region("article-citation")
    if page.book_line is not None:
        return _of_book(page.book_line)
    if block is None:
        return _parts(None, "")
    line, notes = citations.split_notes(dom.text(dom.find(block, ".cit")))
    more = [dom.text(dom.find(block, name)) for name in (".secondary-date", ".ahead-of-print")]
    return _parts(line, " ".join([notes, *more]))


def _of_book(line: BookLine) -> Citation:
    """Read the date of a book's section, which stands by itself; else that of the book."""
    found = _parts(line.own, "")
    found["pub_date"] = books.pub_date(line.own_date, books.book(line))
    return found


def _parts(line: str | None, notes: str) -> Citation:
    parts = citations.citation(line)
    start, end = citations.page_range(parts.pages)
    said = citations.notes(notes)
    return Citation(
        citation=parts.citation,
        volume=parts.volume,
        issue=parts.issue,
        pages=parts.pages,
        start_page=start,
        end_page=end,
        pub_date=parts.pub_date,
        article_date=said.article_date,
        publication_status="aheadofprint" if said.ahead_of_print else None,
    )


@citation.register
def _text(page: TextPage) -> Citation:
    found = _of_book(page.book_line) if page.book_line else _parts(page.citation, "")
    found["article_date"] = page.article_date
    found["publication_status"] = page.publication_status
    return found


@citation.register
def _entrez(page: EntrezPage) -> Citation:
    line, notes = citations.split_notes(page.cited.line)
    return _parts(line, notes)


@citation.register
def _legacy(page: LegacyPage) -> Citation:
    return _of_book(page.book_line) if page.book_line is not None else _entrez(page)
