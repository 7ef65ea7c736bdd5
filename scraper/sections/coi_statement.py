"""The conflict of interest statement."""

from functools import singledispatch

from scraper import dom
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage


@singledispatch
def coi_statement(page: Layout) -> str | None:
    """Read the statement; its paragraphs become one text."""
    return None


@coi_statement.register
def _modern(page: ModernPage) -> str | None:
    section = page.section("coi_statement")
    if section is None:
        return None
    statement = dom.find(section, ".statement")
    if statement is not None:
        return dom.text(statement) or None
    heading = dom.find(section, "h3") or dom.find(section, "h2")
    return dom.text_from(heading.next if heading is not None else section.first_child) or None


@coi_statement.register
def _text(page: TextPage) -> str | None:
    return page.coi_statement


@coi_statement.register
def _legacy(page: LegacyPage) -> str | None:
    return " ".join(filter(None, map(dom.text, page.nodes("coi_statement")))) or None
