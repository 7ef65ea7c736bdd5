"""Standard input and output as bytes; what is written is never behind and never torn."""

import errno
import io
import os
import sys
from contextlib import suppress
from typing import BinaryIO, TextIO

from scraper.cli.signals import SIGNALS
from scraper.cli.visible import visible_lines

NAME = "standard output"

_CLOSED_PIPE = 141
"""128 + SIGPIPE: what a shell reports of any program whose reader went away."""


def on_terminal(stream: TextIO | None) -> bool:
    """Tell whether a person looks at a stream; None is one that the parent closed."""
    return stream is not None and stream.isatty()


def stdin() -> BinaryIO:
    """Return standard input as bytes; nothing where the parent closed it.

    A reader of its own: the interpreter cannot end while a thread waits in ``sys.stdin``.
    """
    if sys.stdin is None:
        return io.BytesIO()
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except io.UnsupportedOperation:  # it was replaced
        return sys.stdin.buffer


class Stdout:
    """Writes whole pieces to standard output and sends each on its way at once.

    On a terminal, what a page could do harm with is escaped; a pipe or file gets the
    bytes as they are.
    """

    def write(self, data: bytes) -> None:
        """Write all of ``data``.

        Raises:
            OSError: with a name for the output as ``filename``.
            SystemExit: the reader closed the pipe; nobody is left to tell.
        """
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF), NAME)
        if on_terminal(sys.stdout):
            data = visible_lines(data.decode("utf-8", "replace")).encode()
        try:
            with SIGNALS.hold():
                _write_all(sys.stdout.fileno(), data)
        except BrokenPipeError:
            raise SystemExit(_CLOSED_PIPE) from None
        except OSError as error:
            raise OSError(error.errno, error.strerror, NAME) from error


def _write_all(handle: int, data: bytes) -> None:
    """Write past Python's buffers: nothing waits in one, whatever PYTHONUNBUFFERED says."""
    rest = memoryview(data)
    while rest:  # a signal or an almost full disk cuts a write short
        rest = rest[os.write(handle, rest) :]


def destination(output: str) -> str | Stdout:
    """Tell what the value of ``-o`` stands for: a path, or standard output for ``-``."""
    return Stdout() if output == "-" else output


def abandon() -> None:
    """Lead help that could not be written nowhere, else the interpreter complains at its end."""
    if sys.stdout is None:
        return
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
