"""Records to JSON and back.

msgspec takes the attrs classes as they are. Keys keep the model's order, which is
the contract's; text is UTF-8 and never escaped to ASCII.
"""

import re
from collections.abc import Collection, Mapping
from typing import Final

import attrs
import msgspec

from scraper import model
from scraper.errors import RecordError, ScraperError

FIELDS: Final = tuple(field.name for field in attrs.fields(model.Article))
"""Top-level names of an article's record, in order."""

NAMES: Final = tuple(
    dict.fromkeys(
        field.name
        for kind in (model.Article, model.Listing, model.ItemRecord)
        for field in attrs.fields(kind)
    )
)
"""Top-level names of all kinds of record: an article's, then what others have beside them."""

ARTICLES: Final = frozenset({"article", "book", "book_section"})
"""The kinds of record that are an :class:`Article`."""

Record = model.Article | model.Listing | model.ItemRecord | model.ErrorRecord
"""What a line can hold."""


class _Kind(msgspec.Struct):
    kind: str


_encoder = msgspec.json.Encoder()
_IS_LISTING: Final = b'"kind":"listing"'
_HEAD: Final = 64
"""Bytes at the beginning of a record in which its kind stands."""
_CLASSES: Final[Mapping[str, type[Record]]] = {
    **dict.fromkeys(ARTICLES, model.Article),
    "listing": model.Listing,
    "listing_item": model.ItemRecord,
    "error": model.ErrorRecord,
}


def encode(
    record: model.Article | model.Listing | model.ItemRecord,
    fields: Collection[str] | None = None,
) -> bytes:
    """Return a record as one line of JSON, without a newline.

    Args:
        record: The record.
        fields: Top-level names to keep; None keeps all.
    """
    if fields is None:
        return _encoder.encode(record)
    names = (field.name for field in attrs.fields(type(record)))
    return _encoder.encode({name: getattr(record, name) for name in names if name in fields})


def encode_with(
    record: model.Article | model.Listing | model.ItemRecord,
    fields: Collection[str] | None,
    provenance: Mapping[str, str] | None,
) -> bytes:
    """Like `encode`, with one more key at the end: ``provenance``, path → selector or line.

    Of fields that are left out it says nothing; null where nobody can tell.
    """
    kept = provenance
    if kept is not None and fields is not None:
        kept = {path: at for path, at in kept.items() if re.split(r"[.[]", path)[0] in fields}
    line, added = encode(record, fields).removesuffix(b"}"), _encoder.encode(kept)
    return line + (b"," if line != b"{" else b"") + b'"provenance":' + added + b"}"


def items(listing: model.Listing) -> list[model.ItemRecord]:
    """Return each entry of a listing as a record of its own."""
    return [
        model.ItemRecord(source=listing.source, **attrs.asdict(item, recurse=False))
        for item in listing.items
    ]


def decode(data: bytes | str) -> model.Article:
    """Return the record that a line of JSON holds.

    Raises:
        RecordError: It is no JSON, or not a record of this schema; the message names the field.
    """
    try:
        return msgspec.json.decode(data, type=model.Article)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise RecordError(f"This is not a record: {error}") from error


def decode_record(line: bytes) -> model.Article | model.Listing:
    """Return the article or listing that `encode` made a line of."""
    if _IS_LISTING in line[:_HEAD]:
        return msgspec.json.decode(line, type=model.Listing)
    return msgspec.json.decode(line, type=model.Article)


def kind(data: bytes | str) -> str:
    """Return what kind of record a line of JSON holds.

    Raises:
        RecordError: It is no JSON, or does not say it.
    """
    try:
        return msgspec.json.decode(data, type=_Kind).kind
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise RecordError(f"This is not a record: {error}") from error


def decode_any(data: bytes | str) -> Record:
    """Return the record that a line of JSON holds, of whatever kind.

    Raises:
        RecordError: It is no JSON, or not a record of this schema; the message names the field.
    """
    found = _CLASSES.get(name := kind(data))
    if found is None:
        raise RecordError(f"This is not a record: there is no kind {name!r}")
    try:
        return msgspec.json.decode(data, type=found)
    except (msgspec.DecodeError, RecursionError) as error:
        raise RecordError(f"This is not a record: {error}") from error


def encode_error(error: ScraperError) -> bytes:
    """Return the error object that stands in a record's place, as one line of JSON."""
    return _encoder.encode(
        model.ErrorRecord(
            source=error.source, code=error.code, message=error.message, pmid=error.pmid
        )
    )
