"""The citation line: the one landmark that every rendering of an article has.

A modern page prints ``. 2005 Jan;79(2):884-95.``, parted from the journal's name; older
pages print journal, citation and notes in one line.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from scraper.books import BookLine, book_line, line_at
from scraper.citations import PREPRINT, split_journal, split_notes
from scraper.rendering.lines import Line
from scraper.rendering.openers import heading_field
from scraper.rendering.vocabulary import PUBLICATION_TYPES, SEASON, YEAR

_MODERN = re.compile(rf"(?:\[Preprint\] ?)?\. (?={YEAR}[^;:.]{{0,40}}[;:.])")
_MODERN_BEGINNINGS = (". ", "[Preprint]")
_NOTE = re.compile(
    r"doi: 10\.|10\.[\d.]{4,12}/|pii: |Epub \d|eCollection\b|Print \d{4}\b|Online ahead of print"
    r"|\[Epub "
)
_DATED = re.compile(
    rf"{SEASON}? ?(?:1[6-9]|20)\d\d(?: [A-Z][a-z]{{2}}[A-Za-z0-9 -]{{0,20}})?"
    r"(?:;(?! )[^;:]{0,40})?(?::[^ ;]{0,30}(?:, ?[^ ;]{1,20}){0,9})?\.(?: .*)?"
)
_OPEN = ("/", "Epub", "doi:", "eCollection", "Print", "-")
"""How a note is broken."""
_NUMBER = re.compile(r"^\d{1,3}(?:: ?|\. )(?=[A-Z])")
_LINKS = re.compile(r"(?: ?Click here to read)?(?: ?Links)?$")
_ENDS_OF_LINKS = ("Click here to read", "Links")
_PMID = re.compile(r"PMID: ?\d{1,9}")
_MOST_BETWEEN = 10
_BOOK = re.compile(r"(?:^|\. )In: |: .{2,200}; c?(?:1[6-9]|20)\d\d")
_OF_BOOK = re.compile(r".{0,60}\bBookshelf ID: ?NBK|Free Books & Documents$")
_LISTS = frozenset({"similar_articles", "cited_by", "comments_corrections", "references"})
"""Below these headings every citation is another article's."""
_COMMONS = "See comment in PubMed Commons below"
_LONGEST_JOURNAL = 120
_LONGEST_LINE = 500
_MOST_BOOKS = 20
"""How many lines of books are looked at; a text that cites more of them is a bibliography."""
_LONGEST_HEAD = 400
"""How many lines may stand between the line of a book and its abstract."""


class Anchor(NamedTuple):
    """The citation line, and where the article begins and goes on."""

    first: int
    """Position of the citation line among the visible lines."""
    after: int
    """Position of the line after it and its notes."""
    journal: str | None
    """The journal, where it is printed in the citation line."""
    citation: str | None
    """Date, volume, issue and pages."""
    notes: str
    """What follows: DOI, ``Epub`` date, ahead of print."""
    modern: bool
    """True for the form of the pages since 2019."""
    preprint: bool = False
    """Whether it is marked as that of a preprint."""
    book: BookLine | None = None
    """The line of a book, where there is one in the place of the journal's."""


def find(lines: Sequence[Line]) -> Anchor | None:
    """Return the first citation line, the unmistakable modern form before the others."""
    for at, line in enumerate(lines):
        if line.text.startswith(_MODERN_BEGINNINGS) and (dot := _MODERN.match(line.text)):
            found = _read(lines, at, None, line.text[dot.end() :], modern=True)
            return found._replace(preprint=PREPRINT in dot[0])
    if (named := _find_identifiers(lines)) is not None:
        return named
    for at, line in enumerate(lines):
        if heading_field(line.text) in _LISTS:
            break
        if (old := legacy(line.text)) is not None and not _cites_book(line.text):
            return _find_book(lines, at) or _read(lines, at, *old, modern=False)
    return _find_book(lines, len(lines))


def legacy(text: str) -> tuple[str | None, str] | None:
    """Part a citation line of an old layout into journal and the rest; None for other lines.

    >>> legacy("1: J Test. 2005;52(4):789-96. Epub 2005 Jun 6. Links")
    ('J Test', '2005;52(4):789-96. Epub 2005 Jun 6.')
    >>> legacy("In 2005 we met; then: nothing.") is None
    True
    """
    if (
        not (";" in text or ":" in text)
        or len(text) > _LONGEST_LINE
        or "PMID:" in text
        or text.startswith("- ")
    ):
        return None
    text = _NUMBER.sub("", text.removeprefix(_COMMONS).lstrip(), count=1)
    text = _LINKS.sub("", text).rstrip() if text.endswith(_ENDS_OF_LINKS) else text
    journal, dated = (None, text) if _DATED.fullmatch(text) else split_journal(text)
    if len(journal or "") > _LONGEST_JOURNAL or ". " in (journal or ""):
        return None
    if not _DATED.fullmatch(dated):
        return None
    cited, _ = split_notes(dated)
    return (journal, dated) if re.search(r"[;:].{0,60}\d", cited) else None


def _read(
    lines: Sequence[Line], at: int, journal: str | None, dated: str, *, modern: bool
) -> Anchor:
    after = _after_notes(lines, at + 1)
    cited, notes = split_notes(dated)
    notes = " ".join([notes, *(line.text for line in lines[at + 1 : after])]).strip()
    return Anchor(at, after, journal, cited, notes, modern)


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether a line holds notes, or the rest of a note that the line before began."""
    is_open = before.text.endswith(_OPEN) and not line.gap
    return is_open or _NOTE.match(line.text) is not None


def _find_identifiers(lines: Sequence[Line]) -> Anchor | None:
    """Find the identifiers between the title and the title again: the citation line is lost."""
    for at, line in enumerate(lines):
        if line.text.startswith("PMID:") and _PMID.fullmatch(line.text):
            again = {other.text for other in lines[at + 1 : at + 1 + _MOST_BETWEEN]}
            start = at
            while start and lines[start - 1].text in again - PUBLICATION_TYPES:
                start -= 1
            if start < at and not any(text.startswith("Bookshelf ID") for text in again):
                return Anchor(start, start, None, None, "", modern=True)
    return None


def _after_notes(lines: Sequence[Line], after: int) -> int:
    while after < len(lines) and _goes_on(lines[after - 1], lines[after]):
        after += 1
    return after


def _find_book(lines: Sequence[Line], stop: int) -> Anchor | None:
    """Return the first line of a book above a place, where a book's page goes on below it."""
    texts = [line.text for line in lines]
    like = (at for at, text in enumerate(texts[:stop]) if _is_like_book(text))
    for at in islice(like, _MOST_BOOKS):
        if (found := line_at(texts, at)) is None:
            continue
        book, own_end = found
        layout = _layout_below(texts[own_end : own_end + _LONGEST_HEAD], certain=book.is_section)
        if layout:
            after = _after_notes(lines, own_end)
            notes, modern = " ".join(texts[own_end:after]), layout == "modern"
            return Anchor(at, after, None, book.own or None, notes, modern, book=book)
    return None


def _is_like_book(text: str) -> bool:
    may = "In: " in text or ("; " in text and ": " in text)
    return may and len(text) <= _LONGEST_LINE and _BOOK.search(text) is not None


def _cites_book(text: str) -> bool:
    return _is_like_book(text) and book_line(text) is not None


def _layout_below(texts: Sequence[str], *, certain: bool) -> str:
    """Tell of which layout the page below the line of a book is; ``""`` where there is none.

    Old pages print the PMID below the abstract.
    """
    found = below = ""
    for text in texts:
        field = heading_field(text)
        if field in _LISTS - {"references"} or _cites_book(text):  # a book has references, too
            break
        if field == "abstract":
            below = "legacy"
            found = found or ("modern" if certain or text.startswith("Excerpt") else "")
        elif _OF_BOOK.match(text) or (text.startswith("PMID:") and found):
            return below or "modern"
    return found
