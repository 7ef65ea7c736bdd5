"""Where bytes come from: files, folders, patterns, lists of files, standard input, containers.

Everything is lazy from end to end: a page is read when the consumer asks for it, so
the first record appears before the last file is read. What cannot be read is yielded
as a :class:`~scraper.errors.ScraperError` in its place and costs only that place.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, Final

from scraper.errors import ScraperError
from scraper.sources.archive import Archive, Tally
from scraper.sources.containers import pages_of
from scraper.sources.find import find, is_single, is_stream
from scraper.sources.kinds import PAGE_ENDINGS
from scraper.sources.listing import listed
from scraper.sources.read import MAX_BYTES, PageFile, RawPage, source_name

__all__ = [
    "MAX_BYTES",
    "PAGE_ENDINGS",
    "STDIN",
    "Input",
    "PageFile",
    "RawPage",
    "Tally",
    "inputs",
    "is_single",
    "is_stream",
    "listed_inputs",
    "loaded",
    "pages",
    "pages_of_file",
    "source_name",
]

STDIN = "-"
"""The name of standard input, as an argument and as a record's source."""

Input = RawPage | PageFile | ScraperError
"""A page, a file that is yet to be read, or why there is none."""

_FILES: Final = (".html", ".htm", ".xhtml", ".txt")
"""Endings of files that are read where they are converted: nobody needs to look into them first."""


def pages(
    paths: Sequence[str],
    *,
    stdin: BinaryIO,
    max_bytes: int = MAX_BYTES,
    tally: Tally | None = None,
) -> Iterator[RawPage | ScraperError]:
    """Read the pages that command-line arguments name, in their order; see `inputs`."""
    tally = tally or Tally()
    return loaded(inputs(paths, stdin=stdin, max_bytes=max_bytes, tally=tally), tally)


def loaded(found: Iterable[Input], tally: Tally | None = None) -> Iterator[RawPage | ScraperError]:
    """Read the files among what was found."""
    for item in found:
        if isinstance(item, PageFile):
            yield from pages_of_file(item, tally)
        else:
            yield item


def inputs(
    paths: Sequence[str],
    *,
    stdin: BinaryIO,
    max_bytes: int = MAX_BYTES,
    tally: Tally | None = None,
) -> Iterator[Input]:
    """Find what command-line arguments name, in their order; files of pages are not read yet.

    Args:
        paths: files, containers, folders, patterns or ``-``, standard input.
        stdin: what ``-`` stands for: one page or one container.
        max_bytes: a larger page is the error ``too_large``.
        tally: counts what is passed over.
    """
    tally = tally or Tally()
    for item in find(paths, tally=tally):
        yield from _inputs(item, stdin if item == STDIN else None, max_bytes, tally)


def listed_inputs(
    listing: str,
    *,
    stdin: BinaryIO,
    null: bool = False,
    max_bytes: int = MAX_BYTES,
    tally: Tally | None = None,
) -> Iterator[Input]:
    """Find what a list of paths names, while the list is still being written.

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
                yield from _inputs(item, None, max_bytes, tally)


def pages_of_file(file: PageFile, tally: Tally | None = None) -> Iterator[RawPage | ScraperError]:
    """Read a file: its page, or its pages where the name hides a container."""
    return pages_of(file.path, Archive(file.source, file.max_bytes, tally or Tally()))


def _inputs(
    item: str | ScraperError, stdin: BinaryIO | None, max_bytes: int, tally: Tally
) -> Iterable[Input]:
    if isinstance(item, ScraperError):
        return (item,)
    source = source_name(item) if stdin is None else STDIN
    if stdin is None and (size := _file_size(item)) is not None:
        return (PageFile(source, item, max_bytes, size),)
    return pages_of(stdin or item, Archive(source, max_bytes, tally))


def _file_size(path: str) -> int | None:
    """Return the bytes of a file that is a page by its name; None for anything else."""
    if not path.lower().endswith(_FILES):
        return None
    try:
        status = os.stat(path)  # noqa: PTH116 - twice as quick
    except (OSError, ValueError):  # which reading it will tell of
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None
