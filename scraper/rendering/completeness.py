"""What a rendering does not show although it should: the cut end, the unknown section."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from scraper.rendering.citation import find_pmid
from scraper.rendering.lines import joined
from scraper.rendering.openers import IDENTIFIERS, UNKNOWN
from scraper.rendering.segment import Region, Segments

_CLOSING: Final = frozenset(
    {
        "publication_types",
        "mesh_headings",
        "substances",
        "supplementary_concepts",
        "personal_names",
        "associated_data",
        "related_information",
        "grants",
        "link_out",
    }
)
"""The last sections of a page. A text that ends before them may have been cut off."""

_LISTS: Final = frozenset({"similar_articles", "cited_by"})
_OFTEN_EMPTY: Final = _CLOSING | {"similar_articles", "cited_by", "book"}
"""Sections whose content renderers drop; an empty one may well be the last."""
_ADDRESSES: Final = frozenset({"link_out", "related_information"})
"""Sections that give a rendering no value, so that a cut there loses none."""
_CUT_NUMBER = re.compile(r"[\s•]*(?:PMID: ?)?\d{1,9}")


def certain(physical: Sequence[str]) -> Sequence[str]:
    r"""Return the lines without a last one that may be a PMID cut short.

    >>> certain(["PMID:\n", "1561"])
    ['PMID:\n']
    """
    return physical[:-1] if physical and _CUT_NUMBER.fullmatch(physical[-1]) else physical


def unknown_headings(segments: Segments) -> Iterator[str]:
    """Yield the headings of sections that no reader knows."""
    for region in segments.regions:
        if region.field == UNKNOWN and region.heading:
            yield region.heading


def complaints(segments: Segments, text: str) -> Iterator[tuple[str, str, str | None]]:
    """Yield (code, message, path) of what could not be read.

    A heading with nothing under it, or an entry that is whole, is how renderings end
    too: there a cut cannot be told, and what is missing is null all the same.
    """
    if segments.anchor is None or segments.closed:
        return
    last = segments.regions[-1] if segments.regions else None
    if last is None or not _may_end(last, text):
        where = repr(last.heading) if last and last.heading else "the heading"
        message = f"The text ends in {where}; what follows on the page is missing."
        yield "truncated", message, last.field if last and last.field != UNKNOWN else None


def _may_end(last: Region, text: str) -> bool:
    if not last.lines:
        return last.field in _OFTEN_EMPTY
    if last.field == IDENTIFIERS:
        return any("[" in line.text or "Free" in line.text for line in last.lines)
    whole_line = text.endswith((".", "\n", "\r"))
    whole_entry = last.field in _LISTS and find_pmid(joined(last.lines[-2:])) is not None
    return last.field in _ADDRESSES or (whole_line and whole_entry)
