"""Dates of a MEDLINE record, and its last line, which cites it."""

from typing import Final

from scraper import normalize
from scraper.model import Article, Date
from scraper.references.notes import AHEAD, PREPRINT, is_preprint

_MONTHS: Final = dict(enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1))


def printed_date(date: Date | None) -> str | None:
    """Write a date as PubMed prints it, also one that the record has in numbers.

    >>> printed_date(Date(raw="2019-3-7", year=2019, month=3, day=7, iso="2019-03-07"))
    '2019 Mar 7'
    """
    if date is None:
        return None
    read = normalize.date(date.raw)
    if read and (read.iso, "-" in date.iso) == (date.iso, date.month is not None):
        return date.raw
    parts = (str(date.year), _MONTHS.get(date.month or 0), str(date.day or ""))
    return " ".join(filter(None, parts))


def compact_date(date: Date | None) -> str | None:
    """Write a date as eight digits, fewer where the day or the month is not known.

    >>> compact_date(Date(raw="2022 Dec", year=2022, month=12, iso="2022-12"))
    '202212'
    """
    return date.iso.replace("-", "") if date else None


def source(article: Article) -> str | None:
    """Return the source line: journal, citation, and the notes after it. It ends in a full stop.

    A book's record ends in its Bookshelf id and needs none.
    """
    if article.book:
        said = article.book.citation or ("" if article.bookaccession else article.book.title)
        return f"{said.removesuffix('.')}." if said else None
    journal = article.journal and (article.journal.medline_ta or article.journal.title)
    if journal and is_preprint(article):
        journal = f"{journal} [{PREPRINT}]"
    parts = (journal, article.citation or _citation(article), *_notes(article))
    return " ".join(f"{part.removesuffix('.')}." for part in parts if part)


def _citation(article: Article) -> str:
    """Cite an article whose page prints no such line: ``2005 Jan;79(2):884-95``."""
    issue = f"({article.issue})" if article.issue else ""
    volume = f"{article.volume or ''}{issue}"
    date = printed_date(article.pub_date) or ""
    return date + (f";{volume}" if volume else "") + (f":{article.pages}" if article.pages else "")


def _notes(article: Article) -> list[str]:
    doi = [f"doi: {article.doi}"] if article.doi else []
    if article.publication_status == "aheadofprint":
        return [*doi, AHEAD]
    epub = printed_date(article.article_date)
    return [*doi, *([f"Epub {epub}"] if epub else [])]
