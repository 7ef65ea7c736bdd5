"""Retry-After: any text is a wait that it asks for, or none; nothing is guessed."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.retry_after import retry_after

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("values", "wait"),
    [
        ([], None),
        (["0"], 0),
        ([" 120\t"], 120),
        (["007"], 7),
        (["120", "60"], 120),
        (["Fri, 15 Jan 2027 08:00:10 GMT"], 10),
        (["Fri, 15 Jan 2027 08:00:10 UTC"], 10),
        (["Fri, 15 Jan 2027 08:00:10 +0000"], 10),
        (["Fri, 15 Jan 2027 03:00:10 -0500"], 10),
        (["Fri, 15 Jan 2027 08:00:10"], 10),
        (["Friday, 15-Jan-27 08:00:10 GMT"], 10),
        (["Fri Jan 15 08:00:10 2027"], 10),
        (["Fri Jan  1 08:00:10 2027"], None),
        (["Fri, 15 Jan 2027 07:59:59 GMT"], None),
        (["Fri, 15 Jan 2027 08:00:10 EST"], None),
        (["Fri, 15 Jan 2027 08:00:10 -9999"], None),
        (["Fri, 15 Jan 2027"], None),
        (["Fri, 32 Jan 2027 08:00:10 GMT"], None),
        (["Fri, 15 Foo 2027 08:00:10 GMT"], None),
        (["Fri, 15 Jan 0000 08:00:10 GMT"], None),
        (["2027-01-15T08:00:10Z"], None),
        (["1" * 19], None),
        (["1.5", "+1", "-1", "1s", "1,2", "\u0661", "\uff11", "\xb2", "", "soon"], None),
        (["1\n2"], None),
        (["5\n"], None),
    ],
)
def test_values(values: list[str], wait: float | None) -> None:
    assert retry_after(values, NOW) == wait


@given(st.lists(st.text(max_size=40)), st.floats(0, 1e11))
def test_any_text_is_a_wait_or_none(values: list[str], now: float) -> None:
    wait = retry_after(values, now)
    assert wait is None or wait >= 0
    if wait is not None:
        assert any(
            re.fullmatch(r"[ \t]*[0-9]+[ \t]*|.*\d\d:\d\d:\d\d.*", value) for value in values
        )


PARTS = ("Fri, ", "Friday, ", "Fri ", "15", "31", " Jan ", "-Feb-", " 2027 ", "99", "9999 ")
TIMES = ("08:00:10", "24:00:00", " GMT", " +9999", " -2359", " 0000", "\t", "-")


@given(st.lists(st.sampled_from(PARTS + TIMES), max_size=9).map("".join), st.floats(0, 1e11))
def test_what_is_nearly_a_date_never_raises(value: str, now: float) -> None:
    wait = retry_after([value], now)
    assert wait is None or wait > 0 or value.strip().isdigit()


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(9999, 1, 1)),  # noqa: DTZ001 - made aware below
    st.integers(-86_400, 10**7),
)
def test_every_http_date_is_read(when: datetime, later: int) -> None:
    at = when.replace(tzinfo=UTC, microsecond=0)
    now = (at - timedelta(seconds=later)).timestamp()
    wait = retry_after([format_datetime(at, usegmt=True)], now)
    assert wait == (later if later > 0 else None)
