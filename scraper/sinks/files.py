"""Files that are written whole or not at all, and files that lose no line."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from scraper.sinks.formats import Stream

BUFFER = 2**17
"""How many bytes wait for their way to the disk."""


class NamedFile:
    """An open file whose errors say which file they are about."""

    def __init__(self, file: BinaryIO, path: str, *, flush: bool) -> None:
        self._file, self._path, self._flush = file, path, flush

    def write(self, data: bytes) -> None:
        """Write all of ``data``."""
        with naming(self._path):
            self._file.write(data)
            if self._flush:
                self._file.flush()


@contextmanager
def atomic(path: str) -> Iterator[Stream]:
    """Write a file that appears under its name only when it is whole.

    The bytes go to a temporary file in the same folder, onto the disk, and then under
    the name in one step. After an error or an interrupt the temporary file is removed
    and what stood under the name is untouched. An existing file keeps its permissions;
    a link keeps pointing to its file. Devices and FIFOs are simply written to.

    Raises:
        OSError: with ``path`` as ``filename``, before the first byte where possible.
    """
    with naming(path):
        mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        with line_file(path) as stream:
            yield stream
    else:
        with replacement(path) as temporary, _buffered(temporary, path) as stream:
            yield stream


@contextmanager
def line_file(path: str) -> Iterator[Stream]:
    """Write a file in which every line stands as soon as it is written.

    Raises:
        OSError: with ``path`` as ``filename``.
    """
    with naming(path):
        file = Path(path).open("wb")  # noqa: SIM115 - closed below, in silence
    try:
        yield NamedFile(file, path, flush=True)
    finally:
        with suppress(OSError):  # what could not be written has been reported already
            file.close()


@contextmanager
def replacement(path: str) -> Iterator[Path]:
    """Give the name of a new file that takes the place of ``path`` at a good end.

    For what writes files by itself; it has to be closed by then.

    Raises:
        OSError: with ``path`` as ``filename``.
    """
    with naming(path):
        mode = _mode(path)
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".pubmed-scraper-{os.urandom(8).hex()}.tmp")
    with naming(path):
        temporary.open("xb").close()
    try:
        yield temporary
        with naming(path):
            _finish(temporary)
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode))
            temporary.replace(target)
            _sync_folder(target.parent)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def _buffered(temporary: Path, path: str) -> Iterator[Stream]:
    with naming(path):
        file = temporary.open("wb", buffering=BUFFER)
    try:
        yield NamedFile(file, path, flush=False)
    except BaseException:
        with suppress(OSError):  # closing writes the rest of the buffer: the disk is still full
            file.close()
        raise
    with naming(path):
        file.close()


def _finish(path: Path) -> None:
    """Have every byte on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Have the rename itself on the disk, where a folder can be synced at all."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(path: str) -> int | None:
    """Return an existing file's mode, None for a new one; raise where it cannot be written."""
    try:
        mode = Path(path).stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.access(path, os.W_OK):  # the rename alone would pass over a write protection
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode


@contextmanager
def naming(path: str) -> Iterator[None]:
    """Have every :class:`OSError` say which file it is about."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
