"""What reports read of a line: who the record is. Fields that no report needs are passed over.

The classes are msgspec's, not those of the model: only so can a decoder skip the rest of a
record, which is most of the time that reading it would take.
"""

from typing import Final, Literal

from msgspec import Struct

ARTICLES: Final = frozenset(("article", "book", "book_section"))
"""The kinds of line that are a record of their own."""


class Date(Struct):
    """A date's year."""

    year: int


class Journal(Struct):
    """A journal's names."""

    title: str | None = None
    medline_ta: str | None = None


class Book(Struct):
    """A book's name."""

    title: str | None = None


class Brief(Struct):
    """A line of any kind. Every field may be missing: ``convert --fields`` leaves out others."""

    kind: Literal["article", "book", "book_section", "listing", "listing_item", "error"] = "article"
    pmid: str | None = None
    doi: str | None = None
    title: str | None = None
    journal: Journal | str | None = None
    """An entry of a listing has the abbreviation only."""
    book: Book | None = None
    pub_date: Date | None = None
    retracted: bool | None = None

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.pub_date.year if self.pub_date else None

    @property
    def where(self) -> str | None:
        """Where the article appeared: its journal, abbreviated if that is known, or its book."""
        if isinstance(self.journal, str):
            return self.journal
        if self.journal is not None:
            return self.journal.medline_ta or self.journal.title
        return self.book.title if self.book else None
