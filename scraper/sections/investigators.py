"""Collaborators: NLM's investigators, who are named beside the authors and are none."""

from collections.abc import Mapping
from functools import singledispatch

from scraper import dom
from scraper.collaborators import Collaborator, collaborators
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import Investigator
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._byline import name_parts
from scraper.sections._names import linked_name_parts


@singledispatch
def investigators(page: Layout) -> tuple[Investigator, ...] | None:
    """Read the collaborators, each with the group that the page lists them under."""
    return None


@investigators.register
def _modern(page: ModernPage) -> tuple[Investigator, ...] | None:
    nodes = page.people.collaborators
    if not nodes:
        return () if page.heading_is_whole else None
    links = [link for node in nodes if node.is_element_node for link in dom.find_all(node, "a")]
    hrefs = {dom.text(link): dom.attr(link, "href") or "" for link in links}
    texts = dict(page.affiliations)
    return tuple(
        _investigator(person, linked_name_parts(person.name, hrefs.get(person.name, "")), texts)
        for person in collaborators(dom.lines(nodes))
    )


def _investigator(
    person: Collaborator, parts: Mapping[str, str | None], texts: Mapping[str, str]
) -> Investigator:
    """Return a collaborator; numbers stand for the texts of the authors' affiliations."""
    return Investigator(
        name=person.name,
        last_name=parts.get("last_name"),
        fore_name=parts.get("fore_name"),
        initials=parts.get("initials"),
        suffix=parts.get("suffix"),
        collective_name=person.group,
        affiliations=tuple(texts[mark] for mark in person.marks if mark in texts),
    )


@investigators.register
def _legacy(page: LegacyPage) -> tuple[Investigator, ...] | None:
    texts = dict(page.affiliations)
    found = (
        _investigator(person, name_parts(person.name), texts)
        for person in collaborators(page.collaborator_lines)
    )
    return tuple(found) or page.absent


@investigators.register
def _text(page: TextPage) -> tuple[Investigator, ...] | None:
    return page.investigators
