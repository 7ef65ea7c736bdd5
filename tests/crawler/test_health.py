"""How the host is, and what a fault means for its PMID."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.fault import weigh
from scraper.crawler.health import BREAK_AFTER, LONGEST, MAX_BLOCKS, STOP_AFTER, Health
from scraper.crawler.items import Item, State
from scraper.crawler.options import Options
from scraper.crawler.outcome import Kind, Outcome
from scraper.errors import Limited
from tests.crawler.clock import FakeClock
from tests.crawler.crawling import longest

OPTIONS = Options(contact="tester@example.org", retries=4)


def healthy(clock: FakeClock | None = None) -> Health:
    return Health(clock or FakeClock(), 60, longest)


def test_limits_double_and_are_forgotten() -> None:
    health = healthy()
    waits = []
    for _ in range(4):
        health.limited(None, "429")
        waits.append(health.rest)
    health.answered_well()
    assert health.rest == 0
    health.limited(None, "429")
    assert [*waits, health.rest] == [60, 120, 240, 480, 60]


@given(st.integers(0, 10_000))
def test_no_wait_of_our_own_is_longer_than_a_run_sits_out(times: int) -> None:
    assert 60 <= healthy().own_wait(times) <= LONGEST


def test_a_wait_is_never_shortened() -> None:
    health = healthy()
    health.limited(500, "asked")
    health.limited(5, "asked again")
    health.blocked("blocked")
    assert health.rest == 500
    assert health.reason == "asked"


def test_the_breaker_opens_and_the_run_stops() -> None:
    health = healthy()
    rests = []
    for _ in range(STOP_AFTER - 1):
        health.failed("reset")
        rests.append(health.rest)
    assert rests[: BREAK_AFTER - 1] == [0] * (BREAK_AFTER - 1)
    assert rests[BREAK_AFTER - 1 :] == [60, 120, 240, 480, 960, 1920, 3600]
    assert health.is_broken
    with pytest.raises(Limited, match=r"12 requests in a row gave no page \(the last: reset\)"):
        health.failed("reset")


def test_blocks_in_a_row_stop_the_run() -> None:
    health = healthy()
    for _ in range(MAX_BLOCKS - 1):
        health.blocked("captcha")
    health.answered_well()
    for _ in range(MAX_BLOCKS - 1):
        health.blocked("captcha")
    with pytest.raises(Limited, match=r"blocked 5 times in a row \(captcha\)"):
        health.blocked("captcha")


def test_a_wait_too_long_for_a_run_stops_it() -> None:
    clock = FakeClock()
    health = healthy(clock)
    health.limited(LONGEST + 1, "429")
    with pytest.raises(Limited, match=r"left alone for 3,601 more seconds \(429\)"):
        health.wait()
    clock.time += 1
    health.wait()
    assert clock.waits == [LONGEST]
    assert health.rest == 0


def item(**values: object) -> Item:
    usual = dict.fromkeys((field.name for field in attrs.fields(Item)), None)
    return Item(**(usual | {"pmid": "5", "state": "pending", "attempts": 0} | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "is_own", "is_broken", "attempts"),
    [
        ("failed", False, False, 1),
        ("failed", False, True, 1),
        ("down", False, False, 1),
        ("down", False, True, 0),
        ("down", True, True, 1),
        ("blocked", False, False, 1),
        ("blocked", False, True, 0),
        ("limited", False, False, 0),
        ("limited", True, False, 1),
        ("missing", False, True, 1),
    ],
)
def test_whose_fault_it_is(kind: Kind, is_own: bool, is_broken: bool, attempts: int) -> None:  # noqa: FBT001
    health = healthy()
    health.failures, health.good = BREAK_AFTER * is_broken, 7
    before = item(code="x", good_at=3 if is_own else 7)
    fault = weigh(before, Outcome(kind=kind, code="x"), health, OPTIONS)
    assert fault.attempts == attempts
    assert fault.state is None
    assert fault.good_at == before.good_at


def test_another_fault_counts_anew() -> None:
    health = healthy()
    health.good = 7
    fault = weigh(item(code="x", good_at=3), Outcome(kind="missing", code="y"), health, OPTIONS)
    assert (fault.good_at, fault.state) == (7, None)


@pytest.mark.parametrize(
    ("kind", "says_so", "state"),
    [
        ("failed", False, "failed"),
        ("down", False, "failed"),
        ("blocked", False, "blocked"),
        ("missing", False, "failed"),
        ("missing", True, "gone"),
    ],
)
def test_the_last_try(kind: Kind, says_so: bool, state: State) -> None:  # noqa: FBT001
    outcome = Outcome(kind=kind, code="x", says_so=says_so)
    assert weigh(item(attempts=3), outcome, healthy(), OPTIONS).state is None
    assert weigh(item(attempts=4), outcome, healthy(), OPTIONS).state == state


def test_waits() -> None:
    failed, missing = Outcome(kind="failed", code="x"), Outcome(kind="missing", code="x")
    assert weigh(item(attempts=2), failed, healthy(), OPTIONS).wait == 240
    assert weigh(item(attempts=2), missing, healthy(), OPTIONS).wait == 60
    patient = Options(contact="tester@example.org", backoff=10_000)
    assert weigh(item(), missing, healthy(), patient).wait == LONGEST
