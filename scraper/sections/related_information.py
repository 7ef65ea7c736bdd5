"""Related records in other NCBI databases."""

from functools import singledispatch

from scraper import dom, normalize
from scraper.entrez import ENTREZ, EntrezPage
from scraper.layout import Layout
from scraper.model import RelatedLink
from scraper.pages import PUBMED, ModernPage
from scraper.rendering import TextPage


@singledispatch
def related_information(page: Layout) -> tuple[RelatedLink, ...] | None:
    """Read the links."""
    return None


@related_information.register
def _modern(page: ModernPage) -> tuple[RelatedLink, ...] | None:
    found = tuple(
        RelatedLink(name=dom.text(link), url=url)
        for link in page.in_section("related_information", "a")
        if (url := normalize.absolute_url(PUBMED, dom.attr(link, "href")))
    )
    return found or page.absent


@related_information.register
def _text(page: TextPage) -> tuple[RelatedLink, ...] | None:
    return page.related_information


@related_information.register
def _entrez(page: EntrezPage) -> tuple[RelatedLink, ...] | None:
    if "related_information" not in page.panels:
        return None
    _, box = page.panels["related_information"]
    found = tuple(
        RelatedLink(name=dom.text(link), url=url)
        for link in dom.find_all(box, "li > a")
        if (url := normalize.absolute_url(ENTREZ, dom.attr(link, "href")))
    )
    return found or page.absent
