"""Pure functions from a printed string to a plain value.

Nothing here knows about pages or layouts. Every rule is the contract's; a value
that the string does not hold is ``None``, never a guess.
"""

import re
import unicodedata
from typing import NamedTuple

from scraper.model import Date

_MONTHS = {
    name: number
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
_DAYS = range(1, 32)
_DATE = re.compile(r"(\d{4})(?: ([A-Za-z]{3})[a-z]*\.?(?: (\d{1,2})(?!-)| \d{1,2}-\d{1,2})?)?")
_YEAR = re.compile(r"\b(\d{4})\b")
_NOTE = re.compile(
    r"\s+(?:doi:|pii:|Epub\b|eCollection\b|Print\b|Online ahead of print|\[Epub ahead of print\])"
)
_DOI = re.compile(r"\bdoi:\s*(?:https?://(?:dx\.)?doi\.org/)?(10\.[^\s/]+/\S+)", re.IGNORECASE)
_EPUB = re.compile(r"\bEpub (\d{4}[^.;]*)")
_AHEAD = re.compile(r"(?:Online|Epub) ahead of print")
_CITATION = re.compile(
    r"([^;:]*)"  # date
    r"(?:;\s*([^():]*?)\s*(?:\(((?:[^()]|\([^()]*\))*)\))?\s*)?"  # volume and (issue)
    r"(?::\s*(.*))?"  # pages
)
_JOURNAL = re.compile(r"(.*?)\.? ((?:(?:Winter|Spring|Summer|Fall|Autumn) )?\d{4}\b.*)", re.DOTALL)
_RANGE = re.compile(r"([A-Za-z]*)(\d+)([A-Za-z]*)[-–]([A-Za-z]*)(\d+)([A-Za-z]*)")
_ROMAN_RANGE = re.compile(r"([ivxlcdm]+)[-–]([ivxlcdm]+)", re.IGNORECASE)
_PMID = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
_PMCID = re.compile(r"pmc([1-9][0-9]*)", re.IGNORECASE | re.ASCII)
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

_LONGEST_PAGE_NUMBER = 5


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


def squash(text: str) -> str:
    r"""Text as a reader sees it: every run of white space one space, ends trimmed, NFC.

    >>> squash("  a \n\tb\xa0c ")
    'a b c'
    """
    text = " ".join(text.split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def without_full_stop(text: str) -> str:
    """Drop one final full stop; ``?``, ``!`` and an ellipsis stay.

    >>> without_full_stop("A title.")
    'A title'
    >>> without_full_stop("And so on...")
    'And so on...'
    """
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") else text


def pmid(text: str | None) -> str | None:
    r"""Return a PubMed id, or None: ASCII digits only, no leading zero, at most nine.

    >>> pmid(" 15613317 "), pmid("0012"), pmid("\uff11\uff12")
    ('15613317', None, None)
    """
    text = (text or "").strip()
    return text if _PMID.fullmatch(text) else None


def pmcid(text: str | None) -> str | None:
    """Return a PubMed Central id with its upper-case prefix, found anywhere in the text.

    >>> pmcid("http://www.ncbi.nlm.nih.gov/pmc/articles/pmc538593/")
    'PMC538593'
    """
    found = _PMCID.search(text or "")
    return f"PMC{found[1]}" if found else None


def doi(text: str | None) -> str | None:
    """Return a DOI as printed, without prefix and final full stop.

    >>> doi("https://doi.org/10.5555/ABC.1.")
    '10.5555/ABC.1'
    >>> doi("none") is None
    True
    """
    text = _DOI_PREFIX.sub("", squash(text or ""), count=1).rstrip(".")
    return text if text.startswith("10.") and "/" in text else None


def absolute_url(base: str, value: str | None) -> str | None:
    """Return an address as written, made absolute against a site; nothing else changes.

    None for a mere fragment, and for a copy that a browser laid beside a saved page.

    >>> absolute_url("https://pubmed.ncbi.nlm.nih.gov", "/123/")
    'https://pubmed.ncbi.nlm.nih.gov/123/'
    >>> absolute_url("https://pubmed.ncbi.nlm.nih.gov", "./Page_files/fig.gif") is None
    True
    """
    value = (value or "").strip()
    if not value or value.startswith("#") or "_files/" in value[: value.rfind("/") + 1]:
        return None
    if _SCHEME.match(value):
        return value
    if value.startswith("//"):
        return f"https:{value}"
    return base + value if value.startswith("/") else f"{base}/{value.removeprefix('./')}"


def date(raw: str | None) -> Date | None:
    """Read a date in NLM's printed form. A season or a range of months has no month.

    >>> date("2022 Dec 1").iso, date("2003 Apr").iso, date("2010 Sep-Oct").iso
    ('2022-12-01', '2003-04', '2010')
    >>> date("Winter 1998").year, date("soon")
    (1998, None)
    """
    raw = squash(raw or "").rstrip(".;,")
    exact = _DATE.fullmatch(raw) or _YEAR.search(raw)
    if exact is None:
        return None
    year, *rest = exact.groups()
    month = _MONTHS.get(rest[0].lower()) if rest and rest[0] else None
    day = int(rest[1]) if month and rest[1] and int(rest[1]) in _DAYS else None
    iso = year + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    return Date(raw=raw, year=int(year), month=month, day=day, iso=iso)


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
    found, epub = _DOI.search(text), _EPUB.search(text)
    return Notes(
        found[1].rstrip(".;") if found else None,
        date(epub[1]) if epub else None,
        _AHEAD.search(text) is not None,
    )


def split_journal(line: str) -> tuple[str | None, str]:
    """Part the journal's abbreviation from the date and what follows.

    >>> split_journal("Clin Biomech (Bristol, Avon). 2022 Feb;92:105587.")
    ('Clin Biomech (Bristol, Avon)', '2022 Feb;92:105587.')
    """
    found = None if line.startswith("In: ") or _DATE.match(line) else _JOURNAL.fullmatch(line)
    return (found[1] or None, found[2]) if found else (None, line)


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
    line = squash(printed or "")
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
