"""Counts over all lines, in one pass."""

from collections import Counter, defaultdict
from typing import Final

from attrs import define, field, frozen

from scraper.brief import ARTICLES
from scraper.printable import cut
from scraper.summary.line import Has, Line
from scraper.summary.newest import Newest

EXAMPLES: Final = 100
"""How many errors are kept word for word."""

_NOT_GIVEN: Final = "not given"
_LONGEST: Final = 300


@frozen
class Failure:
    """An error object, as the page shows it."""

    source: str
    code: str
    message: str


@define
class Tally:
    """What a file of records holds. Memory grows with distinct values, not with lines."""

    newest: Newest = field(factory=Newest)
    """The rows of the table."""
    kinds: Counter[str] = field(factory=Counter)
    years: Counter[int] = field(factory=Counter)
    undated: int = 0
    """Articles without a year."""
    journals: Counter[str] = field(factory=Counter)
    """Journals, and of books their titles."""
    types: Counter[str] = field(factory=Counter)
    mesh: Counter[str] = field(factory=Counter)
    languages: Counter[str] = field(factory=Counter)
    retracted: int = 0
    fields: dict[str, Counter[Has]] = field(factory=lambda: defaultdict(Counter))
    """By field: how many articles hold a value, say that there is none, or cannot tell."""
    warnings: Counter[str] = field(factory=Counter)
    warned: dict[str, str] = field(factory=dict)
    """By code of a warning: what the first one said."""
    errors: Counter[str] = field(factory=Counter)
    failures: list[Failure] = field(factory=list)
    """The first errors, word for word."""

    @property
    def articles(self) -> int:
        """How many records of articles, books and their sections there are."""
        return sum(self.kinds[kind] for kind in ARTICLES)

    def take(self, line: Line) -> None:
        """Count a line."""
        self.kinds[line.kind] += 1
        for warning in line.warnings:
            code = cut(warning.code, _LONGEST)
            self.warnings[code] += 1
            self.warned.setdefault(code, cut(warning.message, _LONGEST))
        if line.kind == "error":
            self._take_error(line)
        elif line.kind != "listing":
            self._take_article(line)

    def _take_error(self, line: Line) -> None:
        self.errors[cut(line.code, _LONGEST)] += 1
        if len(self.failures) < EXAMPLES:
            about = (line.source or line.pmid or "-", line.code, line.message)
            self.failures.append(Failure(*(cut(text, _LONGEST) for text in about)))

    def _take_article(self, line: Line) -> None:
        self.newest.take(line)
        if line.year is None:
            self.undated += 1
        else:
            self.years[line.year] += 1
        self.journals[line.where or _NOT_GIVEN] += 1
        self.types.update(set(line.publication_types or ()))
        self.mesh.update({heading.descriptor_name for heading in line.mesh_headings or ()})
        self.languages.update(set(line.languages or ()))
        self.retracted += line.retracted is True
        for name, has in line.has.items():
            self.fields[name][has] += 1
