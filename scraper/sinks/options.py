"""What can be asked of a sink beside its format."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from scraper.sinks.formats import Stream

Output = str | Stream
"""A file's path or an open stream."""


def nobody(_said: str) -> None:
    """Hear what nobody wants to know."""


class Options(NamedTuple):
    """What can be asked of a sink beside its format."""

    fields: Collection[str] | None = None
    """The top-level names that records have, None for all; tables have only these columns."""
    append: bool = False
    """Write behind what the file holds."""
    csv_raw: bool = False
    """Write cells of CSV as they are, also those that a spreadsheet takes for a formula."""
    tell: Callable[[str], None] = nobody
    """Takes a sentence on what was mended in a file that is appended to."""
