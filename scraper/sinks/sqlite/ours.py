"""Whose file is it? Other programs' databases are never written to nor replaced."""

import stat
from pathlib import Path
from typing import Final

from scraper.errors import OutputError
from scraper.sinks.files import naming
from scraper.sinks.sqlite.tables import APPLICATION_ID, USER_VERSION

_MAGIC: Final = b"SQLite format 3\0"
_VERSION: Final = slice(60, 64)
_PROGRAM: Final = slice(68, 72)
"""Where the header has them, see https://www.sqlite.org/fileformat2.html#the_database_header."""


def is_ours(path: str, *, append: bool) -> bool:
    """Tell whether a file is a database of ours; another file may be replaced, as any may.

    Raises:
        OutputError: it is another program's database, or cannot be appended to.
        OSError: with ``path`` as ``filename``.
    """
    head = _head(path)
    if not head.startswith(_MAGIC):
        if append and head:
            raise OutputError("this is no database; name another file", source=path)
        return False
    if int.from_bytes(head[_PROGRAM]) != APPLICATION_ID:
        message = "this is a database of something else; name another file"
        raise OutputError(message, source=path)
    version = int.from_bytes(head[_VERSION])
    if append and version != USER_VERSION:
        message = (
            f"made by another version of this program (its format is {version}, ours "
            f"{USER_VERSION}); make it anew"
        )
        raise OutputError(message, source=path)
    return True


def _head(path: str) -> bytes:
    """Return the first bytes of a file, none of what is not there."""
    file = Path(path)
    with naming(path):
        try:
            if stat.S_ISDIR(mode := file.stat().st_mode) or stat.S_ISREG(mode):
                with file.open("rb") as opened:
                    return opened.read(_PROGRAM.stop)
        except FileNotFoundError:
            return b""
    raise OutputError("SQLite needs a file of its own, no device or pipe", source=path)
