"""Where results go: records to ``-o``, errors to standard error and ``--errors``."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TypedDict

import click
from attrs import frozen

from scraper import encode, sinks
from scraper.cli.report import Report
from scraper.cli.signals import SIGNALS
from scraper.cli.stdio import destination, on_terminal
from scraper.cli.visible import visible
from scraper.errors import NoReference, ScraperError
from scraper.model import Article


class OutputOptions(TypedDict):
    """The options that say where results go."""

    output: str
    format_: str | None
    append: bool
    csv_raw: bool
    fields: frozenset[str] | None
    errors: str | None
    quiet: bool


@frozen
class Output:
    """Takes the results of a run."""

    _sink: sinks.Sink
    _log: sinks.Stream | None
    _report: Report

    def take(self, result: bytes | ScraperError) -> None:
        """Write a record, or tell why there is none."""
        if isinstance(result, ScraperError):
            self._report.failure(result)
            if self._log is not None:
                self._log.write(encode.encode_error(result) + b"\n")
            return
        try:
            self._sink.write(result)
        except NoReference as error:
            self.take(error)
        else:
            self._report.record()

    def take_all(self, results: Iterable[bytes | ScraperError], *, fail_fast: bool = False) -> None:
        """Take results as they come, until a signal or, where asked, a failure."""
        for result in results:
            self.take(result)
            if SIGNALS.has_come or (fail_fast and self._report.failures):
                break
        SIGNALS.check()

    def end(self, *, fail_fast: bool = False) -> int:
        """Return the exit status.

        Raises:
            click.exceptions.Exit: the output is not whole: ``-o`` keeps its file.
        """
        report = self._report
        if report.failures and (fail_fast or not report.records):
            raise click.exceptions.Exit(report.status)
        return report.status


@contextmanager
def opened(options: OutputOptions, report: Report) -> Iterator[Output]:
    """Open what the options name; ``-o`` appears when the block comes to a good end."""
    errors, output = options["errors"], options["output"]
    try:
        with (
            _open_sink(options, report) as sink,
            sinks.line_file(errors) if errors else nullcontext() as log,
            report,
        ):
            yield Output(sink, log, report)
    except (click.exceptions.Exit, SystemExit):
        if output != "-":
            message = "not_written: the run did not come to a good end"
            click.echo(f"{visible(output)}: {message}", err=True)
        raise


def _open_sink(options: OutputOptions, report: Report) -> AbstractContextManager[sinks.Sink]:
    """Open the sink; refuse what makes no sense before any work is done."""
    output = options["output"]
    format_ = options["format_"] or sinks.format_of(output)
    if options["csv_raw"] and format_ != "csv":
        raise click.UsageError("--csv-raw goes with CSV: -o FILE.csv or --format csv")
    if output == "-" and not sinks.FORMATS[format_].is_text and on_terminal(sys.stdout):
        raise click.UsageError(f"{format_} is binary; name a file (-o FILE) or pipe it on")
    asked = sinks.Options(
        fields=options["fields"],
        append=options["append"],
        csv_raw=options["csv_raw"],
        tell=lambda said: report.note(f"{visible(output)}: {said}"),
    )
    return sinks.open_sink(format_, destination(output), asked)


def encoded(
    results: Iterable[Article | ScraperError], fields: frozenset[str] | None
) -> Iterator[bytes | ScraperError]:
    """Make a line of JSON of each record."""
    for result in results:
        yield result if isinstance(result, ScraperError) else encode.encode(result, fields)
