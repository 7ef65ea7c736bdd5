"""The network as a page: an SVG that needs no script to be read, and one that helps to."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from scraper.graph.choice import choose
from scraper.graph.labels import Box, Labels
from scraper.graph.layout import Point, positions
from scraper.graph.network import Network
from scraper.graph.node import LINKED, Node
from scraper.graph.relations import group
from scraper.printable import cut, shown
from scraper.webpage import render

DRAWN: Final = 2000
"""The most articles that are drawn."""
LINES: Final = 10_000
"""The most edges that are drawn."""
LISTED: Final = 100
"""The most articles that the page lists below the drawing."""

_LABEL: Final = 34
_LONGEST: Final = 300
"""Letters of a label, and of a title."""
_SMALLEST, _LARGEST = 5.0, 18.0
_ARROW: Final = 4.0
_VIEW: Final = (760, 420)


@frozen
class Dot:
    """An article of the drawing."""

    node: Node
    x: float
    y: float
    radius: float
    links: int
    """How many edges of the whole network begin or end here."""
    label: str | None
    """A short title, where there is room for one."""

    @property
    def title(self) -> str:
        """The article's title, or what else names it."""
        return cut(self.node.label, _LONGEST)

    @property
    def words(self) -> str:
        """What pointing at it says."""
        about = ", ".join(str(part) for part in (self.node.journal, self.node.year) if part)
        retracted = "RETRACTED: " if self.node.retracted else ""
        return shown(f"{retracted}{self.title}" + (f" ({about})" if about else ""))


@frozen
class Line:
    """An edge of the drawing, which ends where its dots begin."""

    start: int
    end: int
    relation: str
    path: str

    @property
    def group(self) -> str:
        """What its colour stands for."""
        return group(self.relation)


def page(network: Network, name: str, most: int = DRAWN, most_lines: int = LINES) -> bytes:
    """Write the page as UTF-8.

    Args:
        network: the network.
        name: what to call it, such as the file's name.
        most: how many articles are drawn; of more, those that are best linked to each other.
        most_lines: how many edges are drawn; of more, those of the articles with most links.
    """
    choice = choose(network, most, most_lines)
    places = {node.id: place for place, node in enumerate(choice.nodes)}
    ends = [(places[start], places[end]) for start, end, _ in choice.edges]
    points = positions(len(places), ends)
    sizes = [_size(choice.links[node.id]) for node in choice.nodes]
    labels = Labels(list(zip(points, sizes, strict=True)))
    dots = [
        _dot(node, point, size, choice.links[node.id], labels)
        for node, point, size in zip(choice.nodes, points, sizes, strict=True)
    ]
    return render(
        "graph",
        name=name,
        network=network,
        records=sum(node.kind != LINKED for node in network.nodes.values()),
        relations=Counter(relation for _, _, relation in network.edges).most_common(),
        dots=dots,
        lines=[
            Line(start, end, relation, _path(dots[start], dots[end]))
            for (start, end), (_, _, relation) in zip(ends, choice.edges, strict=True)
        ],
        listed=dots[:LISTED],
        view=_view(labels.bounds),
    )


def _view(bounds: Box) -> Sequence[int]:
    """Return what is seen at first, as left, top, width, height; a few dots are not blown up."""
    left, top, right, bottom = map(round, bounds)
    wide, high = (
        max(0, least - size) // 2
        for least, size in zip(_VIEW, (right - left, bottom - top), strict=True)
    )
    return left - wide, top - high, right - left + 2 * wide, bottom - top + 2 * high


def _size(links: int) -> float:
    """Return the radius of a dot, whose area grows with its links.

    >>> _size(0), _size(4), _size(10_000)
    (5.0, 8.0, 18.0)
    """
    return min(_SMALLEST + 1.5 * math.sqrt(links), _LARGEST)


def _dot(node: Node, point: Point, radius: float, links: int, labels: Labels) -> Dot:
    """Make a dot; the most linked ones come first and get their labels, where there is room."""
    x, y = point
    label = labels.place(cut(shown(node.label), _LABEL), x, y + radius)
    return Dot(node, round(x, 1), round(y, 1), round(radius, 1), links, label)


def _path(a: Dot, b: Dot) -> str:
    """Draw a line from rim to rim, slightly bent, so that there and back are two."""
    length = math.dist((a.x, a.y), (b.x, b.y)) or 1.0
    dx, dy = (b.x - a.x) / length, (b.y - a.y) / length
    bend = 0.08 * length
    middle = ((a.x + b.x) / 2 - dy * bend, (a.y + b.y) / 2 + dx * bend)
    end = (b.x - dx * (b.radius + _ARROW), b.y - dy * (b.radius + _ARROW))
    start = (a.x + dx * a.radius, a.y + dy * a.radius)
    return (
        f"M{start[0]:.1f} {start[1]:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    )
