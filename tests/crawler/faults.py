"""Faults, one function each: what a server does that a crawl has to outlive."""

import socket
import struct
import time
import zlib
from collections.abc import Iterator
from functools import cache

from tests.crawler import pages
from tests.crawler.site import Answer, Raw, gzipped, http

_DRIP = 0.02
"""Seconds from byte to byte."""


def reset(connection: socket.socket) -> None:
    """Reset the connection."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def hang_up(_connection: socket.socket) -> None:
    """Close the connection without a word."""


def cut(answer: bytes, by: int) -> Raw:
    """Send an answer without its end."""
    return lambda connection: connection.sendall(answer[:-by])


def cut_and_reset(answer: bytes, by: int) -> Raw:
    """Send an answer without its end and reset the connection."""

    def send(connection: socket.socket) -> None:
        connection.sendall(answer[:-by])
        reset(connection)

    return send


def drip(answer: bytes) -> Raw:
    """Send a byte now and then."""

    def send(connection: socket.socket) -> None:
        for byte in answer:
            connection.sendall(bytes([byte]))
            time.sleep(_DRIP)

    return send


def endless(start: bytes, more: bytes) -> Raw:
    """Send for ever."""

    def send(connection: socket.socket) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(more)

    return send


def head(*lines: str) -> bytes:
    """Write the lines of a head, without its end."""
    return "".join(f"{line}\r\n" for line in ("HTTP/1.1 200 OK", *lines)).encode()


def chunked(body: bytes, *, end: bool = True) -> bytes:
    """Write an answer in chunks, with the last one or without."""
    start = head("Transfer-Encoding: chunked", "Content-Type: text/html") + b"\r\n"
    chunk = f"{len(body):x}\r\n".encode() + body + b"\r\n"
    return start + chunk + (b"0\r\n\r\n" if end else b"")


@cache
def bomb(megabytes: int) -> bytes:
    """Compress zeros: a thousandth of them goes over the wire."""
    machine = zlib.compressobj(level=9, wbits=31)
    zeros = bytes(2**20)
    return b"".join(machine.compress(zeros) for _ in range(megabytes)) + machine.flush()


ENDLESS_BODY = endless(head("Content-Type: text/html") + b"\r\n", b"<p>more</p>" * 1000)
ENDLESS_HEAD = endless(head(), b"X-More: " + b"x" * 1000 + b"\r\n")
ENDLESS_HINTS = endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")


def broken(page: bytes) -> Iterator[tuple[str, Answer]]:
    """Give the ways in which a connection or a body breaks, by name."""
    whole = http(page)
    plain = http(page, coding=None)
    open_ended = http(page, coding=None, length=-1)
    yield "reset", reset
    yield "hang-up", hang_up
    yield "reset-in-body", cut_and_reset(whole, 500)
    yield "length-longer-than-body", cut(whole, 200)
    yield "plain-length-longer-than-body", cut(plain, 200)
    yield "length-shorter-than-body", http(page, length=len(gzipped(page)) - 200)
    yield "plain-length-shorter-than-body", http(page, coding=None, length=len(page) - 200)
    yield "chunks-without-end", cut(chunked(page, end=False), 2)
    yield "no-head", b"\r\n\r\n<html></html>"
    yield "garbage", b"\x16\x03\x01\r\n\r\n"
    yield "cut-gzip", http(gzipped(page)[:-200], headers={"Content-Encoding": "gzip"}, coding=None)
    yield "cut-gzip-without-length", cut(http(page, length=-1), 200)
    yield "gzip-and-more", http(gzipped(page) + b"x", headers=_GZIP, coding=None)
    yield "no-gzip", http(page, headers=_GZIP, coding=None)
    yield "wrong-checksum", http(gzipped(page)[:-8] + bytes(8), headers=_GZIP, coding=None)
    yield "cut-without-length", cut(open_ended, 200)
    yield "cut-after-main", cut(open_ended, len("</html>"))
    yield "cut-inside-main", cut(open_ended, len(page) // 2)
    yield "cut-page", http(page[: len(page) // 2])
    yield "empty", http(b"")


_GZIP = {"Content-Encoding": "gzip"}


def codings(page: bytes) -> Iterator[tuple[str, Answer]]:
    """Give bodies in codings that were not asked for, by name."""
    twice = gzipped(gzipped(page))
    yield "gzip-gzip", http(twice, coding="gzip, gzip")
    yield "gzip-in-gzip", http(twice, headers=_GZIP, coding=None)
    yield "two-headers", http(twice, headers=[("Content-Encoding", "gzip")] * 2, coding=None)
    yield "deflate", http(zlib.compress(page), coding="deflate")
    yield "br", http(b"\x8b\x00\x80", coding="br")
    yield "zstd", http(b"\x28\xb5\x2f\xfd", coding="zstd")
    yield "unknown", http(page, coding="x-made-up")


ELSEWHERE = (
    "http://example.org/{pmid}/",
    "https://127.0.0.1/{pmid}/",
    "http://127.0.0.1:{other}/{pmid}/",
    "http://[::1]:{port}/{pmid}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost:{port}/{pmid}/",
    "http://user@127.0.0.1:{port}/{pmid}/",
    "http://user:word@127.0.0.1:{port}/{pmid}/",
    "//127.0.0.1:{other}/{pmid}/",
    "//example.org/",
    "\\\\127.0.0.1:{other}/",
    "/\\127.0.0.1:{other}/",
    "http://127.0.0.1:{port}\\@127.0.0.1:{other}/",
    "ftp://127.0.0.1/{pmid}/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "http://127.0.0.1:{port} /",
    "http://[::1/",
    "http://127.0.0.1:99999/",
    "/{pmid}\t/",
    "/é/",
    "",
)
"""Where a redirect must not lead."""

MAINTENANCE = (
    b"<!DOCTYPE html><html><head><title>PubMed</title></head><body><h1>Maintenance</h1>"
    b"<p>PubMed is not available. You asked for PMID: %s.</p></body></html>"
)


def impostors(pmid: int) -> Iterator[tuple[str, Answer]]:
    """Give pages with status 200 that are no article, by name."""
    for name in ("abuse-block", "recaptcha", "home-page", "publisher-page", "pmc-page"):
        yield name, http(pages.error(name))
    yield "maintenance", http(MAINTENANCE % str(pmid).encode())
