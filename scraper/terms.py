"""What a printed term means: MeSH headings, grants. Pages and renderings share it."""

from collections.abc import Iterable
from typing import Final

from scraper.model import Grant, MeshHeading, Qualifier

_GRANT_PARTS: Final = 4
_AGENCY_PARTS: Final = 2


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
                Qualifier(
                    qualifier_name=qualifier.rstrip("* "), major_topic=qualifier.endswith("*")
                )
            )
    return tuple(
        MeshHeading(descriptor_name=name, major_topic=major, qualifiers=tuple(qualifiers))
        for name, major, qualifiers in grouped
    )


def _split_mesh(line: str) -> tuple[str, str]:
    """Part descriptor and qualifier; neither holds a slash in MeSH."""
    name, slash, qualifier = line.rpartition("/")
    return (name.rstrip(), qualifier.lstrip()) if slash else (line, "")


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
