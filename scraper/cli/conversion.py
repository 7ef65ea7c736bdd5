"""The work of ``pubmed-scraper convert``, imported when there is some."""

import sys
from collections.abc import Iterator
from functools import partial

from scraper import batch, sources
from scraper.cli.inputs import Inputs, may_be_slow, named_inputs, workers
from scraper.cli.output import OutputOptions, opened
from scraper.cli.report import Report
from scraper.cli.single import only
from scraper.cli.stdio import on_terminal
from scraper.errors import ScraperError
from scraper.workers import Workers


class Options(Inputs, OutputOptions):
    """The arguments and options of ``convert``, checked."""

    items: bool
    provenance: bool
    url: str | None
    pmid: str | None
    fail_fast: bool
    progress: bool | None
    compress: str | None
    engine: str
    scheduler: str | None
    shard_size: int


def convert_all(options: Options) -> int:
    """Convert every page that the options name; return the exit status."""
    tally, fail_fast = sources.Tally(), options["fail_fast"]
    report = _report(options, tally)
    with opened(options, report) as output, workers(options) as crew:
        output.take_all(_results(options, tally, report, crew), fail_fast=fail_fast)
        return output.end(fail_fast=fail_fast)


def _results(
    options: Options, tally: sources.Tally, report: Report, crew: Workers
) -> Iterator[bytes | ScraperError]:
    found = named_inputs(options, tally)
    if options["url"] or options["pmid"]:
        rule = "--url and --pmid are for exactly one page"
        found = iter(only(sources.loaded(found, tally), rule))
    work = partial(
        batch.to_json,
        url=options["url"],
        pmid=options["pmid"],
        fields=options["fields"],
        items=options["items"],
        provenance=options["provenance"],
    )
    return crew.run(report.counted(found), work, streaming=may_be_slow(options))


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
