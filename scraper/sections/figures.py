"""The figures that the page shows, with their captions."""

from functools import singledispatch

from scraper import dom, normalize
from scraper.dom import Node
from scraper.model import Figure
from scraper.pages import PUBMED, Layout, ModernPage
from scraper.rendering import TextPage


@singledispatch
def figures(page: Layout) -> tuple[Figure, ...] | None:
    """Read the figures; of the three captions that a page holds for each, the full one."""
    return None


@figures.register
def _modern(page: ModernPage) -> tuple[Figure, ...] | None:
    section = page.section("figures")
    return page.absent if section is None else tuple(map(_figure, dom.find_all(section, "figure")))


def _figure(figure: Node) -> Figure:
    full = dom.find(figure, "figcaption") or figure
    label = dom.find(full, ".figure-label")
    image = dom.find(figure, "img")
    return Figure(
        label=dom.text(label) or dom.attr(image, "alt"),
        caption=dom.text(dom.find(full, ".figure-caption-contents")) or None,
        url=normalize.absolute_url(PUBMED, dom.attr(dom.find(figure, "a"), "href")),
        thumbnail_url=normalize.absolute_url(PUBMED, dom.attr(image, "src")),
    )


@figures.register
def _text(page: TextPage) -> tuple[Figure, ...] | None:
    return page.figures
