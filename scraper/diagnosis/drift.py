"""Two diagnoses held against each other: which field is read less often than it was?"""

from collections.abc import Iterator
from typing import NamedTuple

from scraper.diagnosis.counts import Diagnosis, LayoutCount


class Limits(NamedTuple):
    """What counts as drift."""

    points: float = 5.0
    """By how many percentage points a share may change for the worse."""
    least: int = 20
    """How many records of a layout there must be on both sides."""


class Drift(NamedTuple):
    """One thing that has become worse; shares are percentages."""

    place: str
    """A layout, or ``pages`` for what concerns all."""
    what: str
    before: float | None
    """None for what was not there at all."""
    now: float


def drift(before: Diagnosis, now: Diagnosis, limits: Limits) -> Iterator[Drift]:
    """Yield what has become worse: pages that fail, fields, unread text, unknown sections."""
    if min(_all(before), _all(now)) >= limits.least:
        failed = Drift("pages", "without a record", _failed(before), _failed(now))
        if _rises(failed, limits):
            yield failed
    for name, layout in before.layouts.items():
        other = now.layouts.get(name)
        if other is not None and min(layout.records, other.records) >= limits.least:
            yield from _fields(name, layout, other, limits)
    for name, layout in now.layouts.items():
        yield from _sections(name, before.layouts.get(name), layout)


def too_few(before: Diagnosis, now: Diagnosis, limits: Limits) -> list[str]:
    """Return the layouts of the baseline that have too few records on a side to be compared."""
    return [
        name
        for name, layout in before.layouts.items()
        if layout.records < limits.least
        or name not in now.layouts
        or now.layouts[name].records < limits.least
    ]


def _fields(name: str, before: LayoutCount, now: LayoutCount, limits: Limits) -> Iterator[Drift]:
    for field, count in before.fields.items():
        found = now.fields.get(field, 0)
        was, is_ = share(count, before.records), share(found, now.records)
        gone = not found and was * now.records / 100 >= limits.least  # rare, but as many expected
        if was - is_ > limits.points or gone:
            yield Drift(name, field, was, is_)
    was, is_ = share(before.unread, before.characters), share(now.unread, now.characters)
    text = Drift(name, "unread text", was, is_)
    if before.characters and _rises(text, limits):
        yield text


def _sections(name: str, before: LayoutCount | None, now: LayoutCount) -> Iterator[Drift]:
    known = {(s.heading, s.id) for s in before.unknown_sections} if before else set()
    for section in now.unknown_sections:
        if (section.heading, section.id) not in known:
            what = f"unknown section {section.heading!r}"
            yield Drift(name, what, None, share(section.records, now.records))


def _rises(found: Drift, limits: Limits) -> bool:
    return found.before is not None and found.now - found.before > limits.points


def _all(diagnosis: Diagnosis) -> int:
    return diagnosis.records + sum(failures.count for failures in diagnosis.errors.values())


def _failed(diagnosis: Diagnosis) -> float:
    return share(_all(diagnosis) - diagnosis.records, _all(diagnosis))


def share(part: int, whole: int) -> float:
    """Return a part in percent; 0 of nothing.

    >>> share(1, 8), share(0, 0)
    (12.5, 0.0)
    """
    return 100 * part / whole if whole else 0.0
