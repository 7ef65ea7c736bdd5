"""One record, as far as a diagnosis looks at it. Small, so that it can leave its process."""

from collections.abc import Iterator
from functools import partial
from typing import Final, Unpack

import msgspec
from attrs import frozen

from scraper import pipeline
from scraper.diagnosis.coverage import carried
from scraper.diagnosis.unread import Text, unread
from scraper.layout import Layout, UnknownSection
from scraper.layouts import Facts
from scraper.model import Listing

_LONGEST: Final = 80
"""Characters of a heading or id that are kept; PubMed's longest heading has 31."""


@frozen(kw_only=True, slots=False)
class Observation:
    """What one record shows of how its page was read."""

    layout: str
    """The layout or format; ``listing`` for a listing."""
    source: str | None
    """The input, as in ``page.source``."""
    carried: tuple[str, ...]
    """Paths that carry a value."""
    warnings: tuple[str, ...]
    """Codes of its warnings, each once."""
    unknown_sections: tuple[UnknownSection, ...]
    """Sections that no reader knows, each once."""
    characters: int
    """How long the content's text is."""
    unread: int
    """How much of it stands in no string of the record."""


def observe(layout: Layout, record: pipeline.Record, *, text: bool = True) -> Observation:
    """Look at a record and the page that it was read from.

    Args:
        layout: The page; its noise is taken out of it.
        record: What was read from it.
        text: Whether to measure how much of the text stayed unread.
    """
    sections = map(_cut, layout.unknown_sections)
    measured = unread(layout, record) if text else Text(0, 0)
    return Observation(
        layout="listing" if isinstance(record, Listing) else layout.name,
        source=layout.source,
        carried=tuple(carried(record)),
        warnings=tuple(dict.fromkeys(warning.code for warning in record.warnings)),
        unknown_sections=tuple(dict.fromkeys(sections)),
        characters=measured.characters,
        unread=measured.unread,
    )


def _cut(section: UnknownSection) -> UnknownSection:
    heading, element_id = section
    return UnknownSection(heading[:_LONGEST], element_id and element_id[:_LONGEST])


def lines(page: bytes | str, *, text: bool = True, **facts: Unpack[Facts]) -> Iterator[list[bytes]]:
    """Observe each record of a page as it is asked for; one line of JSON each.

    Asking for one that is broken raises; the next one can still be asked for.

    Raises:
        ScraperError: The page gives no record; ``code`` says why.
    """
    return map(partial(_line, text=text), pipeline.readings(page, whole=text, **facts))


def _line(reading: tuple[Layout, pipeline.Record], *, text: bool) -> list[bytes]:
    return [msgspec.json.encode(observe(*reading, text=text))]


decode = msgspec.json.Decoder(Observation).decode
