"""Articles that cite this one."""

from functools import singledispatch

from scraper.model import Links
from scraper.pages import Layout, ModernPage
from scraper.rendering import TextPage
from scraper.sections._docsum import links


@singledispatch
def cited_by(page: Layout) -> Links | None:
    """Read the list, and how much of it the page shows."""
    return None


@cited_by.register
def _modern(page: ModernPage) -> Links | None:
    return links(page, "cited_by")


@cited_by.register
def _text(page: TextPage) -> Links | None:
    return page.cited_by
