"""The yardstick of a text rendering: the record of the HTML page that was rendered.

``contradictions`` lists every value of the text's record that the page's record denies, in
all fields; ``named`` says which of the fields that a text must keep it has. A null says
nothing and contradicts nothing. A list may be shorter where the text shows fewer.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tests.pairs import Record

Json = Any
Compare = Callable[[str, Json, Json, "Shown"], Iterator["Difference"]]

_FREE = frozenset({"schema_version", "page", "warnings", "source"})
"""What a rendering's record says of itself, not of the article."""
_KEYS = "pmid citation title name raw descriptor_name qualifier_name label text accession".split()
"""What tells the entries of a list apart: the first of these that both have."""
_NOT_WORDS = re.compile(r"[\W_]+")
_LONG = 40


class Difference(NamedTuple):
    """A value of the text's record that the page's record denies."""

    path: str
    found: Json
    wanted: Json


class Shown:
    """What a text shows: is a value that the record lacks in it after all?"""

    def __init__(self, text: str) -> None:
        self._lines = {_letters(line) for line in text.splitlines()}
        self._all = _letters(text)

    def __contains__(self, value: str) -> bool:
        letters = _letters(value)
        return letters in self._lines or (len(letters) >= _LONG and letters in self._all)

    def anywhere(self, names: Sequence[str]) -> bool:
        """Tell whether names stand in the text, one after the other."""
        return _letters("".join(names)) in self._all


def _letters(text: str) -> str:
    return _NOT_WORDS.sub("", text).casefold()


def contradictions(found: Record, wanted: Record, text: str = "") -> list[Difference]:
    """List where the record of a text contradicts the record of its page.

    Args:
        found: The record made of the text.
        wanted: The record made of the page.
        text: The text; a list that lacks one of its lines is wrong.
    """
    return list(_fields("", found, wanted, Shown(text)))


def leaves(found: Json) -> int:
    """Count the values of a record that say something."""
    if isinstance(found, Mapping):
        return sum(leaves(value) for name, value in found.items() if name not in _FREE)
    if isinstance(found, list):
        return sum(map(leaves, found)) or 1
    return found is not None


def _compare(path: str, found: Json, wanted: Json, shown: Shown) -> Iterator[Difference]:
    """Compare two values of any kind."""
    if found is None or found == wanted:
        return
    if isinstance(wanted, str) and found == html.unescape(wanted):
        return  # the page escapes it twice, and the renderer decodes it twice
    if isinstance(found, list) and isinstance(wanted, list):
        yield from _lists(path, found, wanted, shown)
    elif isinstance(found, dict) and isinstance(wanted, dict):
        yield from _fields(path, found, wanted, shown)
    else:
        yield Difference(path, found, wanted)


def _fields(path: str, found: Record, wanted: Record, shown: Shown) -> Iterator[Difference]:
    for name in (found.keys() & wanted.keys()) - _FREE:
        where = f"{path}.{name}" if path else name
        if name in {"complete", "authors_complete"}:
            yield from _complete(where, found, wanted)
            if name == "authors_complete":
                yield from _people(where, found, wanted, shown)
        elif name == "authors" and "pmid" in found and "abstract" in found:
            yield from _byline(where, found, wanted, shown)
        else:
            yield from _compare(where, found[name], wanted[name], shown)


def _complete(path: str, found: Record, wanted: Record) -> Iterator[Difference]:
    """A list that shows fewer than the page's may say so; it never says that it is whole."""
    name = path.rpartition(".")[2]
    listed = "items" if name == "complete" else "authors"
    size, of_page = len(found[listed] or ()), len(wanted[listed] or ())
    if name == "authors_complete" and found[name] and size == of_page:
        return  # that a script fetches more, no text shows
    if found[name] not in {None, wanted[name]} and not (size < of_page and found[name] is False):
        yield Difference(path, found[name], wanted[name])


def _people(path: str, found: Record, wanted: Record, shown: Shown) -> Iterator[Difference]:
    """Fewer authors than the page's are not all, and none only where the text shows none."""
    ours, theirs = found["authors"], wanted["authors"] or []
    if ours is None or len(ours) >= len(theirs):
        return
    names = [author if isinstance(author, str) else author["name"] for author in theirs[:2]]
    if found["authors_complete"] or (not ours and shown.anywhere(names)):
        yield Difference(path, ours, theirs)


def _lists(
    path: str, found: Sequence[Json], wanted: Sequence[Json], shown: Shown
) -> Iterator[Difference]:
    """Every entry must be one of the page's, in its order; those left out must not be shown."""
    places = _places(found, wanted)
    for at, place in enumerate(places):
        other = None if place is None else wanted[place]
        yield from _compare(f"{path}[{at}]", found[at], other, shown)
    for place in sorted(set(range(len(wanted))) - set(places)):
        if _key(wanted[place]) in shown:
            yield Difference(f"{path}[+{place}]", None, wanted[place])


def _places(found: Sequence[Json], wanted: Sequence[Json]) -> list[int | None]:
    """Return the place of each entry found among the wanted."""
    if len(found) == len(wanted):
        return list(range(len(wanted)))
    places: list[int | None] = []
    start = 0
    for entry in found:
        same = (at for at in range(start, len(wanted)) if _is_same(entry, wanted[at]))
        places.append(place := next(same, None))
        start = start if place is None else place + 1
    return places


def _is_same(one: Json, other: Json) -> bool:
    if not isinstance(one, Mapping):
        return bool(one == other)
    one, other = one.get("article", one), other.get("article", other)
    name = next((name for name in _KEYS if one.get(name) and other.get(name)), None)
    return name is not None and one[name] == other[name]


def _key(entry: Json) -> str:
    if not isinstance(entry, Mapping):
        return str(entry)
    entry = entry.get("article", entry)
    return str(next((entry[name] for name in _KEYS if entry.get(name)), ""))


def _byline(path: str, found: Record, wanted: Record, shown: Shown) -> Iterator[Difference]:
    """Compare authors: what they point to is the affiliation's text, not its place.

    A text may print no number at all; then nobody points anywhere.
    """
    if found["authors"] is None:
        return
    if wanted["authors"] is None:
        yield Difference(path, found["authors"], None)
        return
    numbered = any(author["affiliations"] for author in found["authors"])
    ours, theirs = (
        [_resolved(author, record, numbered=numbered) for author in record["authors"]]
        for record in (found, wanted)
    )
    yield from _lists(path, ours, theirs, shown)


def _resolved(author: Record, record: Record, *, numbered: bool) -> Record:
    if not numbered:
        return author | {"affiliations": None, "equal_contrib": None}
    texts = dict(enumerate(record["affiliations"] or ()))
    return author | {"affiliations": [texts.get(at, at) for at in author["affiliations"]]}


NAMED: Mapping[str, Callable[[Record], Json]] = {
    "title": lambda record: record["title"],
    "pmid": lambda record: record["pmid"],
    "doi": lambda record: record["doi"],
    "authors": lambda record: [author["name"] for author in record["authors"] or ()],
    "affiliations": lambda record: record["affiliations"],
    "citation": lambda record: record["citation"],
    "abstract": lambda record: record["abstract"],
    "keywords": lambda record: record["keywords"],
    "publication_types": lambda record: record["publication_types"],
    "mesh_headings": lambda record: record["mesh_headings"],
    "substances": lambda record: record["substances"],
    "grants": lambda record: record["grants"],
    "cited_by": lambda record: _pmids(record["cited_by"]),
    "similar_articles": lambda record: _pmids(record["similar_articles"]),
    "comments_corrections": lambda record: [
        notice["article"]["pmid"]
        for notice in record["comments_corrections"] or ()
        if notice["article"]["pmid"]
    ],
}
"""The fields that a full rendering keeps, and how each is compared: wholly there or not."""


def _pmids(links: Record | None) -> list[str]:
    return [item["pmid"] for item in (links or {"items": ()})["items"] if item["pmid"]]


def named(found: Record, wanted: Record) -> tuple[set[str], set[str]]:
    """Return the named fields that the text's record has in full, and those that the page has."""
    expected = {name for name, value in NAMED.items() if value(wanted)}
    return {name for name in expected if NAMED[name](found) == NAMED[name](wanted)}, expected
