"""Supplementary concepts (NLM's SupplMeshList)."""

from functools import singledispatch

from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._terms import listed, terms


@singledispatch
def supplementary_concepts(page: Layout) -> tuple[str, ...] | None:
    """Read the supplementary concepts, as printed."""
    return None


@supplementary_concepts.register
def _modern(page: ModernPage) -> tuple[str, ...] | None:
    return terms(page.section("supplementary_concepts")) or page.absent


@supplementary_concepts.register
def _text(page: TextPage) -> tuple[str, ...] | None:
    return page.supplementary_concepts


@supplementary_concepts.register
def _legacy(page: LegacyPage) -> tuple[str, ...] | None:
    return listed(page, "supplementary_concepts")
