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


def convert(  # noqa: PLR0913 - the public face of the pipeline
    page: bytes | str,
    *,
    url: str | None = None,
    source: str | None = None,
    pmid: str | None = None,
    charset: str | None = None,
    retrieved_at: str | None = None,
) -> model.Article:
    """Turn the saved page of one article into a record; of listings and many, see `records`.

    Args:
        page: The page as saved, HTML or a text rendering; bytes are decoded here.
        url: The page's address, for a page that does not say it itself.
        source: What to call the input in the record and in errors.
        pmid: The article's PMID, for a page that does not say it itself.
        charset: The transport's charset (HTTP ``Content-Type``), where there is one.
        retrieved_at: When the page was fetched, ISO 8601.

    Raises:
        ScraperError: The page gives no record; ``code`` says why.
    """
    facts = Facts(url=url, source=source, pmid=pmid, charset=charset, retrieved_at=retrieved_at)
    return read(page_of_one(page, **facts))


def convert_json(  # noqa: PLR0913 - the public face of the pipeline
    page: bytes | str,
    *,
    url: str | None = None,
    source: str | None = None,
    pmid: str | None = None,
    charset: str | None = None,
    retrieved_at: str | None = None,
    fields: Collection[str] | None = None,
) -> bytes:
    """Like `convert`, but return the record as one line of JSON (UTF-8, no newline).

    ``fields`` names the top-level keys to keep; None keeps all.
    """
    facts = Facts(url=url, source=source, pmid=pmid, charset=charset, retrieved_at=retrieved_at)
    article = convert(page, **facts)
    return encode.encode(article, fields)


def records(page: bytes | str, **facts: Unpack[Facts]) -> tuple[Record, ...]:
    """Turn a saved page into all records that it holds, in page order; at least one.

    An article's page gives its article, a listing one `Listing`; a page or file of
    MEDLINE text, of PubMed XML, or with many abstracts gives an article for each record.

    Args:
        page: The page as saved.
        **facts: What the caller knows of the page, as in `convert`.

    Raises:
        ScraperError: The page gives no record, or one of its records is broken; ``code``
            says why, and the message which.
    """
    return tuple(map(_record, pages(page, **facts)))


def records_json(
    page: bytes | str,
    *,
    fields: Collection[str] | None = None,
    items: bool = False,
    **facts: Unpack[Facts],
) -> list[bytes]:
    """Like `records`, but return each record as one line of JSON (UTF-8, no newline).

    Args:
        page: The page as saved.
        fields: Top-level keys to keep; None keeps all.
        items: Give a line for each entry of a listing (`ItemRecord`: the entry after
            ``schema_version``, ``kind`` and ``source``) in place of the listing.
        **facts: What the caller knows of the page, as in `convert`.
    """
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
