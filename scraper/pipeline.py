"""The only module that knows the order of the stages. Pure: no clock, no network, no I/O."""

from collections.abc import Collection
from typing import Literal

from scraper import boilerplate, encode, model
from scraper.classify import classify
from scraper.decode import decode, well_formed
from scraper.errors import ScraperError
from scraper.pages import Layout
from scraper.sections import read


def convert(
    page: bytes | str,
    *,
    url: str | None = None,
    source: str | None = None,
    pmid: str | None = None,
    charset: str | None = None,
) -> model.Article:
    """Turn one saved page into a record.

    Args:
        page: The page as saved, HTML or a text rendering; bytes are decoded here.
        url: The page's address, for a page that does not say it itself.
        source: What to call the input in the record and in errors.
        pmid: The article's PMID, for a page that does not say it itself.
        charset: The transport's charset (HTTP ``Content-Type``), where there is one.

    Raises:
        ScraperError: The page gives no record; ``code`` says why.
    """
    return read(_page(page, url=url, source=source, pmid=pmid, charset=charset))


def convert_json(
    page: bytes | str,
    *,
    url: str | None = None,
    source: str | None = None,
    pmid: str | None = None,
    charset: str | None = None,
    fields: Collection[str] | None = None,
) -> bytes:
    """Like `convert`, but return the record as one line of JSON (UTF-8, no newline).

    ``fields`` names the top-level keys to keep; None keeps all.
    """
    article = convert(page, url=url, source=source, pmid=pmid, charset=charset)
    return encode.encode(article, fields)


def strip(
    page: bytes | str, *, as_: Literal["html", "text"] = "html", source: str | None = None
) -> str:
    """Return the page without its boilerplate, as HTML or as readable text.

    Of a text rendering the article's lines stay as they are, whatever ``as_`` says.

    Raises:
        ScraperError: The page is no article; ``code`` says why.
    """
    return boilerplate.strip(_page(page, source=source), as_)


def _page(
    page: bytes | str,
    *,
    url: str | None = None,
    source: str | None = None,
    pmid: str | None = None,
    charset: str | None = None,
) -> Layout:
    url, source, pmid = (value and well_formed(value) for value in (url, source, pmid))
    text, encoding, problem = (
        (well_formed(page), None, None) if isinstance(page, str) else decode(page, charset)
    )
    try:
        layout = classify(text, url=url, source=source, encoding=encoding, pmid=pmid)
    except ScraperError as error:
        error.source, error.pmid = source, pmid
        raise
    if problem:
        layout.warn("encoding_guessed", problem, "page.encoding")
    return layout
