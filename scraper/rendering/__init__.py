"""Text renderings of PubMed pages: the layout `TextPage`, and how one is recognized."""

from scraper.rendering.doubt import without_doubt
from scraper.rendering.page import TextPage
from scraper.rendering.recognition import recognize

__all__ = ["TextPage", "recognize", "without_doubt"]
