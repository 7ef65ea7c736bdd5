"""Files that are written on: mended first, and as they were after a run without a good end.

A run that was killed leaves a last record, gzip member or Zstandard frame without its
end. What is whole of it stays, the rest is cut off. One process at a time writes to a
file. Nothing here takes more memory than one record does.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from scraper.errors import OutputError
from scraper.sinks.compressed import Compressed, compression, compressor
from scraper.sinks.ends import Ends
from scraper.sinks.files import BUFFER, NamedFile, atomic, naming
from scraper.sinks.formats import Stream
from scraper.sinks.tail import Tail, compressed_tail, plain_rest, plain_tail
from scraper.sources.forward import Forward

if sys.platform != "win32":
    import fcntl

Tell = Callable[[str], None]


@contextmanager
def appended(path: str, ends: Callable[[], Ends], tell: Tell) -> Iterator[tuple[Stream, bool]]:
    """Open a file that is there for writing behind its last whole record.

    Yields the stream, and whether it is the file's first one: nothing was whole. After an
    error or an interrupt the file has its former length.

    Args:
        path: the file; its name says how it is compressed.
        ends: makes what finds the end of the last whole record.
        tell: takes a sentence on what was mended.

    Raises:
        OutputError: something else is in the file, or another process writes to it.
        OSError: with ``path`` as ``filename``.
    """
    kind = compression(path)
    if kind is not None:
        compressor(kind)  # raises before anything is changed
    while True:
        with _owned(path) as file:
            tail = _tail(file, path, ends(), kind)
            if tail.is_whole:
                with _growing(file, path, kind) as stream:
                    if tail.missing:
                        stream.write(tail.missing)
                    yield stream, tail.rest[1] == 0
                return
            _mend(file, path, tail, kind)
            lost = f" ({tail.torn:,} bytes)" if tail.torn else ""
            tell(f"mended: a torn end was cut back to the last whole record{lost}")


def _tail(file: BinaryIO, path: str, ends: Ends, kind: str | None) -> Tail:
    try:
        with naming(path):
            return plain_tail(file, ends) if kind is None else compressed_tail(file, ends, kind)
    except OutputError as error:
        error.source = path
        raise


@contextmanager
def _owned(path: str) -> Iterator[BinaryIO]:
    """Open a file that nobody else appends to meanwhile."""
    while True:
        with naming(path):
            file = Path(path).open("r+b")  # noqa: SIM115 - closed below
        with file:
            if not _locked(file):
                message = "another process writes to it; wait for its end"
                raise OutputError(message, source=path)
            with naming(path):  # another one may have mended it, which makes a new file
                is_there = os.path.samestat(os.fstat(file.fileno()), Path(path).stat())
            if is_there:
                yield file
                return


def _locked(file: BinaryIO) -> bool:
    """Take the file's lock, which ends with the process; tell whether it was free."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


@contextmanager
def _growing(file: BinaryIO, path: str, kind: str | None) -> Iterator[Stream]:
    """Write behind the end; give the file its former length where that comes to no good end."""
    former = file.seek(0, os.SEEK_END)
    writer = os.fdopen(os.dup(file.fileno()), "wb", BUFFER)
    try:
        named = NamedFile(writer, path, flush=False)
        if kind is None:
            yield named
        else:
            stream = Compressed(named, compressor(kind))
            yield stream
            if not stream.is_empty:
                stream.finish()
        with naming(path):
            writer.flush()
            os.fsync(file.fileno())
            writer.close()
    except BaseException:
        with suppress(OSError):  # closing writes the rest of the buffer: the disk is still full
            writer.close()
        os.ftruncate(file.fileno(), former)
        raise


def _mend(file: BinaryIO, path: str, tail: Tail, kind: str | None) -> None:
    """Cut off what is torn."""
    start, end = tail.rest
    if kind is None or start == end:
        with naming(path):
            os.ftruncate(file.fileno(), tail.kept)
        return
    with atomic(path) as stream:  # whole at any time: the torn member has whole records too
        file.seek(0)
        for data in Forward(file).pieces(tail.kept):
            stream.write(data)
        member = Compressed(stream, compressor(kind))
        for data in plain_rest(file, tail, kind):
            member.write(data)
        member.finish()
