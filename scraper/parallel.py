"""Many pages at once, in worker processes on all processors."""

import os
from collections.abc import Iterable, Iterator
from io import BytesIO

from scraper import batch, encode, sources
from scraper.errors import ScraperError
from scraper.pipeline import Record
from scraper.sources import Input, RawPage
from scraper.workers import Limits, Workers, cpus

Page = bytes | os.PathLike[str]


def convert_many(
    pages: Iterable[Page],
    *,
    jobs: int | None = None,
    page_timeout: float = 1.0,
    page_memory: int = 2**30,
) -> Iterator[Record | ScraperError]:
    """Turn many pages into records, in their order, each as soon as it is there.

    Nothing is raised: what cannot be read is an error in its place, which says of which page.
    Pages are asked for as they are needed, some megabytes ahead; the processes end with the
    iterator.

    Args:
        pages: Pages as saved (bytes, whose source is their place among the pages, from 0), and
            paths: a file is read where it is converted, a folder or archive gives its pages.
        jobs: How many processes; None takes as many as there are processors.
        page_timeout: Seconds of processor time that a page, or one of its records, may take.
        page_memory: Bytes of memory that a page may take.
    """
    with Workers(jobs or cpus(), Limits(page_timeout, page_memory)) as workers:
        for result in workers.run(_inputs(pages), batch.to_json):
            yield result if isinstance(result, ScraperError) else encode.decode_record(result)


def _inputs(pages: Iterable[object]) -> Iterator[Input]:
    for number, page in enumerate(pages):
        if isinstance(page, bytes):
            yield RawPage(str(number), page)
        elif isinstance(page, os.PathLike):
            yield from sources.inputs((os.fspath(page),), stdin=BytesIO())
        else:
            message = (
                f"page {number} is neither bytes nor a path such as pathlib.Path: {page!r:.80}"
            )
            raise TypeError(message)
