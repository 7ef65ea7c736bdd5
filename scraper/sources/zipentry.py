"""One member of a zip archive: what its headers say, and its plain bytes, checked."""

import zlib
from functools import cached_property
from struct import Struct, unpack_from
from typing import Final

from attrs import frozen

from scraper.errors import Unreadable
from scraper.sources.codec import Zlib, codec
from scraper.sources.forward import CHUNK, Forward, Readable
from scraper.sources.inflate import DIFFERS, Member

UNKNOWN: Final = 0xFFFFFFFF
"""A size or offset that stands in the extra field instead."""

LOCAL: Final = b"PK\x03\x04"
"""How the header before a member begins."""

DIRECTORY: Final = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06")
"""How the directory behind the members begins."""

NEXT: Final = (LOCAL, *DIRECTORY)
"""What can come after a member."""

SIZES_AFTER: Final = 1 << 3
"""Flag: checksum and sizes follow the member's data."""

_LOCAL: Final = Struct("<4s2xHH4xLLLHH")
_ENCRYPTED: Final = 1 << 0
_UTF_8: Final = 1 << 11
_STORED: Final = 0
_DEFLATED: Final = 8
_AFTER: Final = b"PK\x07\x08"
_OTHERS: Final = {12: "bz2", 93: "zst", 95: "xz"}


@frozen
class Entry:
    """What a header says of a member."""

    name: str
    flags: int
    method: int
    checksum: int
    packed: int
    """Size of the data as stored."""
    offset: int = 0
    """Where the header before the member is."""
    is_link: bool = False
    """A symbolic link: its content is a path."""


def name_of(raw: bytes, flags: int) -> str:
    """Decode a member's name: UTF-8 where it says so, else the code page of MS-DOS."""
    return raw.decode("utf-8", "surrogateescape") if flags & _UTF_8 else raw.decode("cp437")


def long_sizes(extra: bytes, values: list[int]) -> list[int]:
    """Fill in, in their order, the values that the extra field of ZIP64 holds."""
    found = list(values)
    at = 0
    while at + 4 <= len(extra):
        kind, size = unpack_from("<HH", extra, at)
        field, at = extra[at + 4 : at + 4 + size], at + 4 + size
        if kind == 1:
            for index, value in enumerate(found):
                if value == UNKNOWN and len(field) >= 8:  # noqa: PLR2004 - a number of 64 bits
                    found[index], field = int.from_bytes(field[:8], "little"), field[8:]
    return found


def local_entry(stream: Forward) -> Entry:
    """Take the header before a member; its data comes next.

    Raises:
        Unreadable: there is no such header.
    """
    offset = stream.position
    head = stream.read(_LOCAL.size)
    if not head.startswith(LOCAL):
        raise Unreadable(f"damaged: no header at byte {offset:,}")
    if len(head) < _LOCAL.size:
        raise Unreadable("cut off in the middle; get the archive again")
    _, flags, method, checksum, packed, size, name, extra = _LOCAL.unpack(head)
    raw, fields = stream.read(name), stream.read(extra)
    _, packed = long_sizes(fields, [size, packed])
    return Entry(name_of(raw, flags), flags, method, checksum, packed, offset)


class Body:
    """The plain bytes of a member, whose data stands next in a stream."""

    def __init__(self, stream: Forward, entry: Entry) -> None:
        self._stream, self._entry = stream, entry
        self._expected = entry.checksum
        self.checksum = 0
        """The checksum of what was read."""

    @cached_property
    def _plain(self) -> Readable:
        return _plain(self._stream, self._entry)

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the end.

        Raises:
            Unreadable: the member is damaged, cut off, encrypted or compressed in an unknown way.
        """
        data = self._plain.read(size)
        self.checksum = zlib.crc32(data, self.checksum)
        if not data:
            self.check()
        return data

    def check(self) -> None:
        """Compare the checksum of what was read with that of the header before the member.

        Raises:
            Unreadable: they differ.
        """
        if self.checksum != self._expected:
            raise Unreadable(DIFFERS)


class SelfEnding(Body):
    """A member whose checksum and sizes follow its data: it has to end by itself."""

    def __init__(self, stream: Forward, entry: Entry) -> None:
        """Prepare to read.

        Raises:
            Unreadable: nobody can tell where it ends.
        """
        super().__init__(stream, entry)
        if not isinstance(self._plain, Member):
            message = "does not say where it ends; give the archive as a file, not through a pipe"
            raise Unreadable(message)
        self._member = self._plain
        self._is_at_end = False

    def end(self) -> None:
        """Go behind the member and all that follows its data.

        Raises:
            Unreadable: the member is damaged or cut off.
        """
        while self.read(CHUNK):
            pass

    def check(self) -> None:
        """Compare the checksum of what was read with that behind the member.

        Raises:
            Unreadable: they differ.
        """
        if not self._is_at_end:
            self._is_at_end = True
            self._take_sizes()
        super().check()

    def _take_sizes(self) -> None:
        if self._stream.peek(4) == _AFTER:
            self._stream.skip(4)
        self._expected = int.from_bytes(self._stream.read(4), "little")
        short = self._stream.peek(12)[8:] in NEXT
        self._stream.skip(8 if short else 16)

    def resume(self) -> None:
        """Go back to where, after damage, the next member may begin."""
        self._member.resume()


def _plain(stream: Forward, entry: Entry) -> Readable:
    if entry.flags & _ENCRYPTED:
        raise Unreadable("encrypted; unpack the archive with its password first")
    if entry.method == _STORED:
        return stream
    if entry.method == _DEFLATED:
        return Member(stream, Zlib(-15), zlib.error)
    if entry.method not in _OTHERS:
        raise Unreadable(f"compressed by method {entry.method}, which is not known here")
    how = codec(_OTHERS[entry.method])
    return Member(stream, how.start(b""), how.fault)
