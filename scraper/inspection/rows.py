"""A record as rows to show: its values, each with the places that gave it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from scraper.printable import clean
from scraper.provenance.rules import JOINED

_LEFT_OUT: Final = frozenset({"schema_version", "warnings", "provenance"})


@frozen
class Row:
    """A value of the record, or a heading over the rows of its parts."""

    key: str
    path: str
    value: str | None = None
    fields: str = ""
    """The numbers of the places that gave it."""
    where: str | None = None
    """What to call its place."""
    rows: Sequence["Row"] = ()


class Rows:
    """Makes the rows of a record."""

    def __init__(self, numbers: Mapping[str, int], names: Mapping[str, str]) -> None:
        self._numbers = numbers
        self._names = names

    def of(self, record: Mapping[str, Any]) -> list[Row]:
        """Return a row for each field that has a value."""
        told = {key: value for key, value in record.items() if key not in _LEFT_OUT}
        return list(self._parts(told, ""))

    def _parts(self, values: Mapping[str, Any], path: str) -> Iterator[Row]:
        for key, value in values.items():
            if value is not None and not _is_empty(value):
                parts = f"{path}{JOINED[key]}[" if key in JOINED else ""
                yield self._row(key, f"{path}{key}", value, parts)

    def _row(self, key: str, path: str, value: Any, parts: str = "") -> Row:  # noqa: ANN401 - any value
        if isinstance(value, Mapping):
            return Row(key, path, rows=list(self._parts(value, f"{path}.")))
        if isinstance(value, Sequence) and not isinstance(value, str):
            if all(isinstance(part, int) for part in value):
                return Row(key, path, ", ".join(map(str, value)))
            rows = [self._row(str(at), f"{path}[{at}]", part) for at, part in enumerate(value)]
            return Row(key, path, rows=rows)
        said = value if isinstance(value, str) else str(value).lower()
        return Row(key, path, clean(said), self._fields(path, parts), self._names.get(path))

    def _fields(self, path: str, parts: str) -> str:
        """Return the number of a place; of a text that is joined, also those of its parts."""
        if path not in self._numbers:
            return ""
        numbers = self._numbers.items() if parts else ()
        found = [number for known, number in numbers if known.startswith(parts)]
        return " ".join(map(str, [self._numbers[path], *found]))


def empty(record: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the fields that the page shows to be empty, and those that it cannot tell."""
    names = [name for name in record if name not in _LEFT_OUT]
    return (
        [name for name in names if _is_empty(record[name])],
        [name for name in names if record[name] is None],
    )


def _is_empty(value: Any) -> bool:  # noqa: ANN401 - any value of a record
    return isinstance(value, Sequence) and not value
