"""How records follow each other: JSON Lines, one JSON array, indented documents."""

from collections.abc import Mapping
from types import MappingProxyType, TracebackType
from typing import Final, Protocol, Self

import msgspec


class Stream(Protocol):
    """Anything that takes bytes, all of them at once."""

    def write(self, data: bytes, /) -> object:
        """Write all of ``data`` or raise :class:`OSError`."""


class Sink:
    """Takes records one by one, each a line of JSON; a context manager.

    Every record reaches the stream in one call, so that it is never cut by another's.
    """

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def write(self, record: bytes) -> None:
        """Take one record: JSON without a line end."""
        raise NotImplementedError

    def close(self) -> None:
        """Write what must stand after the last record."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        # After Ctrl-C what was written still ends well; after a failed write nothing helps.
        if not isinstance(error, OSError):
            self.close()


class JsonLines(Sink):
    """One record a line; nothing at all when there is none."""

    def write(self, record: bytes) -> None:
        """Write the record and a line end."""
        self._stream.write(record + b"\n")


class JsonArray(Sink):
    """One array of all records, ``[]`` when there is none, a record a line."""

    _before = b"[\n"

    def write(self, record: bytes) -> None:
        """Write what parts the record from the one before, and the record."""
        self._stream.write(self._before + record)
        self._before = b",\n"

    def close(self) -> None:
        """End the array."""
        self._stream.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")


class Pretty(Sink):
    """Indented documents, one after the other, for reading and for ``jq``."""

    def write(self, record: bytes) -> None:
        """Write the record over many lines."""
        self._stream.write(msgspec.json.format(record, indent=2) + b"\n")


FORMATS: Final[Mapping[str, type[Sink]]] = MappingProxyType(
    {"jsonl": JsonLines, "json": JsonArray, "pretty": Pretty}
)
"""The formats by the name that the command line knows them by."""
