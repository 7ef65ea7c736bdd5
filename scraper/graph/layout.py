"""Where the articles of a drawing stand. igraph lays out each connected part, in C."""

import math
import random
from collections.abc import Sequence
from typing import Any, Final

import igraph
from attrs import frozen

_SPREAD: Final = 80.0
"""How far apart linked articles are to be, in the drawing's units."""
_ROOM: Final = 50.0
"""How far apart nodes are to be on average."""
_GAP: Final = 40.0
_EDGE: Final = 18.0
_FEW: Final = 400
_ROUNDS: Final = 200
_SHAPE: Final = 1.8
"""The drawing's width over its height."""

Point = tuple[float, float]


@frozen
class _Part:
    """A connected part: its nodes, and where they stand within its own corner."""

    members: Sequence[int]
    points: Sequence[Point]
    width: float
    height: float


def positions(count: int, edges: Sequence[tuple[int, int]]) -> list[Point]:
    """Place nodes 0 to ``count`` - 1; the same graph comes out the same every time."""
    whole = igraph.Graph(count, edges).simplify()
    igraph.set_random_number_generator(random.Random(0))  # noqa: S311 - no secret
    try:
        parts = [_part(whole, members) for members in whole.connected_components()]
    finally:
        igraph.set_random_number_generator(random)
    return _packed(count, sorted(parts, key=lambda part: -part.height))


def _part(whole: Any, members: Sequence[int]) -> _Part:  # noqa: ANN401 - igraph has no types
    points = _points(whole.induced_subgraph(members))
    left, top, right, bottom = _bounds(points)
    moved = [(x - left + _EDGE, y - top + _EDGE) for x, y in points]
    return _Part(members, moved, right - left + 2 * _EDGE, bottom - top + 2 * _EDGE)


def _points(part: Any) -> Sequence[Point]:  # noqa: ANN401 - igraph has no types
    """Lay out one part: evenly by Kamada and Kawai, of many nodes by Fruchterman and Reingold."""
    if part.vcount() <= _FEW:
        layout = part.layout_kamada_kawai()
    else:
        layout = part.layout_fruchterman_reingold(niter=_ROUNDS, grid=False)
    size = max(_by_edges(part, layout), _by_room(layout))
    return [(x * size, y * size) for x, y in layout]


def _by_edges(part: Any, layout: Sequence[Point]) -> float:  # noqa: ANN401 - igraph has no types
    """Return the scale that gives the median edge its length."""
    lengths = sorted(math.dist(layout[a], layout[b]) for a, b in part.get_edgelist())
    return _SPREAD / (lengths[len(lengths) // 2] or 1.0) if lengths else 1.0


def _by_room(layout: Sequence[Point]) -> float:
    """Return the scale that gives each node its room."""
    left, top, right, bottom = _bounds(layout)
    return _ROOM * math.sqrt(len(layout)) / (max(right - left, bottom - top) or math.inf)


def _bounds(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _packed(count: int, parts: Sequence[_Part]) -> list[Point]:
    """Set the parts side by side in rows, the tallest first."""
    room = sum((part.width + _GAP) * (part.height + _GAP) for part in parts)
    limit = max(math.sqrt(room * _SHAPE), *(part.width for part in parts), 0.0)
    placed: list[Point] = [(0.0, 0.0)] * count
    x = y = row = 0.0
    for part in parts:
        if x and x + part.width > limit:
            x, y, row = 0.0, y + row + _GAP, 0.0
        for member, point in zip(part.members, part.points, strict=True):
            placed[member] = (x + point[0], y + point[1])
        x, row = x + part.width + _GAP, max(row, part.height)
    return placed
