"""Where records go: a format over a stream or in a file.

A sink never swallows an error. What the system says of a full disk or a folder without
permission comes out as :class:`OSError` with the output's name in ``filename``; a format
that cannot go where it is to go is an :class:`scraper.errors.OutputError`.
"""

from contextlib import AbstractContextManager

from scraper.errors import OutputError
from scraper.sinks.compressed import compression
from scraper.sinks.files import atomic, line_file
from scraper.sinks.formats import Sink, Stream
from scraper.sinks.options import Options, Output
from scraper.sinks.registry import ENDINGS, FORMATS, format_of
from scraper.sinks.streams import open_stream

__all__ = [
    "ENDINGS",
    "FORMATS",
    "Options",
    "OutputError",
    "Sink",
    "Stream",
    "atomic",
    "format_of",
    "line_file",
    "open_sink",
    "open_stream",
]


def open_sink(
    format_: str, output: Output, options: Options | None = None
) -> AbstractContextManager[Sink]:
    """Open a sink for records in one of :data:`FORMATS`.

    A file is written whole or not at all, and the same records give the same bytes. A name
    that ends with ``.gz`` or ``.zst`` has it compressed.

    Args:
        format_: a key of :data:`FORMATS`; :func:`format_of` tells it by a file's name.
        output: a file's path or an open stream, which stays open.
        options: what else is asked for.

    Raises:
        OutputError: before anything is written: the format cannot go there.
    """
    found = FORMATS[format_]
    if not found.is_text and isinstance(output, str) and compression(output):
        message = f"{format_} is compressed as it is; leave .gz or .zst off"
        raise OutputError(message, source=output)
    return found.opener()(output, options or Options())
