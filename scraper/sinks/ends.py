"""Where the last whole record of a file ends, told from its plain bytes.

A run that is killed leaves a file that ends anywhere. Both classes are fed with a
file's bytes from some offset to the end, in pieces of any size.
"""

from typing import BinaryIO, Final, Protocol

import msgspec

from scraper.errors import OutputError

_BLOCK: Final = 2**16


class Ends(Protocol):
    """Finds the end of the last whole record."""

    seen: int
    """Offset of the end of what was seen."""
    whole: int
    """Offset of the end of the last whole record in it."""

    def seek(self, file: BinaryIO) -> None:
        """Go to where an uncompressed file has to be read from, be it near its end."""

    def feed(self, data: bytes) -> None:
        """Take the next bytes.

        Raises:
            OutputError: this is no such file as records can be appended to.
        """

    def finish(self) -> bytes:
        """Take the end of the file and return the line end that its last record lacks."""


class LineEnds:
    """Of JSON Lines: every record ends with a line end."""

    def __init__(self) -> None:
        self.seen = self.whole = 0
        self._last = bytearray()

    def seek(self, file: BinaryIO) -> None:
        """Go to the beginning of the last line."""
        self.feed(file.read(1))
        end = file.seek(0, 2)
        while end > 1:
            start = file.seek(max(end - _BLOCK, 0))
            at = file.read(end - start).rfind(b"\n")
            if at >= 0:
                self.seen = self.whole = file.seek(start + at + 1)
                self._last.clear()
                return
            end = start
        file.seek(self.seen)

    def feed(self, data: bytes) -> None:
        """Take the next bytes; the very first is that of an object."""
        if not self.seen and data and not data.startswith(b"{"):
            raise OutputError("these are no records in JSON Lines; append to another file")
        self.seen += len(data)
        at = data.rfind(b"\n")
        if at >= 0:
            self._last.clear()
            self.whole = self.seen - len(data) + at + 1
        self._last += data[at + 1 :]

    def finish(self) -> bytes:
        """Take a last line that is a whole record: an editor may have taken its line end."""
        try:
            msgspec.json.decode(self._last, type=dict[str, msgspec.Raw])
        except (msgspec.DecodeError, UnicodeError):
            return b""
        self.whole = self.seen
        return b"\n"


class RowEnds:
    """Of CSV: a row ends with a line end that stands outside of quotes."""

    def __init__(self, header: bytes) -> None:
        """Take the header that the file has to have."""
        self.seen = self.whole = 0
        self._header = header
        self._quoted = False

    def seek(self, file: BinaryIO) -> None:
        """Begin at the beginning, as only from there quotes can be told."""

    def feed(self, data: bytes) -> None:
        """Take the next bytes; the very first are the header."""
        if self._header:
            self._compare(data)
        for line in data.splitlines(keepends=True):
            self.seen += len(line)
            self._quoted ^= line.count(b'"') % 2 == 1
            if line.endswith(b"\n") and not self._quoted:
                self.whole = self.seen

    def _compare(self, data: bytes) -> None:
        size = min(len(data), len(self._header))
        if data[:size] != self._header[:size]:
            message = "its columns are not those of this run; append to another file"
            raise OutputError(message)
        self._header = self._header[size:]

    def finish(self) -> bytes:
        """Take nothing: whether the last cell is whole cannot be told."""
        return b""
