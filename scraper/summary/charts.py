"""Charts as inline SVG, drawn by pygal. The page's own style gives them their colours.

What pygal puts in for charts that stand alone (styles, a script with its whole
configuration, text for its tooltips) goes: a page of ours allows none of it. A chart has a
title and a description instead, each bar its own tooltip, and the page prints the same
numbers as a table.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any, Final
from xml.etree import ElementTree as ET

import pygal
from attrs import frozen
from markupsafe import Markup
from pygal.style import Style

from scraper.webpage import clean

Count = tuple[str, int]
"""A label and how many there are."""

_WIDTH: Final = 380
_BAR: Final = 25
_MARGIN: Final = 8
_TALL: Final = 240
_LABELS: Final = 6
_LABEL: Final = 26
_ROOM: Final = 1.12
"""How much longer than its longest bar a chart is: the number has to stand there."""
_FONT: Final = 12
"""Pixels; pygal measures labels by it, the page's style sets it."""
_STEPS: Final = (1, 2, 5)
_EXTRAS: Final = frozenset(("defs", "title", "desc"))


@frozen
class Chart:
    """A chart and the numbers that it shows."""

    title: str
    svg: Markup
    rows: Sequence[Count]
    more: int = 0
    """How many further labels there are that the chart leaves out."""


def ranking(title: str, counts: Counter[str], top: int = 12) -> Chart:
    """Draw the most frequent labels as horizontal bars, the first one uppermost."""
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    bars = rows[::-1]  # pygal draws from the bottom up
    height = _MARGIN + _BAR * len(rows)
    settings = _settings() | {"height": height, "show_x_labels": False, "print_values": True, "range": (0, _ROOM * max((number for _, number in rows), default=1))}
    return Chart(title, _svg(pygal.HorizontalBar(**settings), title, bars), rows, len(counts) - len(rows))


def timeline(title: str, years: Counter[int], most: int = 32) -> Chart:
    """Draw how many there are a year as columns; many years are taken together."""
    rows = list(_bins(years, most))
    settings = _settings() | {
        "height": _TALL,
        "show_minor_x_labels": False,
        "x_labels_major_every": max(1, -(-len(rows) // _LABELS)),
    }
    return Chart(title, _svg(pygal.Bar(**settings), title, rows), rows)


def _bins(years: Counter[int], most: int) -> Iterable[Count]:
    """Count by steps of 1, 2, 5, 10, … years, so that there are at most so many.

    >>> list(_bins(Counter({1999: 1, 2001: 2}), 3)), list(_bins(Counter({1999: 1, 2003: 2}), 3))
    ([('1999', 1), ('2000', 0), ('2001', 2)], [('1998–1999', 1), ('2000–2001', 0), ('2002–2003', 2)])
    """
    if not years:
        return
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
        "width": _WIDTH,
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


def _svg(chart: Any, title: str, rows: Sequence[Count]) -> Markup:  # noqa: ANN401 - pygal has no types
    """Return a chart without pygal's extras, with words for who cannot see it."""
    if not rows:
        return Markup()
    chart.x_labels = [_label(label) for label, _ in rows]
    chart.add("", [number for _, number in rows])
    root = ET.fromstring(chart.render())  # noqa: S314 - pygal's own
    for node in root.iter():
        node.tag = node.tag.partition("}")[2]  # HTML knows SVG without its namespace
        for child in node[:]:
            if child.tag.partition("}")[2] in _EXTRAS or "tooltip-overlay" in child.get("class", ""):
                node.remove(child)
    for bar, (label, number) in zip(root.iterfind(".//g[@class='bar']"), rows, strict=True):
        ET.SubElement(bar, "title").text = f"{clean(label)}: {number:,}"
    root.attrib |= {"role": "img", "aria-label": f"{title}; the numbers stand below"}
    del root.attrib["id"]
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - escaped by ElementTree


def _label(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 1].rstrip()}…"
