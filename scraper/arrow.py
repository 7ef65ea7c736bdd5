"""Pages in Arrow batches to records in Arrow batches: for Spark's ``mapInArrow``, for Ray.

Columns ``id`` (of any type, handed on) and ``page`` (binary or string) become ``id``,
``status`` (``ok`` or ``error``), ``pmid``, ``record`` (one line of JSON) and ``error`` (an
error object, one line of JSON too): a row for each record, in order, or for each failure.

pyarrow comes with ``pip install 'pubmed-scraper[arrow]'``.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from itertools import islice
from typing import Any, Final, TypedDict, Unpack

import attrs
import msgspec
import pyarrow as pa

from scraper import batch, encode
from scraper.errors import BatchError, ScraperError, Unreadable
from scraper.sources import RawPage
from scraper.workers import Limits, Workers

SPARK_SCHEMA: Final = "id string, status string, pmid string, record string, error string"
"""What ``mapInArrow`` is told, where ids are strings."""

_ROWS: Final = 1000
"""The most rows of a batch that comes out: one page can hold many thousand records."""
_END: Final = "\0"
"""Parts the number of a page in its batch from its id; no id holds it."""

Run = Callable[[Iterable[RawPage | ScraperError], batch.Work], Iterator[bytes | ScraperError]]


class Options(TypedDict, total=False):
    """How pages are converted."""

    fields: Collection[str] | None
    """Top-level keys that records keep; None keeps all."""
    items: bool
    """Give a record for each entry of a listing in place of the listing."""
    isolated: bool
    """Convert in a process of its own, unless False: a page that takes all time or memory, or
    crashes the parser, costs one row."""
    limits: Limits | None
    """How much such a page may take."""


def schema_for(id_type: pa.DataType) -> pa.Schema:
    """Return the schema of what comes out, for ids of a type."""
    texts = [pa.field(name, pa.string()) for name in ("status", "pmid", "record", "error")]
    return pa.schema([pa.field("id", id_type), *texts])


def convert_batches(
    batches: Iterable[pa.RecordBatch], **options: Unpack[Options]
) -> Iterator[pa.RecordBatch]:
    """Convert pages as they come.

    Args:
        batches: batches with the columns ``id`` and ``page``; a page that is null is an error.
        **options: see :class:`Options`.

    Raises:
        BatchError: a column is missing.
    """
    work = partial(_work, fields=options.get("fields"), items=options.get("items", False))
    isolated = options.get("isolated", True)
    with _isolated(options.get("limits")) if isolated else nullcontext(batch.run) as run:
        for given in batches:
            yield from _converted(given, run, work)


def convert_table(table: pa.Table, **options: Unpack[Options]) -> pa.Table:
    """Convert the pages of a table, as :func:`convert_batches` does; for Ray's ``map_batches``."""
    found = convert_batches(table.to_batches(), **options)
    return pa.Table.from_batches(found, schema_for(_column(table, "id").type))


@contextmanager
def _isolated(limits: Limits | None) -> Iterator[Run]:
    with Workers(1, limits) as workers:
        yield workers.run


def _converted(given: pa.RecordBatch, run: Run, work: batch.Work) -> Iterator[pa.RecordBatch]:
    ids = _column(given, "id")
    results = map(_row, run(_pages(ids, _column(given, "page")), work))
    while rows := list(islice(results, _ROWS)):
        numbers, *texts = zip(*rows, strict=True)
        columns = [ids.take(pa.array(numbers)), *(pa.array(text, pa.string()) for text in texts)]
        yield pa.RecordBatch.from_arrays(columns, schema=schema_for(ids.type))


def _column(given: Any, name: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    if name not in given.schema.names:
        message = f"the batch has no column {name!r}, but {', '.join(given.schema.names)}"
        raise BatchError(message)
    return given.column(name)


def _pages(ids: pa.Array, pages: pa.Array) -> Iterator[RawPage | ScraperError]:
    for number, (name, page) in enumerate(zip(ids, pages, strict=True)):
        source = f"{number}{_END}{_name(name.as_py())}"
        data = page.as_py()
        if data is None:
            yield Unreadable("the page is null; give its bytes or its text", source=source)
        elif isinstance(data, str):
            yield RawPage(source, data.encode("utf-8", "surrogatepass"), charset="utf-8")
        else:
            yield RawPage(source, data)


def _name(value: object) -> str:
    name = value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)
    return name.replace(_END, r"\0")


def _work(page: RawPage, *, fields: Collection[str] | None, items: bool) -> "_Lines":
    return _Lines(page, fields=fields, items=items)


class _Lines:
    """The lines of each record of a page; they and the errors say which page of the batch it is."""

    def __init__(self, page: RawPage, **options: Any) -> None:  # noqa: ANN401 - of batch.to_json
        number, _, name = page.source.partition(_END)
        self._source, self._number = page.source, f"{number}{_END}".encode()
        self._records = self._told(lambda: batch.to_json(page._replace(source=name), **options))

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> list[bytes]:
        lines = self._told(lambda: next(self._records))
        return [self._number + line for line in lines]

    def _told(self, act: Callable[[], Any]) -> Any:  # noqa: ANN401 - either of two
        try:
            return act()
        except ScraperError as error:
            error.source = self._source
            raise


def _row(result: bytes | ScraperError) -> tuple[int, str, str | None, str | None, str | None]:
    if isinstance(result, ScraperError):
        number, _, result.source = (result.source or "").partition(_END)
        said = encode.encode_error(result).decode()
        return int(number), "error", result.pmid, None, said
    number_, _, line = result.partition(_END.encode())
    return int(number_), "ok", msgspec.json.decode(line, type=_Named).pmid, line.decode(), None


@attrs.frozen
class _Named:
    pmid: str | None = None
