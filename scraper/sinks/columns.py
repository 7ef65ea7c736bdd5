"""The Arrow schema of all kinds of record, made of the model by walking its types.

One column a top-level name, in the model's order. Every column and every part of one is
nullable, as a record may be cut to some fields. Where a name means another type in
another kind of record (an article's ``page`` is a struct, a listing's a number), that
one is a column of its own: ``listing_page``, ``listing_item_authors``.
"""

import typing
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

import attrs
import pyarrow as pa
from attrs import frozen
from msgspec import UnsetType

from scraper import model
from scraper.sinks.numbers import fitting

_KINDS: Final[Mapping[str, type]] = MappingProxyType(
    {"article": model.Article, "listing": model.Listing, "listing_item": model.ItemRecord}
)
_PLAIN: Final = {str: pa.string(), int: pa.int64(), bool: pa.bool_()}
_NOTHING: Final = frozenset({type(None), UnsetType})


def arrow_type(hint: Any) -> pa.DataType:  # noqa: ANN401 - any type of a field
    """Return the Arrow type of a field's type."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if attrs.has(hint):
        return pa.struct(list(_fields(hint)))
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return pa.list_(arrow_type(arguments[0]))
    if origin is Literal:
        return arrow_type(type(arguments[0]))
    (inner,) = set(arguments) - _NOTHING
    return arrow_type(inner)


def _fields(kind: type) -> Iterator[tuple[str, pa.DataType]]:
    hints = typing.get_type_hints(kind)
    for field in attrs.fields(kind):
        yield field.name, arrow_type(hints[field.name])


class Columns:
    """The columns of a table of records, and the place of each value in them."""

    def __init__(self, fields: Collection[str] | None = None) -> None:
        """Take the top-level names that records have; None for all."""
        types: dict[str, pa.DataType] = {}
        self._moved: list[_Moved] = []
        for prefix, kind in _KINDS.items():
            for name, type_ in _fields(kind):
                if fields is not None and name not in fields:
                    continue
                if types.setdefault(name, type_) != type_:
                    moved = _Moved(prefix, name, _core(type_))
                    types[moved.column] = type_
                    self._moved.append(moved)
        metadata = {"pubmed_scraper.schema_version": model.SCHEMA_VERSION}
        self.schema: Final = pa.schema(list(types.items()), metadata)

    def batch(self, records: list[dict[str, Any]]) -> pa.RecordBatch:
        """Make a batch of records; the keys of values that have a column of their own change."""
        for record in records:
            for moved in self._moved:
                if moved.is_in(record):
                    record[moved.column] = record.pop(moved.name)
        type_ = pa.struct(list(self.schema))
        try:
            rows = pa.array(records, type_)
        except (OverflowError, pa.ArrowInvalid):
            rows = pa.array(fitting(records), type_)
        return pa.RecordBatch.from_struct_array(rows).replace_schema_metadata(self.schema.metadata)


@frozen
class _Moved:
    """A name that means another type in one kind of record."""

    kind: str
    name: str
    core: type

    @property
    def column(self) -> str:
        return f"{self.kind}_{self.name}"

    def is_in(self, record: dict[str, Any]) -> bool:
        """Tell by the record's kind, or by the value where --fields has left the kind out."""
        if "kind" in record:
            return record["kind"] == self.kind and self.name in record
        return _core_of(record.get(self.name)) is self.core


def _core(type_: pa.DataType) -> type:
    """Return Python's type of a value, or of what the list that it is holds."""
    while pa.types.is_list(type_):
        type_ = type_.value_type
    return next((plain for plain, arrow in _PLAIN.items() if arrow == type_), dict)


def _core_of(value: object) -> type:
    while isinstance(value, list):
        value = value[0] if value else None
    return type(value)
