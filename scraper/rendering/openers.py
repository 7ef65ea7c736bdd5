"""What opens a region: the heading of a section, or the first line of a panel."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from scraper.headings import BEGINNINGS, field_of
from scraper.rendering.lines import Line
from scraper.rendering.noise import is_aside, is_noise
from scraper.rendering.vocabulary import COPYRIGHT, NO_ABSTRACT

UNKNOWN: Final = "?"
"""The field of a section that no reader knows."""
IDENTIFIERS: Final = "#"
"""The field of the lines below an old page's abstract: identifiers, status, free-text mark."""
HEAD: Final = "head"
"""Where lines stand before any region."""

_DISCLAIMER: Final = "PubMed Disclaimer"
_PROSE: Final = frozenset(
    {IDENTIFIERS, HEAD, "abstract", "other_abstracts", "coi_statement", "figures", "book"}
)
_ALSO_OF_BOOKS: Final = frozenset({"references", "figures"})
"""Sections of a page of whose names a book may have some, too."""
_MENU: Final = frozenset(
    {"Abstract (text)", "AbstractPlus", "MEDLINE", "Summary", "PubMed", "PMID"}
)
_BEGINNINGS: Final = BEGINNINGS | {"imag", "plai", "rela"}
"""Those of the wordings that only renderings have, too; most lines begin otherwise."""
_ABSTRACT_IN = re.compile(r"(?:Abstract|Excerpt) in\b.{0,80}")
_IMAGES = re.compile(r"Images from this publication\..*")
_PLAIN = re.compile(r"Plain[ -]language summary", re.IGNORECASE)
_NOTICE = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,4} (?:in|on|of|for|from)")
_FEW_WORDS = re.compile(r"[A-Z][A-Za-z ,'()-]{2,60}")
_STATUS = re.compile(
    r"PMID:|PMCID:|DOI:|\[(?:PubMed - |Indexed for MEDLINE)|Free (?:full text|PMC [Aa]rticle)$"
)
_NO_PROSE = re.compile(rf"{NO_ABSTRACT.pattern}$|keywords: ", re.IGNORECASE)
_BELOW_ABSTRACTS = re.compile(rf"keywords: |{COPYRIGHT.pattern}", re.IGNORECASE)
_LONGEST_HEADING = 120


class Opening(NamedTuple):
    """A region begins: its field and its heading.

    Without a heading the opening line belongs to the region's content.
    """

    field: str | None
    heading: str | None


def opening(lines: Sequence[Line], at: int, within: str | None, *, modern: bool) -> Opening | None:
    """Return the region that a line opens, or None. ``within`` is the field so far."""
    line = lines[at]
    if not modern and within != IDENTIFIERS and _STATUS.match(line.text):
        return Opening(IDENTIFIERS, None)
    if at and _goes_with_abstract(line, within):
        return Opening("abstract", None)
    if line.bullet or len(line.text) > _LONGEST_HEADING:
        return None
    if (field := heading_field(line.text)) is not None:
        return _section(lines, at, field, within)
    if is_aside(line.text) or (line.text == _DISCLAIMER and within in {"abstract", HEAD}):
        return Opening(None, line.text)
    found = _unknown(lines, at)
    return found if found and (within not in _PROSE or found.field != UNKNOWN) else None


def _goes_with_abstract(line: Line, within: str | None) -> bool:
    """Tell whether a line without a heading belongs to the abstract: none above, or others."""
    if within == HEAD:
        return _NO_PROSE.match(line.text) is not None
    below = within == "other_abstracts" and line.gap
    return below and _BELOW_ABSTRACTS.match(line.text) is not None


def heading_field(text: str) -> str | None:
    """Return the field of a heading; more wordings than `headings.field_of` knows.

    >>> heading_field("Abstract in English, Spanish"), heading_field("Related articles")
    ('abstract', 'similar_articles')
    """
    if text[:4].lower() not in _BEGINNINGS or not text[0].isupper():
        return None
    if _ABSTRACT_IN.fullmatch(text):
        return "abstract"
    if is_carousel(text):
        return "figures"
    if _PLAIN.fullmatch(text):
        return "other_abstracts"
    return "similar_articles" if text == "Related articles" else field_of(text.replace("(s)", ""))


def _section(lines: Sequence[Line], at: int, field: str, within: str | None) -> Opening | None:
    if field == "keywords":
        return None if within == "abstract" else Opening("abstract", None)
    if within == "book" and _is_of_the_book(lines, at, field):
        return None
    is_menu = field != "book" and at + 1 < len(lines) and lines[at + 1].text in _MENU
    return None if is_menu else Opening(field, lines[at].text)


def _is_of_the_book(lines: Sequence[Line], at: int, field: str) -> bool:
    """Tell whether a line in the list of a book's sections names one of these, not of the page."""
    if field in _ALSO_OF_BOOKS:
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        is_last = not after or _STATUS.match(after) or heading_field(after) is not None
        return bool(is_last) or any(line.text == lines[at].text for line in lines[at + 1 :])
    return field == "abstract"  # the page's own stands above the list


def _unknown(lines: Sequence[Line], at: int) -> Opening | None:
    """A heading that no table knows: a few words in a block of their own between lists."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    alone = line.gap and not line.indent and (not following or following.gap or following.bullet)
    if not alone or not _FEW_WORDS.fullmatch(line.text) or is_noise(line.text):
        return None
    if following and following.bullet and _NOTICE.fullmatch(line.text):
        return Opening("comments_corrections", line.text)
    return Opening(UNKNOWN, line.text)


def is_carousel(heading: str | None) -> bool:
    """Tell whether a heading is that of the old pages' row of pictures.

    >>> is_carousel("Images from this publication.See all images (5)")
    True
    """
    return heading is not None and _IMAGES.fullmatch(heading) is not None
