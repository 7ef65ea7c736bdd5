"""The line that cites a book, in the place of the journal's: its parts and its dates.

``In: StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; 2022 Jan–.`` cites the
book around a section; a whole book has no ``In:`` and no title there. The section's own date
stands after the line, in entries of a list before it. Parts and their order: NLM's Citing
Medicine, chapters 2 and 22 (https://www.ncbi.nlm.nih.gov/books/NBK7256/).

Few pages are of books: ``re`` compiles the patterns when the first one comes.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, TypedDict

from scraper.model import Book, Date
from scraper.normalize import date, squash

_IN: Final = "In: "
_NOTES: Final = ("doi:", "PMID:", "Bookshelf ID:")
"""What may follow the line and is not of it."""
_DAY: Final = r"(?:1[6-9]|20)\d\d(?: [A-Z][a-z]{2,8}\.?(?:-[A-Z][a-z]{2,8})?(?: \d{1,2})?)?"
_OWN: Final = rf"({_DAY})(?: \[(?:[Uu]pdated |[Rr]evised )?([^\]]{{4,40}})\])?\.?"
_OWN_FIRST: Final = rf"(?P<own>{_OWN}) (?={_IN})"
_WHEN: Final = rf"; (?P<begin>c?{_DAY})(?P<open> ?[-–—] ?(?P<end>{_DAY})?)?(?:\.(?=\s|$)|$)"
_AFTER_JOURNAL: Final = r"\. (?:(?:Winter|Spring|Summer|Fall|Autumn) )?\d{4}\b"
_BETWEEN_SENTENCES: Final = r"(?<=[.?!])(?<!\bSt\.)(?<!\bNo\.)(?<!\bMt\.)\s+"
_MEDIUM: Final = r"(?P<title>\S.*?)\s*\[(?P<medium>[^\[\]]{2,40})\]\.?"
_EDITION: Final = r"(?i:[^.]{1,40}\b(?:ed|edn|edition)\.?)"
_VOLUME: Final = r"Vol(?:ume|\.)? ?[\w-]{1,6}(?:, | ?: )(?P<title>\S.*?)\.?"
_EDITORS: Final = r"(?P<names>[^.]{2,2000}?(?:et al\.)?),? editors?\. (?=\S)"
_LABELLED: Final = (
    r"\(?(?:Report No\.?: ?(?P<report>[^)]+?)"
    r"|ISBN(?:-1[03])?:? ?(?P<isbn>[\dX -]{10,17}).*?"
    r"|(?P<location>(?:Chapter|Part|Section|Appendix|Unit) [\w-]{1,12}))\.?\)?\.?"
)


class BookLine(NamedTuple):
    """The line of a book, and the section's own date line."""

    citation: str
    """The book's line as printed."""
    own: str
    """The section's own date as printed, ``""`` where there is none."""

    @property
    def is_section(self) -> bool:
        """Whether it is the line around a part of the book."""
        return self.citation.startswith(_IN)

    @property
    def own_date(self) -> Date | None:
        """The section's own date: NLM's ContributionDate."""
        found = re.fullmatch(_OWN, self.own)
        return date(found[1]) if found else None

    @property
    def date_revised(self) -> Date | None:
        """When the section was last updated: NLM's DateRevised."""
        found = re.fullmatch(_OWN, self.own)
        return date(found[2]) if found else None


class _Front(TypedDict):
    """What stands before the imprint, under the names of `Book`."""

    title: str | None
    volume_title: str | None
    medium: str | None
    editors: tuple[str, ...] | None
    edition: str | None


class _Back(TypedDict):
    """What stands after the imprint."""

    collection_title: str | None
    report_number: str | None
    isbn: tuple[str, ...] | None
    location_label: str | None


def book_line(text: str) -> BookLine | None:
    """Part the line of a book from the section's own date; None for other lines.

    >>> book_line("In: Tides [Internet]. Cape Alder: Shore Press; 2022 Jan–. 2022 May 8.").own
    '2022 May 8.'
    >>> book_line("2022 May 8. In: Tides. 2nd ed. Cape Alder: Shore Press; 2020.").citation
    'In: Tides. 2nd ed. Cape Alder: Shore Press; 2020.'
    >>> book_line("J Tides: Upper. 2022 Jan; 12(3):4-5.") is None
    True
    """
    text = squash(text)
    own = ""
    if first := re.match(_OWN_FIRST, text):
        own, text = first["own"], text[first.end() :]
    when = re.search(_WHEN, text)
    if not (text.startswith(_IN) or (when and _is_imprint(text[: when.start()]))):
        return None
    end = when.end() if when else len(_IN)
    kept = [text[:end].rstrip()]
    for sentence in _sentences(text[end:]):
        if sentence.startswith(_IN) or re.fullmatch(_OWN, sentence):
            own = own or sentence.partition(_IN)[0]
            break  # an entry of a list repeats its line in short
        if not sentence.startswith(_NOTES):
            kept.append(sentence)
    return BookLine(" ".join(kept), own)


def first_line(lines: Sequence[str]) -> BookLine | None:
    """Return the first of some lines that cites a book, with the date in the line after it.

    >>> first_line(["Review", "In: Tides. Cape Alder: Shore; 2020.", "2022 May 8.", "Mud"]).own
    '2022 May 8.'
    """
    found = (line_at(lines, at) for at in range(len(lines)))
    return next((line for line, _ in filter(None, found)), None)


def line_at(lines: Sequence[str], at: int) -> tuple[BookLine, int] | None:
    """Return the line of a book at a place, and the place after it and its date; else None."""
    found = book_line(lines[at])
    if found and not found.own and re.fullmatch(_OWN, next(iter(lines[at + 1 : at + 2]), "")):
        return found._replace(own=lines[at + 1]), at + 2
    return (found, at + 1) if found else None


def book(line: BookLine) -> Book:
    """Read the parts of a book's line; what it does not print is null.

    >>> found = book(book_line("In: Roe J, editor. Tides [Internet]. Alder: Shore; 1993–2018."))
    >>> found.title, found.medium, found.editors, found.publisher_name, found.ending_date.iso
    ('Tides', 'Internet', ('Roe J',), 'Shore', '2018')
    """
    text = line.citation.removeprefix(_IN)
    when = re.search(_WHEN, text)
    if when is None:
        return Book(**_front(text), citation=line.citation, date_revised=line.date_revised)
    front, colon, publisher = text[: when.start()].rpartition(": ")
    *before, place = _sentences(front) or [""]
    after = _sentences(text[when.end() :])
    begins = date(when["begin"].removeprefix("c"))
    return Book(
        **_front(" ".join(before)),
        publisher_name=publisher or None,
        publisher_location=(place if colon else None) or None,
        pub_date=None if when["open"] else begins,
        beginning_date=begins if when["open"] else None,
        ending_date=date(when["end"]),
        date_revised=line.date_revised,
        citation=line.citation,
        **_back(after),
    )


def pub_date(own: Date | None, around: Book) -> Date | None:
    """Return the date of a record: its own, else that of the book around it."""
    return own or around.pub_date or around.beginning_date


def _is_imprint(text: str) -> bool:
    """Tell place and publisher from a journal and its date."""
    return ": " in text and re.search(_AFTER_JOURNAL, text) is None


def _sentences(text: str) -> list[str]:
    return [said for said in re.split(_BETWEEN_SENTENCES, text.strip()) if said]


def _front(text: str) -> _Front:
    found = re.match(_EDITORS, text)
    names = found["names"].split(", ") if found else []
    sentences = _sentences(text[found.end() :] if found else text)
    edition = next((said for said in sentences if re.fullmatch(_EDITION, said)), None)
    volume = next(filter(None, (re.fullmatch(_VOLUME, said) for said in sentences)), None)
    apart = {edition, volume and volume[0]}
    title = " ".join(said for said in sentences if said not in apart)
    medium = re.fullmatch(_MEDIUM, title)
    return _Front(
        title=(medium["title"] if medium else title.removesuffix(".")) or None,
        volume_title=volume["title"] if volume else None,
        medium=medium["medium"] if medium else None,
        editors=tuple(name for name in names if not name.startswith("et al")) or None,
        edition=edition.removesuffix(".") if edition else None,
    )


def _back(sentences: list[str]) -> _Back:
    found: dict[str, list[str]] = {"series": []}
    for said in sentences:
        match = re.fullmatch(_LABELLED, said)
        kind = (match and match.lastgroup) or "series"
        found.setdefault(kind, []).append(match[kind] if match else said)
    return _Back(
        collection_title=" ".join(found["series"]).strip("().") or None,
        report_number=found["report"][0] if "report" in found else None,
        isbn=tuple(found.get("isbn", ())) or None,
        location_label=found["location"][0] if "location" in found else None,
    )
