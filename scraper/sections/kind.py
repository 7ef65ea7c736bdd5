"""What kind of record the page is: an article, a book or a section of one."""

from functools import singledispatch
from typing import Literal

from scraper import dom
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage

Kind = Literal["article", "book", "book_section"]


@singledispatch
def kind(page: Layout) -> Kind:
    """Tell books by their citation; a section has authors of its own beside the book's."""
    return "article"


@kind.register
def _modern(page: ModernPage) -> Kind:
    if page.journal_button is not None or page.region("book-citation") is None:
        return "article"
    return "book_section" if len(dom.find_all(page.heading, "div.affiliations")) > 1 else "book"


@kind.register
def _legacy(page: LegacyPage) -> Kind:
    if dom.find(page.report, "[class*=aff_inline_book]") is not None:
        return "book_section"
    return "article" if page.part("sections") is None else "book"
