"""Records as input: the lines of the files that a command is given."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

import click

from scraper.cli.report import Report
from scraper.cli.stdio import stdin
from scraper.cli.visible import visible
from scraper.errors import ScraperError
from scraper.sources.read import source_name
from scraper.sources.saved import saved

_T = TypeVar("_T")

STDIN: Final = "-"


def check(ctx: click.Context, paths: Sequence[str]) -> None:
    """Refuse to read standard input twice."""
    if paths.count(STDIN) > 1:
        ctx.fail("standard input can be read once only")


def lines(paths: Sequence[str], decode: Callable[[bytes], _T], report: Report) -> Iterator[_T]:
    """Yield what each line of the files says; what cannot be read is told and counted."""
    for path in paths:
        for found in saved(stdin() if path == STDIN else path, decode):
            if isinstance(found, ScraperError):
                report.failure(found)
            else:
                report.record()
                yield found


def names(paths: Sequence[str]) -> str:
    """Name the files for a page's heading: the first ones, in words."""
    called = ["standard input" if path == STDIN else source_name(path) for path in paths]
    return ", ".join(called[:3]) + (f" and {len(called) - 3} more" if called[3:] else "")


@contextmanager
def reporting(output: str) -> Iterator[Report]:
    """Tell of what cannot be read; where that is everything, nothing is written.

    Raises:
        click.exceptions.Exit: no line at all could be read.
    """
    report = Report(bar=False, quiet=True, total=None)
    with report:
        yield report
    if report.failures and not report.records:
        if output != STDIN:
            click.echo(f"{visible(output)}: not_written: no record could be read", err=True)
        raise click.exceptions.Exit(report.status)
