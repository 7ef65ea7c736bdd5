"""Parquet: typed, nested columns (see :mod:`scraper.sinks.columns`), compressed with Zstandard.

Records are decoded by msgspec and given to Arrow with the schema. Arrow's own JSON reader
takes as long, and its lists come out wrong where a first element is null
(https://github.com/apache/arrow/issues/51305). Row groups are large, as each costs a reader
time and the writer memory that it keeps to the end
(https://github.com/apache/arrow/issues/44295).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec
import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from scraper.sinks.columns import Columns
from scraper.sinks.formats import Sink, Stream
from scraper.sinks.options import Options, Output
from scraper.sinks.streams import open_stream, refuse_append

_BATCH: Final = 2**22
"""Bytes of JSON that wait to be decoded together."""

_ROW_GROUP: Final = 2**25
"""Bytes in Arrow that become a row group."""


class _File:
    """A stream as the file that Arrow writes to.

    Once a write has failed, which has been raised, it takes what comes and drops it: Arrow
    ends its file whatever has happened.
    """

    closed = False

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._failed = False

    def write(self, data: bytes) -> int:
        """Write all of ``data``."""
        if not self._failed:
            self._failed = True
            self._stream.write(data)
            self._failed = False
        return len(data)

    def flush(self) -> None:
        """Do nothing: the stream knows when."""

    def close(self) -> None:
        """Do nothing: the stream stays open."""


class Parquet(Sink):
    """Gathers records to row groups."""

    def __init__(self, stream: Stream, columns: Columns) -> None:
        super().__init__(stream)
        self._columns = columns
        self._records: list[bytes] = []
        self._batches: list[pa.RecordBatch] = []
        self._waiting = 0
        self._file = pa.PythonFile(_File(stream), mode="w")
        self._writer = ParquetWriter(self._file, columns.schema, compression="zstd")

    def write(self, record: bytes) -> None:
        """Take the record; it may wait for others."""
        self._records.append(record)
        self._waiting += len(record)
        if self._waiting >= _BATCH:
            self._decode()
            if sum(batch.nbytes for batch in self._batches) >= _ROW_GROUP:
                self._write_row_group()

    def close(self) -> None:
        """Write the last row group and the index of the file."""
        self._decode()
        self._write_row_group()
        self._writer.close()
        self._file.close()

    def _decode(self) -> None:
        if self._records:
            self._batches.append(self._columns.batch([*map(msgspec.json.decode, self._records)]))
        self._records, self._waiting = [], 0

    def _write_row_group(self) -> None:
        if self._batches:
            table = pa.Table.from_batches(self._batches)
            self._writer.write_table(table, row_group_size=table.num_rows)
        self._batches = []


@contextmanager
def parquet(output: Output, options: Options) -> Iterator[Sink]:
    """Open a Parquet file, or a stream that takes one."""
    refuse_append(
        options,
        "Parquet, which has its index at its end; write another file beside it: "
        "read_parquet('*.parquet') reads them as one",
    )
    columns = Columns(options.fields)
    with open_stream(output) as stream, Parquet(stream, columns) as sink:
        yield sink
