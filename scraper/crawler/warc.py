"""The raw pages of a job as WARC records (ISO 28500, version 1.1), written by warcio.

The same job gives the same bytes: record ids are derived from address and time.
"""

from collections.abc import Iterator
from http import HTTPStatus
from io import BytesIO
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper import __version__
from scraper.crawler.pages import Pages, StoredPage

_OF_THE_TRANSFER: Final = frozenset({"transfer-encoding", "content-length", "trailer"})
"""Headers that say how a body came over the wire; it is stored as a whole."""
_INFO: Final = (
    f"software: pubmed-scraper/{__version__}\r\nformat: WARC File Format 1.1\r\n"
    "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
)


def warc_records(pages: Pages, *, gzip: bool) -> Iterator[bytes]:
    """Yield a record that tells of the file, then one for each page, in the order they came.

    Args:
        pages: those of a job.
        gzip: compress each record by itself, as crawls are kept.
    """
    for number, page in enumerate(pages):
        if not number:
            yield _record(page, "warcinfo", _INFO.encode(), None, gzip=gzip)
        body = page.packed if page.coded else page.body
        yield _record(page, "response", body, _http_head(page, len(body)), gzip=gzip)


def _record(
    page: StoredPage, kind: str, body: bytes, head: StatusAndHeaders | None, *, gzip: bool
) -> bytes:
    name = uuid5(NAMESPACE_URL, f"{kind} {page.fetched_at!r} {page.url}")
    written = BytesIO()
    writer = WARCWriter(written, gzip=gzip, warc_version="WARC/1.1")
    record = writer.create_warc_record(
        page.url if head else None,
        kind,
        payload=BytesIO(body),
        length=len(body),
        http_headers=head,
        warc_headers_dict={
            "WARC-Record-ID": f"<urn:uuid:{name}>",
            "WARC-Date": page.retrieved_at,
        },
    )
    writer.write_record(record)
    return written.getvalue()


def _http_head(page: StoredPage, length: int) -> StatusAndHeaders:
    headers = [header for header in page.headers if header[0] not in _OF_THE_TRANSFER]
    status = f"{page.status} {HTTPStatus(page.status).phrase}"
    return StatusAndHeaders(
        status, [*headers, ("content-length", str(length))], protocol="HTTP/1.1"
    )
