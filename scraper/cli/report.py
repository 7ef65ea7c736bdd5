"""What a run says on standard error: error lines, a bar where somebody looks on, a summary."""

import sys
import threading
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
    source = error.source or (error.pmid and f"PMID {error.pmid}")
    return ": ".join(visible(part) for part in (source, error.code, error.message) if part)


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
        self._one = threading.RLock()  # pages may be counted by the thread that waits for them
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
        self.tell(error)
        self._advance()

    def say(self, line: str) -> None:
        """Print a line, above the bar where there is one."""
        if self._bar is None:
            click.echo(line, err=True)
        else:
            self._bar.console.out(line, highlight=False)

    def note(self, text: str) -> None:
        """Say something that is no failure."""
        self.say(text)

    def tell(self, error: ScraperError) -> None:
        """Print an error's line without counting it."""
        self.say(error_line(error))

    def _advance(self) -> None:
        if self._bar is None and time.monotonic() < self._bar_from:
            return
        pages = f"{self._done}/{self._total or '?'} pages"
        text = f"{pages}, {self.records} records, {self.failures} failed"
        self._show(text, self._done, self._total)

    def _show(self, text: str, done: int, total: int | None) -> None:
        """Bring the bar up to date; make it where its time has come."""
        with self._one:
            if self._bar is None and time.monotonic() >= self._bar_from:
                self._bar = self._new_bar()
                self._bar.start()
            if self._bar is not None:
                task = self._bar.task_ids[0]
                self._bar.update(task, completed=done, total=total, description=text)

    def _new_bar(self) -> "Progress":
        """Make a bar; rich is imported only here, as most runs need none."""
        from rich import progress  # noqa: PLC0415
        from rich.console import Console  # noqa: PLC0415

        bar = progress.Progress(
            progress.BarColumn(bar_width=20),
            progress.TextColumn("{task.description}", markup=False),
            progress.TimeElapsedColumn(),
            console=Console(stderr=True, emoji=False, markup=False),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        bar.add_task("", total=None)
        return bar

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
            self._bar = None
        self._sum_up()

    def _sum_up(self) -> None:
        passed_over = self._passed_over()
        if self._summary and (self.records + self.failures > 1 or passed_over):
            read = f"{_number(self.records, 'record')} from {_number(self.pages, 'page')}"
            self.say(", ".join([read, f"{self.failures} failed", *passed_over]))

    def _passed_over(self) -> list[str]:
        hosts, files = (self._tally.other_hosts, self._tally.other_xml) if self._tally else (0, 0)
        return [f"{hosts} of other hosts passed over"] * bool(hosts) + [
            f"{_number(files, 'other XML file')} passed over"
        ] * bool(files)


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
