"""MEDLINE text, as PubMed's own ``.nbib`` files have it: their tags in their order.

https://www.nlm.nih.gov/bsd/mms/medlineelements.html. `scraper.medline` reads it back.
"""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from scraper.errors import NoReference
from scraper.medline.tags import NOTICES
from scraper.model import Article, Book, OtherAbstract, Section
from scraper.references import languages, nbib_names, notes, terms
from scraper.references.lines import one_line
from scraper.references.nbib_source import compact_date, printed_date, source

_WIDTH: Final = 82
"""Characters of a line behind its tag, as in PubMed's files."""
_TAGS: Final = {ref_type: tag for tag, ref_type in NOTICES.items()}

Pairs = Iterator[tuple[str, str | None]]


def nbib(article: Article) -> str:
    """Return the record as MEDLINE text.

    Raises:
        NoReference: It has no PMID, which every record of MEDLINE begins with.
    """
    if article.pmid is None:
        message = "The record names no PMID, without which there is no MEDLINE record."
        raise NoReference(message, source=article.page.source)
    return "".join(_lines(tag, value) for tag, value in _pairs(one_line(article)) if value)


def _lines(tag: str, value: str) -> str:
    """Write one value; its lines after the first begin with six spaces, so that none has a tag."""
    lines = textwrap.wrap(value, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return f"{tag:<4}- " + "\n      ".join(lines) + "\n"


def _pairs(article: Article) -> Pairs:
    yield "PMID", article.pmid
    yield from _citation(article)
    yield "AB", _abstract(article)
    yield "CI", article.abstract_copyright
    if article.book:
        yield from nbib_names.editors(article.book)
    yield from nbib_names.byline(article)
    yield from _publication(article)
    yield from _indexing(article)
    yield from nbib_names.investigators(article)
    yield "AID", article.bookaccession and f"{article.bookaccession} [bookaccession]"
    yield "AID", article.doi and f"{article.doi} [doi]"
    yield "PST", article.publication_status
    yield "SO", source(article)


def _citation(article: Article) -> Pairs:
    book, journal = article.book, article.journal
    yield "DRDT", compact_date(book.date_revised) if book else None
    yield "CTDT", _contribution_date(article, book)
    yield "IS", journal.issn if journal else None
    yield "VI", article.volume
    yield "IP", article.issue
    yield "PB", book.publisher_name if book else None
    yield "DP", printed_date(book.pub_date if book else article.pub_date)
    yield "TI", _title(None if book and article.kind == "book" else article.title)
    if book:
        yield from _book(book)
    yield "PG", article.pages


def _contribution_date(article: Article, book: Book | None) -> str | None:
    """Write a section's own date, where it is not merely its book's."""
    own = book is not None and article.pub_date != book.pub_date
    return compact_date(article.pub_date) if own else None


def _book(book: Book) -> Pairs:
    yield "BTI", book.title
    yield "CTI", book.collection_title
    yield "VTI", book.volume_title
    yield "EN", book.edition
    for isbn in book.isbn or ():
        yield "ISBN", isbn


def _title(title: str | None) -> str | None:
    """End a title with a full stop, unless it ends with a mark of its own."""
    return title if not title or title.endswith((".", "?", "!")) else f"{title}."


def _publication(article: Article) -> Pairs:
    for language in article.languages or ():
        yield "LA", languages.code(language)
    for data in article.associated_data or ():
        yield "SI", f"{data.source}/{data.accession}"
    for grant in article.grants or ():
        yield "GR", grant.raw
    for type_ in article.publication_types or ():
        yield "PT", type_
    yield "TT", _title(article.vernacular_title)
    yield "DEP", compact_date(article.article_date)
    yield "PL", article.book.publisher_location if article.book else None
    if journal := article.journal:
        yield "TA", journal.medline_ta
        yield "JT", journal.title
        yield "JID", journal.nlm_unique_id


def _indexing(article: Article) -> Pairs:
    for substance in article.substances or ():
        yield "RN", f"0 ({substance})"  # its registry number is on no page
    for concept in article.supplementary_concepts or ():
        yield "NM", concept
    for notice in article.comments_corrections or ():
        if notice.ref_type in _TAGS:
            yield _TAGS[notice.ref_type], notes.cited(notice.article)
    for heading in article.mesh_headings or ():
        yield "MH", terms.mesh_heading(heading)
    for person in article.personal_names or ():
        yield "FPS", person
    yield "PMC", article.pmcid
    for other in article.other_abstracts or ():
        yield "OAB", _other_abstract(other)
        yield "OABL", other.language and languages.code(other.language)
    for keyword in article.keywords or ():
        yield "OT", keyword
    yield "COIS", article.coi_statement
    if article.references and article.references.total:
        yield "RF", str(article.references.total)


def _abstract(article: Article) -> str | None:
    return _running(article.abstract_sections or ()) or article.abstract


def _other_abstract(other: OtherAbstract) -> str:
    said = _running(other.sections) or other.text
    return f"{other.heading}: {said}" if other.heading else said


def _running(sections: Iterable[Section]) -> str:
    """Join sections to one text, their labels in capitals, as MEDLINE has them."""
    return " ".join(f"{s.label.upper()}: {s.text}" if s.label else s.text for s in sections)
