"""Charts: the right bars, and nothing but bars."""

import sys
from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from scraper.summary.charts import Chart, ranking, timeline
from tests.jsonl import HOSTILE


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(str(chart.svg))  # noqa: S314 - our own


def bars(chart: Chart) -> list[str | None]:
    svg = drawn(chart)
    return [title.text for title in svg.iterfind(".//g[@class='bar']/title")]


def heights(chart: Chart) -> list[float]:
    svg = drawn(chart)
    bars = [float(bar.get("height", "")) for bar in svg.iterfind(".//g[@class='bar']/rect")]
    return [height for height in bars if height]


def test_pygal_leaves_imports_alone() -> None:
    assert all(hasattr(finder, "find_spec") for finder in sys.meta_path)


def test_a_ranking_shows_the_most_frequent_first() -> None:
    chart = ranking("Letters", Counter("aaabbc"), top=2)
    assert (chart.rows, chart.more) == ([("a", 3), ("b", 2)], 1)
    assert bars(chart) == ["b: 2", "a: 3"]  # from the bottom up
    assert 'aria-label="Letters; the numbers stand below"' in chart.svg


def test_bars_are_as_long_as_their_numbers() -> None:
    first, second, third = heights(timeline("Years", Counter({2000: 50, 2001: 100, 2002: 25})))
    assert second == pytest.approx(2 * first)
    assert first == pytest.approx(2 * third)


def test_a_timeline_shows_years_without_any_too() -> None:
    chart = timeline("Years", Counter({2000: 1, 2002: 1000}))
    assert chart.rows == [("2000", 1), ("2001", 0), ("2002", 1000)]
    assert bars(chart) == ["2000: 1", "2001: 0", "2002: 1,000"]


@pytest.mark.parametrize("last", [2026, 9999, 10**18])
def test_many_years_are_taken_together(last: int) -> None:
    chart = timeline("Years", Counter({1: 1, last: 1}))
    assert len(chart.rows) <= 32
    assert sum(number for _, number in chart.rows) == 2


def test_nothing_to_show() -> None:
    for chart in (ranking("Nothing", Counter()), timeline("Nothing", Counter())):
        assert (list(chart.rows), chart.svg, chart.wide) == ([], "", "")


@pytest.mark.parametrize("label", HOSTILE)
def test_no_label_is_more_than_text(label: str) -> None:
    chart = ranking("x", Counter([label]))
    svg = drawn(chart)
    tags = {node.tag for node in svg.iter()}
    assert tags <= {"svg", "g", "path", "rect", "text", "title"}
    attributes = {name for node in svg.iter() for name in node.keys()}  # noqa: SIM118 - an element's
    assert not {name for name in attributes if name.startswith("on")} | (
        attributes & {"style", "id"}
    )
