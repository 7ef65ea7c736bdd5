"""Read a list of paths, one a line or NUL-separated, as it comes."""

import os
from collections.abc import Iterator
from typing import BinaryIO

from scraper.errors import ScraperError
from scraper.sources.read import opened, source_name

_CHUNK = 2**16
_BOM = b"\xef\xbb\xbf"


def listed(listing: str | BinaryIO, *, null: bool = False) -> Iterator[str | ScraperError]:
    """Yield the paths of a list; each as soon as its end is there.

    Empty lines are passed over. A line may end with CR LF; otherwise every byte of it,
    spaces too, is part of the name. A list that cannot be read ends with that error.
    """
    source = source_name(listing) if isinstance(listing, str) else "-"
    try:
        with opened(listing, source) as stream:
            for name in _nul_ended(stream) if null else _lines(stream):
                if name:
                    yield os.fsdecode(name)
    except ScraperError as error:
        yield error.with_traceback(None)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    for number, line in enumerate(stream):
        yield (line if number else line.removeprefix(_BOM)).removesuffix(b"\n").removesuffix(b"\r")


def _nul_ended(stream: BinaryIO) -> Iterator[bytes]:
    rest = b""
    read = getattr(stream, "read1", stream.read)  # read1 hands over what is there, without waiting
    while chunk := read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    yield rest
