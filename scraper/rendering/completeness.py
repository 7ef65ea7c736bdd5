"""What a rendering does not show although it should: the cut end, the unknown section."""

from collections.abc import Iterator
from typing import Final

from scraper.rendering.segment import IDENTIFIERS, UNKNOWN, Segments

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
        IDENTIFIERS,
    }
)
"""The last sections of a page. A text that ends before them may have been cut off."""


def complaints(segments: Segments) -> Iterator[tuple[str, str, str | None]]:
    """Yield (code, message, path) of what could not be read."""
    for region in segments.regions:
        if region.field == UNKNOWN:
            message = f"No reader knows the section {region.heading!r}."
            yield "unknown_section", message, "page.sections"
    if segments.anchor is not None and not segments.closed:
        last = segments.regions[-1] if segments.regions else None
        if last is None or last.field not in _CLOSING:
            where = repr(last.heading) if last and last.heading else "the heading"
            message = f"The text ends in {where}; what follows on the page is missing."
            yield "truncated", message, last.field if last and last.field != UNKNOWN else None
