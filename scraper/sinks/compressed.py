"""A stream whose bytes are compressed on their way: gzip, Zstandard.

The same bytes in give the same bytes out: no clock and no name goes into a header.
"""

import sys
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Final, Protocol

from scraper.errors import OutputError
from scraper.sinks.formats import Stream

_GZIP: Final = 31
"""A window of 32 KiB in gzip's frame; zlib writes neither time nor name into it."""


class Compressor(Protocol):
    """What the standard library's compressors and zstandard's have in common."""

    def compress(self, data: bytes, /) -> bytes:
        """Put bytes in and take what is ready."""

    def flush(self) -> bytes:
        """End the member and take the rest of it."""


class Compressed:
    """Compresses what is written; one member (gzip) or frame (Zstandard) in all."""

    def __init__(self, stream: Stream, compressor: Compressor) -> None:
        self._stream, self._compressor = stream, compressor
        self.is_empty = True
        """Nothing has been written yet."""

    def write(self, data: bytes) -> None:
        """Compress all of ``data``."""
        self.is_empty = False
        if ready := self._compressor.compress(data):
            self._stream.write(ready)

    def finish(self) -> None:
        """Write the end of the member."""
        self._stream.write(self._compressor.flush())


def compression(path: str) -> str | None:
    """Tell by its name how a file is compressed.

    >>> compression("records.jsonl.GZ"), compression("records.csv.zst"), compression("gz.json")
    ('gz', 'zst', None)
    """
    ending = path.lower().rpartition(".")[2]
    return ending if ending in _COMPRESSORS else None


def compressor(kind: str) -> Compressor:
    """Make a compressor of the kind ``gz`` or ``zst``.

    Raises:
        OutputError: Zstandard is not installed.
    """
    return _COMPRESSORS[kind]()


def _gz() -> Compressor:
    return zlib.compressobj(wbits=_GZIP)


def _zst() -> Compressor:
    with suppress(ImportError):
        if sys.version_info >= (3, 14):
            from compression.zstd import (  # noqa: PLC0415 - most runs need none
                CompressionParameter,
                ZstdCompressor,
            )

            return ZstdCompressor(options={CompressionParameter.checksum_flag: 1})
        from zstandard import ZstdCompressor  # noqa: PLC0415 - an extra

        return ZstdCompressor(write_checksum=True).compressobj()
    raise OutputError("Zstandard is not installed: pip install 'pubmed-scraper[zst]'")


_COMPRESSORS: Final[Mapping[str, Callable[[], Compressor]]] = MappingProxyType(
    {"gz": _gz, "zst": _zst}
)
