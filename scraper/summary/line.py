"""What a summary needs of a line. The rest is passed over, which is what makes it fast."""

from collections.abc import Mapping
from typing import Final, Literal, TypeVar

import msgspec
from msgspec import Raw, Struct

Has = Literal["value", "none", "null"]
"""A field holds something, says that there is nothing, or cannot tell."""

_T = TypeVar("_T")

_NOT_COUNTED: Final = frozenset(
    "schema_version kind page warnings retracted authors_complete".split()
)
_LISTS: Final = frozenset(("cited_by", "similar_articles", "references"))


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


class Heading(Struct):
    """A MeSH heading's descriptor."""

    descriptor_name: str


class Warned(Struct):
    """A warning."""

    code: str
    message: str = ""


class Line(Struct):
    """A line of any kind. Every field may be missing: ``convert --fields`` leaves out others."""

    kind: Literal["article", "book", "book_section", "listing", "listing_item", "error"] = "article"
    pmid: str | None = None
    doi: str | None = None
    title: str | None = None
    journal: Journal | str | None = None
    """An entry of a listing has the abbreviation only."""
    book: Book | None = None
    pub_date: Date | None = None
    publication_types: tuple[str, ...] | None = None
    mesh_headings: tuple[Heading, ...] | None = None
    languages: tuple[str, ...] | None = None
    retracted: bool | None = None
    warnings: tuple[Warned, ...] = ()
    source: str | None = None
    code: str = "error"
    message: str = ""
    fields: Mapping[str, Has] = {}
    """Of an article or a book: what each field holds that the line has."""

    @property
    def where(self) -> str | None:
        """Where the article appeared."""
        if isinstance(self.journal, str):
            return self.journal
        if self.journal is not None:
            return self.journal.medline_ta or self.journal.title
        return self.book and self.book.title


class LineDecoder:
    """Reads a line twice: once for values, once for which fields hold any."""

    def __init__(self) -> None:
        self._line = msgspec.json.Decoder(Line)
        self._fields = msgspec.json.Decoder(dict[str, Raw])

    def decode(self, data: bytes, /) -> Line:
        """Return what a summary needs of a line.

        Raises:
            msgspec.DecodeError: it is no JSON, or none of ours.
        """
        line = self._line.decode(data)
        if line.kind in {"article", "book", "book_section"}:
            fields = self._fields.decode(data)
            line.fields = {
                name: _has(name, bytes(raw))
                for name, raw in fields.items()
                if name not in _NOT_COUNTED
            }
        return line


class _List(Struct):
    total: int | None = None
    items: tuple[Raw, ...] = ()


_list = msgspec.json.Decoder(_List | None)


def _has(name: str, raw: bytes) -> Has:
    r"""Tell what a field holds.

    >>> _has("title", b'"Dust"'), _has("languages", b"[]"), _has("doi", b"null")
    ('value', 'none', 'null')
    >>> _has("cited_by", b'{"total":0,"items":[]}'), _has("cited_by", b'{"total":7,"items":[]}')
    ('none', 'value')
    """
    if raw == b"null":
        return "null"
    if name in _LISTS:
        found = _list.decode(raw)
        if found is None or not (found.items or found.total):
            return "none" if found and found.total == 0 else "null"
    return "none" if raw == b"[]" else "value"
