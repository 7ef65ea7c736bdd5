"""The figures that the page shows, with their captions."""

from functools import singledispatch

from scraper import dom, normalize
from scraper.dom import Node
from scraper.entrez import ENTREZ
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import Figure
from scraper.pages import PUBMED, ModernPage
from scraper.rendering import TextPage


@singledispatch
def figures(page: Layout) -> tuple[Figure, ...] | None:
    """Read the figures; of the three captions that a page holds for each, the full one."""
    return None


@figures.register
def _modern(page: ModernPage) -> tuple[Figure, ...] | None:
    return tuple(map(_figure, page.in_section("figures", "figure"))) or page.absent


def _figure(figure: Node) -> Figure:
    full = dom.find(figure, "figcaption") or figure
    label = dom.first(full, ".figure-label")
    image = dom.find(figure, "img")
    return Figure(
        label=dom.text(label) or dom.attr(image, "alt"),
        caption=dom.text(dom.find(full, ".figure-caption-contents")) or None,
        url=normalize.absolute_url(PUBMED, dom.attr(dom.first(figure, "a"), "href")),
        thumbnail_url=normalize.absolute_url(PUBMED, dom.attr(image, "src")),
    )


@figures.register
def _text(page: TextPage) -> tuple[Figure, ...] | None:
    return page.figures


@figures.register
def _legacy(page: LegacyPage) -> tuple[Figure, ...] | None:
    links = (link for node in page.nodes("figures") for link in dom.find_all(node, "a.figpopup"))
    return tuple(map(_popup, links)) or page.absent


def _popup(link: Node) -> Figure:
    """Read a picture and the hidden legend after its link: label, title, text, citation."""
    image = dom.find(link, "img")
    legend = link.next
    while legend is not None and not legend.is_element_node:
        legend = legend.next
    label = None if legend is None else dom.find(legend, ".legend-from-title")
    blocks = () if legend is None else dom.elements(legend)
    texts = [dom.text(block) for block in blocks if not dom.classes(block).startswith("legend-")]
    title = dom.text_from(label.next) if label is not None else ""
    return Figure(
        label=dom.text(label) or dom.attr(image, "alt"),
        caption=" ".join(filter(None, [title, *texts])) or None,
        url=normalize.absolute_url(ENTREZ, dom.attr(link, "href")),
        thumbnail_url=normalize.absolute_url(ENTREZ, dom.attr(image, "src")),
    )
