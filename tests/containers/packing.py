"""Pages packed as people and programs pack them."""

import base64
import binascii
import gzip
import io
import os
import plistlib
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from scraper import sources
from scraper.errors import ScraperError
from scraper.sources import RawPage, Tally
from tests.pairs import ROOT, SAMPLES

PAGE = (SAMPLES / "modern" / "review-badge.html").read_bytes()
URL = "https://pubmed.ncbi.nlm.nih.gov/90400005/"
RENDERING = (SAMPLES / "text" / "review-cited-by.txt").read_bytes()
DATE = "2021-03-04T05:06:07Z"


class Pipe(io.RawIOBase):
    """Standard input that cannot go back."""

    def __init__(self, data: bytes) -> None:
        self._inner = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        return self._inner.readinto(buffer)  # type: ignore[arg-type]


def piped(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(Pipe(data))


def read(
    place: Path | bytes, *, max_bytes: int = 2**24, tally: Tally | None = None
) -> list[RawPage | ScraperError]:
    """Read a file by its path, or bytes as a pipe on standard input."""
    path, stdin = ("-", piped(place)) if isinstance(place, bytes) else (str(place), io.BytesIO())
    return list(sources.pages([path], stdin=stdin, max_bytes=max_bytes, tally=tally))


def told(found: list[RawPage | ScraperError]) -> list[tuple[str, bytes | str]]:
    """Return what came in short: the member's name, and its bytes or its error's code."""
    return [
        (
            (item.source or "").partition("!")[2],
            item.data if isinstance(item, RawPage) else item.code,
        )
        for item in found
    ]


def message(item: RawPage | ScraperError) -> str:
    assert isinstance(item, ScraperError)
    return item.message


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def zip_of_many(path: Path, count: int) -> None:
    """Write an archive whose directory names one member again and again."""
    local = struct.pack("<4s5HL2L2H", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, 6, 0) + b"x.html"
    entry = (
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0)
        + b"x.html"
    )
    size = len(entry) * count
    end_64 = struct.pack(
        "<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, len(local)
    )
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(local) + size, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path.write_bytes(local + entry * count + end_64 + locator + end)


class Unseekable(io.BytesIO):
    """Standard output that cannot go back."""

    def seekable(self) -> bool:
        return False

    def seek(self, _offset: int, _whence: int = 0, /) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def streamed_zip(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip into a pipe: sizes and checksums come after the members."""
    file = Unseekable()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def tarred(members: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


def mhtml(page: bytes, encoding: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    """Write a page as Chrome does."""
    body = {
        "quoted-printable": lambda: binascii.b2a_qp(page, istext=False).replace(b"\n", b"\r\n"),
        "base64": lambda: base64.encodebytes(page).replace(b"\n", b"\r\n"),
        "8bit": lambda: page,
    }[encoding]()
    return (
        (
            "From: <Saved by Blink>\r\n"
            f"Snapshot-Content-Location: {URL}?from=snapshot\r\n"
            "Subject: =?utf-8?Q?Dust?=\r\n"
            "Date: Thu, 4 Mar 2021 05:06:07 -0000\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Type: multipart/related;\r\n"
            '\ttype="text/html";\r\n'
            '\tboundary="----MultipartBoundary--abc----"\r\n\r\n\r\n'
            "------MultipartBoundary--abc----\r\n"
            f"Content-Type: text/html; charset={charset}\r\n"
            "Content-ID: <frame-1@mhtml.blink>\r\n"
            f"Content-Transfer-Encoding: {encoding}\r\n"
            f"Content-Location: {URL}\r\n\r\n"
        ).encode()
        + body
        + (
            b"\r\n------MultipartBoundary--abc----\r\n"
            b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
            b"Content-Location: https://x.example/a.png\r\n\r\niVBORw0KGgo=\r\n"
            b"------MultipartBoundary--abc------\r\n"
        )
    )


def mail(page: bytes) -> bytes:
    """Write a page without parts as old versions of Internet Explorer do."""
    return (
        b"From: <Saved by Microsoft Internet Explorer 5>\r\nSubject: Dust\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="utf-8"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: " + URL.encode() + b"\r\n\r\n"
    ) + binascii.b2a_qp(page, istext=False).replace(b"\n", b"\r\n")


def webarchive(page: bytes, form: plistlib.PlistFormat = plistlib.FMT_BINARY) -> bytes:
    """Write a page as Safari does."""
    main = {
        "WebResourceData": page,
        "WebResourceURL": URL,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceFrameName": "",
    }
    picture = main | {"WebResourceData": b"\x89PNG", "WebResourceURL": "https://x.example/a.png"}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [picture]}, fmt=form)


def record(  # noqa: PLR0913 - each is a part of a record
    number: int = 1,
    page: bytes = PAGE,
    *,
    url: str = URL,
    kind: str = "response",
    http: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8",
    with_id: bool = True,
) -> bytes:
    """Write a record of a WARC file."""
    block = (f"{http}\r\n\r\n".encode() if http else b"") + page
    name = f"WARC-Record-ID: <urn:uuid:{number:08d}>\r\n" if with_id else ""
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: {DATE}\r\n{name}"
            f"WARC-Target-URI: {url}\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def wet(number: int = 1, text: bytes = RENDERING, url: str = URL) -> bytes:
    """Write a record of a WET file."""
    return record(number, text, url=url, kind="conversion", http="")


def crawl(path: Path, size: int, kind: str = "response") -> None:
    """Write a crawl with fastwarc: of ten records six articles, one error, three of other hosts.

    One article's member is broken. A WET file (``kind`` is ``conversion``) has text renderings,
    and one more in place of the error.
    """
    with path.open("wb") as file:
        for n in range(size):
            pmid = str(90_000_000 + n)
            url = f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
            block = RENDERING
            if kind == "response":
                status = "429 Too Many Requests" if n % 10 == 6 else "200 OK"
                head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n"
                block = head.encode() + PAGE.replace(b"90400005", pmid.encode())
            made = WarcRecord()
            made.init_headers(content_length=0, record_type=getattr(WarcRecordType, kind))
            made.headers["WARC-Target-URI"] = url if n % 10 < 7 else f"https://example.org/{n}"
            made.set_bytes_content(block)
            plain = io.BytesIO()
            made.write(plain)
            member = gzip.compress(plain.getvalue(), 1)
            half = len(member) // 2
            broken = member[:half] + b"\xff" * 9 + member[half + 9 :]
            file.write(member if n != size // 2 else broken)


def gzipped(*records: bytes) -> bytes:
    """Compress each record by itself, as WARC asks for."""
    return b"".join(map(gzip.compress, records))


def python(code: str, folder: Path | None = None) -> str:
    """Run code in a process of its own; return what it prints."""
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()
