"""Articles that PubMed computes to be similar."""

from functools import singledispatch

from scraper.entrez import EntrezPage
from scraper.layout import Layout
from scraper.model import Links
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._brief import panel_links
from scraper.sections._docsum import links


@singledispatch
def similar_articles(page: Layout) -> Links | None:
    """Read the list, and how much of it the page shows."""
    return None


@similar_articles.register
def _modern(page: ModernPage) -> Links | None:
    return links(page, "similar_articles")


@similar_articles.register
def _text(page: TextPage) -> Links | None:
    return page.similar_articles


@similar_articles.register
def _entrez(page: EntrezPage) -> Links | None:
    return panel_links(page, "similar_articles")
