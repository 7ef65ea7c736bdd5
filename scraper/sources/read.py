"""One page's bytes, whole and bounded; why something cannot be read, in plain words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple

from scraper.errors import TooLarge, Unreadable
from scraper.sources.forward import Readable
from scraper.sources.remote import is_url, opened_url

MAX_BYTES = 16 * 2**20
"""The largest page that is read unless the caller says otherwise."""

_CHUNK = 2**20
_WEB = ("https://", "http://")


class RawPage(NamedTuple):
    """The bytes of one page and where they came from."""

    source: str
    """The path as the user gave it, ``-`` for standard input; always valid UTF-8. A page of
    an archive has ``!`` and the member's name or record id behind it."""
    data: bytes
    """The page, byte for byte."""
    url: str | None = None
    """The page's address, where its container names it."""
    charset: str | None = None
    """The transport's charset (HTTP ``Content-Type``), where its container keeps it."""
    retrieved_at: str | None = None
    """When the page was fetched, ISO 8601, where its container says it."""

    @property
    def size(self) -> int:
        """The page's bytes."""
        return len(self.data)


class PageFile(NamedTuple):
    """A file that by its name is a page, not read yet: whoever converts it reads it."""

    source: str
    """As of `RawPage`."""
    path: str
    max_bytes: int
    """The largest page that is read."""
    size: int
    """The file's bytes."""


def source_name(path: str) -> str:
    r"""Name a path in valid UTF-8: a byte that is none becomes ``\xNN``.

    Two different names stay different, which a replacement character would not grant.

    >>> source_name("caf\udce9.html")
    'caf\\xe9.html'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def whole(stream: Readable, source: str | None, max_bytes: int) -> bytes:
    """Read a stream to its end, asking for memory only as its bytes come.

    Raises:
        TooLarge: more than ``max_bytes`` bytes; one byte more is read to know it.
    """
    chunks, size = [], max_bytes + 1
    while size and (chunk := stream.read(min(size, _CHUNK))):
        chunks.append(chunk)
        size -= len(chunk)
    if not size:
        message = (
            f"larger than {max_bytes:,} bytes; if it is a page, or a file of many records, "
            "allow more with --max-bytes SIZE (64MiB, 1GiB)"
        )
        raise TooLarge(message, source=source)
    return b"".join(chunks)


@contextmanager
def opened(place: str | BinaryIO, source: str) -> Iterator[BinaryIO]:
    """Open a path or address and close it again; an open stream is itself. See `problems_of`."""
    with problems_of(source):
        if isinstance(place, str) and is_url(place):
            with opened_url(place) as stream:
                yield stream
        elif isinstance(place, str):
            with open(place, "rb") as stream:  # noqa: PTH123 - Path takes as long as all the rest
                yield stream
        else:
            yield place


@contextmanager
def problems_of(source: str) -> Iterator[None]:
    """Turn what the system says of a file into :class:`Unreadable` in plain words."""
    try:
        yield
    except FileNotFoundError as error:
        message = (
            "this is a web address; crawl fetches articles, by their PMIDs"
            if source.startswith(_WEB)
            else "no such file or folder; check the path"
        )
        raise Unreadable(message, source=source) from error
    except PermissionError as error:
        message = "no permission to read it; change its permissions or ask its owner"
        raise Unreadable(message, source=source) from error
    except OSError as error:
        message = f"cannot be read ({error.strerror or error}); check the file and its disk"
        raise Unreadable(message, source=source) from error
    except ValueError as error:
        message = "no file can have this name; does the list need --null?"
        raise Unreadable(message, source=source) from error
    except MemoryError as error:
        message = "does not fit into memory; lower --max-bytes"
        raise TooLarge(message, source=source) from error
