"""MHTML, a page and its parts as one mail message (RFC 2557): Chrome's and Edge's "single file".

Old versions of Internet Explorer write a page that has no parts as the message itself.
Only the root part is decoded; images and styles are not even kept in memory.
"""

import binascii
import quopri
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import UTC
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Final

from scraper.errors import Unreadable
from scraper.sources.archive import Archive
from scraper.sources.forward import Forward
from scraper.sources.http import PAGE_TYPES
from scraper.sources.read import RawPage, whole

_MAX_HEADERS: Final = 2**18
_MAX_LINE: Final = 2**16
_ENCODED: Final = 4  # quoted-printable makes three characters of one, and line ends
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


def mhtml_page(stream: Forward, archive: Archive) -> RawPage:
    """Read the root part: the one that ``start`` names, else the first that is HTML.

    A message without parts is one itself.

    Raises:
        Unreadable: there is none, or it is cut off.
        TooLarge: it is larger than allowed.
    """
    if stream.peek(3) == BOM_UTF8:
        stream.skip(3)
    top = _headers(stream)
    if top.get_content_type() in PAGE_TYPES:
        return _page(whole(stream, archive.source, _ENCODED * archive.max_bytes), top, top, archive)
    boundary = top.get_boundary()
    if not boundary:
        raise Unreadable("no MHTML page: its header names no boundary")
    mark = b"--" + boundary.encode("ascii", "replace")
    start = str(top.get_param("start") or "")
    stream.find(mark)
    while stream.skip(len(mark)) and stream.through(b"\n", _MAX_LINE).rstrip() != b"--":
        part = _headers(stream)
        if part.get_content_type() in PAGE_TYPES and start in {"", str(part["Content-ID"])}:
            return _page(_before(stream, b"\n" + mark, archive), top, part, archive)
        stream.find(mark)
    raise Unreadable("no HTML page in this MHTML file; save the page again")


def _headers(stream: Forward) -> Message:
    lines: list[bytes] = []
    size = 0
    while size < _MAX_HEADERS and (line := stream.through(b"\n", _MAX_LINE)):
        if not line.strip() and lines:
            break
        lines.append(line if line.strip() else b"")
        size += len(line)
    return BytesParser().parsebytes(b"".join(lines), headersonly=True)


def _before(stream: Forward, end: bytes, archive: Archive) -> bytes:
    raw = whole(_Pieces(stream.before(end)), archive.source, _ENCODED * archive.max_bytes)
    if stream.peek(len(end)) != end:
        raise Unreadable("cut off inside the page; save it again")
    return raw.removesuffix(b"\r")


def _page(raw: bytes, top: Message, part: Message, archive: Archive) -> RawPage:
    data = _decoded(raw, str(part["Content-Transfer-Encoding"] or ""))
    return RawPage(
        source=archive.source,
        data=whole(BytesIO(data), archive.source, archive.max_bytes),
        url=_address(part["Content-Location"]) or _address(top["Snapshot-Content-Location"]),
        charset=part.get_content_charset(),
        retrieved_at=_moment(top["Date"]),
    )


class _Pieces:
    """Pieces of a stream as a stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def read(self, _size: int, /) -> bytes:
        """Return the next piece, none at the end."""
        return next(filter(None, self._pieces), b"")


def _decoded(raw: bytes, encoding: str) -> bytes:
    match encoding.strip().lower():
        case "quoted-printable":
            return quopri.decodestring(raw)
        case "base64":
            try:
                return binascii.a2b_base64(raw)
            except binascii.Error as error:
                raise Unreadable("damaged: its page is no base64; save it again") from error
    return raw


def _address(value: object) -> str | None:
    text = "".join(str(value or "").split())  # a long one is folded
    return text if _ADDRESS.fullmatch(text) else None


def _moment(value: object) -> str | None:
    """Read the date of a mail message; one without a time zone is UTC, as browsers mean it."""
    try:
        found = parsedate_to_datetime(str(value))
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return found.isoformat().replace("+00:00", "Z")
