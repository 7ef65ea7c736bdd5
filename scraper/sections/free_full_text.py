"""The mark for free full text, beside the title."""

from functools import singledispatch

from scraper import dom
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import FreeFullText
from scraper.pages import ModernPage
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


@free_full_text.register
def _legacy(page: LegacyPage) -> FreeFullText | None:
    region = page.part("aux")
    return None if region is None else free_mark(dom.text(dom.find(region, ".status_icon")))
