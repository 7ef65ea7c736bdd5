"""Charts as inline SVG, drawn by pygal. The page's own style gives them their colours.

What pygal puts in for charts that stand alone (styles, a script with its whole
configuration, text for its tooltips) goes: a page of ours allows none of it. A chart has a
name instead, each bar a tooltip, and the page prints the same numbers as a table.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, Final
from xml.etree import ElementTree as ET

import pygal
from attrs import frozen
from markupsafe import Markup
from pygal.style import Style

from scraper.printable import cut, shown

# pygal leaves a finder of Python 2's kind behind, at which every later import would warn.
sys.meta_path[:] = [finder for finder in sys.meta_path if hasattr(finder, "find_spec")]

Count = tuple[str, int]
"""A label and how many there are."""

_NARROW: Final = 380
"""Pixels: what a phone shows without making the letters smaller."""
_WIDE: Final = 790
_BAR: Final = 25
_MARGIN: Final = 8
_TALL: Final = 220
_FONT: Final = 12
"""Pixels; pygal measures labels by it, the page's style sets it."""
_LABEL: Final = 26
"""Letters of a label."""
_LONGEST: Final = 200
"""Letters of the same in full."""
_YEAR: Final = 60
"""Pixels from one year's label to the next."""
_COLUMN: Final = 12
"""Pixels of the narrowest column."""
_FEW: Final = 12
"""Columns that there is room for at least."""
_ROOM: Final = 1.05
_DIGIT: Final = 0.04
"""How much longer than its longest bar a chart is: the number has to stand there."""
_STEPS: Final = (1, 2, 5)
_NOTHING: Final = Markup()
_EXTRAS: Final = frozenset(("defs", "title", "desc"))


@frozen
class Chart:
    """A chart and the numbers that it shows."""

    title: str
    rows: Sequence[Count]
    svg: Markup
    wide: Markup = _NOTHING
    """The same for a wide screen, where that is more than the other one larger."""
    more: int = 0
    """How many further labels there are that the chart leaves out."""


def ranking(title: str, counts: Counter[str], top: int = 12) -> Chart:
    """Draw the most frequent labels as horizontal bars, the first one uppermost."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    rows = [(cut(label, _LONGEST), number) for label, number in ranked]
    if not rows:
        return Chart(title, rows, _NOTHING)
    most = rows[0][1]
    chart = pygal.HorizontalBar(
        width=_NARROW,
        height=_MARGIN + _BAR * len(rows),
        range=(0, most * (_ROOM + _DIGIT * len(f"{most:,}"))),
        show_x_labels=False,
        print_values=True,
        **_settings(),
    )
    bars = rows[::-1]  # pygal draws from the bottom up
    svg = _svg(chart, title, bars, [cut(shown(label), _LABEL) for label, _ in bars])
    return Chart(title, rows, svg, more=len(counts) - len(rows))


def timeline(title: str, years: Counter[int]) -> Chart:
    """Draw how many there are a year as columns; many years are taken together."""
    if not years:
        return Chart(title, (), _NOTHING)
    rows, narrow = _columns(title, years, _NARROW)
    _, wide = _columns(title, years, _WIDE)
    return Chart(title, rows, narrow, wide)


def _columns(title: str, years: Counter[int], width: int) -> tuple[Sequence[Count], Markup]:
    rows = list(_bins(years, width // _COLUMN))
    every = -(-len(rows) * _YEAR // width)
    labels = [label.partition("–")[0] for label, _ in rows]
    beside = [("", 0)] * max(0, (_FEW - len(rows)) // 2)  # else a lone year is a wall
    chart = pygal.Bar(
        width=width,
        height=_TALL,
        show_minor_x_labels=False,
        x_labels_major=labels[::every],
        **_settings(),
    )
    blank = [""] * len(beside)
    return rows, _svg(chart, title, [*beside, *rows, *beside], [*blank, *labels, *blank])


def _bins(years: Counter[int], most: int) -> Iterator[Count]:
    """Count by steps of 1, 2, 5, 10, … years, so that there are at most so many.

    >>> list(_bins(Counter({1999: 1, 2001: 2}), 3))
    [('1999', 1), ('2000', 0), ('2001', 2)]
    >>> list(_bins(Counter({1999: 1, 2003: 2}), 3))
    [('1998–1999', 1), ('2000–2001', 0), ('2002–2003', 2)]
    """
    steps = (step * 10**power for power in count() for step in _STEPS)
    step = next(step for step in steps if max(years) // step - min(years) // step < most)
    binned: Counter[int] = Counter()
    for year, number in years.items():
        binned[year // step] += number
    for place in range(min(binned), max(binned) + 1):
        first = place * step
        yield (f"{first}–{first + step - 1}" if step > 1 else str(first)), binned[place]


def _settings() -> dict[str, Any]:
    """Return what all charts have in common."""
    return {
        "margin": 4,
        "spacing": 6,
        "js": [],
        "css": [],
        "no_prefix": True,
        "show_legend": False,
        "print_values_position": "top",
        "formatter": "{:,.0f}".format,
        "max_scale": 5,
        "truncate_label": -1,
        "style": Style(label_font_size=_FONT, major_label_font_size=_FONT),
    }


def _svg(chart: Any, title: str, rows: Sequence[Count], labels: Sequence[str]) -> Markup:  # noqa: ANN401 - pygal has no types
    """Return a chart without pygal's extras, with words for who cannot see it."""
    chart.x_labels = labels
    chart.add("", [number for _, number in rows])
    root = ET.fromstring(chart.render())  # noqa: S314 - pygal's own
    for node in root.iter():
        node.tag = _local(node)  # HTML knows SVG without its namespace
        for child in node[:]:
            if _local(child) in _EXTRAS or "tooltip-overlay" in child.get("class", ""):
                node.remove(child)
    for bar, (label, number) in zip(root.iterfind(".//g[@class='bar']"), rows, strict=True):
        if label:
            ET.SubElement(bar, "title").text = f"{shown(label)}: {number:,}"
    root.attrib |= {"role": "img", "aria-label": f"{title}; the numbers stand below"}
    del root.attrib["id"]
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - escaped by ElementTree


def _local(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]
