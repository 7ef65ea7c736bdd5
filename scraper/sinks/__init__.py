"""Where records go: a format over a stream, the stream a file or standard output.

A sink never swallows an error. What the system says of a full disk or a folder without
permission comes out as :class:`OSError` with the output's name in ``filename``.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from scraper.sinks.files import atomic, line_file
from scraper.sinks.formats import FORMATS, Sink, Stream

__all__ = ["FORMATS", "Sink", "Stream", "atomic", "line_file", "open_sink", "open_stream"]


@contextmanager
def open_stream(output: str | Stream) -> Iterator[Stream]:
    """Open a file for writing, whole or not at all (see :func:`atomic`); a stream is itself."""
    if isinstance(output, str):
        with atomic(output) as stream:
            yield stream
    else:
        yield output


@contextmanager
def open_sink(format_: str, output: str | Stream) -> Iterator[Sink]:
    """Open a sink for records in one of :data:`FORMATS`.

    Args:
        format_: ``jsonl``, ``json`` or ``pretty``.
        output: a file's path or an open stream, which stays open.
    """
    with open_stream(output) as stream, FORMATS[format_](stream) as sink:
        yield sink
