"""The work of ``pubmed-scraper convert``, imported when there is some."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial
from itertools import chain
from typing import TypedDict

import click

from scraper import batch, encode, sinks, sources
from scraper.cli.report import Report
from scraper.cli.signals import SIGNALS
from scraper.cli.single import only
from scraper.cli.stdio import destination, on_terminal, stdin
from scraper.cli.visible import visible
from scraper.errors import ScraperError


class Options(TypedDict):
    """The arguments and options of ``convert``, checked."""

    paths: tuple[str, ...]
    files_from: str | None
    null: bool
    output: str
    format_: str
    fields: frozenset[str] | None
    items: bool
    url: str | None
    pmid: str | None
    fail_fast: bool
    errors: str | None
    max_bytes: int
    quiet: bool
    progress: bool | None


def convert_all(options: Options) -> int:
    """Convert every page that the options name; return the exit status."""
    try:
        return _convert(options)
    except (click.exceptions.Exit, SystemExit):
        if options["output"] != "-":
            name = visible(options["output"])
            click.echo(f"{name}: not_written: the run did not come to a good end", err=True)
        raise


def _convert(options: Options) -> int:
    errors, tally = options["errors"], sources.Tally()
    with (
        sinks.open_sink(options["format_"], destination(options["output"])) as sink,
        sinks.line_file(errors) if errors else nullcontext() as log,
        _report(options, tally) as report,
    ):
        for result in _results(options, tally, report):
            if isinstance(result, ScraperError):
                report.failure(result)
                if log is not None:
                    log.write(encode.encode_error(result) + b"\n")
                if options["fail_fast"]:
                    break
            else:
                sink.write(result)
                report.record()
            SIGNALS.check()
        if report.failures and (options["fail_fast"] or not report.records):
            raise click.exceptions.Exit(report.status)  # the output is not whole: -o keeps its file
    return report.status


def _results(
    options: Options, tally: sources.Tally, report: Report
) -> Iterator[bytes | ScraperError]:
    limit, listing = options["max_bytes"], options["files_from"]
    pages = sources.pages(options["paths"], stdin=stdin(), max_bytes=limit, tally=tally)
    if listing is not None:
        null = options["null"]
        listed = sources.listed_pages(
            listing, stdin=stdin(), null=null, max_bytes=limit, tally=tally
        )
        pages = chain(pages, listed)
    if options["url"] or options["pmid"]:
        pages = iter(only(pages, "--url and --pmid are for exactly one page"))
    work = partial(
        batch.to_json,
        url=options["url"],
        pmid=options["pmid"],
        fields=options["fields"],
        items=options["items"],
    )
    return batch.run(report.counted(pages), work)


def _report(options: Options, tally: sources.Tally) -> Report:
    # Records that scroll over the same terminal and a bar would spoil each other.
    crowded = options["output"] == "-" and on_terminal(sys.stdout)
    return Report(
        bar=False if crowded else options["progress"],
        quiet=options["quiet"],
        total=_total(options),
        tally=tally,
    )


def _total(options: Options) -> int | None:
    """Count the pages where that needs no search and no wait."""
    if options["files_from"] is not None or not all(map(sources.is_single, options["paths"])):
        return None
    return len(options["paths"])
