"""Where bytes come from: files, folders, patterns, lists of files, standard input, containers.

Everything is lazy from end to end: a page is read when the consumer asks for it, so
the first record appears before the last file is read. What cannot be read is yielded
as a :class:`~scraper.errors.ScraperError` in its place and costs only that place.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from scraper.errors import ScraperError
from scraper.sources.archive import Archive, Tally
from scraper.sources.containers import pages_of
from scraper.sources.find import find, is_single, is_stream
from scraper.sources.kinds import PAGE_ENDINGS
from scraper.sources.listing import listed
from scraper.sources.read import MAX_BYTES, RawPage, source_name

__all__ = [
    "MAX_BYTES",
    "PAGE_ENDINGS",
    "STDIN",
    "RawPage",
    "Tally",
    "is_single",
    "is_stream",
    "listed_pages",
    "pages",
    "source_name",
]

STDIN = "-"
"""The name of standard input, as an argument and as a record's source."""


def pages(
    paths: Sequence[str],
    *,
    stdin: BinaryIO,
    max_bytes: int = MAX_BYTES,
    tally: Tally | None = None,
) -> Iterator[RawPage | ScraperError]:
    """Read the pages that command-line arguments name, in their order.

    Args:
        paths: files, containers, folders, patterns or ``-``, standard input.
        stdin: what ``-`` stands for: one page or one container.
        max_bytes: a larger page is the error ``too_large``.
        tally: counts what is passed over.
    """
    tally = tally or Tally()
    for item in find(paths, tally=tally):
        yield from _pages(item, stdin if item == STDIN else None, max_bytes, tally)


def listed_pages(
    listing: str,
    *,
    stdin: BinaryIO,
    null: bool = False,
    max_bytes: int = MAX_BYTES,
    tally: Tally | None = None,
) -> Iterator[RawPage | ScraperError]:
    """Read the pages that a list of paths names, while the list is still being written.

    A name in a list is taken as it stands: no pattern in it is expanded, and ``-`` is a
    file of that name. A folder is searched.

    Args:
        listing: the list's path, or ``-`` for standard input.
        stdin: what ``-`` stands for.
        null: the names end with NUL instead of a line end.
        max_bytes: a larger page is the error ``too_large``.
        tally: counts what is passed over.
    """
    tally = tally or Tally()
    for path in listed(stdin if listing == STDIN else listing, null=null):
        if isinstance(path, ScraperError):
            yield path
        else:
            for item in find((path,), patterns=False, tally=tally):
                yield from _pages(item, None, max_bytes, tally)


def _pages(
    item: str | ScraperError, stdin: BinaryIO | None, max_bytes: int, tally: Tally
) -> Iterator[RawPage | ScraperError]:
    if isinstance(item, ScraperError):
        yield item
        return
    source = source_name(item) if stdin is None else STDIN
    yield from pages_of(stdin or item, Archive(source, max_bytes, tally))
