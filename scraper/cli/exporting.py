"""The work of ``pubmed-scraper export``."""

import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from scraper import encode, sinks
from scraper.cli.durations import counted
from scraper.cli.output import OutputOptions, encoded, opened
from scraper.cli.report import Report
from scraper.cli.stdio import on_terminal, stdin
from scraper.cli.visible import visible
from scraper.crawler import reading
from scraper.crawler.job import Job
from scraper.crawler.results import results
from scraper.errors import CrawlError, ScraperError
from scraper.model import ErrorRecord
from scraper.sources.saved import saved
from scraper.workers import Limits

_DATABASE: Final = b"SQLite format 3\0"


class Given(OutputOptions):
    """The argument and the options of ``export``."""

    sources: tuple[str, ...]
    page_timeout: float
    page_memory: int


def export_all(given: Given) -> int:
    """Write the records of a job, or of lines; return the exit status.

    Raises:
        click.UsageError: A job is one of several inputs.
    """
    jobs = [path for path in given["sources"] if not _holds_records(path)]
    if not jobs:
        return _export_records(given)
    if given["sources"] != (jobs[0],):
        raise click.UsageError(f"{jobs[0]} is a crawl's job; export it by itself")
    return _export_job(jobs[0], given)


def _holds_records(path: str) -> bool:
    """Tell lines from a job, which is a database; of what is empty or not there, by its name."""
    if path == "-":
        return True
    with suppress(OSError):  # opening it says why
        about = Path(path).stat()
        if not stat.S_ISREG(about.st_mode):
            return True
        if about.st_size:
            with Path(path).open("rb") as file:
                return file.read(len(_DATABASE)) != _DATABASE
    return sinks.format_of(path) != "sqlite"


def _export_records(given: Given) -> int:
    report = _report(given, None)
    with opened(given, report) as output:
        for path in given["sources"]:
            records = saved(stdin() if path == "-" else path, encode.decode_any)
            output.take_all(_lines(report.counted(records), path, given, report))
        return output.end()


def _lines(
    records: Iterator[encode.Record | ScraperError], path: str, given: Given, report: Report
) -> Iterator[bytes | ScraperError]:
    """Make lines of records again; error objects are counted, as nobody else tells of them."""
    errors = 0
    for record in records:
        if isinstance(record, ErrorRecord):
            errors += 1
        elif isinstance(record, ScraperError):
            yield record
        else:
            yield encode.encode(record, given["fields"])
    if errors:
        report.note(f"{visible(path)}: error objects are no records; left out: {errors}")


def _export_job(path: str, given: Given) -> int:
    reading.limit(Limits(given["page_timeout"], given["page_memory"]))
    with Job(path, read_only=True) as job:
        total, waiting = len(job.items), job.items.counts().get("pending", 0)
        report = _report(given, total - waiting)
        with opened(given, report) as output:
            output.take_all(encoded(results(job), given["fields"]))
            if waiting:
                message = f"{counted(waiting, 'PMID')} still to be fetched; crawl --job goes on"
                output.take(CrawlError(message, source=job.path, code="not_fetched"))
            return output.end()


def _report(given: Given, total: int | None) -> Report:
    crowded = given["output"] == "-" and on_terminal(sys.stdout)
    return Report(bar=False if crowded else None, quiet=given["quiet"], total=total)
