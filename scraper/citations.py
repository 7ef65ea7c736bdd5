"""The citation line: ``Journal. date;volume(issue):pages. notes``, as NLM prints it.

The journal, the line itself and the notes after it (``doi:``, ``Epub``, ahead of print)
are told apart here, and the line into its parts.
"""

import re
from typing import Final, NamedTuple

from scraper.model import Date
from scraper.normalize import date, squash, without_full_stop

_NOTE = re.compile(
    r"\s+(?:doi:|pii:|(?:Epub|eCollection|Print) \d|Online ahead of print|\[Epub ahead of print\])"
)
_DOI = re.compile(r"\bdoi:\s*(?:https?://(?:dx\.)?doi\.org/)?(10\.[^\s/]+/\S+)", re.IGNORECASE)
_EPUB = re.compile(r"\bEpub (\d{4}[^.;]*)")
_AHEAD = re.compile(r"(?:Online|Epub) ahead of print")
_JOURNAL = re.compile(r"(.*?)\.? ((?:(?:Winter|Spring|Summer|Fall|Autumn) )?\d{4}\b.*)", re.DOTALL)
_RANGE = re.compile(r"([A-Za-z]*)(\d+)([A-Za-z]*)[-–]([A-Za-z]*)(\d+)([A-Za-z]*)")
_ROMAN_RANGE = re.compile(r"([ivxlcdm]+)[-–]([ivxlcdm]+)", re.IGNORECASE)
_CITATION = re.compile(
    r"([^;:]*)"  # date
    r"(?:;\s*([^():]*?)\s*(?:\(((?:[^()]|\([^()]*\))*)\))?\s*)?"  # volume and (issue)
    r"(?::\s*(.*))?"  # pages
)
BEGINS_WITH_YEAR = re.compile(r"\d{4}\b")
_LONGEST_PAGE_NUMBER = 5


PREPRINT: Final = "[Preprint]"
"""What stands between the server and the date of a preprint."""


class CitationParts(NamedTuple):
    """What a citation line says. Strings as printed, ``None`` where it does not say."""

    citation: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    pub_date: Date | None


class Notes(NamedTuple):
    """What the notes after a citation say: DOI, ``Epub`` date, ahead of print."""

    doi: str | None
    article_date: Date | None
    ahead_of_print: bool


_NO_NOTES: Final = Notes(None, None, ahead_of_print=False)


def split_notes(line: str) -> tuple[str, str]:
    """Part a citation line from the notes after it (``doi:``, ``Epub``, ahead of print).

    >>> split_notes("2005 Jan;79(2):884-95. doi: 10.5555/1. Epub 2004 Dec 2.")
    ('2005 Jan;79(2):884-95.', 'doi: 10.5555/1. Epub 2004 Dec 2.')
    """
    found = _NOTE.search(line)
    return (line[: found.start()], line[found.start() :].lstrip()) if found else (line, "")


def notes(text: str) -> Notes:
    """Read the notes after a citation.

    >>> notes("doi: 10.5555/1. Epub 2004 Dec 2.").article_date.iso
    '2004-12-02'
    """
    if not text:
        return _NO_NOTES
    found, epub = _DOI.search(text), _EPUB.search(text)
    return Notes(
        found[1].rstrip(".;") if found else None,
        date(epub[1]) if epub else None,
        "ahead" in text and _AHEAD.search(text) is not None,
    )


def split_journal(line: str) -> tuple[str | None, str]:
    """Part the journal's abbreviation from the date and what follows.

    >>> split_journal("J Rivers (Upper, Lower). 2020 Jan;12:45-9.")
    ('J Rivers (Upper, Lower)', '2020 Jan;12:45-9.')
    """
    found = (
        None
        if line.startswith("In: ") or BEGINS_WITH_YEAR.match(line)
        else _JOURNAL.fullmatch(line)
    )
    return (found[1] or None, found[2]) if found else (None, line)


def without_preprint(text: str) -> str:
    """Drop the word that marks a preprint.

    >>> without_preprint("medRxiv [Preprint]"), without_preprint("[Preprint]. 2025 Jun 17:2025.06.")
    ('medRxiv', '2025 Jun 17:2025.06.')
    """
    before, mark, after = text.partition(PREPRINT)
    return f"{before} {after.lstrip('. ')}".strip() if mark else text


def citation(printed: str | None) -> CitationParts:
    """Read a citation line, ``date;volume(issue):pages.``, into its parts.

    A lone part after ``;`` is the volume when it is a number of at most five digits,
    else the pages (an electronic locator).

    >>> citation("2005 Jan;79(2):884-95.")[1:4]
    ('79', '2', '884-95')
    >>> citation("2002 Oct;(403 Suppl):S203-10.")[1:4]
    (None, '403 Suppl', 'S203-10')
    >>> citation("2022 Dec 1;19417381221131570.")[1:4]
    (None, None, '19417381221131570')
    """
    line = without_preprint(squash(printed or ""))
    if not line:
        return CitationParts(None, None, None, None, None)
    found = _CITATION.fullmatch(without_full_stop(line))
    if found is None:
        return CitationParts(line, None, None, None, date(line))
    when, volume, issue, pages = found.groups()
    if pages is None and issue is None and volume and not _is_short_number(volume):
        volume, pages = None, volume
    return CitationParts(line, volume or None, issue or None, pages or None, date(when))


def _is_short_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_PAGE_NUMBER


def page_range(pages: str | None) -> tuple[str | None, str | None]:
    """Expand MedlinePgn to first and last page.

    >>> page_range("884-95"), page_range("E298-307"), page_range("1460")
    (('884', '895'), ('E298', 'E307'), ('1460', None))
    >>> page_range("e1000"), page_range("12-4, 19-20")
    ((None, None), (None, None))
    """
    pages = pages or ""
    if _is_short_number(pages):
        return pages, None
    if found := _RANGE.fullmatch(pages):
        prefix, first, tail, last_prefix, last, last_tail = found.groups()
        if last_prefix in {"", prefix} and len(last) < len(first):
            last = first[: -len(last)] + last
        return prefix + first + tail, (last_prefix or prefix) + last + last_tail
    if found := _ROMAN_RANGE.fullmatch(pages):
        return found[1], found[2]
    return None, None
