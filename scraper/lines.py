"""Records back from JSON Lines, one at a time: what ``convert`` printed."""

from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol, TypeVar

import msgspec

from scraper.errors import RecordError

LONGEST: Final = 2**28
"""The longest line that is read, in bytes: a list of half a million citing articles."""

_T_co = TypeVar("_T_co", covariant=True)
_T = TypeVar("_T")


class Decoder(Protocol[_T_co]):
    """Makes a value of one line; :class:`msgspec.json.Decoder` is one."""

    def decode(self, data: bytes, /) -> _T_co:
        """Return what the line says."""


def read(
    stream: BinaryIO, source: str, decoder: Decoder[_T], longest: int = LONGEST
) -> Iterator[_T | RecordError]:
    """Decode each line of a stream; one that is broken costs itself only.

    Args:
        stream: UTF-8. Empty lines are passed over.
        source: what to call it in errors, with the line's number behind it.
        decoder: makes a value of a line.
        longest: how many bytes a line may have.
    """
    for number, line in _numbered(stream, longest):
        place = f"{source}:{number}"
        if line is None:
            message = f"longer than {longest:,} bytes; this is no file of one record a line"
            yield RecordError(message, source=place)
            continue
        try:
            yield decoder.decode(line)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            message = f"no record ({error}); wanted is what convert prints, one record a line"
            yield RecordError(message, source=place)


def _numbered(stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Number the lines from 1; None stands for one too long, whose rest is passed over."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) > longest and not line.endswith(b"\n"):
            while (rest := stream.readline(longest)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line
