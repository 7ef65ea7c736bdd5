"""How a file ends: what of it is whole, and what a run that was killed left of a record."""

import os
from collections.abc import Iterator
from typing import BinaryIO, Final

from attrs import frozen

from scraper.errors import OutputError, Unreadable
from scraper.sinks.ends import Ends
from scraper.sources.codec import codec
from scraper.sources.forward import Forward
from scraper.sources.inflate import Inflated, Members

_CHUNK: Final = 2**16


@frozen
class Tail:
    """How a file ends."""

    size: int
    """How many bytes the file has."""
    kept: int
    """How many of them can stay; a compressed file's up to the end of a member."""
    rest: tuple[int, int]
    """Offsets in the plain bytes: what is whole behind the bytes that are kept."""
    missing: bytes
    """The line end that the last record lacks."""
    torn: int
    """How many plain bytes follow the last whole record, as far as they can be read."""

    @property
    def is_whole(self) -> bool:
        """Nothing has to be cut off."""
        return self.kept == self.size


def plain_tail(file: BinaryIO, ends: Ends) -> Tail:
    """Look at the end of an uncompressed file."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    ends.seek(file)
    while data := file.read(_CHUNK):
        ends.feed(data)
    missing = ends.finish()
    torn = ends.seen - ends.whole
    return Tail(size, ends.whole, (ends.whole, ends.whole), missing, torn)


def compressed_tail(file: BinaryIO, ends: Ends, kind: str) -> Tail:
    """Look at the end of a compressed file, reading all of it.

    Raises:
        OutputError: it is damaged, not just cut off: what follows the damage may be whole.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    boundary = kept, start = 0, 0
    for boundary in _boundaries(Forward(file), ends, kind):
        if ends.whole == ends.seen:
            kept, start = boundary
    missing = ends.finish()
    torn = ends.seen - ends.whole
    if boundary == (size, ends.whole):
        return Tail(size, size, (ends.whole, ends.whole), missing, torn)
    return Tail(size, kept, (start, ends.whole), missing, torn)


def _boundaries(stream: Forward, ends: Ends, kind: str) -> Iterator[tuple[int, int]]:
    """Feed all plain bytes; yield the end of each whole member, in both kinds of bytes."""
    how = codec(kind)
    members = iter(Members(stream, how))
    while not _is_torn(stream.peek(len(how.magic)), how.magic):
        member = None
        try:
            member = next(members, None)
            while member is not None and (data := member.read(_CHUNK)):
                ends.feed(data)
        except Unreadable as error:
            if member is None or member.is_damaged:
                raise OutputError(f"{error}; append to another file") from error
            return
        yield stream.position, ends.seen


def _is_torn(head: bytes, magic: bytes) -> bool:
    """Tell whether the file ends here, or right after the first bytes of a member."""
    return len(head) < len(magic) and magic.startswith(head)


def plain_rest(file: BinaryIO, tail: Tail, kind: str) -> Iterator[bytes]:
    """Yield the plain bytes of a compressed file that stand whole behind what is kept."""
    file.seek(tail.kept)
    start, end = tail.rest
    return Forward(Inflated(Forward(file), codec(kind))).pieces(end - start)
