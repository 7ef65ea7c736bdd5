"""Shared by the sections that list terms: the nodes that hold the terms."""

from scraper import dom
from scraper.dom import Node
from scraper.legacy import LegacyPage


def terms(section: Node | None) -> tuple[str, ...]:
    """Return the terms of a ``keywords-section`` without the menu that hides behind each."""
    return tuple(term for term in map(dom.text, term_nodes(section)) if term)


def term_nodes(section: Node | None) -> list[Node]:
    """Return the elements that hold the terms of a list: buttons before a menu, or items."""
    if section is None:
        return []
    triggers = dom.find_all(section, "button.keyword-actions-trigger")
    return triggers or [_without_menu(item) for item in dom.find_all(section, "ul > li")]


def listed(page: LegacyPage, field: str) -> tuple[str, ...] | None:
    """Return the terms under a heading of a legacy page; only scripts hang a menu on them."""
    found = (dom.text(dom.find(item, "a") or item) for item in page.items(field))
    return tuple(term for term in found if term) or page.absent


def _without_menu(item: Node) -> Node:
    """Return the element of a list item that holds the term: what stands before its menu."""
    block = dom.find(item, ".dropdown-block") or item
    if dom.find(block, ".dropdown") is None:
        return block
    return next(dom.elements(block))
