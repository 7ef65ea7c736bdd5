"""Substances (NLM's ChemicalList)."""

from functools import singledispatch

from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._terms import listed, terms


@singledispatch
def substances(page: Layout) -> tuple[str, ...] | None:
    """Read the substances, as printed."""
    return None


@substances.register
def _modern(page: ModernPage) -> tuple[str, ...] | None:
    return terms(page.section("substances")) or page.absent


@substances.register
def _text(page: TextPage) -> tuple[str, ...] | None:
    return page.substances


@substances.register
def _legacy(page: LegacyPage) -> tuple[str, ...] | None:
    return listed(page, "substances")
