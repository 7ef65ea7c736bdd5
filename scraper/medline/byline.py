"""Authors and collaborators of a MEDLINE record; affiliations stand after each."""

import re
from collections.abc import Mapping
from typing import Any, Final

import attrs

from scraper.medline.tags import Tags
from scraper.model import Author, Investigator
from scraper.names import SUFFIXES, are_initials

_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_ET_AL: Final = re.compile(r"et al\.?", re.IGNORECASE)
_AUTHORS: Final = {
    "FAU": "full", "AU": "short", "CN": "group", "AD": "affiliation", "AUID": "orcid"
}  # fmt: skip
_INVESTIGATORS: Final = {"FIR": "full", "IR": "short", "IRAD": "affiliation"}
"""What a tag says of a person."""
_NAMES: Final = frozenset({"full", "short", "group"})


@attrs.define
class _Entry:
    """What the record says of one person or group."""

    full: str = ""
    short: str = ""
    group: str = ""
    orcid: str | None = None
    affiliations: list[str] = attrs.field(factory=list)

    @property
    def name(self) -> str:
        """The name as the record has it."""
        return self.full or self.short or self.group

    @property
    def parts(self) -> dict[str, Any]:
        """The parts of a person's name."""
        return {} if self.group else name_parts(self.full, self.short)


def authors(tags: Tags) -> tuple[tuple[Author, ...], bool, tuple[str, ...]]:
    """Return the authors, whether the record names all of them, and the affiliations.

    Until 2013 one affiliation stood before the authors: nobody points to it.
    """
    places: dict[str, int] = {}
    for value in tags.all("AD"):
        places.setdefault(value, len(places))
    entries = _entries(tags, _AUTHORS)
    people = [entry for entry in entries if not _ET_AL.fullmatch(entry.full or entry.short)]
    found = tuple(_author(entry, places) for entry in people)
    return found, len(people) == len(entries), tuple(places)


def investigators(tags: Tags) -> tuple[Investigator, ...]:
    """Return the collaborators; the record does not say which group each belongs to."""
    return tuple(
        Investigator(
            name=entry.name, affiliations=tuple(dict.fromkeys(entry.affiliations)), **entry.parts
        )
        for entry in _entries(tags, _INVESTIGATORS)
    )


def names(tags: Tags, full: str, short: str) -> tuple[str, ...]:
    """Return the names under a pair of tags, such as ``FED`` and ``ED``."""
    return tuple(entry.name for entry in _entries(tags, {full: "full", short: "short"}))


def _entries(tags: Tags, roles: Mapping[str, str]) -> list[_Entry]:
    """Return the people under some tags; the short name belongs to the full one beside it."""
    found: list[_Entry] = []
    for tag, value in tags.pairs:
        role = roles.get(tag)
        last = found[-1] if found else None
        if role == "affiliation" and last:
            last.affiliations.append(value)
        elif role == "orcid" and last:
            match = _ORCID.search(value)
            last.orcid = match[0] if match else last.orcid
        elif role == "short" and last and last.full and not last.short:
            last.short = value
        elif role is not None and role in _NAMES:
            found.append(_Entry())
            setattr(found[-1], role, value)
    return found


def _author(entry: _Entry, places: Mapping[str, int]) -> Author:
    return Author(
        name=entry.name,
        collective_name=entry.group or None,
        orcid=entry.orcid,
        affiliations=tuple(dict.fromkeys(places[said] for said in entry.affiliations)),
        **entry.parts,
    )


def name_parts(full: str, short: str) -> dict[str, str]:
    """Split ``Last, Fore Suffix`` by the help of ``Last II Suffix``; either may be missing.

    >>> name_parts("de la Vale, Ann Bea 3rd", "de la Vale AB 3rd")["fore_name"]
    'Ann Bea'
    >>> name_parts("", "de la Vale AB")
    {'last_name': 'de la Vale', 'initials': 'AB'}
    >>> name_parts("", "Ivanov IuA")["initials"], name_parts("", "王 明")["initials"]
    ('IuA', '明')
    """
    words = short.split()
    parts: dict[str, str] = {}
    if len(words) > 2 and words[-1] in SUFFIXES and are_initials(words[-2]):  # noqa: PLR2004 - name, initials, suffix
        parts["suffix"] = words.pop()
    if len(words) > 1 and (words[-1].isupper() or are_initials(words[-1])):
        parts["initials"] = words.pop()
    last_name, comma, fore_name = full.partition(", ")
    fore_name = fore_name.removesuffix(f" {parts.get('suffix')}")
    named = {"last_name": last_name if comma else " ".join(words) or full}
    return named | ({"fore_name": fore_name} if fore_name else {}) | parts
