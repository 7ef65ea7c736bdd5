"""The segmenter: lines → regions. One for all families of renderings.

A region is a section's heading and the lines under it. What stands before the first
region, after the citation line, is the article's head (title, byline, identifiers).
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from scraper.headings import field_of
from scraper.rendering import anchor as anchors
from scraper.rendering.lines import Line
from scraper.rendering.noise import is_aside, is_closing, is_footer, is_noise
from scraper.rendering.oldhead import read_old_head
from scraper.rendering.vocabulary import NO_ABSTRACT, PUBLICATION_TYPES

_IMAGES = re.compile(r"Images from this publication\..*")
_NOTICE = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,4} (?:in|on|of|for|from)")
_ABSTRACT_IN = re.compile(r"(?:Abstract|Excerpt) in\b.{0,80}")
_PLAIN = re.compile(r"Plain[ -]language summary", re.IGNORECASE)
_MENU = frozenset({"Abstract (text)", "AbstractPlus", "MEDLINE", "Summary", "PubMed", "PMID"})
_DISCLAIMER: Final = "PubMed Disclaimer"
_PROSE: Final = frozenset({"#", "abstract", "other_abstracts", "coi_statement", "figures"})
_FEW_WORDS = re.compile(r"[A-Z][A-Za-z ,'()-]{2,60}")
_STATUS = re.compile(
    r"PMID:|PMCID:|DOI:|\[(?:PubMed - |Indexed for MEDLINE)|Free (?:full text|PMC [Aa]rticle)$"
)
IDENTIFIERS: Final = "#"
"""The field of the lines below an old page's abstract: identifiers, status, free-text mark."""
UNKNOWN: Final = "?"
"""The field of a section that no reader knows."""
_LONGEST_HEADING = 120
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
        return Segments(None, (), (), (), 0, size, closed=False)
    above = _above(lines, anchor.first)
    body = lines[anchor.after :]
    stop = next((at for at, line in enumerate(body) if is_footer(line.text)), len(body))
    head, *regions = _regions(body[:stop], modern=anchor.modern)
    if not anchor.modern and (headless := read_old_head(head.lines).abstract):
        regions.insert(0, Region("abstract", "", headless))
    closed = stop < len(body) or any(is_closing(line.text) for line in body)
    return Segments(
        anchor,
        above,
        head.lines,
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
        if is_noise(text) or field_of(text) or (above and text not in PUBLICATION_TYPES):
            break
        above.insert(0, lines[at])
    return tuple(above)


def _regions(lines: Sequence[Line], *, modern: bool) -> list[Region]:
    regions: list[Region] = []
    field: str | None = None
    heading: str | None = None
    held: list[Line] = []
    for at, line in enumerate(lines):
        found = _opens(lines, at, field if regions else "head")
        if found is None and not modern and field != IDENTIFIERS and _STATUS.match(line.text):
            found = IDENTIFIERS, None
        if found is not None:
            regions.append(Region(field, heading, tuple(held)))
            (field, heading), held = found, []
            if heading is not None:
                continue
        if not is_noise(line.text):
            held.append(line)
    regions.append(Region(field, heading, tuple(held)))
    return regions


def _opens(
    lines: Sequence[Line], at: int, within: str | None
) -> tuple[str | None, str | None] | None:
    """Return (field, heading) where a line opens a region, else None."""
    line = lines[at]
    text = line.text
    if line.bullet or len(text) > _LONGEST_HEADING:
        return None
    if text == _DISCLAIMER and within in {"abstract", "head"}:
        return None, text
    if (field := _field(text)) is not None:
        if field == "keywords":
            return None if within == "abstract" else ("abstract", None)
        return None if _is_menu(lines, at) else (field, text)
    if is_aside(text):
        return None, text
    if within == "head":
        return ("abstract", None) if NO_ABSTRACT.fullmatch(text) else None
    return _unknown(lines, at, within)


def _field(text: str) -> str | None:
    if not text[0].isupper():
        return None
    if _ABSTRACT_IN.fullmatch(text):
        return "abstract"
    if _IMAGES.fullmatch(text):
        return "figures"
    if text == "Related articles":
        return "similar_articles"
    return "other_abstracts" if _PLAIN.fullmatch(text) else field_of(text.replace("(s)", ""))


def _is_menu(lines: Sequence[Line], at: int) -> bool:
    return at + 1 < len(lines) and lines[at + 1].text in _MENU


def _unknown(
    lines: Sequence[Line], at: int, within: str | None
) -> tuple[str | None, str | None] | None:
    """A heading that no table knows: a few words in a block of their own between lists."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    alone = line.gap and not line.indent and (not following or following.gap or following.bullet)
    if within in _PROSE or not alone or not _FEW_WORDS.fullmatch(line.text) or is_noise(line.text):
        return None
    if following and following.bullet and _NOTICE.fullmatch(line.text):
        return "comments_corrections", line.text
    return UNKNOWN, line.text
