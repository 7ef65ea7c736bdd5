"""The segmenter: lines → regions. One for all families of renderings.

A region is a section's heading and the lines under it. What stands before the first
region, after the citation line, is the article's head (title, byline, identifiers).
"""

from collections.abc import Sequence
from typing import NamedTuple

from scraper.rendering import anchor as anchors
from scraper.rendering.lines import Line
from scraper.rendering.noise import is_closing, is_dialog, is_footer, is_noise
from scraper.rendering.oldhead import OldHead, read_old_head
from scraper.rendering.openers import HEAD, IDENTIFIERS, UNKNOWN, heading_field, opening
from scraper.rendering.vocabulary import PUBLICATION_TYPES

_MOST_ABOVE = 2


class Region(NamedTuple):
    """A section: its field, its heading as printed, its lines without boilerplate."""

    field: str | None
    """The record's field; None for a panel that is no section."""
    heading: str | None
    """The heading as printed; None where a section has none."""
    lines: tuple[Line, ...]

    @property
    def is_section(self) -> bool:
        """True for a section of the record whose heading is printed."""
        return self.heading is not None and self.field not in {None, UNKNOWN, IDENTIFIERS}


class Segments(NamedTuple):
    """A rendering, cut up."""

    anchor: anchors.Anchor | None
    above: tuple[Line, ...]
    """What stands right above the citation line: publication type, journal."""
    head: tuple[Line, ...]
    old_head: OldHead
    """The same, cut into its parts, in the layouts before 2019; empty in others."""
    regions: tuple[Region, ...]
    begin: int
    """Position of the article's first line among the physical lines."""
    end: int
    """Position of the first line of the footer."""
    closed: bool
    """True where something follows that stands at the end of every page."""


def segment(lines: Sequence[Line]) -> Segments:
    """Cut a rendering into head and regions."""
    anchor = anchors.find(lines)
    size = lines[-1].at + 1 if lines else 0
    if anchor is None:
        return Segments(None, (), (), OldHead(), (), 0, size, closed=False)
    above = _above(lines, anchor.first) if anchor.after > anchor.first else ()
    body = lines[anchor.after :]
    (head, *regions), stop = _regions(body, modern=anchor.modern)
    old_head = OldHead() if anchor.modern else read_old_head(head.lines)
    if old_head.abstract:
        regions.insert(0, Region("abstract", "", old_head.abstract))
    closed = stop < len(body) or any(is_closing(line.text) for line in body)
    return Segments(
        anchor,
        above,
        head.lines,
        old_head,
        tuple(regions),
        begin=(above or lines[anchor.first :])[0].at,
        end=body[stop].at if stop < len(body) else size,
        closed=closed,
    )


def _above(lines: Sequence[Line], first: int) -> tuple[Line, ...]:
    """Return up to two lines right above the citation: a publication type, the journal."""
    above: list[Line] = []
    at = first
    while at and len(above) < _MOST_ABOVE and not lines[at].gap:
        at -= 1
        text = lines[at].text
        if is_noise(text) or heading_field(text) or (above and text not in PUBLICATION_TYPES):
            break
        above.insert(0, lines[at])
    return tuple(above)


def _regions(lines: Sequence[Line], *, modern: bool) -> tuple[list[Region], int]:
    """Return the head, as a region without a field, and the regions; and where they end."""
    regions: list[Region] = []
    field: str | None = HEAD
    heading: str | None = None
    held: list[Line] = []
    end = len(lines)
    for at, line in enumerate(lines):
        if is_footer(line.text) or (modern and heading is not None and is_dialog(line.text)):
            end = at
            break
        found = opening(lines, at, field, modern=modern)
        if found is not None:
            regions.append(Region(field, heading, tuple(held)))
            (field, heading), held = found, []
            if heading is not None:
                continue
        if not is_noise(line.text):
            held.append(line)
    regions.append(Region(field, heading, tuple(held)))
    return regions, end
