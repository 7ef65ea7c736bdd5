"""Title, its marked-up twin, the title in the original language, and the languages."""

import re
from functools import singledispatch
from typing import TypedDict

from scraper import dom, normalize
from scraper.dom import Node
from scraper.entrez import EntrezPage
from scraper.inline import inline_html
from scraper.layout import Layout
from scraper.pages import ModernPage
from scraper.rendering import TextPage

_LANGUAGE_NOTE = re.compile(r"\[Article in ([^\]]+)\]\s*(.*)")
_OFFER = re.compile(r";\s*Abstract\b.*")
_LAST_STOP = re.compile(r"\.((?:</\w+>)*)$")
_BETWEEN_LANGUAGES = re.compile(r"\s*[,;]\s*|\s+and\s+")


class Title(TypedDict):
    """The title and what is printed about its language."""

    title: str | None
    title_html: str | None
    vernacular_title: str | None
    languages: tuple[str, ...] | None


@singledispatch
def title(page: Layout) -> Title:
    """Read the title as printed; brackets of a translated title are kept."""
    return Title(title=None, title_html=None, vernacular_title=None, languages=None)


@title.register
def _modern(page: ModernPage) -> Title:
    heading = dom.find(page.heading, "h1.heading-title")
    languages: tuple[str, ...] = ()
    vernacular = None
    for node in _between_title_and_authors(heading):
        printed = dom.text(node)
        if "vernacular" in dom.classes(node):
            vernacular = printed
        if note := _LANGUAGE_NOTE.match(printed):
            languages = tuple(_BETWEEN_LANGUAGES.split(_OFFER.sub("", note[1])))
            vernacular = vernacular or note[2] or _neighbour(node)
    return Title(
        title=dom.text(heading) or None,
        title_html=inline_html(heading.first_child) if heading is not None else None,
        vernacular_title=vernacular or None,
        languages=languages or (() if page.heading_is_whole else None),
    )


def _between_title_and_authors(heading: Node | None) -> list[Node]:
    """Return the elements after the title, up to the byline."""
    found = []
    node = heading.next if heading is not None else None
    while node is not None and "authors" not in (dom.classes(node) if node.is_element_node else ""):
        if node.is_element_node:
            found.append(node)
        node = node.next
    return found


def _neighbour(node: Node) -> str | None:
    """Return the text of the element next to the language note: the original title."""
    for step in ("next", "prev"):
        other: Node | None = getattr(node, step)
        while other is not None and not other.is_element_node:
            other = getattr(other, step)
        if other is not None and other.tag in {"p", "span", "div"} and not _is_region(other):
            return dom.text(other) or None
    return None


def _is_region(node: Node) -> bool:
    """Tell whether an element is a region of its own, with a class that names it."""
    return any(
        word in dom.classes(node)
        for word in ("author", "details", "citation", "label", "identifiers")
    )


@title.register
def _text(page: TextPage) -> Title:
    return Title(
        title=page.title,
        title_html=None,
        vernacular_title=page.vernacular_title,
        languages=page.languages,
    )


@title.register
def _entrez(page: EntrezPage) -> Title:
    heading = page.heading
    printed = dom.text(heading)
    kept = normalize.without_full_stop(printed)
    markup = None if heading is None else inline_html(heading.first_child)
    if markup and kept != printed:
        markup = _LAST_STOP.sub(r"\1", markup)
    languages: tuple[str, ...] = ()
    vernacular = None
    for said in _said_before_authors(heading):
        if note := _LANGUAGE_NOTE.match(said):
            languages = tuple(_BETWEEN_LANGUAGES.split(_OFFER.sub("", note[1])))
            vernacular = vernacular or note[2]
        elif not said.startswith("["):
            vernacular = vernacular or said
    return Title(
        title=kept or None,
        title_html=markup,
        vernacular_title=normalize.without_full_stop(vernacular or "") or None,
        languages=languages,
    )


def _said_before_authors(heading: Node | None) -> list[str]:
    """Return what stands between the title and the next region.

    How a report marks it up is not known: a language note has any class, a title none.
    """
    found = []
    node = heading.next if heading is not None else None
    while node is not None and not (node.is_element_node and _is_part(node)):
        said = dom.text(node) if node.is_element_node else normalize.squash(node.text_content or "")
        if said and (node.is_element_node or dom.is_text(node)):
            found.append(said)
        node = node.next
    return found


def _is_part(node: Node) -> bool:
    """Tell whether an element begins the next part of a report."""
    classes = dom.classes(node)
    if not classes:
        return any(child.tag in {"h3", "h4"} for child in dom.elements(node))
    return "auth" in classes or _LANGUAGE_NOTE.match(dom.text(node)) is None
