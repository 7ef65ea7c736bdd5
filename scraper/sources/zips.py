"""Zip archives, member by member, through the directory at their end.

``zipfile`` makes an object of every member before it gives the first (of a million:
6 seconds and 590 MiB, here 0.04 seconds and 15 MiB), and refuses an archive that lost its
end. Here the directory is read as it is needed; where there is none, or no way back, see
``zipstream``. The format is PKWARE's APPNOTE.TXT.
"""

from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO, Final

from scraper.errors import ScraperError, Unreadable
from scraper.sources.archive import Archive, Found, sourced
from scraper.sources.forward import Forward, Part
from scraper.sources.members import counts, shown
from scraper.sources.zipentry import LOCAL, UNKNOWN, Body, Entry, local_entry, long_sizes, name_of
from scraper.sources.zipstream import streamed_members

_ENTRY: Final = Struct("<4s4xHH4xLLLHHH4xLL")
_END: Final = Struct("<4s8xLLH")
_END_64: Final = Struct("<4s36xQQ")
_LOCATOR_SIZE: Final = 20
_LONGEST_END: Final = _END.size + 2**16
_LINK: Final = 0o120000
_TYPE: Final = 0o170000


class _At:
    """A file from a place on, whoever else moves about in it."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        self._file, self._offset = file, offset

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the end."""
        self._file.seek(self._offset)
        data = self._file.read(size)
        self._offset += len(data)
        return data


def zip_members(file: BinaryIO, stream: Forward, archive: Archive) -> Iterator[tuple[str, Found]]:
    """Yield name and page of each member that is a page.

    Args:
        file: the archive; where it can seek, its directory is used.
        stream: the same from its beginning, for reading it as it comes.
        archive: whose members they are.

    Raises:
        Unreadable: the directory is damaged, or the archive ends without one.
    """
    directory = _directory(file) if file.seekable() else None
    if directory is None:
        stream = Forward(_At(file, 0)) if file.seekable() else stream
        if stream.peek(4).lstrip(b"\xef\xbb\xbf").startswith(b"<"):
            stream.find(LOCAL)  # behind the HTML that unpacks it
        yield from streamed_members(stream, archive)
        return
    start, end, shift = directory
    for entry in _entries(Forward(_At(file, start), start), end):
        if counts(entry.name) and not entry.is_link:
            at = entry.offset + shift
            for found in _pages(Forward(_At(file, at), at), entry, archive):
                yield entry.name, found


def _pages(stream: Forward, entry: Entry, archive: Archive) -> Iterator[Found]:
    name = shown(entry.name)
    try:
        local_entry(stream)
        yield from archive.pages(name, Body(Forward(Part(stream, entry.packed)), entry))
    except ScraperError as error:
        yield sourced(error, archive.named(name))


def _directory(file: BinaryIO) -> tuple[int, int, int] | None:
    """Return where the directory begins and ends and how far all offsets are off; or None.

    They are off where something stands before the archive: a program that unpacks it.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_END))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        return None
    _, length, offset, _ = _END.unpack_from(tail, at)
    end = size - len(tail) + at
    if UNKNOWN in (length, offset):
        end -= _LOCATOR_SIZE + _END_64.size
        file.seek(max(0, end))
        head = file.read(_END_64.size)
        if not head.startswith(b"PK\x06\x06") or len(head) < _END_64.size:
            return None
        _, length, offset = _END_64.unpack(head)
    start = end - length
    file.seek(max(0, start))
    sound = start >= 0 and (not length or file.read(4) == b"PK\x01\x02")
    return (start, end, start - offset) if sound else None


def _entries(stream: Forward, end: int) -> Iterator[Entry]:
    """Read the directory, as it is asked for."""
    while stream.position < end:
        at = stream.position
        head = stream.read(_ENTRY.size)
        if len(head) < _ENTRY.size or not head.startswith(b"PK\x01\x02"):
            raise Unreadable(f"damaged: its directory breaks off at byte {at:,}")
        _, flags, method, checksum, packed, size, name, extra, comment, mode, offset = (
            _ENTRY.unpack(head)
        )
        raw, fields = stream.read(name), stream.read(extra)
        stream.skip(comment)
        _, packed, offset = long_sizes(fields, [size, packed, offset])
        is_link = mode >> 16 & _TYPE == _LINK
        yield Entry(name_of(raw, flags), flags, method, checksum, packed, offset, is_link=is_link)
