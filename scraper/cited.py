"""The line that cites an entry of a list: ``Journal. date;volume(issue):pages. notes``."""

import re
from typing import TypedDict

from scraper.books import book, book_line, pub_date
from scraper.citations import BEGINS_WITH_YEAR, citation, notes, split_journal, split_notes
from scraper.model import Date
from scraper.normalize import plain_date

_DATED = r"(\d{4})(?: (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: ([1-9]|[12]\d|3[01]))?)?"
_USUAL = re.compile(
    rf"([^;:.\[\d]+)\. ({_DATED})(?:;([^\s();:.\[]+)(?:\(([^()\[;:]+)\))?)?:([^\s;:.\[]+)\."
    rf"(?: doi: (10\.[^\s/]+/[^\s;]*[^\s;.])\.)?(?: Epub ({_DATED})\.)?"
    r"(?: eCollection \d{4}(?: [A-Z][a-z]{2})?\.)?"
)
"""The form of nine entries in ten, read at one go."""


class Cited(TypedDict):
    """What the citation line of an entry says, under the names of `LinkedArticle`."""

    citation: str | None
    journal: str | None
    pub_date: Date | None
    volume: str | None
    issue: str | None
    pages: str | None
    doi: str | None
    article_date: Date | None


def cited(line: str, *, remarks: bool = False) -> Cited:
    """Read the squashed line that cites an article: journal, date, numbers, the notes after them.

    That of a book's section names no journal. With ``remarks``, words of their own may follow.

    >>> cited("J Invent Geogr. 2020 Jan;12(3):45-9. doi: 10.5555/1.")["pages"]
    '45-9'
    >>> found = cited("2020 Jan 7. In: Tides [Internet]. Cape Alder: Shore Press; 2019–.")
    >>> found["journal"], found["pub_date"].iso
    (None, '2020-01-07')
    """
    usual = _USUAL.fullmatch(line)
    return _usual(line, *usual.groups()) if usual else _by_parts(line, remarks=remarks)


def _usual(  # noqa: PLR0913, PLR0917 - the groups of the pattern
    line: str,
    journal: str,
    when: str,
    year: str,
    month: str | None,
    day: str | None,
    volume: str | None,
    issue: str | None,
    pages: str,
    doi: str | None,
    epub: str | None,
    epub_year: str,
    epub_month: str | None,
    epub_day: str | None,
) -> Cited:
    """Give the groups of `_USUAL` their names."""
    return Cited(
        citation=line,
        journal=journal,
        pub_date=plain_date(when, year, month, day),
        volume=volume,
        issue=issue,
        pages=pages,
        doi=doi,
        article_date=plain_date(epub, epub_year, epub_month, epub_day) if epub else None,
    )


def _by_parts(line: str, *, remarks: bool) -> Cited:
    """Read a line of any form: cut off the notes, then the journal, then look at the rest."""
    before, rest = split_notes(line)
    of_book = book_line(before) if "; " in before or "In: " in before else None
    journal, when = (None, "") if of_book else split_journal(before)
    when = when.partition(". ")[0] if remarks else when
    said = citation(when if journal or BEGINS_WITH_YEAR.match(when) else None)
    noted = notes(rest)
    return Cited(
        citation=line or None,
        journal=journal,
        pub_date=pub_date(of_book.own_date, book(of_book)) if of_book else said.pub_date,
        volume=said.volume,
        issue=said.issue,
        pages=said.pages,
        doi=noted.doi,
        article_date=noted.article_date,
    )
