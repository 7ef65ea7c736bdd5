"""Ways to compress, each with one interface: gzip, bzip2, xz, Zstandard."""

import zlib
from collections.abc import Callable
from typing import Final, NamedTuple, Protocol

from scraper.errors import Unreadable

_XZ_MEMORY: Final = 2**28


class Machine(Protocol):
    """What the standard library's decompressors have in common."""

    @property
    def eof(self) -> bool:
        """The member is whole."""

    @property
    def needs_input(self) -> bool:
        """Nothing comes out before more goes in."""

    @property
    def unused_data(self) -> bytes:
        """What came after the member's end; nothing before it is whole."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Put bytes in and take at most ``max_length`` bytes out."""


class Codec(NamedTuple):
    """A way to compress: how its members begin and what reads them."""

    magic: bytes
    start: Callable[[bytes], Machine]
    """Make a machine for a member, given the dictionary of the stream."""
    fault: type[Exception]
    """What the machine raises for a damaged member."""


class Zlib:
    """zlib with the interface of the other decompressors."""

    def __init__(self, wbits: int) -> None:
        self._inner = zlib.decompressobj(wbits)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        """The member is whole."""
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """What came after the member's end."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Put bytes in and take at most ``max_length`` bytes out."""
        found = self._inner.decompress(self._inner.unconsumed_tail + data, max_length)
        self.needs_input = not self._inner.unconsumed_tail and len(found) < max_length
        return found


def codec(kind: str) -> Codec:
    """Return the way to read ``gz``, ``bz2``, ``xz`` or ``zst``, imported when it is needed.

    Raises:
        Unreadable: Zstandard is not installed.
    """
    return _CODECS[kind]()


def _gz() -> Codec:
    return Codec(b"\x1f\x8b\x08", lambda _: Zlib(31), zlib.error)


def _bz2() -> Codec:
    import bz2  # noqa: PLC0415 - rare

    return Codec(b"BZh", lambda _: bz2.BZ2Decompressor(), OSError)


def _xz() -> Codec:
    import lzma  # noqa: PLC0415 - rare

    return Codec(
        b"\xfd7zXZ\0", lambda _: lzma.LZMADecompressor(memlimit=_XZ_MEMORY), lzma.LZMAError
    )


def _zst() -> Codec:
    try:
        from scraper.sources.zstd import ZstdError, machine  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "compressed with Zstandard; to read it: pip install 'pubmed-scraper[zst]'"
        raise Unreadable(message) from error
    return Codec(b"\x28\xb5\x2f\xfd", machine, ZstdError)


_CODECS: Final = {"gz": _gz, "bz2": _bz2, "xz": _xz, "zst": _zst}
