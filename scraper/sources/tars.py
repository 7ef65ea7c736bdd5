"""Tar archives, header by header, without an index and without a seek.

``tarfile`` reads the headers; its own loop keeps every member in memory and takes a
damaged header for the archive's end.
"""

import re
import tarfile
from collections.abc import Iterator
from typing import Final

from scraper.errors import Unreadable
from scraper.sources.archive import Archive, Found, confirmed, sourced
from scraper.sources.forward import Forward, Part
from scraper.sources.members import counts, shown

_BLOCK: Final = tarfile.BLOCKSIZE
_MAX_NAME: Final = 2**20
_PAX: Final = re.compile(rb"\d+ (path|size)=([^\n]*)\n")
_ABOUT_NEXT: Final = (tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE)
_HAVE_DATA: Final = (
    *tarfile.REGULAR_TYPES,
    *_ABOUT_NEXT,
    tarfile.XGLTYPE,
    tarfile.GNUTYPE_LONGLINK,
)


def tar_members(stream: Forward, archive: Archive) -> Iterator[tuple[str, Found]]:
    """Yield name and page of each member that is a page, and an error for each damaged place.

    Raises:
        Unreadable: the archive is cut off, or its compression is damaged.
    """
    sound, about = True, b""
    while len(block := stream.read(_BLOCK)) == _BLOCK:
        if sound and not block.strip(b"\0"):
            return
        info = _header(block, about)
        if info is None:
            if sound:
                yield "", _damaged(stream.position - _BLOCK, archive)
            sound, about = False, b""
            continue
        sound, about = True, b""
        if info.type in _ABOUT_NEXT:
            about = info.type + _data(stream, info)
        elif info.isreg() and counts(info.name):
            for found in _pages(stream, info, archive):
                yield info.name, found
        else:
            _skip(stream, info.size if info.type in _HAVE_DATA else 0)
    if sound:
        raise Unreadable("cut off: the archive has no end; get it again")


def _damaged(offset: int, archive: Archive) -> Found:
    message = f"damaged: no header at byte {offset:,}; going on at the next one"
    return sourced(Unreadable(message), archive.source)


def _header(block: bytes, about: bytes) -> tarfile.TarInfo | None:
    """Read a header, with what the member before says about it; None where it is none."""
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
        if about.startswith(tarfile.GNUTYPE_LONGNAME):
            info.name = _text(about[1:].partition(b"\0")[0])
        for key, value in _PAX.findall(about) if about.startswith(tarfile.XHDTYPE) else ():
            if key == b"path":
                info.name = _text(value)
            else:
                info.size = int(value)
    except (tarfile.HeaderError, ValueError):
        return None
    return info if info.size >= 0 else None


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _data(stream: Forward, info: tarfile.TarInfo) -> bytes:
    size = min(info.size, _MAX_NAME)
    data = stream.read(size)
    _skip(stream, info.size - size, info.size)
    return data


def _pages(stream: Forward, info: tarfile.TarInfo, archive: Archive) -> Iterator[Found]:
    part = Part(stream, info.size)
    name = shown(info.name)
    pages = archive.pages(name, part)
    try:
        yield from confirmed(pages, lambda: _skip(stream, part.rest, info.size))
    except Unreadable as error:  # so its last page is not whole
        error.source = archive.named(name)
        raise


def _skip(stream: Forward, rest: int, size: int | None = None) -> None:
    """Pass over what is left of a member and what fills its last block."""
    padding = -(rest if size is None else size) % _BLOCK
    if not stream.skip(rest + padding):
        raise Unreadable("cut off in the middle; get the archive again")
