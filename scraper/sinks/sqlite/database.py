"""The connection to a database of records, and what its errors mean."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import msgspec

from scraper.errors import OutputError
from scraper.sinks.formats import Sink
from scraper.sinks.numbers import fitting
from scraper.sinks.sqlite import rows

_LOCKED: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_ERRNO: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
}
_WAIT: Final = 30.0
"""Seconds that somebody else may need for a transaction of his."""


class Database(Sink):
    """Takes records into the tables; a later record of a PMID replaces the earlier one."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        """Take a connection in a transaction, and the file's name for errors."""
        self._connection, self._path = connection, path
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()
        self._next: int = last + 1

    def write(self, record: bytes) -> None:
        """Take the record."""
        values, line = msgspec.json.decode(record), record.decode()
        with problems(self._path):
            match values["kind"]:
                case "listing":
                    self._listing(fitting(values), line)
                case "listing_item":
                    self._insert("listing_items", [rows.listing_item(values, line)])
                case _:
                    self._article(values, line)

    def _article(self, values: rows.Record, line: str) -> None:
        id_ = self._place(values["pmid"])
        self._insert("articles", [(id_, *rows.article(values, line))])
        for table, found in rows.parts(values, id_):
            self._insert(table, found)

    def _place(self, pmid: str | None) -> int:
        """Return the id for an article, which is free: its earlier record is gone."""
        known = self._connection.execute("SELECT id FROM articles WHERE pmid = ?", (pmid,))
        if found := known.fetchone():
            self._connection.execute("DELETE FROM articles WHERE id = ?", found)
            return int(found[0])
        self._next += 1
        return self._next - 1

    def _listing(self, values: rows.Record, line: str) -> None:
        self._insert("listings", [(None, *rows.listing(values, line))])
        (id_,) = self._connection.execute("SELECT max(id) FROM listings").fetchone()
        self._insert("listing_items", rows.listing_items(values, id_))

    def _insert(self, table: str, found: list[rows.Row]) -> None:
        if found:
            marks = ", ".join("?" * len(found[0]))
            statement = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - our own names
            self._connection.executemany(statement, found)


@contextmanager
def connected(place: Path | str, path: str) -> Iterator[sqlite3.Connection]:
    """Connect to the file ``place``; errors name ``path``."""
    with problems(path):
        connection = sqlite3.connect(place, timeout=_WAIT, isolation_level=None)
    with closing(connection):
        yield connection


@contextmanager
def problems(path: str) -> Iterator[None]:
    """Have errors of the database say what they mean.

    Raises:
        OSError: the disk is full, or the file cannot be written.
        OutputError: somebody else works on the file, or it is damaged.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the details of the code
        if code in _ERRNO:
            raise OSError(_ERRNO[code], os.strerror(_ERRNO[code]), path) from error
        if code in _LOCKED:
            raise OutputError(
                "another process writes to it; wait for its end", source=path
            ) from error
        raise OutputError(f"the database cannot be written ({error})", source=path) from error
