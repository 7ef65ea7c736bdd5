"""A diagnosis as plain text for a person: a table of fields by layouts, and what is odd."""

from collections.abc import Iterator, Sequence

from scraper.cli.durations import counted
from scraper.cli.visible import visible
from scraper.diagnosis import Diagnosis
from scraper.diagnosis.counts import LayoutCount
from scraper.diagnosis.drift import share

_LEAST = 6
"""Width of a column: ``100.0`` and a space."""

Column = tuple[str, LayoutCount]


def lines(diagnosis: Diagnosis, width: int) -> Iterator[str]:
    """Write a diagnosis in lines of ``width`` characters, where names are not longer."""
    failed = sum(failures.count for failures in diagnosis.errors.values())
    yield (
        f"{counted(diagnosis.pages, 'page')}, {counted(diagnosis.records, 'record')}, "
        f"{failed:,} failed"
    )
    for code, failures in sorted(diagnosis.errors.items()):
        yield f"  {visible(code)}: {failures.count:,}{_such_as(failures.example)}"
    for columns in _tables(diagnosis, width):
        yield ""
        yield from _table(columns)
    for name, layout in diagnosis.layouts.items():
        yield from _oddities(name, layout)


def _tables(diagnosis: Diagnosis, width: int) -> Iterator[Sequence[Column]]:
    """Put layouts with the same fields beside each other, as many as there is room for."""
    rest = list(diagnosis.layouts.items())
    while rest:
        paths, together = list(rest[0][1].fields), [rest.pop(0)]
        for column in list(rest):
            if list(column[1].fields) == paths and _wide([*together, column]) <= width:
                together.append(column)
                rest.remove(column)
        yield together


def _wide(columns: Sequence[Column]) -> int:
    return _first(columns) + sum(map(_column_width, columns))


def _first(columns: Sequence[Column]) -> int:
    return max(map(len, (*columns[0][1].fields, "% of records with a value")))


def _column_width(column: Column) -> int:
    return max(_LEAST, len(column[0])) + 1


def _table(columns: Sequence[Column]) -> Iterator[str]:
    yield _row("% of records with a value", [name for name, _ in columns], columns)
    yield _row("(records)", [f"{layout.records:,}" for _, layout in columns], columns)
    for path in columns[0][1].fields:
        cells = [_cell(layout.fields[path], layout.records) for _, layout in columns]
        yield _row(path, cells, columns)
    unread = [_cell(layout.unread, layout.characters) for _, layout in columns]
    yield _row("(unread text)", unread, columns)


def _row(name: str, cells: Sequence[str], columns: Sequence[Column]) -> str:
    aligned = (
        cell.rjust(_column_width(column)) for cell, column in zip(cells, columns, strict=True)
    )
    return name.ljust(_first(columns)) + "".join(aligned)


def _cell(part: int, whole: int) -> str:
    return f"{share(part, whole):.1f}" if part else "-"


def _oddities(name: str, layout: LayoutCount) -> Iterator[str]:
    if layout.warnings:
        yield from ("", f"{name}: warnings")
    for code, number in sorted(layout.warnings.items()):
        yield f"  {visible(code)}: {counted(number, 'record')}"
    if layout.unknown_sections:
        yield from ("", f"{name}: sections that no reader knows")
    for section in sorted(layout.unknown_sections, key=lambda section: -section.records):
        named = f" (id {visible(section.id)})" if section.id else ""
        count = counted(section.records, "record")
        yield f"  {visible(section.heading)}{named}: {count}{_such_as(section.example)}"


def _such_as(example: str | None) -> str:
    return f", such as {visible(example)}" if example else ""
