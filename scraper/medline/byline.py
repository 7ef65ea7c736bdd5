"""Authors of a MEDLINE record, and the affiliations that stand after each."""

import re
from typing import Final

import attrs

from scraper.medline.tags import Tags
from scraper.model import Author

_SUFFIXES: Final = frozenset("Jr Sr 1st 2nd 3rd 4th 5th 6th II III IV V VI".split())
_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_ET_AL: Final = re.compile(r"et al\.?", re.IGNORECASE)


@attrs.define
class _Entry:
    """What the record says of one author."""

    full: str = ""
    short: str = ""
    group: str = ""
    orcid: str | None = None
    affiliations: list[int] = attrs.field(factory=list)


def authors(tags: Tags) -> tuple[tuple[Author, ...], bool, tuple[str, ...]]:
    """Return the authors, whether the record names all of them, and the affiliations.

    Until 2013 one affiliation stood before the authors: nobody points to it.
    """
    places: dict[str, int] = {}
    entries: list[_Entry] = []
    for tag, value in tags.pairs:
        if tag == "AD":
            at = places.setdefault(value, len(places))
            if entries and at not in entries[-1].affiliations:
                entries[-1].affiliations.append(at)
        elif tag == "AUID" and entries:
            found = _ORCID.search(value)
            entries[-1].orcid = found[0] if found else entries[-1].orcid
        else:
            _add(entries, tag, value)
    people = [entry for entry in entries if not _ET_AL.fullmatch(entry.full or entry.short)]
    return tuple(map(_author, people)), len(people) == len(entries), tuple(places)


def _add(entries: list[_Entry], tag: str, value: str) -> None:
    """Begin an entry; ``AU`` belongs to the ``FAU`` before it."""
    if tag == "FAU":
        entries.append(_Entry(full=value))
    elif tag == "CN":
        entries.append(_Entry(group=value))
    elif tag == "AU":
        if entries and entries[-1].full and not entries[-1].short:
            entries[-1].short = value
        else:
            entries.append(_Entry(short=value))


def _author(entry: _Entry) -> Author:
    name = entry.full or entry.short or entry.group
    parts = {} if entry.group else name_parts(entry.full, entry.short)
    return Author(
        name=name,
        last_name=parts.get("last_name"),
        fore_name=parts.get("fore_name"),
        initials=parts.get("initials"),
        suffix=parts.get("suffix"),
        collective_name=entry.group or None,
        orcid=entry.orcid,
        affiliations=tuple(entry.affiliations),
    )


def name_parts(full: str, short: str) -> dict[str, str]:
    """Split ``Last, Fore Suffix`` by the help of ``Last II Suffix``; either may be missing.

    >>> name_parts("de la Vale, Ann Bea 3rd", "de la Vale AB 3rd")["fore_name"]
    'Ann Bea'
    >>> name_parts("", "de la Vale AB")
    {'last_name': 'de la Vale', 'initials': 'AB'}
    """
    words = short.split()
    parts: dict[str, str] = {}
    if len(words) > 2 and words[-1] in _SUFFIXES and words[-2].isupper():  # noqa: PLR2004 - name, initials, suffix
        parts["suffix"] = words.pop()
    if len(words) > 1 and words[-1].isupper():
        parts["initials"] = words.pop()
    last_name, comma, fore_name = full.partition(", ")
    fore_name = fore_name.removesuffix(f" {parts.get('suffix')}")
    named = {"last_name": last_name if comma else " ".join(words) or full}
    return named | ({"fore_name": fore_name} if fore_name else {}) | parts
