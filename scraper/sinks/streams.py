"""Formats that are a stream of bytes: where the bytes go, compressed on the way or not."""

import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeGuard

from scraper.errors import OutputError
from scraper.sinks.compressed import Compressed, compression, compressor
from scraper.sinks.ends import Ends
from scraper.sinks.files import atomic
from scraper.sinks.formats import Stream
from scraper.sinks.options import Options, Output


@contextmanager
def open_stream(output: Output) -> Iterator[Stream]:
    """Open a file for writing, whole or not at all (see :func:`atomic`); a stream is itself."""
    if isinstance(output, str):
        with atomic(output) as stream:
            yield stream
    else:
        yield output


@contextmanager
def open_new(output: Output) -> Iterator[Stream]:
    """Likewise, and compress what is written where the file's name ends with .gz or .zst."""
    kind = compression(output) if isinstance(output, str) else None
    if kind is None:
        with open_stream(output) as stream:
            yield stream
    else:
        machine = compressor(kind)  # before the file is there
        with open_stream(output) as stream:
            compressed = Compressed(stream, machine)
            yield compressed
            compressed.finish()


@contextmanager
def open_at_end(
    output: Output, options: Options, ends: Callable[[], Ends]
) -> Iterator[tuple[Stream, bool]]:
    """Open what is asked for; tell whether nothing stands before what is written."""
    if options.append and is_begun(output):
        from scraper.sinks.appending import appended  # noqa: PLC0415 - most files are new

        with appended(output, ends, options.tell) as found:
            yield found
    else:
        with open_new(output) as stream:
            yield stream, True


def is_begun(output: Output) -> TypeGuard[str]:
    """Tell whether there is a file to write behind; a device just takes what comes."""
    if not isinstance(output, str):
        raise OutputError("--append needs a file: name it with -o FILE")
    try:
        about = Path(output).stat()
    except FileNotFoundError:
        return False
    return stat.S_ISREG(about.st_mode) and about.st_size > 0


def refuse_append(options: Options, why: str) -> None:
    """Say that records cannot be added to a file of a format.

    Raises:
        OutputError: they are to be.
    """
    if options.append:
        raise OutputError(f"--append is not for {why}")
