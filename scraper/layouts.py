"""A page in, bytes or text; its records out, each in its layout: decoded and classified."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import partial
from typing import TypedDict, Unpack

from scraper.decode import decode, well_formed
from scraper.errors import ScraperError
from scraper.layout import Layout, Origin
from scraper.modern import modern


class Facts(TypedDict, total=False):
    """What the caller knows of a page, as in `convert`."""

    url: str | None
    source: str | None
    pmid: str | None
    charset: str | None
    retrieved_at: str | None


def pages(
    page: bytes | str, *, many: bool = True, whole: bool = False, **facts: Unpack[Facts]
) -> Iterator[Layout]:
    """Decode and classify a page; give every record of it in its layout.

    Args:
        page: The page as saved.
        many: False asks for the page of one article and nothing else.
        whole: Parse all of the page, not only what its record needs.
        **facts: What the caller knows of the page.

    Raises:
        ScraperError: The page gives no record; ``code`` says why.
    """
    given = (facts.get("url"), facts.get("source"), facts.get("pmid"), facts.get("retrieved_at"))
    url, source, pmid, retrieved_at = (value and well_formed(value) for value in given)
    origin = Origin(url=url, source=source, encoding="utf-8", pmid=pmid, retrieved_at=retrieved_at)
    try:
        return _classified(page, facts.get("charset"), origin, many=many, whole=whole)
    except ScraperError as error:
        error.source, error.pmid = source, pmid or error.pmid
        raise


def _classified(
    page: bytes | str, charset: str | None, origin: Origin, *, many: bool, whole: bool
) -> Iterator[Layout]:
    data = page.removeprefix(BOM_UTF8) if isinstance(page, bytes) and not whole else None
    if data is not None and (quick := modern(data, **origin)):
        return iter((quick,))
    text, encoding, problem = (
        (well_formed(page), None, None) if isinstance(page, str) else decode(page, charset)
    )
    origin["encoding"] = encoding
    found = None if whole or encoding == "utf-8" else modern(text.encode(), **origin)
    records = iter((found,)) if found else _survey(text, origin, many=many, whole=whole)
    return map(partial(_doubted, problem), records) if problem else records


def _survey(text: str, origin: Origin, *, many: bool, whole: bool) -> Iterator[Layout]:
    from scraper.classify import classify, survey  # noqa: PLC0415 - loads all layouts and formats

    if many:
        return survey(text, whole=whole, **origin)
    return iter((classify(text, whole=whole, **origin),))


def _doubted(problem: str, layout: Layout) -> Layout:
    layout.warn("encoding_guessed", problem, "page.encoding")
    return layout


def single_page(page: bytes | str, *, whole: bool = False, **facts: Unpack[Facts]) -> Layout:
    """Give the one record of a page; a listing is one where the caller names no PMID.

    Raises:
        ScraperError: As `pages`, and where there are more records.
    """
    found = pages(page, whole=whole, **facts)
    from scraper.classify import sole  # noqa: PLC0415 - as in _survey

    return sole(found)


def page_of_one(page: bytes | str, *, whole: bool = False, **facts: Unpack[Facts]) -> Layout:
    """Give the page of one article in its layout.

    Raises:
        ScraperError: As `pages`, and where it is a listing or holds more records.
    """
    return next(pages(page, many=False, whole=whole, **facts))
