"""The job file as a database: one SQLite file that holds the list, the states and the raw pages.

::

    setting   what the job is about: base_url, cited_by, similar, max_pages
    item      one row a PMID, in the order of the list, with its state
    page      raw answers: article pages and listing pages, by PMID, kind and number
    gap       listings that could not be had in full, and why
    host      what is known of the host: robots.txt, until when to leave it alone

A page and the state that follows from it are written in one transaction, which is on
the disk (``synchronous=FULL``) before the next request starts. The one connection holds
the file (``locking_mode=EXCLUSIVE``): that is the job's lock, and it dies with the
process. The file says by ``application_id`` and ``user_version`` that it is ours.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from scraper import owner
from scraper.crawler.tables import APPLICATION_ID, TABLES, USER_VERSION
from scraper.errors import JobError, JobLocked, JobNotWritten

_LOCKED: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_NOT_WRITTEN: Final = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
)

Row = tuple[Any, ...]


class Database:
    """The one connection to a job file; it holds the file as long as it is open.

    Raises:
        JobError: from any method: the file cannot be used, is locked, or cannot be written.
    """

    def __init__(self, path: str, *, create: bool = False, read_only: bool = False) -> None:
        """Open a job file.

        Args:
            path: the file.
            create: make it where there is none.
            read_only: change nothing and wait for nobody; writers are kept out meanwhile.
        """
        self.path = path
        if not create and not (Path(path).is_file() and Path(path).stat().st_size):
            raise JobError("there is no such job file; crawl makes one (--job)", source=path)
        place = _read_only(path) if read_only else path
        with self._problems():
            self._connection = sqlite3.connect(
                place, timeout=0, isolation_level=None, uri=read_only
            )
        try:
            if read_only:
                self.run("PRAGMA query_only = ON")
                self.run("BEGIN")
            else:
                self._lock()
            self.is_new = self._prepare(create=create)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def row(self, statement: str, *values: object) -> Row | None:
        """Run a statement and return its first row."""
        with self._problems():
            found: Row | None = self._connection.execute(statement, values).fetchone()
            return found

    def rows(self, statement: str, *values: object) -> Iterator[Row]:
        """Run a statement and yield its rows."""
        with self._problems():
            yield from self._connection.execute(statement, values)

    def run(self, statement: str, *values: object) -> int:
        """Run a statement and return how many rows it changed."""
        with self._problems():
            return self._connection.execute(statement, values).rowcount

    def run_all(self, statement: str, values: Iterable[Row]) -> int:
        """Run a statement for each row of values and return how many rows that changed."""
        with self._problems():
            return self._connection.executemany(statement, values).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of the block or nothing of it."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self.run("ROLLBACK")
            raise

    def _lock(self) -> None:
        self.run("PRAGMA locking_mode = EXCLUSIVE")
        self._is_empty()  # before anything is written into a file that is not ours
        self.row("PRAGMA journal_mode = WAL")
        self.run("PRAGMA synchronous = FULL")
        with self.transaction():
            pass

    def _prepare(self, *, create: bool) -> bool:
        """Make the tables of a new file; tell whether it is new."""
        is_new = self._is_empty()
        if is_new and not create:
            raise JobError("this is an empty database, and no job file", source=self.path)
        if is_new:
            self._create()
        return is_new

    def _is_empty(self) -> bool:
        """Tell whether a file has no tables yet; refuse one that is not ours."""
        version, program, tables = (
            (self.row(question) or (0,))[0]
            for question in (
                "PRAGMA user_version",
                "PRAGMA application_id",
                "SELECT count(*) FROM sqlite_schema",
            )
        )
        if not tables and not version:
            return True
        if program != APPLICATION_ID:
            message = "this is a database, but no job file; name another file"
            raise JobError(message, source=self.path)
        if version != USER_VERSION:
            age = "a newer" if version > USER_VERSION else "an older"
            message = (
                f"made by {age} version of this program (its format is {version}, ours "
                f"{USER_VERSION}); use that version, or begin a new job"
            )
            raise JobError(message, source=self.path)
        return False

    def _create(self) -> None:
        with self.transaction():
            for statement in TABLES.split(";\n"):
                self.run(statement)
            self.run(f"PRAGMA application_id = {APPLICATION_ID}")
            self.run(f"PRAGMA user_version = {USER_VERSION}")
        self.row("PRAGMA wal_checkpoint")  # so that the file itself says that it is ours

    @contextmanager
    def _problems(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._named(error) from error

    def _named(self, error: sqlite3.Error) -> JobError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the details of the code
        if code in _LOCKED:
            return JobLocked(owner.says(self.path), source=self.path)
        if code in _NOT_WRITTEN:
            return JobNotWritten(f"{error}; make room or use another place", source=self.path)
        return JobError(f"this is no job file, or a damaged one ({error})", source=self.path)


def _read_only(path: str) -> str:
    """Return the address that opens a file for reading.

    Where it can be written, so it is opened, as nothing else would tidy up its write-ahead log.
    """
    file = Path(path).absolute()
    if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK):
        return f"{file.as_uri()}?mode=rw"
    return f"{file.as_uri()}?mode=ro" + "&immutable=1" * (not Path(f"{file}-wal").exists())
