"""Small ways to draw from a `random.Random`: perhaps one, several, some of these.

All drawing code takes a ``Random`` and asks it for nothing but numbers, the simplest
outcome first: a source that only says 0 draws the plainest article there is.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

Draw = Callable[[Random], T]


def chance(random: Random, share: float = 0.5) -> bool:
    """Say yes in this share of the cases.

    >>> chance(Random(1), 0.0), chance(Random(1), 1.0)
    (False, True)
    """
    return random.random() >= 1 - share


def perhaps(random: Random, draw: Draw[T], share: float = 0.5) -> T | None:
    """Draw one in this share of the cases, else None."""
    return draw(random) if chance(random, share) else None


def several(random: Random, draw: Draw[T], most: int, *, least: int = 0) -> list[T]:
    """Draw so many, doubles and all."""
    return [draw(random) for _ in range(random.randint(least, most))]


def some(random: Random, values: Sequence[T], most: int) -> list[T]:
    """Take some of the values, each at most once, in any order."""
    return random.sample(values, random.randint(0, min(most, len(values))))
