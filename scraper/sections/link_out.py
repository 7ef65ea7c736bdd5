"""LinkOut: resources outside of PubMed."""

from functools import singledispatch

from scraper import dom, normalize
from scraper.entrez import ENTREZ
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import LinkOutLink
from scraper.pages import PUBMED, ModernPage
from scraper.rendering import TextPage


@singledispatch
def link_out(page: Layout) -> tuple[LinkOutLink, ...] | None:
    """Read the links, flat, each with the category that it stands under."""
    return None


@link_out.register
def _modern(page: ModernPage) -> tuple[LinkOutLink, ...] | None:
    found = []
    for item in page.in_section("link_out", "ul.linkout-list > li"):
        category = dom.text(dom.first(item, ".linkout-category")) or None
        found += [
            LinkOutLink(category=category, provider=dom.text(link) or None, url=url)
            for link in dom.find_all(item, "a")
            if (url := normalize.absolute_url(PUBMED, dom.attr(link, "href")))
        ]
    return tuple(found) or page.absent


@link_out.register
def _text(page: TextPage) -> tuple[LinkOutLink, ...] | None:
    return page.link_out


@link_out.register
def _legacy(page: LegacyPage) -> tuple[LinkOutLink, ...] | None:
    found: list[LinkOutLink] = []
    category = None
    regions = page.nodes("link_out")
    for node in (node for region in regions for node in dom.find_all(region, "h4, a")):
        if node.tag == "h4":
            category = dom.text(node) or None
        elif url := normalize.absolute_url(ENTREZ, dom.attr(node, "href")):
            found.append(LinkOutLink(category=category, provider=dom.text(node) or None, url=url))
    return tuple(found) or page.absent
