"""What kind of record the page is: an article, a book or a section of one."""

from functools import singledispatch
from typing import Literal

from scraper import dom
from scraper.pages import Layout, ModernPage

Kind = Literal["article", "book", "book_section"]


@singledispatch
def kind(page: Layout) -> Kind:
    """Tell books by their citation; a section has authors of its own beside the book's."""
    return "article"


@kind.register
def _modern(page: ModernPage) -> Kind:
    if page.region("book-citation") is None:
        return "article"
    return "book_section" if len(dom.find_all(page.heading, "div.affiliations")) > 1 else "book"
