"""Which dots of a drawing get a label: those where it covers neither dot nor label."""

from collections.abc import Sequence
from typing import Final

from attrs import define, field

_MOST: Final = 60
_LETTER: Final = 6.0
"""A letter's width, at the style's size of letters."""
_HEIGHT: Final = 15.0
_MARGIN: Final = 12.0

_Dot = tuple[tuple[float, float], float]
"""Where it stands, and its radius."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@define
class Labels:
    """Takes labels in order of their weight."""

    dots: Sequence[_Dot]
    _taken: list[Box] = field(factory=list, init=False)

    @property
    def bounds(self) -> Box:
        """The box that holds all dots and labels, with a margin; without any, of no size."""
        boxes = [*map(_around, self.dots), *self._taken] or [(0.0, 0.0, 0.0, 0.0)]
        left, top, right, bottom = zip(*boxes, strict=True)
        return min(left) - _MARGIN, min(top) - _MARGIN, max(right) + _MARGIN, max(bottom) + _MARGIN

    def place(self, text: str, x: float, top: float) -> str | None:
        """Return the text if it can stand below a dot, else None."""
        half = len(text) * _LETTER / 2
        box = (x - half, top + 1, x + half, top + 1 + _HEIGHT)
        if len(self._taken) >= _MOST or any(_meet(box, other) for other in self._taken):
            return None
        if any(_meet(box, _around(dot)) for dot in self.dots):
            return None
        self._taken.append(box)
        return text


def _around(dot: _Dot) -> Box:
    (x, y), radius = dot
    return (x - radius, y - radius, x + radius, y + radius)


def _meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes overlap.

    >>> _meet((0, 0, 9, 9), (8, 8, 20, 20)), _meet((0, 0, 9, 9), (9, 0, 20, 9))
    (True, False)
    """
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
