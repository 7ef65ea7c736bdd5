"""Lengths of time, and counts: as a user writes them, and as a person reads them."""

import re
from typing import Final

import click

_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_AGE: Final = re.compile(rf"(\d{{1,6}})\s*([{''.join(_UNITS)}])", re.ASCII)
_STEPS: Final = (
    (86_400, "day", 3600, "hour"),
    (3600, "hour", 60, "minute"),
    (60, "minute", 1, "second"),
    (1, "second", 1, ""),
)
_FEW: Final = 10


def age(value: str) -> float:
    """Read an age: ``90m``, ``12h``, ``30d``, ``2w``.

    >>> age("12h"), age("30d")
    (43200.0, 2592000.0)
    """
    found = _AGE.fullmatch(value.strip())
    if found is None:
        raise click.BadParameter(f"{value!r} is no age; write it like 12h, 30d or 2w")
    return float(int(found[1]) * _UNITS[found[2]])


def words(seconds: float) -> str:
    """Say a length of time, no finer than a reader cares for.

    >>> words(0.2), words(59), words(61), words(1001), words(5400), words(11.6 * 86400)
    ('1 second', '59 seconds', '1 minute 1 second', '17 minutes', '1 hour 30 minutes', '12 days')
    """
    rest = max(1, round(seconds))
    unit, name, part, smaller = next(step for step in _STEPS if rest >= step[0])
    if rest >= _FEW * unit or unit == part:
        return counted(round(rest / unit), name)
    count, left = divmod(round(rest / part), unit // part)
    return f"{counted(count, name)} {counted(left, smaller)}" if left else counted(count, name)


def counted(number: int, name: str) -> str:
    """Say how many there are of something whose plural ends with an s."""
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"
