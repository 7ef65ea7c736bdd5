"""What the network needs of a line."""

from typing import Literal

from msgspec import Struct


class Date(Struct):
    """A date's year."""

    year: int


class Journal(Struct):
    """A journal's names."""

    title: str | None = None
    medline_ta: str | None = None


class Entry(Struct):
    """An article in a list: cited by, similar, a notice, a listing."""

    pmid: str | None = None
    doi: str | None = None
    title: str | None = None
    journal: str | None = None
    pub_date: Date | None = None


class Links(Struct):
    """A list of articles."""

    items: tuple[Entry, ...] = ()


class Reference(Struct):
    """A reference of an article."""

    pmid: str | None = None
    doi: str | None = None
    citation: str | None = None


class Refs(Struct):
    """The references of an article."""

    items: tuple[Reference, ...] = ()


class Notice(Struct):
    """A comment, a correction or another notice."""

    ref_type: str
    article: Entry


class Book(Struct):
    """A book's name."""

    title: str | None = None


class Line(Struct):
    """A line of any kind; every field may be missing."""

    kind: Literal["article", "book", "book_section", "listing", "listing_item", "error"] = "article"
    pmid: str | None = None
    doi: str | None = None
    title: str | None = None
    journal: Journal | str | None = None
    book: Book | None = None
    pub_date: Date | None = None
    retracted: bool | None = None
    cited_by: Links | None = None
    similar_articles: Links | None = None
    references: Refs | None = None
    comments_corrections: tuple[Notice, ...] | None = None
    linkname: str | None = None
    from_uid: str | None = None
    items: tuple[Entry, ...] = ()

    @property
    def where(self) -> str | None:
        """Where the article appeared."""
        if isinstance(self.journal, str):
            return self.journal
        if self.journal is not None:
            return self.journal.medline_ta or self.journal.title
        return self.book and self.book.title
