"""SQLite: articles and what hangs on them as tables, with a full-text index.

See :mod:`.tables` for the tables. A new file is made whole or not at all; records are
added to an existing one in one transaction, which SQLite takes back where the run has no
good end, be it killed.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from scraper.errors import OutputError
from scraper.sinks.files import naming, replacement
from scraper.sinks.formats import Sink
from scraper.sinks.options import Options, Output
from scraper.sinks.sqlite.database import Database, connected, problems
from scraper.sinks.sqlite.ours import is_ours
from scraper.sinks.sqlite.tables import APPLICATION_ID, INDEXES, TABLES, USER_VERSION

_KEYS: Final = frozenset({"kind", "pmid"})


@contextmanager
def sqlite(output: Output, options: Options) -> Iterator[Sink]:
    """Open a database; it has to be a file.

    Raises:
        OutputError: it is another program's, or no file at all.
        OSError: with its name as ``filename``.
    """
    if not isinstance(output, str):
        raise OutputError("SQLite is a file and no stream: name one with -o FILE")
    if options.fields is not None and not _KEYS.issubset(options.fields):
        raise OutputError("SQLite needs the fields kind and pmid; add them to --fields")
    is_there = is_ours(output, append=options.append)
    if options.append and is_there:
        with _added_to(output) as sink:
            yield sink
    else:
        _settle(output, is_there=is_there)
        with _new(output) as sink:
            yield sink


@contextmanager
def _new(path: str) -> Iterator[Sink]:
    with replacement(path) as temporary, connected(temporary, path) as connection:
        with problems(path):
            for pragma in ("journal_mode = OFF", "synchronous = OFF"):  # nobody else sees the file
                connection.execute(f"PRAGMA {pragma}")
            connection.executescript(TABLES)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {USER_VERSION}")
        with _transaction(connection, path) as sink:
            yield sink
        with problems(path):
            connection.executescript(INDEXES)


@contextmanager
def _added_to(path: str) -> Iterator[Sink]:
    with connected(path, path) as connection, _transaction(connection, path) as sink:
        yield sink


@contextmanager
def _transaction(connection: sqlite3.Connection, path: str) -> Iterator[Sink]:
    """Write all of the block; after an error the connection is closed, which takes it back."""
    with problems(path):
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        database = Database(connection, path)
    yield database
    with problems(path):
        connection.execute("COMMIT")


def _settle(path: str, *, is_there: bool) -> None:
    """Have what a killed run left beside a file done with: the new file must not meet it."""
    if is_there:
        with connected(path, path) as connection, problems(path):
            connection.execute("BEGIN IMMEDIATE")  # plays a journal back
            connection.execute("ROLLBACK")
        return
    for ending in ("-journal", "-wal", "-shm"):
        with naming(path):
            Path(os.path.realpath(path) + ending).unlink(missing_ok=True)
