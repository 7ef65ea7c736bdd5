"""Pure functions from a printed string to a plain value.

Nothing here knows about pages or layouts. Every rule is the contract's; a value
that the string does not hold is ``None``, never a guess.
"""

import re
import unicodedata

from scraper.model import Date

_MONTHS = {
    name: (number, f"-{number:02}")
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
_DAYS = {f"{day:{form}}": (day, f"-{day:02}") for day in range(1, 32) for form in ("", "02")}
"""Numbers by what is printed, and how ISO 8601 writes them: a table, as pages hold many dates."""
_DATE = re.compile(r"(\d{4})(?: ([A-Za-z]{3})[a-z]*\.?(?: (\d{1,2})(?!-)| \d{1,2}-\d{1,2})?)?")
_YEAR = re.compile(r"\b(\d{4})\b")
_PMID = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
_PMCID = re.compile(r"pmc([1-9][0-9]*)", re.IGNORECASE | re.ASCII)
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def squash(text: str) -> str:
    r"""Text as a reader sees it: every run of white space one space, ends trimmed, NFC.

    >>> squash("  a \n\tb\xa0c ")
    'a b c'
    """
    text = text.strip()
    if "  " in text or not text.isprintable():  # as no white space is but the space
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

    None for a mere fragment, for a copy that a browser laid beside a saved page, and for a
    file on somebody's disk.

    >>> absolute_url("https://pubmed.ncbi.nlm.nih.gov", "/123/")
    'https://pubmed.ncbi.nlm.nih.gov/123/'
    >>> absolute_url("https://pubmed.ncbi.nlm.nih.gov", "./Page_files/fig.gif") is None
    True
    >>> absolute_url("https://pubmed.ncbi.nlm.nih.gov", "https://made.example/my_files/1.pdf")
    'https://made.example/my_files/1.pdf'
    """
    value = (value or "").strip()
    if value.startswith(("https://", "http://")):
        return value
    if _SCHEME.match(value):
        return None if value.startswith("file:") else value
    if value.startswith("/"):
        return f"https:{value}" if value.startswith("//") else base + value
    if not value or value.startswith("#") or "_files/" in value[: value.rfind("/") + 1]:
        return None
    return f"{base}/{value.removeprefix('./')}"


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
    return plain_date(raw, *exact.groups())


def plain_date(raw: str, year: str, month: str | None = None, day: str | None = None) -> Date:
    """Make a date of its parts as they are printed.

    >>> plain_date("2022 December 1", "2022", "Dec", "1").iso
    '2022-12-01'
    """
    found = _MONTHS.get(month.lower()) if month else None
    if found is None:
        return Date(raw=raw, year=int(year), iso=year)
    number, iso = found
    when = _DAYS.get(day) if day else None
    if when is None:
        return Date(raw=raw, year=int(year), month=number, iso=year + iso)
    return Date(raw=raw, year=int(year), month=number, day=when[0], iso=year + iso + when[1])
