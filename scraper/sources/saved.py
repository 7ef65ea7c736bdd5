"""Records of an earlier run: JSON Lines or one array with a record a line, also compressed."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

import msgspec

from scraper.errors import RecordError, ScraperError, Unreadable
from scraper.sources.archive import sourced
from scraper.sources.codec import codec
from scraper.sources.forward import Forward
from scraper.sources.inflate import Inflated
from scraper.sources.kinds import COMPRESSED, HEAD, kind_of
from scraper.sources.read import opened, problems_of, source_name

LONGEST: Final = 2**28
"""The longest line that is read, in bytes: a list of half a million citing articles."""

_NAME: Final = re.compile(r"(?!manifest\.)[^.].*\.jsonl?(?:\.(?:gz|bz2|xz|zst))?")
"""Files of records in a folder; the manifest of parts says how they were made."""
_BOM: Final = b"\xef\xbb\xbf"
_OF_THE_ARRAY: Final = frozenset({b"", b"[", b"]", b"[]"})
_WANTED: Final = "wanted is what convert prints, one record a line"

_T = TypeVar("_T")


def saved(
    place: str | BinaryIO, decode: Callable[[bytes], _T], *, longest: int = LONGEST
) -> Iterator[_T | ScraperError]:
    """Yield what each line of a file, folder or stream says; a broken one costs itself only.

    Args:
        place: JSON Lines, or an array with a record a line, compressed or not; of a folder,
            such as one of parts, all such files by their names.
        decode: makes a value of a line, such as `encode.decode_any`, or raises what msgspec does.
        longest: how many bytes a line may have.
    """
    source = source_name(place) if isinstance(place, str) else "-"
    try:
        if isinstance(place, str) and os.path.isdir(place):  # noqa: PTH112 - never raises
            for path in _files(place, source):
                yield from saved(path, decode, longest=longest)
            return
        with opened(place, source) as file:
            for number, line in _lines(_plain(Forward(file)), longest):
                if line is None:
                    message = f"longer than {longest:,} bytes; {_WANTED}"
                    yield RecordError(message, source=f"{source}:{number}")
                elif (said := _bare(line)) not in _OF_THE_ARRAY:
                    yield _read(said, decode, f"{source}:{number}")
    except ScraperError as error:
        yield sourced(error, source)


def _files(folder: str, source: str) -> list[str]:
    with problems_of(source):
        names = sorted(path.name for path in Path(folder).iterdir())
        found = [os.path.join(folder, name) for name in names if _NAME.fullmatch(name)]  # noqa: PTH118 - keeps the spelling
    if not found:
        message = (
            "no records in this folder; their files end with .jsonl or .json, or .gz and so on"
        )
        raise Unreadable(message)
    return found


def _plain(stream: Forward) -> Forward:
    kind = kind_of(stream.peek(HEAD), "")
    if kind in COMPRESSED:
        stream = Forward(Inflated(stream, codec(kind)))
        kind = kind_of(stream.peek(HEAD), "")
    head = stream.peek(HEAD)
    if kind or head.lstrip().startswith(b"<"):
        raise Unreadable("these are no records but pages, which convert reads")
    if b"\0" in head:
        raise Unreadable(f"these are no lines of text; {_WANTED}")
    return stream


def _lines(stream: Forward, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Number the lines from 1; None stands for one too long, of which nothing is kept."""
    begun: list[bytes] = []
    number = size = 0
    while data := stream.some():
        *whole, rest = data.split(b"\n")
        for line in whole:
            number += 1
            size += len(line)
            yield number, b"".join([*begun, line]) if size <= longest else None
            begun, size = [], 0
        size += len(rest)
        begun = [*begun, rest] if size <= longest else []
    yield number + 1, b"".join(begun) if size <= longest else None


def _bare(line: bytes) -> bytes:
    """Drop what stands around the record, in an array too."""
    return line.removeprefix(_BOM).strip().removesuffix(b",")


def _read(line: bytes, decode: Callable[[bytes], _T], source: str) -> _T | RecordError:
    try:
        return decode(line)
    except RecordError as error:
        return RecordError(error.message, source=source)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return RecordError(f"no record ({error}); {_WANTED}", source=source)
