"""The accumulator: observations and errors in, counts out. Its JSON is the report's."""

from typing import Final, Literal

import msgspec
from attrs import define, field

from scraper.diagnosis.coverage import PATHS
from scraper.diagnosis.observation import Observation
from scraper.errors import RecordError, ScraperError
from scraper.model import Article, Listing

_MOST: Final = 500
"""Different unknown sections kept of a layout: no input makes a report grow without end."""


@define(kw_only=True, slots=False)
class Failures:
    """Pages or records that gave nothing, for one reason."""

    count: int = 0
    example: str | None = None
    """One input of them."""


@define(kw_only=True, slots=False)
class UnknownCount:
    """A section that no reader knows."""

    heading: str
    """Its heading as printed."""
    id: str | None
    """The ``id`` of its element; null in a text rendering."""
    records: int = 0
    """How many records have it."""
    example: str | None = None
    """One input of them."""


@define(kw_only=True, slots=False)
class LayoutCount:
    """What the records of one layout carry."""

    records: int = 0
    fields: dict[str, int] = field(factory=dict)
    """How many records carry a value, by the value's path."""
    warnings: dict[str, int] = field(factory=dict)
    """How many records have a warning, by its code."""
    unknown_sections: list[UnknownCount] = field(factory=list)
    """At most 500; what more there are is not counted."""
    characters: int = 0
    """How long the text of all pages is."""
    unread: int = 0
    """How much of it stands in no string of its record."""

    def unknown(self, heading: str, element_id: str | None) -> UnknownCount:
        """Return the count of a section; one that is not kept where there are too many."""
        for found in self.unknown_sections:
            if (found.heading, found.id) == (heading, element_id):
                return found
        new = UnknownCount(heading=heading, id=element_id)
        if len(self.unknown_sections) < _MOST:
            self.unknown_sections.append(new)
        return new


@define(kw_only=True, slots=False)
class Diagnosis:
    """Counts over many pages."""

    format: Literal["pubmed-scraper diagnosis 1"] = "pubmed-scraper diagnosis 1"
    """What this JSON is."""
    pages: int = 0
    """How many pages there were, those that gave no record included."""
    records: int = 0
    errors: dict[str, Failures] = field(factory=dict)
    """What gave no record, by the error's code."""
    layouts: dict[str, LayoutCount] = field(factory=dict)
    """The records, by the layout they were read from."""

    def add(self, found: Observation | ScraperError) -> None:
        """Count a record, or why there is none."""
        if isinstance(found, ScraperError):
            self._fail(found.code, 1, found.source)
        else:
            self._observe(found)

    def merge(self, other: "Diagnosis") -> None:
        """Add the counts of another diagnosis to these."""
        self.pages += other.pages
        self.records += other.records
        for code, failures in other.errors.items():
            self._fail(code, failures.count, failures.example)
        for name, theirs in other.layouts.items():
            _merge(self._layout(name), theirs)

    def _fail(self, code: str, count: int, example: str | None) -> None:
        failures = self.errors.setdefault(code, Failures())
        failures.count += count
        failures.example = failures.example or example

    def _observe(self, seen: Observation) -> None:
        self.records += 1
        layout = self._layout(seen.layout)
        layout.records += 1
        layout.characters += seen.characters
        layout.unread += seen.unread
        _count(layout.fields, dict.fromkeys(seen.carried, 1))
        _count(layout.warnings, dict.fromkeys(seen.warnings, 1))
        for heading, element_id in seen.unknown_sections:
            _see(layout.unknown(heading, element_id), 1, seen.source)

    def _layout(self, name: str) -> LayoutCount:
        if name not in self.layouts:
            paths = PATHS[Listing if name == "listing" else Article]
            self.layouts[name] = LayoutCount(fields=dict.fromkeys(paths, 0))
        return self.layouts[name]


def _merge(ours: LayoutCount, theirs: LayoutCount) -> None:
    ours.records += theirs.records
    ours.characters += theirs.characters
    ours.unread += theirs.unread
    _count(ours.fields, theirs.fields)
    _count(ours.warnings, theirs.warnings)
    for section in theirs.unknown_sections:
        _see(ours.unknown(section.heading, section.id), section.records, section.example)


def _count(ours: dict[str, int], theirs: dict[str, int]) -> None:
    for name, count in theirs.items():
        ours[name] = ours.get(name, 0) + count


def _see(section: UnknownCount, records: int, example: str | None) -> None:
    section.records += records
    section.example = section.example or example


def encode(diagnosis: Diagnosis) -> bytes:
    """Return a diagnosis as indented JSON with a final newline."""
    return msgspec.json.format(msgspec.json.encode(diagnosis), indent=2) + b"\n"


def decode(data: bytes) -> Diagnosis:
    """Return the diagnosis that JSON holds.

    Raises:
        RecordError: It is no JSON, or no diagnosis; the message names the field.
    """
    try:
        return msgspec.json.decode(data, type=Diagnosis)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        message = f"This is not what diagnose --json gives: {error}"
        raise RecordError(message) from error
