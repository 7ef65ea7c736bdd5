"""What kind of record the page is: an article, a book or a section of one."""

from functools import singledispatch
from typing import Literal

from scraper import dom
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage

Kind = Literal["article", "book", "book_section"]


@singledispatch
def kind(page: Layout) -> Kind:
    """Tell books by the line in the place of the journal's; a section's begins with ``In:``."""
    return "article"


@kind.register
def _modern(page: ModernPage) -> Kind:
    if page.book_line is None:
        return "article"
    if page.book_line.is_section or len(dom.find_all(page.heading, "div.affiliations")) > 1:
        return "book_section"
    return "book"


@kind.register
def _legacy(page: LegacyPage) -> Kind:
    line = page.book_line
    if line is not None and line.is_section:
        return "book_section"
    return "article" if line is None and page.part("sections") is None else "book"


@kind.register
def _text(page: TextPage) -> Kind:
    if page.book_line is None:
        return "article"
    return "book_section" if page.book_line.is_section else "book"
