"""CSV: one row a record, one column a top-level name (RFC 4180, UTF-8 without a mark).

A byte order mark would be part of the first column's name to most readers.
"""

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

import msgspec

from scraper.encode import NAMES
from scraper.sinks.cells import cell, guarded
from scraper.sinks.ends import RowEnds
from scraper.sinks.formats import Sink, Stream
from scraper.sinks.options import Options, Output
from scraper.sinks.streams import open_at_end


class Delimited(Sink):
    """Rows of cells."""

    def __init__(self, stream: Stream, names: Collection[str], *, raw: bool) -> None:
        """Take the names of the columns; ``raw`` leaves formulas as they are."""
        super().__init__(stream)
        self._names, self._raw = names, raw

    def write(self, record: bytes) -> None:
        """Write a row."""
        values = msgspec.json.decode(record)
        cells = (cell(values.get(name)) for name in self._names)
        self._stream.write(row(cells if self._raw else map(guarded, cells)))


def row(cells: Iterable[str]) -> bytes:
    """Return a row with its line end, CR LF."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


@contextmanager
def delimited(output: Output, options: Options) -> Iterator[Sink]:
    """Open a CSV file, or a stream that takes one; its first row has the names."""
    fields = options.fields
    names = [name for name in NAMES if fields is None or name in fields]
    header = row(names)
    with (
        open_at_end(output, options, partial(RowEnds, header)) as (stream, is_first),
        Delimited(stream, names, raw=options.csv_raw) as sink,
    ):
        if is_first:
            stream.write(header)
        yield sink
