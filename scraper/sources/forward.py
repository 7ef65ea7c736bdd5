"""A stream that is read once, from front to end, with a look ahead.

Archives are read through it: standard input cannot go back, and a file need not.
"""

from collections.abc import Iterator
from typing import Final, Protocol

from scraper.errors import Unreadable

CHUNK: Final = 2**16
"""How many bytes are asked for at a time."""


class Readable(Protocol):
    """Whatever gives bytes: a file, a pipe, a decompressor."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the end."""


class Forward:
    """A stream with a position, in which the next bytes can be seen before they are taken."""

    def __init__(self, stream: Readable, position: int = 0) -> None:
        self._stream = stream
        self._ahead = b""
        self._fault: Unreadable | None = None
        self.position = position
        """Offset of the next byte."""

    def peek(self, size: int) -> bytes:
        """Return the next bytes without taking them; fewer than ``size`` at the end.

        Fewer too before a damaged place, which raises when it is next.
        """
        try:
            while len(self._ahead) < size and (more := self._more(CHUNK)):
                self._ahead += more
        except Unreadable:
            if not self._ahead:
                raise
        return self._ahead[:size]

    def _more(self, size: int) -> bytes:
        if self._fault is not None:
            raise self._fault
        try:
            return self._stream.read(size)
        except Unreadable as error:
            self._fault = error
            raise

    def some(self, most: int = CHUNK) -> bytes:
        """Take what comes next, at most so many bytes; none at the end."""
        if self._ahead or not most:
            data, self._ahead = self._ahead[:most], self._ahead[most:]
        else:
            data = self._more(most)
        self.position += len(data)
        return data

    def pieces(self, size: int) -> Iterator[bytes]:
        """Take the next ``size`` bytes piece by piece; fewer at the end."""
        while size and (data := self.some(min(size, CHUNK))):
            size -= len(data)
            yield data

    def read(self, size: int) -> bytes:
        """Take the next ``size`` bytes, fewer at the end only."""
        return b"".join(self.pieces(size))

    def skip(self, size: int) -> bool:
        """Pass over ``size`` bytes; tell whether there were so many."""
        return sum(map(len, self.pieces(size))) == size

    def put_back(self, data: bytes) -> None:
        """Give back the bytes that were taken last."""
        self._ahead = data + self._ahead
        self.position -= len(data)

    def before(self, mark: bytes) -> Iterator[bytes]:
        """Take all that comes before the next ``mark``, or before the end."""
        while len(ahead := self.peek(CHUNK)) >= len(mark):
            at = ahead.find(mark)
            yield self.some(at if at >= 0 else len(ahead) - len(mark) + 1)
            if at >= 0:
                return
        yield self.some(len(ahead))

    def find(self, mark: bytes) -> bool:
        """Go to the next ``mark``, or to the end; tell which."""
        for _ in self.before(mark):
            pass
        return self.peek(len(mark)) == mark

    def through(self, mark: bytes, most: int) -> bytes:
        """Take what comes up to and with the next ``mark``, at most so many bytes."""
        ahead = self.peek(most)
        at = ahead.find(mark)
        return self.some(at + len(mark) if at >= 0 else most)


class Part:
    """The next ``size`` bytes of a stream as a stream of their own."""

    def __init__(self, stream: Forward, size: int) -> None:
        self._stream = stream
        self.rest = size
        """How many bytes are still to come."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the part's end or the stream's."""
        data = self._stream.some(min(size, self.rest)) if self.rest else b""
        self.rest -= len(data)
        return data
