"""The network as a page: an SVG that needs no script to be read, and one that helps to."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from scraper.graph.labels import Labels
from scraper.graph.layout import Point, positions
from scraper.graph.network import Edge, Network
from scraper.graph.node import LINKED, Node
from scraper.graph.relations import group
from scraper.printable import clean
from scraper.webpage import render

DRAWN: Final = 2000
"""The most articles that are drawn."""
LISTED: Final = 100
"""The most articles that the page lists below the drawing."""

_LABEL: Final = 34
_SMALLEST, _LARGEST = 5.0, 18.0
_ARROW: Final = 4.0


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
    def words(self) -> str:
        """What pointing at it says."""
        about = ", ".join(str(part) for part in (self.node.journal, self.node.year) if part)
        retracted = "RETRACTED: " if self.node.retracted else ""
        return clean(f"{retracted}{self.node.label}" + (f" ({about})" if about else ""))


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


def page(network: Network, name: str, most: int = DRAWN) -> bytes:
    """Write the page as UTF-8.

    Args:
        network: the network.
        name: what to call it, such as the file's name.
        most: how many articles are drawn; of more, those with the most links.
    """
    links = Counter[str]()
    for start, end, _ in network.edges:
        links[start] += 1
        links[end] += 1
    ranked = sorted(network.nodes.values(), key=lambda node: -links[node.id])
    drawn = ranked[:most]
    places = {node.id: place for place, node in enumerate(drawn)}
    edges = [edge for edge in network.edges if edge[0] in places and edge[1] in places]
    points = positions(len(drawn), [(places[a], places[b]) for a, b, _ in edges])
    sizes = [min(_SMALLEST + 1.5 * math.sqrt(links[node.id]), _LARGEST) for node in drawn]
    labels = Labels(list(zip(points, sizes, strict=True)))
    dots = [
        _dot(*about, links[about[0].id], labels) for about in zip(drawn, points, sizes, strict=True)
    ]
    left, top, right, bottom = map(round, labels.bounds)
    return render(
        "graph",
        name=name,
        network=network,
        records=sum(node.kind != LINKED for node in network.nodes.values()),
        relations=Counter(relation for _, _, relation in network.edges).most_common(),
        group=group,
        dots=dots,
        lines=list(_lines(edges, places, dots)),
        listed=dots[:LISTED],
        view=(left, top, right - left, bottom - top),
    )


def _dot(node: Node, point: Point, radius: float, links: int, labels: Labels) -> Dot:
    """Make a dot; the most linked ones come first and get their labels, where there is room."""
    x, y = point
    label = labels.place(_short(node.label), x, y + radius)
    return Dot(node, round(x, 1), round(y, 1), round(radius, 1), links, label)


def _lines(edges: Sequence[Edge], places: Mapping[str, int], dots: Sequence[Dot]) -> Iterator[Line]:
    for start, end, relation in edges:
        a, b = places[start], places[end]
        yield Line(a, b, relation, _path(dots[a], dots[b]))


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


def _short(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 1].rstrip()}…"
