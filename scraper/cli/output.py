"""Where results go: records to ``-o``, errors to standard error and ``--errors``."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TypedDict

import click
from attrs import frozen

from scraper import encode, sinks
from scraper.cli.report import Report
from scraper.cli.signals import SIGNALS
from scraper.cli.stdio import destination
from scraper.cli.visible import visible
from scraper.errors import ScraperError
from scraper.model import Article


class OutputOptions(TypedDict):
    """The options that say where results go."""

    output: str
    format_: str
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
        else:
            self._sink.write(result)
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
            sinks.open_sink(options["format_"], destination(output)) as sink,
            sinks.line_file(errors) if errors else nullcontext() as log,
            report,
        ):
            yield Output(sink, log, report)
    except (click.exceptions.Exit, SystemExit):
        if output != "-":
            message = "not_written: the run did not come to a good end"
            click.echo(f"{visible(output)}: {message}", err=True)
        raise


def encoded(
    results: Iterable[Article | ScraperError], fields: frozenset[str] | None
) -> Iterator[bytes | ScraperError]:
    """Make a line of JSON of each record."""
    for result in results:
        yield result if isinstance(result, ScraperError) else encode.encode(result, fields)
