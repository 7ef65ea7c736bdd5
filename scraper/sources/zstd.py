"""Zstandard: from the standard library since Python 3.14, else from the extra ``zst``."""

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from scraper.sources.codec import Machine

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor, ZstdDict, ZstdError

    def machine(dictionary: bytes) -> "Machine":
        """Make what reads one frame; ``dictionary`` may be empty."""
        return ZstdDecompressor(ZstdDict(dictionary) if dictionary else None)

else:
    from zstandard import ZstdCompressionDict, ZstdDecompressor, ZstdError

    _PIECE: Final = 2**9
    """At most 16 MiB come out of so much: the library does not let the output be bounded."""

    class _Frame:
        """A frame with the interface of the standard library's decompressors."""

        def __init__(self, dictionary: bytes) -> None:
            known = ZstdCompressionDict(dictionary) if dictionary else None
            self._inner = ZstdDecompressor(dict_data=known).decompressobj()
            self._input = memoryview(b"")
            self._output = b""
            self.eof = False

        @property
        def needs_input(self) -> bool:
            """Nothing comes out before more goes in."""
            return not self._output and not self._input

        @property
        def unused_data(self) -> bytes:
            """What came after the frame's end."""
            return self._inner.unused_data + bytes(self._input) if self.eof else b""

        def decompress(self, data: bytes, max_length: int) -> bytes:
            """Put bytes in and take at most ``max_length`` bytes out."""
            self._input = memoryview(data) if data else self._input
            while self._input and not self._output and not self._inner.eof:
                piece, self._input = self._input[:_PIECE], self._input[_PIECE:]
                self._output = self._inner.decompress(piece)
            found, self._output = self._output[:max_length], self._output[max_length:]
            self.eof = self._inner.eof and not self._output
            return found

    def machine(dictionary: bytes) -> "Machine":
        """Make what reads one frame; ``dictionary`` may be empty."""
        return _Frame(dictionary)


__all__ = ["ZstdError", "machine"]
