"""WARC and WET files (ISO 28500): PubMed's pages among the records of a crawl.

Read by hand: fastwarc (2.0) ends at the first damaged record, does not say that a file is
cut off and panics on standard input; warcio (1.8) hands out what is left of a damaged
record as if it were whole. ``tests/containers/test_libraries.py`` shows it.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from attrs import frozen

from scraper.errors import HttpStatus, ScraperError, Unreadable
from scraper.sources.address import is_pubmed
from scraper.sources.archive import Archive, Found, sourced
from scraper.sources.codec import Codec
from scraper.sources.forward import CHUNK, Forward, Part
from scraper.sources.http import content, response
from scraper.sources.inflate import Inflated, Member, Members
from scraper.sources.members import harmless
from scraper.sources.read import RawPage, whole

_HTTP_HEADERS: Final = 2**16
_MARK: Final = b"\r\nWARC/"
_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z)?)?)?")
_OK: Final = 200


@frozen
class _Record:
    """The header of a record."""

    fields: Mapping[str, str]
    length: int
    name: str
    """Its id, else where it begins."""

    @property
    def url(self) -> str:
        return self.fields.get("warc-target-uri", "").strip("<>")

    @property
    def date(self) -> str | None:
        date = self.fields.get("warc-date", "")
        return date if _DATE.fullmatch(date) else None


def warc_pages(
    stream: Forward, how: Codec | None, archive: Archive, end: int | None = None
) -> Iterator[Found]:
    """Yield the pages of PubMed, and an error for each damaged place.

    Args:
        stream: the file's bytes.
        how: the way each record is compressed, or None.
        archive: whose members they are; its tally counts the records of other hosts.
        end: of what is compressed, read only the members that begin before this offset, and
            those behind it whose beginning is damaged: the next part cannot know them.
    """
    if how is None:
        yield from _records(stream, 0, archive)
        return
    members, member, sound = Members(stream, how), None, True
    while stream.peek(1):
        try:
            for member in members:
                if end is not None and member.offset >= end and begins_record(stream, how):
                    return
                yield from _records(Forward(member), member.offset, archive)
                sound = True
        except Unreadable as error:
            _go_on(stream, member, how)
            if sound:  # what cannot be read in a row is one damaged place
                yield sourced(error, archive.source)
            sound = False


def begins_record(stream: Forward, how: Codec) -> bool:
    """Tell whether a member that holds a record comes next."""
    try:
        return Inflated(Forward(BytesIO(stream.peek(CHUNK))), how).read(5) == b"WARC/"
    except Unreadable:
        return False


def _go_on(stream: Forward, member: Member | None, how: Codec) -> None:
    """Go to where the next member may begin."""
    if member is None:
        stream.skip(1)
    else:
        member.resume()
    stream.find(how.magic)


def _records(stream: Forward, offset: int, archive: Archive) -> Iterator[Found]:
    """Read records one after the other; behind a damaged one go on at the next.

    Raises:
        Unreadable: the stream itself is damaged.
    """
    while True:
        try:
            record = _header(stream, offset)
            if record is None:
                return
            found = _page(stream, record, archive)
        except Unreadable as error:
            stream.find(_MARK)  # ends the member, or says that it is the stream that is damaged
            yield sourced(error, archive.source)
        else:
            if found is not None:
                yield found


def _header(stream: Forward, offset: int) -> _Record | None:
    if not _behind_line_ends(stream):
        return None
    at = offset + stream.position
    head = stream.through(b"\r\n\r\n", CHUNK) if stream.peek(5) == b"WARC/" else b""
    fields: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        name, _, value = line.partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    length = fields.get("content-length", "")
    if not head.endswith(b"\r\n\r\n") or not (length.isascii() and length.isdigit()):
        raise Unreadable(f"damaged: no record begins at byte {at:,}; going on at the next one")
    name = harmless(fields.get("warc-record-id", "").strip("<>")) or f"@{at}"
    return _Record(fields, int(length[:18]), name)


def _behind_line_ends(stream: Forward) -> bytes:
    """Go behind line ends; return what comes next, none at the end."""
    while (start := stream.peek(1)) in {b"\r", b"\n"}:
        stream.skip(1)
    return start


def _page(stream: Forward, record: _Record, archive: Archive) -> Found | None:
    """Take a record; return what it gives, None where it is no page of PubMed.

    Raises:
        Unreadable: the record is cut off, or the stream itself is damaged.
    """
    source = archive.named(record.name)
    part = Part(stream, record.length)
    found: Found | None = None
    if record.fields.get("warc-type") not in _READERS:
        pass
    elif is_pubmed(record.url):
        found = _read(part, record, source, archive.max_bytes)
    else:
        archive.tally.other_hosts += 1
    if not stream.skip(part.rest):
        raise Unreadable("cut off in the middle; get the file again", source=source)
    _behind_line_ends(stream)  # so the member around the record is checked
    return found


def _read(part: Part, record: _Record, source: str, max_bytes: int) -> Found | None:
    try:
        return _READERS[record.fields["warc-type"]](part, record, source, max_bytes)
    except ScraperError as error:
        return sourced(error, source)


def _response(part: Part, record: _Record, source: str, max_bytes: int) -> RawPage | None:
    found = response(whole(part, source, max_bytes + _HTTP_HEADERS))
    if found.status != _OK:
        message = f"the server gave no page but answered {found.status}; fetch it again"
        raise HttpStatus(message, status=found.status)
    if not found.is_page:
        return None
    data = content(found, max_bytes)
    return RawPage(source, data, record.url, found.charset, record.date)


def _conversion(part: Part, record: _Record, source: str, max_bytes: int) -> RawPage:
    return RawPage(source, whole(part, source, max_bytes), record.url, None, record.date)


_READERS: Final = {"response": _response, "conversion": _conversion}
