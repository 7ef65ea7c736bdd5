"""What parent and worker say to each other, over a socket.

The parent sends `WORK` once, then a `PAGE` or `FILE` after the other; for each the worker
answers with any number of `RECORD` and `FAULT`, then `DONE`. A frame is its kind, the lengths
of its two parts, and the parts.
"""

import os
import pickle
import socket
from collections.abc import Iterator
from struct import Struct
from typing import Final

import msgspec

from scraper.errors import ScraperError
from scraper.sources import PageFile, RawPage

WORK: Final = 1
PAGE: Final = 2
RECORD: Final = 3
FAULT: Final = 4
DONE: Final = 5
FILE: Final = 6

HEADER: Final = Struct("<BIQ")
"""Kind, bytes of the head, bytes of the body."""
FINISHED: Final = HEADER.pack(DONE, 0, 0)

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(tuple[str, str | None, str | None, str | None])
_file_decoder = msgspec.msgpack.Decoder(tuple[str, bytes, int, int])


def work_frame(work: object, path: list[str]) -> list[bytes]:
    """Say what shall be done with pages; ``path`` is where modules are found.

    Raises:
        pickle.PicklingError: The work cannot be sent: it is no function of a module.
    """
    head, body = pickle.dumps(path), pickle.dumps(work)
    return [HEADER.pack(WORK, len(head), len(body)) + head, body]


def page_frame(page: RawPage | PageFile) -> list[bytes]:
    """Hand over a page, or where it is to be read."""
    if isinstance(page, PageFile):
        head = _encoder.encode((page.source, os.fsencode(page.path), page.max_bytes, page.size))
        return [HEADER.pack(FILE, len(head), 0) + head]
    head = _encoder.encode((page.source, page.url, page.charset, page.retrieved_at))
    return [HEADER.pack(PAGE, len(head), len(page.data)) + head, page.data]


def read_page(head: bytes, body: bytes) -> RawPage:
    """Take a page."""
    source, url, charset, retrieved_at = _decoder.decode(head)
    return RawPage(source, body, url, charset, retrieved_at)


def read_file(head: bytes) -> PageFile:
    """Take where a page is to be read."""
    source, path, max_bytes, size = _file_decoder.decode(head)
    return PageFile(source, os.fsdecode(path), max_bytes, size)


def result_frame(result: bytes | ScraperError) -> list[bytes]:
    """Hand over a line of a record, or an error."""
    if isinstance(result, ScraperError):
        body = pickle.dumps(result)
        return [HEADER.pack(FAULT, 0, len(body)), body]
    return [HEADER.pack(RECORD, 0, len(result)), result]


def results(inbox: bytearray) -> Iterator[bytes | ScraperError | None]:
    """Take whole answers out of what has come in: lines and errors, None for the end of a page."""
    at, whole = 0, len(inbox)
    try:
        while whole - at >= HEADER.size:
            kind, _, size = HEADER.unpack_from(inbox, at)
            end = at + HEADER.size + size
            if end > whole:
                return
            body = bytes(memoryview(inbox)[at + HEADER.size : end])
            at = end
            yield None if kind == DONE else pickle.loads(body) if kind == FAULT else body  # noqa: S301 - our own process wrote it
    finally:
        del inbox[:at]


def receive(sock: socket.socket, size: int) -> bytes:
    """Receive ``size`` bytes; fewer only where the other side has gone."""
    data = sock.recv(size, socket.MSG_WAITALL) if size else b""
    if len(data) == size or not data:
        return data
    parts = [data]  # a signal, or a system that hands over what is there
    while (size := size - len(parts[-1])) and (data := sock.recv(size)):
        parts.append(data)
    return b"".join(parts)
