"""The mark for free full text, beside the title."""

from functools import singledispatch
from typing import Final

from scraper import dom
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import FreeFullText
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._docsum import free_mark

_BOOKS: Final = "Free Books & Documents"


@singledispatch
def free_full_text(page: Layout) -> FreeFullText | None:
    """Read the mark: ``Free PMC article`` is ``pmc``; others, ``Free article``, are ``free``."""
    return None


@free_full_text.register
def _modern(page: ModernPage) -> FreeFullText | None:
    label = page.region("free-label")
    if label is None and page.book_line is not None:
        return "free" if _BOOKS in dom.lines([page.heading]) else None
    return free_mark(dom.text(label))


@free_full_text.register
def _text(page: TextPage) -> FreeFullText | None:
    return page.free_full_text


@free_full_text.register
def _legacy(page: LegacyPage) -> FreeFullText | None:
    region = page.part("aux")
    return None if region is None else free_mark(dom.text(dom.find(region, ".status_icon")))
