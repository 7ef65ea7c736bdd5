"""How a crawl goes: a line that changes on a terminal, lines of a log elsewhere."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import inf
from typing import Any, Final

import click
import msgspec

from scraper.cli.durations import words
from scraper.cli.report import Report, error_line
from scraper.cli.visible import visible
from scraper.crawler.progress import Progress
from scraper.errors import CrawlError, ScraperError

_EVERY: Final = 30.0
"""Seconds between two lines of a log."""
_SAME: Final = timedelta(seconds=2)


def in_words(progress: Progress) -> str:
    """Say how far a crawl is, how fast it goes, and why it waits."""
    return "; ".join([_counts(progress), *pace_in_words(progress), *delay_in_words(progress)])


def in_brief(progress: Progress) -> str:
    """Say the same for a line that has little room: pace or delay."""
    rest = f"next request in {_rest(progress)}" if progress.next_at else ""
    return "; ".join([_counts(progress), *([rest] if rest else pace_in_words(progress))])


def _counts(progress: Progress) -> str:
    waiting, failed = f"{progress.waiting:,} waiting", f"{progress.failed:,} failed"
    return f"{progress.done:,} of {progress.total:,} done, {waiting}, {failed}"


def pace_in_words(progress: Progress) -> list[str]:
    """Say how fast it goes and how long it takes, as far as that is known."""
    rate, left = progress.rate, progress.seconds_left
    return [
        *([f"{rate:.2f} requests a second"] if rate else []),
        *([f"{words(left)} left"] if progress.waiting and left is not None else []),
    ]


def delay_in_words(progress: Progress) -> list[str]:
    """Say until when nothing is asked, and why; nothing where there is no delay."""
    if progress.next_at is None:
        return []
    at = progress.next_at.astimezone()
    is_soon = at - datetime.now(UTC) < timedelta(days=1)
    when = f"{at:%H:%M:%S}" if is_soon else f"{at:%Y-%m-%d %H:%M}"
    why = f": {visible(progress.reason)}" if progress.reason else ""
    return [f"next request in {_rest(progress)}, at {when}{why}"]


def _rest(progress: Progress) -> str:
    at = progress.next_at or datetime.now(UTC)
    return words((at - datetime.now(UTC)).total_seconds())


class Watch(Report):
    """Tells of a crawl's failures at once, and of its progress now and then."""

    def __init__(
        self,
        *,
        bar: bool,
        quiet: bool,
        as_json: bool = False,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare a watch.

        Args:
            bar: a line that changes may be shown, where standard error is a terminal.
            quiet: failures only.
            as_json: every line is a JSON object.
            now: the clock that spaces the lines of a log.
        """
        super().__init__(bar=None if bar and not as_json else False, quiet=quiet, total=None)
        self._quiet, self._as_json, self._now = quiet, as_json, now
        self._next = now() + _EVERY
        self._progress: Progress | None = None
        self._told_until: datetime | None = None

    def watch(self, progress: Progress) -> None:
        """Take note of how far the crawl is; called about once a second."""
        self._progress = progress
        is_new = self._is_new(progress.next_at)
        if self._has_bar:
            if is_new:
                self.say("; ".join(delay_in_words(progress)))
            self._show(in_brief(progress), progress.total - progress.waiting, progress.total)
        elif is_new or self._now() >= self._next:
            self._log("progress", in_words(progress), progress)

    def _is_new(self, until: datetime | None) -> bool:
        """Tell whether a delay has not been told of; its end is known to about a second."""
        if until is None or (self._told_until and until - self._told_until < _SAME):
            return False
        self._told_until = until
        return True

    def note(self, text: str) -> None:
        """Say something that is no failure."""
        self._log("note", text, {"message": text})

    @property
    def _has_bar(self) -> bool:
        return self._bar_from < inf

    def _advance(self) -> None:
        """Leave the bar to `watch`."""

    def tell(self, error: ScraperError) -> None:
        """Say an error without counting it."""
        if not self._as_json:
            self.say(error_line(error))
            return
        said = {name: getattr(error, name) for name in ("source", "pmid", "code", "message")}
        state = {"state": error.state} if isinstance(error, CrawlError) else {}
        self._write("error", said | state)

    def _log(self, event: str, text: str, facts: Any) -> None:  # noqa: ANN401 - to be JSON
        self._next = self._now() + _EVERY
        if self._quiet:
            return
        if self._as_json:
            self._write(event, msgspec.to_builtins(facts))
        else:
            at = "" if self._has_bar else f"[{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}] "
            self.say(f"{at}{text}")

    def _write(self, event: str, facts: dict[str, Any]) -> None:
        at = datetime.now(UTC).replace(microsecond=0)
        click.echo(msgspec.json.encode({"at": at, "event": event, **facts}).decode(), err=True)

    def _sum_up(self) -> None:
        if self._progress is not None:
            self._log("end", in_words(self._progress), self._progress)
