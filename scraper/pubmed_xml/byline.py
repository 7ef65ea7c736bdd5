"""People of a record in PubMed XML, and their affiliations."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from scraper.model import Author, Investigator
from scraper.pubmed_xml.elements import all_of, text, texts

_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


def authors(article: Element | None) -> tuple[tuple[Author, ...], bool, tuple[str, ...]]:
    """Return the authors, whether the record names all of them, and the affiliations.

    Editors of a book have a list of their own and are no authors.
    """
    places: dict[str, int] = {}
    lists = [people for people in all_of(article, "AuthorList") if people.get("Type") != "editors"]
    found = tuple(_author(entry, places) for people in lists for entry in all_of(people, "Author"))
    complete = all(people.get("CompleteYN", "Y") == "Y" for people in lists)
    return found, complete, tuple(places)


def _author(entry: Element, places: dict[str, int]) -> Author:
    group = text(entry, "CollectiveName")
    at = dict.fromkeys(places.setdefault(said, len(places)) for said in _affiliations(entry))
    return Author(
        name=group or whole_name(entry),
        collective_name=group or None,
        orcid=_orcid(entry),
        equal_contrib=entry.get("EqualContrib") == "Y",
        affiliations=tuple(at),
        **({} if group else _parts(entry)),
    )


def investigators(citation: Element | None, article: Element | None) -> tuple[Investigator, ...]:
    """Return the collaborators; a group's name may refer to the list of its own."""
    groups = {
        group.get("Investigators"): text(group)
        for group in all_of(article, "AuthorList/Author/CollectiveName")
    }
    return tuple(
        Investigator(
            name=whole_name(entry),
            collective_name=groups.get(people.get("ID")) if people.get("ID") else None,
            affiliations=tuple(_affiliations(entry)),
            **_parts(entry),
        )
        for people in all_of(citation, "InvestigatorList")
        for entry in all_of(people, "Investigator")
    )


def names(book: Element, role: str) -> tuple[str, ...]:
    """Return the names of a book's editors or authors."""
    lists = [people for people in all_of(book, "AuthorList") if people.get("Type") == role]
    entries = (entry for people in lists for entry in all_of(people, "Author"))
    return tuple(text(entry, "CollectiveName") or whole_name(entry) for entry in entries)


def _parts(entry: Element) -> dict[str, str | None]:
    return {
        "last_name": text(entry, "LastName") or None,
        "fore_name": text(entry, "ForeName") or None,
        "initials": text(entry, "Initials") or None,
        "suffix": text(entry, "Suffix") or None,
    }


def whole_name(entry: Element) -> str:
    """Return a name as PubMed's pages print it: fore name, last name, suffix."""
    return " ".join(filter(None, (text(entry, p) for p in ("ForeName", "LastName", "Suffix"))))


def _affiliations(entry: Element) -> Iterator[str]:
    """Give the affiliations; until 2014 there was one, without a wrapper."""
    yield from texts(entry, "AffiliationInfo/Affiliation")
    yield from texts(entry, "Affiliation")


def _orcid(entry: Element) -> str | None:
    found = (_ORCID.search(said) for said in texts(entry, "Identifier[@Source='ORCID']"))
    return next((match[0] for match in found if match), None)
