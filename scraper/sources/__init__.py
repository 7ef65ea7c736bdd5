"""Where bytes come from: files, folders, patterns, lists of files, standard input.

Everything is lazy from end to end: a page is read when the consumer asks for it, so
the first record appears before the last file is read. What cannot be read is yielded
as a :class:`~scraper.errors.ScraperError` in its place and costs only that place.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from scraper.errors import ScraperError
from scraper.sources.find import PAGE_ENDINGS, find, is_single
from scraper.sources.listing import listed
from scraper.sources.read import MAX_BYTES, RawPage, read, source_name

__all__ = [
    "MAX_BYTES",
    "PAGE_ENDINGS",
    "STDIN",
    "RawPage",
    "is_single",
    "listed_pages",
    "pages",
    "source_name",
]

STDIN = "-"
"""The name of standard input, as an argument and as a record's source."""


def pages(
    paths: Sequence[str], *, stdin: BinaryIO, max_bytes: int = MAX_BYTES
) -> Iterator[RawPage | ScraperError]:
    """Read the pages that command-line arguments name, in their order.

    Args:
        paths: files, folders, patterns or ``-``, one page on standard input.
        stdin: what ``-`` stands for.
        max_bytes: a larger page is the error ``too_large``.
    """
    for item in find(paths):
        place = stdin if item == STDIN else item
        yield _page(place, max_bytes)


def listed_pages(
    listing: str, *, stdin: BinaryIO, null: bool = False, max_bytes: int = MAX_BYTES
) -> Iterator[RawPage | ScraperError]:
    """Read the pages that a list of paths names, while the list is still being written.

    A name in a list is taken as it stands: no pattern in it is expanded, and ``-`` is a
    file of that name. A folder is searched.

    Args:
        listing: the list's path, or ``-`` for standard input.
        stdin: what ``-`` stands for.
        null: the names end with NUL instead of a line end.
        max_bytes: a larger page is the error ``too_large``.
    """
    for path in listed(stdin if listing == STDIN else listing, null=null):
        if isinstance(path, ScraperError):
            yield path
        else:
            for item in find((path,), patterns=False):
                yield _page(item, max_bytes)


def _page(place: str | BinaryIO | ScraperError, max_bytes: int) -> RawPage | ScraperError:
    if isinstance(place, ScraperError):
        return place
    try:
        return read(place, source_name(place) if isinstance(place, str) else STDIN, max_bytes)
    except ScraperError as error:
        return error.with_traceback(None)
