"""Which fields of a record carry a value: the top-level ones, and some inside of them."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from scraper.model import Article, Links, Listing, Refs

OF_THE_READING: Final = frozenset({"schema_version", "kind", "source", "page", "warnings"})
"""Fields that say where a record came from; of a listing, ``page`` is its number."""

_INSIDE: Final = {
    Article: (
        "authors[].last_name",
        "authors[].orcid",
        "authors[].affiliations",
        "journal.title",
        "journal.medline_ta",
        "journal.issn",
        "pub_date.month",
        "pub_date.day",
        "abstract_sections[].label",
        "mesh_headings[].qualifiers",
        "grants[].grant_id",
        "comments_corrections[].article.pmid",
        "cited_by.total",
        "cited_by.items[].title",
        "cited_by.items[].pub_date",
        "similar_articles.items[].title",
        "references.items[].pmid",
        "figures[].caption",
        "page.url",
    ),
    Listing: (
        "items[].pmid",
        "items[].title",
        "items[].authors",
        "items[].pub_date",
        "items[].snippet",
    ),
}
"""Values inside of fields that a change of the markup can take away alone."""


def _paths(kind: type[Article | Listing]) -> tuple[str, ...]:
    named = [f.name for f in attrs.fields(kind) if f.name not in OF_THE_READING]
    found = [*named, *_INSIDE[kind]]
    return tuple(sorted(found, key=lambda path: _place(path, named)))


def _place(path: str, named: Sequence[str]) -> int:
    top = path.split(".", maxsplit=1)[0].removesuffix("[]")
    return named.index(top) if top in named else len(named)


PATHS: Final = {kind: _paths(kind) for kind in _INSIDE}
"""What is looked at in each kind of record, in its order: ``pmid``, ``authors[].orcid``."""


def carried(record: Article | Listing) -> Iterator[str]:
    """Yield the paths that carry a value: not null, not empty; of a list, in any entry."""
    for path in PATHS[type(record)]:
        if _reaches(record, path.replace("[]", "").split(".")):
            yield path


def _reaches(value: Any, names: Sequence[str]) -> bool:  # noqa: ANN401 - any part of a record
    if isinstance(value, tuple):
        return any(_reaches(entry, names) for entry in value) if names else bool(value)
    if names:
        return value is not None and _reaches(getattr(value, names[0]), names[1:])
    if isinstance(value, Links | Refs):  # 0 of 0 is an answer, but carries nothing
        return bool(value.items or value.total)
    return value is not None
