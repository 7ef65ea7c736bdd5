"""The only module that knows the order of the stages. Pure: no clock, no network, no I/O."""

from collections.abc import Collection, Iterator
from functools import partial
from itertools import chain
from typing import Literal, Unpack

from scraper import encode, model
from scraper.layout import Layout
from scraper.layouts import Facts, page_of_one, pages, single_page
from scraper.listing import ListingPage, read_listing
from scraper.sections import read

Record = model.Article | model.Listing


def convert(page: bytes | str, **facts: Unpack[Facts]) -> model.Article:
    """Read the page of one article, as `scraper.convert` says."""
    return read(page_of_one(page, **facts))


def convert_json(
    page: bytes | str, *, fields: Collection[str] | None = None, **facts: Unpack[Facts]
) -> bytes:
    """Read the page of one article, as `scraper.convert_json` says."""
    return encode.encode(convert(page, **facts), fields)


def records(page: bytes | str, **facts: Unpack[Facts]) -> tuple[Record, ...]:
    """Read all records of a page, as `scraper.records` says."""
    return tuple(map(_record, pages(page, **facts)))


def records_json(
    page: bytes | str,
    *,
    fields: Collection[str] | None = None,
    items: bool = False,
    **facts: Unpack[Facts],
) -> list[bytes]:
    """Read all records of a page, as `scraper.records_json` says."""
    return [*chain.from_iterable(lines(page, fields=fields, items=items, **facts))]


def lines(
    page: bytes | str,
    *,
    fields: Collection[str] | None = None,
    items: bool = False,
    single: bool = False,
    provenance: bool = False,
    **facts: Unpack[Facts],
) -> Iterator[list[bytes]]:
    """Like `records_json`, but give the lines of each record as it is asked for.

    Asking for a record that is broken raises; the next one can still be asked for.

    Args:
        page: The page as saved.
        fields: Top-level keys to keep; None keeps all.
        items: Give a line for each entry of a listing in place of the listing.
        single: Refuse a page of many records, and a listing whose PMID is told.
        provenance: Add the key ``provenance`` to each record: path of a value → where it stands.
        **facts: What the caller knows of the page, as in `convert`.

    Raises:
        ScraperError: The page gives no record; ``code`` says why.
    """
    whole = provenance
    found = (
        iter((single_page(page, whole=whole, **facts),))
        if single
        else pages(page, whole=whole, **facts)
    )
    work = _lines_with_provenance if provenance else _lines
    return map(partial(work, fields=fields, items=items), found)


def readings(
    page: bytes | str, *, whole: bool = False, **facts: Unpack[Facts]
) -> Iterator[tuple[Layout, Record]]:
    """Like `lines`, but give each record itself, after the layout that it was read from.

    With ``whole`` the layout has all of the page, not only what its record needs.
    """
    return map(_reading, pages(page, whole=whole, **facts))


def _reading(layout: Layout) -> tuple[Layout, Record]:
    return layout, _record(layout)


def _record(layout: Layout) -> Record:
    return read_listing(layout) if isinstance(layout, ListingPage) else read(layout)


def _lines(layout: Layout, *, fields: Collection[str] | None, items: bool) -> list[bytes]:
    record = _record(layout)
    parts = encode.items(record) if items and isinstance(record, model.Listing) else [record]
    return [encode.encode(part, fields) for part in parts]


def _lines_with_provenance(
    layout: Layout, *, fields: Collection[str] | None, items: bool
) -> list[bytes]:
    from scraper.provenance import Provenance  # noqa: PLC0415 - nobody pays who does not ask

    provenance = Provenance(layout)
    record = _record(layout)
    if not isinstance(record, model.Article):
        parts = encode.items(record) if items else [record]
        return [encode.encode_with(part, fields, None) for part in parts]
    return [encode.encode_with(record, fields, provenance.names(record))]


def strip(
    page: bytes | str,
    *,
    as_: Literal["html", "text"] = "html",
    source: str | None = None,
    charset: str | None = None,
) -> str:
    """Return the page without its boilerplate, as HTML or as readable text.

    Of a text rendering the article's lines stay as they are, whatever ``as_`` says.

    Raises:
        ScraperError: The page is no article; ``code`` says why.
    """
    from scraper import boilerplate  # noqa: PLC0415 - what strips is no part of converting

    return boilerplate.strip(page_of_one(page, whole=True, source=source, charset=charset), as_)
