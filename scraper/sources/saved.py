"""Records of an earlier run: JSON Lines or one array with a record a line, also compressed."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from scraper import encode
from scraper.errors import RecordError, ScraperError, Unreadable
from scraper.sources.archive import sourced
from scraper.sources.codec import codec
from scraper.sources.forward import Forward
from scraper.sources.inflate import Inflated
from scraper.sources.kinds import COMPRESSED, HEAD, kind_of
from scraper.sources.read import opened, source_name

_BOM: Final = b"\xef\xbb\xbf"
_OF_THE_ARRAY: Final = frozenset({b"", b"[", b"]", b"[]"})


def saved(place: str | BinaryIO) -> Iterator[encode.Record | ScraperError]:
    """Yield the records of a file or stream; a line that is none is an error in its place."""
    source = source_name(place) if isinstance(place, str) else "-"
    try:
        with opened(place, source) as file:
            for number, line in enumerate(_lines(_plain(Forward(file))), 1):
                if (said := _bare(line)) not in _OF_THE_ARRAY:
                    yield _read(said, number, source)
    except ScraperError as error:
        yield sourced(error, source)


def _plain(stream: Forward) -> Forward:
    kind = kind_of(stream.peek(HEAD), "")
    if kind in COMPRESSED:
        stream = Forward(Inflated(stream, codec(kind)))
        kind = kind_of(stream.peek(HEAD), "")
    if kind or stream.peek(HEAD).lstrip().startswith(b"<"):
        raise Unreadable("these are no records but pages, which convert reads")
    return stream


def _lines(stream: Forward) -> Iterator[bytes]:
    begun: list[bytes] = []
    while data := stream.some():
        *whole, rest = data.split(b"\n")
        for line in whole:
            yield b"".join([*begun, line])
            begun = []
        begun.append(rest)
    yield b"".join(begun)


def _bare(line: bytes) -> bytes:
    """Drop what stands around the record, in an array too."""
    return line.removeprefix(_BOM).strip().removesuffix(b",")


def _read(line: bytes, number: int, source: str) -> encode.Record | RecordError:
    try:
        return encode.decode_any(line)
    except RecordError as error:
        return RecordError(f"line {number}: {error.message}", source=source)
