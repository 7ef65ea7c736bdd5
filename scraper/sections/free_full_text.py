"""The mark for free full text, beside the title."""

from functools import singledispatch

from scraper import dom
from scraper.model import FreeFullText
from scraper.pages import Layout, ModernPage
from scraper.rendering import TextPage
from scraper.sections._docsum import free_mark


@singledispatch
def free_full_text(page: Layout) -> FreeFullText | None:
    """Read the mark: ``Free PMC article`` is ``pmc``, ``Free article`` is ``free``."""
    return None


@free_full_text.register
def _modern(page: ModernPage) -> FreeFullText | None:
    return free_mark(dom.text(page.region("free-label")))


@free_full_text.register
def _text(page: TextPage) -> FreeFullText | None:
    return page.free_full_text
