"""What a summary needs of a line. The rest is passed over, which is what makes it fast."""

from collections.abc import Mapping
from typing import Final, Literal

import msgspec
from msgspec import Raw, Struct

from scraper.brief import ARTICLES, Brief
from scraper.encode import FIELDS

Has = Literal["value", "none", "null"]
"""A field holds something, says that there is nothing, or cannot tell."""

_COUNTED: Final = frozenset(FIELDS).difference(
    "schema_version kind page warnings retracted authors_complete".split()
)
_LISTS: Final = frozenset(("cited_by", "similar_articles", "references"))


class Heading(Struct):
    """A MeSH heading's descriptor."""

    descriptor_name: str


class Warned(Struct):
    """A warning."""

    code: str
    message: str = ""


class Line(Brief):
    """A line of any kind, with what is counted of it."""

    publication_types: tuple[str, ...] | None = None
    mesh_headings: tuple[Heading, ...] | None = None
    languages: tuple[str, ...] | None = None
    warnings: tuple[Warned, ...] = ()
    source: str | None = None
    code: str = "error"
    message: str = ""
    has: Mapping[str, Has] = {}
    """Of a record: what each field holds that the line has. Not in the line itself."""


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
        if line.kind in ARTICLES:
            fields = self._fields.decode(data)
            line.has = {
                name: _has(name, bytes(raw)) for name, raw in fields.items() if name in _COUNTED
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
