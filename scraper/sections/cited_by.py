"""Articles that cite this one."""

from functools import singledispatch

from scraper.entrez import EntrezPage
from scraper.layout import Layout
from scraper.model import Links
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._brief import panel_links
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


@cited_by.register
def _entrez(page: EntrezPage) -> Links | None:
    return panel_links(page, "cited_by")
