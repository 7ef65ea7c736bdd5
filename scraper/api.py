"""The functions of the package's face: `pipeline`'s, in this process or in a worker."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Unpack

from scraper import encode, pipeline
from scraper.layouts import Facts
from scraper.pipeline import Record

if TYPE_CHECKING:
    from scraper.model import Article
    from scraper.workers import Limits

_SECONDS = 1.0
_BYTES = 2**30


def convert(  # noqa: PLR0913 - the public face
    page: bytes | str,
    *,
    url: str | None = None,
    source: str | None = None,
    pmid: str | None = None,
    charset: str | None = None,
    retrieved_at: str | None = None,
    isolated: bool = False,
    page_timeout: float = _SECONDS,
    page_memory: int = _BYTES,
) -> "Article":
    """Turn the saved page of one article into a record; of listings and many, see `records`.

    Args:
        page: The page as saved, HTML or a text rendering; bytes are decoded here.
        url: The page's address, for a page that does not say it itself.
        source: What to call the input in the record and in errors.
        pmid: The article's PMID, for a page that does not say it itself.
        charset: The transport's charset (HTTP ``Content-Type``), where there is one.
        retrieved_at: When the page was fetched, ISO 8601.
        isolated: Read it in a worker process, so that a page which overloads or breaks the
            parser costs an error and nothing else. For pages that cannot be trusted.
        page_timeout: Seconds of processor time that an isolated page may take.
        page_memory: Bytes of memory that an isolated page may take.

    Raises:
        ScraperError: The page gives no record; ``code`` says why.
    """
    facts = Facts(url=url, source=source, pmid=pmid, charset=charset, retrieved_at=retrieved_at)
    if not isolated:
        return pipeline.convert(page, **facts)
    (line,) = _isolated(page, _limits(page_timeout, page_memory), one=True, **facts)
    return encode.decode(line)


def convert_json(  # noqa: PLR0913 - the public face
    page: bytes | str,
    *,
    url: str | None = None,
    source: str | None = None,
    pmid: str | None = None,
    charset: str | None = None,
    retrieved_at: str | None = None,
    fields: Collection[str] | None = None,
    isolated: bool = False,
    page_timeout: float = _SECONDS,
    page_memory: int = _BYTES,
) -> bytes:
    """Like `convert`, but return the record as one line of JSON (UTF-8, no newline).

    ``fields`` names the top-level keys to keep; None keeps all.
    """
    facts = Facts(url=url, source=source, pmid=pmid, charset=charset, retrieved_at=retrieved_at)
    if not isolated:
        return pipeline.convert_json(page, fields=fields, **facts)
    limits = _limits(page_timeout, page_memory)
    (line,) = _isolated(page, limits, fields=fields, one=True, **facts)
    return line


def records(
    page: bytes | str,
    *,
    isolated: bool = False,
    page_timeout: float = _SECONDS,
    page_memory: int = _BYTES,
    **facts: Unpack[Facts],
) -> tuple[Record, ...]:
    """Turn a saved page into all records that it holds, in page order; at least one.

    An article's page gives its article, a listing one `Listing`; a page or file of
    MEDLINE text, of PubMed XML, or with many abstracts gives an article for each record.

    Args:
        page: The page as saved.
        isolated: Read it in a worker process, as in `convert`.
        page_timeout: Seconds of processor time that a record may take there.
        page_memory: Bytes of memory that the page may take there.
        **facts: What the caller knows of the page, as in `convert`.

    Raises:
        ScraperError: The page gives no record, or one of its records is broken; ``code``
            says why, and the message which.
    """
    if not isolated:
        return pipeline.records(page, **facts)
    limits = _limits(page_timeout, page_memory)
    return tuple(map(encode.decode_record, _isolated(page, limits, **facts)))


def records_json(  # noqa: PLR0913 - the public face
    page: bytes | str,
    *,
    fields: Collection[str] | None = None,
    items: bool = False,
    isolated: bool = False,
    page_timeout: float = _SECONDS,
    page_memory: int = _BYTES,
    **facts: Unpack[Facts],
) -> list[bytes]:
    """Like `records`, but return each record as one line of JSON (UTF-8, no newline).

    Args:
        page: The page as saved.
        fields: Top-level keys to keep; None keeps all.
        items: Give a line for each entry of a listing (`ItemRecord`: the entry after
            ``schema_version``, ``kind`` and ``source``) in place of the listing.
        isolated: Read it in a worker process, as in `convert`.
        page_timeout: Seconds of processor time that a record may take there.
        page_memory: Bytes of memory that the page may take there.
        **facts: What the caller knows of the page, as in `convert`.
    """
    if not isolated:
        return pipeline.records_json(page, fields=fields, items=items, **facts)
    limits = _limits(page_timeout, page_memory)
    return _isolated(page, limits, fields=fields, items=items, **facts)


def _limits(seconds: float, size: int) -> "Limits":
    from scraper.workers import Limits  # noqa: PLC0415 - most callers need none

    return Limits(seconds, size)


def _isolated(
    page: bytes | str,
    limits: "Limits",
    *,
    fields: Collection[str] | None = None,
    items: bool = False,
    one: bool = False,
    **facts: Unpack[Facts],
) -> list[bytes]:
    from scraper import isolated  # noqa: PLC0415 - likewise

    return isolated.records_json(page, limits, fields=fields, items=items, one=one, **facts)
