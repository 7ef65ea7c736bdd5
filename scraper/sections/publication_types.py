"""Publication types: the badge above the title and the section."""

from functools import singledispatch
from typing import Final

from scraper import citations, dom
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._terms import listed, terms

_PREPRINT: Final = "Preprint"
"""The type of what is marked so in its citation."""


@singledispatch
def publication_types(page: Layout) -> tuple[str, ...] | None:
    """Read the types as printed; "Journal Article" is not added where the page omits it."""
    return None


@publication_types.register
def _modern(page: ModernPage) -> tuple[str, ...] | None:
    block = page.region("article-citation")
    badges = (
        [dom.text(badge) for badge in dom.find_all(block, ".publication-type")]
        if block is not None
        else []
    )
    listed = terms(page.section("publication_types"))
    if block is not None and citations.PREPRINT in block.text():
        badges.append(_PREPRINT)
    found = tuple(dict.fromkeys(name for name in (*listed, *badges) if name))
    return found or page.absent


@publication_types.register
def _text(page: TextPage) -> tuple[str, ...] | None:
    return page.publication_types


@publication_types.register
def _legacy(page: LegacyPage) -> tuple[str, ...] | None:
    found = listed(page, "publication_types")
    if citations.PREPRINT in dom.text(page.part("cit")):
        return tuple(dict.fromkeys((*(found or ()), _PREPRINT)))
    return found
