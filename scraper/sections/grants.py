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
    section = page.section("grants")
    if section is None:
        return page.absent
    return tuple(
        grant(raw, dom.attr(dom.find(item, "a"), "data-ga-label"))
        for item in dom.find_all(section, "li")
        if (raw := dom.text(item))
    )


@grants.register
def _text(page: TextPage) -> tuple[Grant, ...] | None:
    return page.grants


@grants.register
def _legacy(page: LegacyPage) -> tuple[Grant, ...] | None:
    lines = listed(page, "grants")
    return None if lines is None else tuple(map(grant, lines))
