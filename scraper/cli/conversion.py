"""The work of ``pubmed-scraper convert``, imported when there is some."""

import sys
from collections.abc import Iterator
from functools import partial

from scraper import batch, sources
from scraper.cli.inputs import Inputs, named_pages
from scraper.cli.output import OutputOptions, opened
from scraper.cli.report import Report
from scraper.cli.single import only
from scraper.cli.stdio import on_terminal
from scraper.errors import ScraperError
from scraper.workers import Limits, Workers, cpus


class Options(Inputs, OutputOptions):
    """The arguments and options of ``convert``, checked."""

    items: bool
    url: str | None
    pmid: str | None
    fail_fast: bool
    jobs: int | None
    page_timeout: float
    page_memory: int
    progress: bool | None
    compress: str | None
    engine: str
    scheduler: str | None
    shard_size: int


def convert_all(options: Options) -> int:
    """Convert every page that the options name; return the exit status."""
    tally, fail_fast = sources.Tally(), options["fail_fast"]
    report = _report(options, tally)
    limits = Limits(options["page_timeout"], options["page_memory"])
    workers = Workers(options["jobs"] or cpus(), limits)
    with opened(options, report) as output, workers:
        output.take_all(_results(options, tally, report, workers), fail_fast=fail_fast)
        return output.end(fail_fast=fail_fast)


def _results(
    options: Options, tally: sources.Tally, report: Report, workers: Workers
) -> Iterator[bytes | ScraperError]:
    found = named_pages(options, tally)
    if options["url"] or options["pmid"]:
        rule = "--url and --pmid are for exactly one page"
        found = iter(only(sources.loaded(found, tally), rule))
    work = partial(
        batch.to_json,
        url=options["url"],
        pmid=options["pmid"],
        fields=options["fields"],
        items=options["items"],
    )
    return workers.run(report.counted(found), work, streaming=_may_be_slow(options))


def _may_be_slow(options: Options) -> bool:
    """Tell whether an input may be still being written: a pipe, or a device."""
    listing = options["files_from"]
    inputs = (*options["paths"], *(() if listing is None else (listing,)))
    return any(path == sources.STDIN or sources.is_stream(path) for path in inputs)


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
