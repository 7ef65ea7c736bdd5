"""An HTTP response as a WARC file keeps it: status, headers, and the body without codings.

RFC 9112 for the frame, RFC 9110 for the content codings.
"""

import re
import zlib
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from io import BytesIO
from itertools import takewhile
from typing import Any, Final

from attrs import frozen

from scraper.errors import Unreadable
from scraper.sources.codec import Zlib, codec
from scraper.sources.forward import Forward, Readable
from scraper.sources.inflate import Inflated, Member
from scraper.sources.read import whole

PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
"""The media types of a page."""

_STATUS: Final = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_CHUNK_SIZE: Final = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\n]*)?\r?\n")
_NO_CODING: Final = frozenset({"", "identity", "none", "utf-8"})
_CODECS: Final = {"gzip": "gz", "x-gzip": "gz", "zstd": "zst"}
_LOOK: Final = 64


@frozen
class Response:
    """A response; its body is as it came over the wire."""

    status: int
    headers: Message
    body: bytes

    @property
    def is_page(self) -> bool:
        """Tell whether the body is HTML, by its type, or without one by its look."""
        if "Content-Type" not in self.headers:
            return self.body.lstrip()[:1] == b"<"
        return self.headers.get_content_type() in PAGE_TYPES

    @property
    def charset(self) -> str | None:
        """The charset of the header ``Content-Type``."""
        return self.headers.get_content_charset()


def response(block: bytes) -> Response:
    """Part a response from its headers.

    Raises:
        Unreadable: it does not begin like one.
    """
    file = BytesIO(block)
    status = _STATUS.match(file.readline())
    if status is None:
        raise Unreadable("damaged: no HTTP response in this record")
    head = list(takewhile(bytes.strip, file))
    headers = BytesParser().parsebytes(b"".join(head), headersonly=True)
    return Response(int(status[1]), headers, file.read())


def content(found: Response, max_bytes: int) -> bytes:
    """Take all codings off a body.

    Crawlers that store the decoded body often leave the headers as they were, so a
    coding that the body does not bear is passed over.

    Raises:
        Unreadable: the body is damaged, or its coding is unknown.
        TooLarge: it is larger than ``max_bytes``.
    """
    stream: Readable = BytesIO(found.body)
    if "chunked" in str(found.headers["Transfer-Encoding"]).lower():
        stream = BytesIO(b"".join(_unchunked(found.body)))
    codings = str(found.headers["Content-Encoding"] or "").lower().split(",")
    for coding in reversed(codings):
        stream = _uncoded(Forward(stream), coding.strip())
    return whole(stream, None, max_bytes)


def _unchunked(body: bytes) -> Iterator[bytes]:
    """Yield the chunks of a body; all of it where it has none."""
    chunk = _CHUNK_SIZE.match(body)
    if chunk is None:
        yield body
    while chunk and (size := int(chunk[1], 16)):
        end = chunk.end() + size
        yield body[chunk.end() : end]
        chunk = _CHUNK_SIZE.match(body, end + 2)  # behind CR LF
        if chunk is None:
            raise Unreadable("cut off: its last chunk is missing")


def _uncoded(stream: Forward, coding: str) -> Readable:
    if coding in _NO_CODING or stream.peek(_LOOK).lstrip().startswith(b"<"):
        return stream
    if coding in _CODECS:
        how = codec(_CODECS[coding])
        return Inflated(stream, how) if stream.peek(4).startswith(how.magic) else stream
    if coding == "deflate":
        has_frame = int.from_bytes(stream.peek(2)) % 31 == 0  # RFC 1950, 2.2; many leave it out
        return Member(stream, Zlib(15 if has_frame else -15), zlib.error)
    if coding == "br":
        return _brotli(stream)
    raise Unreadable(f"its content coding {coding!r} is not known here")


def _brotli(stream: Forward) -> Readable:
    try:
        import brotli  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "coded with Brotli; to read it: pip install 'pubmed-scraper[warc]'"
        raise Unreadable(message) from error

    return Member(stream, Brotli(brotli.Decompressor()), brotli.error)


class Brotli:
    """Brotli with the interface of the other decompressors."""

    unused_data = b""

    def __init__(self, inner: Any) -> None:  # noqa: ANN401 - the library has no types
        self._inner = inner
        self._output = b""  # of which the library gives up to twice as much as is asked for

    @property
    def eof(self) -> bool:
        """The body is whole."""
        return not self._output and bool(self._inner.is_finished())

    @property
    def needs_input(self) -> bool:
        """Nothing comes out before more goes in."""
        return not self._output and bool(self._inner.can_accept_more_data())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Put bytes in and take at most ``max_length`` bytes out."""
        found = self._output or self._inner.process(data, output_buffer_limit=max_length)
        self._output = found[max_length:]
        return bytes(found[:max_length])
