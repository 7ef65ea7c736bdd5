"""Grants and funding."""

from functools import singledispatch

from scraper import dom
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import Grant
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._terms import listed
from scraper.terms import grant


@singledispatch
def grants(page: Layout) -> tuple[Grant, ...] | None:
    """Read the grants; the parts of one only where they are certain."""
    return None


@grants.register
def _modern(page: ModernPage) -> tuple[Grant, ...] | None:
    items = page.in_section("grants", "li")
    printed = ((dom.text(item), dom.first(item, "a")) for item in items)
    found = (grant(raw, dom.attr(link, "data-ga-label")) for raw, link in printed if raw)
    return tuple(found) or page.absent


@grants.register
def _text(page: TextPage) -> tuple[Grant, ...] | None:
    return page.grants


@grants.register
def _legacy(page: LegacyPage) -> tuple[Grant, ...] | None:
    lines = listed(page, "grants")
    return None if lines is None else tuple(map(grant, lines))
