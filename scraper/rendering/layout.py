"""The layout of text renderings by name alone: what reads them is large, and few pages are such."""

from scraper.layout import Layout


class Rendering(Layout):
    """A text rendering of a PubMed article page, which `scraper.rendering.page.TextPage` reads."""

    name = "text"
