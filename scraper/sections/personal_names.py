"""Persons as subjects of the article (NLM's PersonalNameSubjectList)."""

from functools import singledispatch

from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._terms import listed, terms


@singledispatch
def personal_names(page: Layout) -> tuple[str, ...] | None:
    """Read the names of the persons that the article is about, as printed."""
    return None


@personal_names.register
def _modern(page: ModernPage) -> tuple[str, ...] | None:
    return terms(page.section("personal_names")) or page.absent


@personal_names.register
def _text(page: TextPage) -> tuple[str, ...] | None:
    return page.personal_names


@personal_names.register
def _legacy(page: LegacyPage) -> tuple[str, ...] | None:
    return listed(page, "personal_names")
