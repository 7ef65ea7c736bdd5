"""Which place of a page gave which value of its record.

A value is looked for in what the reader of its field looked at: at first as the whole of a
text, then as a part, then in the rest of the article, last in attributes. Entries of a list
stand in the order of the page, so that each is looked for between its neighbours.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from scraper.provenance import rules
from scraper.provenance.ground import Ground, Place
from scraper.provenance.printed import Span, squeezed
from scraper.provenance.search import Search

_SIGNIFICANT: Final = 8
"""Letters of a word that hardly stands in two entries by chance."""
_TELLING: Final = 4
"""How many words of an entry are looked for to find it."""


def places(record: Mapping[str, Any], ground: Ground) -> dict[str, Place]:
    """Return the place of each value that is printed somewhere, by its path in the record."""
    found: dict[str, Place] = {}
    for field in _ordered(record):
        Finder(ground, field, found).take(record, field)
    page = record["page"]
    if page["url"]:
        Finder(ground, "page", found).leaf("page.url", "url", page["url"])
    return {path: found[path] for path in sorted(found, key=_order(record))}


def _ordered(record: Mapping[str, Any]) -> list[str]:
    """Return the fields; those that others are derived from come first."""
    later = {*rules.ALIKE, *rules.JOINED}
    names = [name for name in record if name not in rules.UNPRINTED and name != "page"]
    return sorted(names, key=lambda name: (name in later, name in rules.IN_CITATION))


def _order(record: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a key function
    at = {name: place for place, name in enumerate(record)}
    return lambda path: at[path.partition(".")[0].partition("[")[0]]


class Finder:
    """Looks for the values of one field."""

    def __init__(self, ground: Ground, field: str, found: dict[str, Place]) -> None:
        self._printed = ground.printed
        self._whole = Span(0, ground.printed.size)
        self._search = Search(ground, ground.source(field))
        self._found = found

    def take(self, record: Mapping[str, Any], field: str) -> None:
        """Look for a field of the record."""
        self._member(record, field, "", self._whole)

    def _member(self, parts: Mapping[str, Any], key: str, path: str, within: Span) -> None:
        value, here = parts[key], f"{path}{key}"
        if value is None or key in rules.UNPRINTED:
            return
        line = self._found.get(f"{path}citation")
        within = self._whole if key in rules.ELSEWHERE else within
        if (other := rules.ALIKE.get(key)) in parts:
            self._like(here, f"{path}{other}")
        elif key == "collective_name" and value == parts.get("name"):
            self._like(here, f"{path}name")
        elif parts.get(other := rules.JOINED.get(key, "")):
            self._join(here, f"{path}{other}[")
        elif isinstance(line, Span) and key in rules.IN_CITATION and not _is_journal(key, value):
            words = squeezed(value["raw"] if isinstance(value, dict) else value)
            told = self._printed.find(words, line) is not None
            self._value(here, key, value, line if told else within)
        else:
            self._value(here, key, value, within)

    def _value(self, path: str, key: str, value: Any, within: Span) -> None:  # noqa: ANN401 - any value of a record
        if isinstance(value, dict):
            for name in _ordered(value):
                self._member(value, name, f"{path}.", within)
        elif isinstance(value, list | tuple):
            self._entries(path, key, value, within)
        else:
            self.leaf(path, key, value, within)

    def _like(self, path: str, other: str) -> None:
        if other in self._found:
            self._found[path] = self._found[other]

    def _join(self, path: str, parts: str) -> None:
        spans = [
            place
            for known, place in self._found.items()
            if known.startswith(parts) and isinstance(place, Span)
        ]
        if spans:
            self._found[path] = Span(min(s.start for s in spans), max(s.end for s in spans))

    def leaf(self, path: str, key: str, value: Any, within: Span | None = None) -> None:  # noqa: ANN401 - any value of a record
        """Look for one value."""
        within = within or self._whole
        place: Place | None = None
        if form := rules.FORMS.get(key):
            place = (
                self._search.form(form, within) if rules.SPOKEN.get(key, value) == value else None
            )
        elif isinstance(value, str):
            place = self._word(path, key, value, within)
        elif key == "total" and (before := rules.COUNTED.get(path.removesuffix(".total"))):
            place = self._count(before, value)
        if place is not None:
            self._found[path] = place

    def _count(self, before: str, total: int) -> Span | None:
        """Return where the total of a list stands after certain words."""
        for number in (f"{total:,}", str(total)):
            if found := self._printed.find(before + number, self._whole):
                return Span(found.end - len(number), found.end)
        return None

    def _word(self, path: str, key: str, value: str, within: Span) -> Place | None:
        wanted = squeezed(value)
        if not wanted:
            return None
        if not rules.ATTRIBUTES.isdisjoint((key, path)) and (
            place := self._search.attribute(value, within)
        ):
            return place
        above = key in rules.ABOVE
        return (
            self._search.whole(wanted, within)
            or (self._search.above(wanted, within) if above else None)
            or self._search.part(wanted, within)
            or self._search.attribute(value, within)
        )

    def _entries(self, path: str, key: str, values: Sequence[Any], within: Span) -> None:
        """Look for the entries of a list, one after the other."""
        begins: list[int] = []
        at = within.start
        for value in values:
            begin, at = self._begin(value, Span(at, within.end))
            begins.append(begin)
        for place, (value, (start, end)) in enumerate(
            zip(values, pairwise([*begins, within.end]), strict=True)
        ):
            self._value(f"{path}[{place}]", key, value, Span(start, end))

    def _begin(self, value: Any, within: Span) -> tuple[int, int]:  # noqa: ANN401 - an entry of any list
        """Return where an entry begins, and where the next one can begin at the soonest."""
        words = sorted(_strings(value), key=len, reverse=True)[:_TELLING]
        for at, word in enumerate(words):
            wanted = squeezed(word)
            if wanted and (anchor := self._search.part(wanted, within)):
                before = Span(within.start, anchor.start)
                others = (squeezed(w) for w in words[at + 1 :])
                spans = [self._search.part(w, before) for w in others if len(w) >= _SIGNIFICANT]
                spans += [anchor, self._search.around(anchor, within)]
                return min(span.start for span in spans if span), anchor.end
        return within.start, within.start


def _is_journal(key: str, value: Any) -> bool:  # noqa: ANN401 - any value of a record
    """Tell whether a value is the article's journal, which its citation leaves out."""
    return key == "journal" and isinstance(value, dict)


def _strings(value: Any) -> list[str]:  # noqa: ANN401 - an entry of any list
    """Return all words of an entry that are printed as they are."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        left_out = (
            rules.ABOVE
            | rules.ELSEWHERE
            | (rules.IN_CITATION if value.get("citation") else frozenset())
        )
        told = (
            v for k, v in value.items() if k not in left_out and not k.endswith(("html", "url"))
        )
        return [word for part in told for word in _strings(part)]
    if isinstance(value, list | tuple):
        return [word for part in value for word in _strings(part)]
    return []
