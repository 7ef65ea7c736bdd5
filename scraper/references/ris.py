"""RIS, the format of EndNote, Zotero, Mendeley and the rest.

Tags as in the specification of 2011 (https://en.wikipedia.org/wiki/RIS_(file_format)); where it
leaves a choice, what EndNote's own filters use: ``AN`` PMID, ``C2`` PMCID, ``ET`` Epub date.
"""

from collections.abc import Iterator
from typing import Final

from scraper.model import Article, Book, Date
from scraper.references import languages, names, notes, terms
from scraper.references.lines import one_line

_TYPES: Final = {"article": "JOUR", "book": "BOOK", "book_section": "CHAP"}

Pairs = Iterator[tuple[str, str | None]]


def ris(article: Article) -> str:
    """Return the record as one RIS reference, from ``TY`` to ``ER``.

    A value is one line: what looks like a tag inside of an abstract is never read as one.
    """
    lines = [f"TY  - {_TYPES[article.kind]}"]
    lines += [f"{tag}  - {value}" for tag, value in _pairs(one_line(article)) if value]
    return "\n".join([*lines, "ER  - ", ""])


def _pairs(article: Article) -> Pairs:
    yield "AN", article.pmid
    yield "C2", article.pmcid
    yield "DO", article.doi
    yield "TI", article.title
    yield "OP", article.vernacular_title
    for author in article.authors or ():
        yield "AU", names.name(author).inverted()
    for affiliation in article.affiliations or ():
        yield "AD", affiliation
    yield from _container(article)
    yield from _place(article)
    yield from _content(article)
    yield "DB", "PubMed"
    yield "UR", notes.url(article)


def _container(article: Article) -> Pairs:
    if article.book:
        yield from _book(article, article.book)
    if journal := article.journal:
        yield "T2", journal.title or journal.medline_ta
        yield "J2", journal.medline_ta
        yield "SN", journal.issn


def _book(article: Article, book: Book) -> Pairs:
    if article.kind == "book_section":
        yield "T2", book.title
        yield "SE", book.location_label
    for editor in book.editors or ():
        yield "A2", editor
    yield "ET", book.edition
    yield "CY", book.publisher_location
    yield "PB", book.publisher_name
    yield "T3", book.collection_title
    for isbn in book.isbn or ():
        yield "SN", isbn


def _place(article: Article) -> Pairs:
    yield "VL", article.volume
    yield "IS", article.issue
    yield "SP", article.start_page or article.pages
    yield "EP", article.end_page
    if article.pub_date:
        yield "PY", str(article.pub_date.year)
        yield "DA", _date(article.pub_date)
    if article.article_date and not article.book:
        yield "ET", _date(article.article_date)


def _content(article: Article) -> Pairs:
    yield "AB", article.abstract
    for word in terms.keywords(article):
        yield "KW", word
    for language in article.languages or ():
        yield "LA", languages.english(language)
    for type_ in article.publication_types or ():
        yield "M3", type_
    for note in (*notes.status(article), *notes.notices(article)):
        yield "N1", note
    for grant in article.grants or ():
        yield "N1", f"Grant: {grant.raw}"


def _date(date: Date) -> str:
    """Write ``year/month/day/other``; a season or a range of months is the other.

    >>> _date(Date(raw="2010 Sep-Oct", year=2010, iso="2010"))
    '2010///Sep-Oct'
    """
    month = f"{date.month:02}" if date.month else ""
    day = f"{date.day:02}" if date.day else ""
    words = [word for word in date.raw.split() if word != str(date.year)]
    other = "" if date.month else " ".join(words)
    return f"{date.year:04}/{month}/{day}/{other}"
