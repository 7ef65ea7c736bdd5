"""The short line of the heading: first author, journal, date.

``T J Hugh et al. Aust N Z J Surg. 1997 Jul.``; the extractor may drop the date
(``Sports Health. .``). The journal's abbreviation stands here and nowhere else.
"""

import re
from typing import NamedTuple

from scraper.names import NO_AUTHORS
from scraper.rendering.vocabulary import SEASON

_DATE = (
    rf"(?:{SEASON} )?(?:1[6-9]|20)\d\d"
    r"(?:[ -](?:[A-Z][a-z]{2,8}|\d{1,4})){0,6}"
)
_END = re.compile(rf"\.(?: {_DATE})? ?\.$")
_ET_AL = re.compile(r",? et al\.? ")
_BOOK_AUTHOR = re.compile(
    rf"(?P<name>[^\d,;]{{2,80}}?)(?:(?P<more>,? et al\.?)(?: .{{0,60}})?|\. {_DATE} ?\.)"
)
_LOOSE_STOP = re.compile(r"(?<=[\w)\]]) \.")
_LONGEST = 400


class ShortLine(NamedTuple):
    """What the short line says."""

    author: str | None
    """The first author; None where there is none."""
    complete: bool
    """True where the first author is the only one."""
    journal: str
    """The journal's abbreviation."""


def book_author(text: str) -> tuple[str, bool] | None:
    """Read the short line of a book, which names no journal: the first author, and if alone.

    >>> book_author("T J Hugh et al. 2022 May 8."), book_author("A St. Roe. 2014 Jun.")
    (('T J Hugh', False), ('A St. Roe', True))
    """
    text = _LOOSE_STOP.sub(".", text)
    if len(text) > _LONGEST or not (found := _BOOK_AUTHOR.fullmatch(text)):
        return None
    return found["name"], found["more"] is None


def short_line(text: str) -> ShortLine | None:
    """Read a short line; None for any other line.

    >>> short_line("T J Hugh et al. Aust N Z J Surg. 1997 Jul.")
    ShortLine(author='T J Hugh', complete=False, journal='Aust N Z J Surg')
    >>> short_line("A Person. Clin Test (Bristol, Avon). .").journal
    'Clin Test (Bristol, Avon)'
    >>> short_line("Results were good.") is None
    True
    """
    text = _LOOSE_STOP.sub(".", text)
    end = _END.search(text) if len(text) <= _LONGEST else None
    if end is None:
        return None
    body = text[: end.start()]
    if found := _ET_AL.search(body):
        author, complete, journal = body[: found.start()], False, body[found.end() :]
    else:
        author, dot, journal = body.rpartition(". ")
        complete = True
        if not dot:
            return None if text.endswith("..") else ShortLine(None, complete, body)
    if not author or not journal:
        return None
    journal = journal.removesuffix(" [Preprint]")
    return ShortLine(None if NO_AUTHORS.fullmatch(author) else author, complete, journal)
