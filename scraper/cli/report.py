"""What a run says on standard error: error lines, a bar where somebody looks on, a summary."""

import sys
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import click

from scraper.cli.stdio import on_terminal
from scraper.cli.visible import visible
from scraper.errors import ScraperError

if TYPE_CHECKING:
    from rich.progress import Progress

    from scraper.sources import Tally

_T = TypeVar("_T")
_LONG = 1.0
"""Seconds of work before a bar appears."""


def error_line(error: ScraperError) -> str:
    """Return one plain line: ``file: code: what happened and what to do``."""
    return ": ".join(visible(part) for part in (error.source, error.code, error.message) if part)


class Report:
    """Counts pages and records and tells of them; a context manager, as a bar has to go."""

    def __init__(
        self,
        *,
        bar: bool | None,
        quiet: bool,
        total: int | None,
        tally: "Tally | None" = None,
    ) -> None:
        """Prepare a report.

        Args:
            bar: show a bar at once (True), never (False), or when the work is long (None).
            quiet: neither bar nor summary, error lines only.
            total: how many pages there will be, where that is known.
            tally: what was passed over, for the summary.
        """
        self.pages = self.records = self.failures = self.status = 0
        self._done = 0
        self._total = total
        self._tally = tally
        self._summary = not quiet and on_terminal(sys.stderr)
        self._bar: Progress | None = None
        self._bar_from = time.monotonic() + (0 if bar else _LONG)
        if bar is False or not self._summary:
            self._bar_from = float("inf")

    def counted(self, pages: Iterable[_T]) -> Iterator[_T]:
        """Pass pages on and count them; one is done when the next is asked for."""
        for page in pages:
            self.pages += 1
            yield page
            self._done = self.pages
            self._advance()

    def record(self) -> None:
        """Count a record."""
        self.records += 1
        self._advance()

    def failure(self, error: ScraperError) -> None:
        """Count a page or record that could not be read, and say why."""
        self.failures += 1
        self.status = max(self.status, error.exit_status)
        self._say(error_line(error))
        self._advance()

    def _say(self, line: str) -> None:
        if self._bar is None:
            click.echo(line, err=True)
        else:
            self._bar.console.out(line, highlight=False)

    def _advance(self) -> None:
        if self._bar is None and time.monotonic() >= self._bar_from:
            self._bar = _bar(self._total)
            self._bar.start()
        if self._bar is not None:
            task = self._bar.task_ids[0]
            self._bar.update(task, completed=self._done, records=self.records, failed=self.failures)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        passed_over = self._passed_over()
        if self._summary and (self.records + self.failures > 1 or passed_over):
            read = f"{_number(self.records, 'record')} from {_number(self.pages, 'page')}"
            click.echo(", ".join([read, f"{self.failures} failed", *passed_over]), err=True)

    def _passed_over(self) -> list[str]:
        hosts, files = (self._tally.other_hosts, self._tally.other_xml) if self._tally else (0, 0)
        return [f"{hosts} of other hosts passed over"] * bool(hosts) + [
            f"{_number(files, 'other XML file')} passed over"
        ] * bool(files)


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _bar(total: int | None) -> "Progress":
    """Make a bar; rich is imported only here, as most runs need none."""
    from rich import progress  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415

    bar = progress.Progress(
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("pages, {task.fields[records]} records, {task.fields[failed]} failed"),
        progress.TimeElapsedColumn(),
        console=Console(stderr=True, emoji=False, markup=False),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task("", total=total, records=0, failed=0)
    return bar
