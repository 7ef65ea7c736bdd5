"""Shared by the sections that list terms: what stands in a list, and what a term means."""

from collections.abc import Iterable

from scraper import dom
from scraper.dom import Node
from scraper.model import Grant, MeshHeading, Qualifier

_GRANT_PARTS = 4
_AGENCY_PARTS = 2


def terms(section: Node | None) -> tuple[str, ...]:
    """Return the terms of a ``keywords-section`` without the menu that hides behind each."""
    return tuple(term for term in map(dom.text, term_nodes(section)) if term)


def term_nodes(section: Node | None) -> list[Node]:
    """Return the elements that hold the terms of a list: the button before each menu, or the item."""
    if section is None:
        return []
    triggers = dom.find_all(section, "button.keyword-actions-trigger")
    return triggers or [_without_menu(item) for item in dom.find_all(section, "ul > li")]


def _without_menu(item: Node) -> Node:
    """Return the element of a list item that holds the term: what stands before its menu."""
    block = dom.find(item, ".dropdown-block") or item
    if dom.find(block, ".dropdown") is None:
        return block
    return next(dom.elements(block))


def mesh_headings(lines: Iterable[str]) -> tuple[MeshHeading, ...]:
    """Read MeSH lines; lines in a row with one descriptor are one heading.

    ``A / b*`` marks the qualifier as major, ``A* / b`` the descriptor. Legacy pages
    print ``A/b``.

    >>> found = mesh_headings(["Cytoskeleton / ultrastructure*", "Cytoskeleton / physiology"])
    >>> [(q.qualifier_name, q.major_topic) for q in found[0].qualifiers]
    [('ultrastructure', True), ('physiology', False)]
    """
    grouped: list[tuple[str, bool, list[Qualifier]]] = []
    for line in lines:
        name, qualifier = _split_mesh(line)
        major = name.endswith("*")
        name = name.rstrip("* ")
        if not grouped or grouped[-1][0] != name:
            grouped.append((name, major, []))
        elif major:
            grouped[-1] = (name, True, grouped[-1][2])
        if qualifier:
            grouped[-1][2].append(
                Qualifier(qualifier_name=qualifier.rstrip("* "), major_topic=qualifier.endswith("*"))
            )
    return tuple(
        MeshHeading(descriptor_name=name, major_topic=major, qualifiers=tuple(qualifiers))
        for name, major, qualifiers in grouped
    )


def _split_mesh(line: str) -> tuple[str, str]:
    """Part descriptor and qualifier; a qualifier never holds a slash, a descriptor may."""
    spaced = line.rpartition(" / ")
    name, slash, qualifier = spaced if spaced[1] else line.rpartition("/")
    return (name, qualifier) if slash else (line, "")


def grant(raw: str, number: str | None = None) -> Grant:
    """Read ``number/acronym/agency/country`` or ``agency/country``; anything else is only raw.

    A number can hold a slash: where the page names it, it must be the first part.

    >>> grant("R01 NS017282/NS/NINDS NIH HHS/United States").agency
    'NINDS NIH HHS'
    >>> grant("UIDB04033/2020/FCT").grant_id is None
    True
    """
    parts = raw.split("/")
    if len(parts) == _GRANT_PARTS and number in {None, parts[0]}:
        grant_id, acronym, agency, country = (part.strip() or None for part in parts)
        return Grant(grant_id=grant_id, acronym=acronym, agency=agency, country=country, raw=raw)
    if len(parts) == _AGENCY_PARTS:
        return Grant(agency=parts[0].strip() or None, country=parts[1].strip() or None, raw=raw)
    return Grant(raw=raw)
