"""The lines of a text rendering, numbered; what the stripper drops is folded."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from scraper.inspection.drawing import Pen
from scraper.inspection.nodes import band
from scraper.normalize import squash
from scraper.provenance import Span
from scraper.rendering.noise import is_aside, is_noise
from scraper.rendering.page import TextPage

_APART: Final = frozenset({None, "full_text_links", "link_out", "related_information"})
"""Fields of regions whose lines no record of a rendering carries."""


def draw(pen: Pen, page: TextPage) -> str:
    """Draw all lines of a rendering."""
    segments = page.segments

    def rule(line: tuple[int, str, Span]) -> str | None:
        at, text, _ = line
        if at < segments.begin:
            return "above the article"
        if at >= segments.end:
            return "below the article"
        return "boilerplate line" if is_noise(squash(text)) else None

    known = _known(page)
    return "".join(
        _drawn(pen, why, list(lines), known) for why, lines in groupby(_lines(pen, page), key=rule)
    )


def _known(page: TextPage) -> set[int]:
    """Return the lines of panels, and of sections that are not carried: names without addresses."""
    regions = page.segments.regions
    found = {line.at for region in regions if region.field in _APART for line in region.lines}
    return found | {at for at, text in enumerate(page.physical_lines) if is_aside(squash(text))}


def _lines(pen: Pen, page: TextPage) -> Iterator[tuple[int, str, Span]]:
    """Yield each line with its place; one that is blank prints nothing."""
    starts = [*pen.printed.starts, pen.printed.size]
    for at, text in enumerate(page.physical_lines):
        yield at, text, Span(starts[at], starts[at + 1])


def _drawn(pen: Pen, rule: str | None, lines: list[tuple[int, str, Span]], known: set[int]) -> str:
    rows = "".join(
        f'<div class="line"><span class="n">{at + 1}</span><span>'
        f"{pen.text(text, span, content=rule is None, known=at in known)}</span></div>"
        for at, text, span in lines
        if span.end > span.start or rule is None
    )
    return rows if rule is None else band(f"Dropped: {rule}", rows)
