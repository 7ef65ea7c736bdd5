"""One run at a time in a folder. The lock goes with its process, also after ``kill -9``."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from scraper import owner
from scraper.errors import BatchLocked

_NAME = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder.

    SQLite locks on every system, and no child inherits the lock.

    Raises:
        BatchLocked: another process holds it.
        OSError: the folder cannot be written.
    """
    path = str(folder / _NAME)
    Path(path).touch()  # says in the system's words why it cannot be written
    with closing(sqlite3.connect(path, timeout=0)) as database:
        try:
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise BatchLocked(_who(path), source=str(folder)) from error
        owner.write(path)
        try:
            yield
        finally:
            owner.remove(path)


def _who(path: str) -> str:
    said = owner.read(path)
    who = f"process {said.get('pid')} on {said.get('host')}" if said else "another process"
    return f"{who} writes into this folder; wait for it, stop it, or name another folder"
