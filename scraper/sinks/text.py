"""JSON in its three forms, into a file or a stream."""

from collections.abc import Iterator
from contextlib import contextmanager

from scraper.sinks.ends import LineEnds
from scraper.sinks.formats import JsonArray, JsonLines, Pretty, Sink
from scraper.sinks.options import Options, Output
from scraper.sinks.streams import open_at_end, open_new, refuse_append


@contextmanager
def json_lines(output: Output, options: Options) -> Iterator[Sink]:
    """Open JSON Lines, a record a line."""
    with open_at_end(output, options, LineEnds) as (stream, _), JsonLines(stream) as sink:
        yield sink


@contextmanager
def json_array(output: Output, options: Options) -> Iterator[Sink]:
    """Open one JSON array."""
    refuse_append(options, "a JSON array, which ends once; JSON Lines (.jsonl) can be added to")
    with open_new(output) as stream, JsonArray(stream) as sink:
        yield sink


@contextmanager
def pretty(output: Output, options: Options) -> Iterator[Sink]:
    """Open indented documents."""
    refuse_append(options, "indented documents; JSON Lines (.jsonl) can be added to")
    with open_new(output) as stream, Pretty(stream) as sink:
        yield sink
