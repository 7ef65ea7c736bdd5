"""The body of an answer: bounded, in a coding that was asked for, whole to its last byte.

Content-Length may be too short, and a body that ends with its connection may be cut
anywhere; only the compressed stream itself tells that it is whole.
"""

import zlib
from collections.abc import AsyncIterator
from typing import Final

from scraper.crawler.response import FetchError

GZIP: Final = 31
"""``wbits`` of a gzip member with its header and checksum."""


async def whole(
    chunks: AsyncIterator[bytes], coding: str, max_bytes: int
) -> tuple[bytes, bytes | None]:
    """Return the body without its coding and, where that is gzip, as it came.

    Args:
        chunks: what comes, as it comes.
        coding: the value of ``Content-Encoding``.
        max_bytes: the largest body, with its coding or without.

    Raises:
        FetchError: It is too large, breaks off, or its coding was not asked for.
    """
    coding = coding.strip().lower()
    if coding in {"gzip", "x-gzip"}:
        return await _gzip(chunks, max_bytes)
    if coding not in {"", "identity"}:
        raise FetchError("coding", f"content coding {coding!r}, which was not asked for")
    plain = bytearray()
    async for chunk in chunks:
        plain += chunk
        _check(max_bytes, plain)
    return bytes(plain), None


async def _gzip(chunks: AsyncIterator[bytes], max_bytes: int) -> tuple[bytes, bytes]:
    packed, plain = bytearray(), bytearray()
    machine = zlib.decompressobj(GZIP)
    async for chunk in chunks:
        packed += chunk
        try:
            plain += machine.decompress(chunk, max_bytes + 1 - len(plain))
        except zlib.error as error:
            message = f"the compressed body is damaged ({error})"
            raise FetchError("incomplete", message) from error
        _check(max_bytes, packed, plain)
    if not machine.eof or machine.unused_data:
        raise FetchError("incomplete", "the compressed body does not end as it should")
    return bytes(plain), bytes(packed)


def _check(max_bytes: int, *parts: bytearray) -> None:
    if max(map(len, parts)) > max_bytes:
        raise FetchError("too_large", f"larger than {max_bytes:,} bytes")
