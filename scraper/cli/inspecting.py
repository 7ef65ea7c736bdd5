"""The work of ``pubmed-scraper inspect``."""

from functools import partial
from pathlib import PurePath

import click

from scraper import batch, sinks, sources
from scraper.cli.report import error_line
from scraper.cli.single import only
from scraper.cli.stdio import destination, stdin
from scraper.errors import ScraperError
from scraper.inspection import inspect
from scraper.sources import RawPage


def write(path: str, output: str, max_bytes: int) -> int:
    """Write the page about a page; return the exit status."""
    (found,) = only(sources.pages((path,), stdin=stdin(), max_bytes=max_bytes), "PATH is one page")
    result = (
        found
        if isinstance(found, ScraperError)
        else batch.attempt(found, partial(_inspected, found))
    )
    if isinstance(result, ScraperError):
        click.echo(error_line(result), err=True)
        return result.exit_status
    with sinks.open_stream(destination(output)) as stream:
        stream.write(result)
    return 0


def _inspected(page: RawPage) -> bytes:
    name = PurePath(page.source or "").name or "standard input"
    return inspect(page.data, name, url=page.url, source=page.source, charset=page.charset)
