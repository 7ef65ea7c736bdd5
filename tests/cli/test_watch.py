"""What a crawl tells while it runs, line by line, with a clock of the test's own."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from scraper.cli.watch import Watch
from scraper.crawler.items import State
from scraper.crawler.progress import STATES, Progress, time_of
from scraper.errors import CrawlError, Limited

Capture = pytest.CaptureFixture[str]


class Clock:
    """Shows the time that it is set to."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def progress(done: int, delay: int = 0, reason: str | None = None) -> Progress:
    """Make the progress of a crawl of a hundred."""
    counts: dict[State, int] = dict.fromkeys(STATES, 0)
    counts |= {"done": done, "pending": 100 - done - 1, "gone": 1}
    at = datetime.now(UTC) + timedelta(seconds=delay) if delay else None
    return Progress(
        counts=counts, requests=done, rate=1.0, seconds_left=99 - done, next_at=at, reason=reason
    )


def lines(capture: Capture) -> list[str]:
    """Return the lines since the last call, without the time before them."""
    return [line.partition("] ")[2] for line in capture.readouterr().err.splitlines()]


def test_a_line_now_and_then(capsys: Capture) -> None:
    clock = Clock()
    with Watch(bar=True, quiet=False, now=clock) as watch:
        for second in range(70):
            clock.time = second
            watch.watch(progress(second))
        assert lines(capsys) == [
            "30 of 100 done, 69 waiting, 1 failed; 1.00 requests a second; 1 minute 9 seconds left",
            "60 of 100 done, 39 waiting, 1 failed; 1.00 requests a second; 39 seconds left",
        ]
    assert lines(capsys) == [
        "69 of 100 done, 30 waiting, 1 failed; 1.00 requests a second; 30 seconds left"
    ]


def test_a_delay_is_told_once_and_at_once(capsys: Capture) -> None:
    watch = Watch(bar=True, quiet=False, now=Clock())
    waiting = progress(9, 45, "the server answered 429")
    for told in (waiting, waiting, progress(9), progress(9)):
        watch.watch(told)
    (line,) = lines(capsys)
    assert "next request in 45 seconds, at " in line
    assert line.endswith(": the server answered 429")
    watch.watch(progress(9, 90_000))
    assert "next request in 1 day 1 hour, at 2" in lines(capsys)[0]


def test_quiet_leaves_the_failures(capsys: Capture) -> None:
    clock = Clock()
    with Watch(bar=True, quiet=True, now=clock) as watch:
        clock.time = 99
        watch.watch(progress(9, 45))
        watch.note("a note")
        watch.failure(CrawlError("no such article", pmid="12", code="not_found", state="gone"))
    assert capsys.readouterr().err == "PMID 12: not_found: no such article\n"


def test_nothing_was_begun(capsys: Capture) -> None:
    with Watch(bar=True, quiet=False):
        pass
    assert capsys.readouterr().err == ""


def test_every_line_is_json(capsys: Capture) -> None:
    with Watch(bar=True, quiet=False, as_json=True, now=Clock()) as watch:
        watch.watch(progress(9, 45, "why"))
        watch.note("a note")
        watch.failure(CrawlError("no such article", pmid="12", code="not_found", state="gone"))
        watch.tell(Limited("enough"))
    delay, note, failure, limited, end = map(json.loads, capsys.readouterr().err.splitlines())
    assert {line.pop("at")[:2] for line in (delay, note, failure, limited, end)} == {"20"}
    assert (delay["event"], delay["counts"]["done"], delay["reason"]) == ("progress", 9, "why")
    assert note == {"event": "note", "message": "a note"}
    error = {"source": None, "pmid": "12", "code": "not_found", "message": "no such article"}
    assert failure == {"event": "error", **error, "state": "gone"}
    assert (limited["code"], limited.get("state")) == ("limited", None)
    assert end["event"] == "end"


def test_a_time_beyond_the_calendar() -> None:
    assert time_of(1e30).year == 9999
