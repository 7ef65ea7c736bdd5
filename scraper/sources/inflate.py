"""Plain bytes of compressed streams, piece by piece.

A compressed stream is a row of members (gzip's word; frames in Zstandard, streams in
xz). Each is checked at its end; what comes out at once is bounded by what is asked for,
whatever a member claims to hold.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from scraper.errors import Unreadable
from scraper.sources.codec import Codec, Machine
from scraper.sources.forward import Forward, Part

DIFFERS: Final = "damaged or cut off: its checksum differs"
"""What is said of a member whose bytes all came, but are not those that were packed."""

_DICTIONARY: Final = b"\x5d\x2a\x4d\x18"
_MAX_DICTIONARY: Final = 2**24


class Member:
    """The plain bytes of one member."""

    def __init__(self, stream: Forward, machine: Machine, fault: type[Exception]) -> None:
        self._stream, self._machine, self._fault = stream, machine, fault
        self.offset = stream.position
        """Where the member begins."""
        self._last = b""
        self._failure: Unreadable | None = None

    @property
    def is_damaged(self) -> bool:
        """The member has bytes that cannot be decompressed; else it is whole or cut off."""
        return self._failure is not None

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the member's end.

        Raises:
            Unreadable: the member is damaged or cut off; it stays so.
        """
        if self._failure:
            raise self._failure
        while not self._machine.eof:
            data = self._stream.some() if self._machine.needs_input else b""
            if self._machine.needs_input and not data:
                raise Unreadable(f"cut off: the part at byte {self.offset:,} has no end")
            found = self._decompress(data, size)
            if unused := self._machine.unused_data:
                self._stream.put_back(unused)
            if found:
                return found
        return b""

    def _decompress(self, data: bytes, size: int) -> bytes:
        self._last = data or self._last
        try:
            return self._machine.decompress(data, size)
        except (self._fault, EOFError, MemoryError) as error:
            what = str(error) or type(error).__name__
            message = f"damaged: the part at byte {self.offset:,} cannot be decompressed ({what})"
            self._failure = Unreadable(message)
            raise self._failure from error

    def resume(self) -> None:
        """Go back to where, after damage, the next member may begin."""
        if not self._machine.eof:
            self._stream.put_back(self._last)
        if self._stream.position <= self.offset:
            self._stream.skip(1)


class Members:
    """The members that follow each other; each has to be read before the next is asked for."""

    def __init__(self, stream: Forward, how: Codec) -> None:
        self._stream, self._how = stream, how
        self._dictionary = b""

    def __iter__(self) -> Iterator[Member]:
        """Start with the member that comes next.

        Raises:
            Unreadable: something else follows, but zeros, which pad the end of a tape.
        """
        stream, how = self._stream, self._how
        while head := stream.peek(8):
            if head.startswith(how.magic):
                yield Member(stream, how.start(self._dictionary), how.fault)
            elif len(head) == len(_DICTIONARY) * 2 and _is_skippable(head):
                self._skip_frame(head)
            elif head.strip(b"\0"):
                raise Unreadable(f"damaged: nothing known begins at byte {stream.position:,}")
            else:
                stream.skip(len(head))

    def _skip_frame(self, head: bytes) -> None:
        """Pass over a frame without data; it may hold the dictionary of all that follow.

        See https://iipc.github.io/warc-specifications/specifications/warc-zstd/.
        """
        self._stream.skip(len(head))
        part = Part(self._stream, int.from_bytes(head[4:], "little"))
        if head.startswith(_DICTIONARY):
            content = Forward(part).read(_MAX_DICTIONARY)
            if content.startswith(self._how.magic):
                plain = Inflated(Forward(BytesIO(content)), self._how)
                content = Forward(plain).read(_MAX_DICTIONARY)
            self._dictionary = content
        self._stream.skip(part.rest)


def _is_skippable(head: bytes) -> bool:
    """Tell a frame of Zstandard that a decompressor passes over (RFC 8878, 3.1.2)."""
    return head[0] & 0xF0 == _DICTIONARY[0] & 0xF0 and head[1:4] == _DICTIONARY[1:]


class Inflated:
    """The plain bytes of all members, one after the other."""

    def __init__(self, stream: Forward, how: Codec) -> None:
        self._members = iter(Members(stream, how))
        self._member = next(self._members, None)

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the end."""
        while self._member is not None:
            if found := self._member.read(size):
                return found
            self._member = next(self._members, None)
        return b""
