"""Links to the article's full text, from the sidebar."""

from functools import singledispatch

from scraper import dom, normalize
from scraper.model import FullTextLink
from scraper.pages import PUBMED, Layout, ModernPage
from scraper.rendering import TextPage


@singledispatch
def full_text_links(page: Layout) -> tuple[FullTextLink, ...] | None:
    """Read the links; a provider that is only an icon has no name."""
    return None


@full_text_links.register
def _modern(page: ModernPage) -> tuple[FullTextLink, ...] | None:
    if page.full_text_list is None:
        return page.absent
    return tuple(
        FullTextLink(provider=dom.text(link) or None, url=url)
        for link in dom.find_all(page.full_text_list, "a")
        if (url := normalize.absolute_url(PUBMED, dom.attr(link, "href")))
    )


@full_text_links.register
def _text(page: TextPage) -> tuple[FullTextLink, ...] | None:
    return page.full_text_links
