"""Related records in other NCBI databases."""

from functools import singledispatch

from scraper import dom, normalize
from scraper.model import RelatedLink
from scraper.pages import PUBMED, Layout, ModernPage
from scraper.rendering import TextPage


@singledispatch
def related_information(page: Layout) -> tuple[RelatedLink, ...] | None:
    """Read the links."""
    return None


@related_information.register
def _modern(page: ModernPage) -> tuple[RelatedLink, ...] | None:
    section = page.section("related_information")
    if section is None:
        return page.absent
    return tuple(
        RelatedLink(name=dom.text(link), url=url)
        for link in dom.find_all(section, "a")
        if (url := normalize.absolute_url(PUBMED, dom.attr(link, "href")))
    )


@related_information.register
def _text(page: TextPage) -> tuple[RelatedLink, ...] | None:
    return page.related_information
