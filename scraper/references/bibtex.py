r"""BibTeX, also for BibLaTeX: UTF-8, LaTeX's own characters written out (see `latex`).

``doi`` and ``url`` are as they are, as BibLaTeX reads them word for word.
"""

import re
from collections.abc import Iterator
from typing import Final

from scraper.model import Article, Author, Book
from scraper.references import languages, latex, notes, terms
from scraper.references.keys import key as key_of
from scraper.references.lines import one_line
from scraper.references.names import name, particle

_TYPES: Final = {"article": "article", "book": "book", "book_section": "incollection"}
_MONTHS: Final = dict(enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1))
"""Macros that every style defines, in its own language."""
_PARTED: Final = re.compile(r",|\band\b", re.IGNORECASE)
_VERBATIM: Final = str.maketrans({"{": "%7B", "}": "%7D"})

Fields = Iterator[tuple[str, str | None]]


def bibtex(article: Article, key: str | None = None) -> str:
    """Return the record as one BibTeX entry.

    Args:
        article: The record.
        key: Its key in the file; None for the one that `keys` gives.
    """
    lines = [f"@{_TYPES[article.kind]}{{{key or key_of(article)},"]
    for field, value in _fields(one_line(article)):
        if value:
            said = value if field == "month" else f"{{{value}}}"
            lines.append(f"  {field} = {said},")
    return "\n".join([*lines, "}", ""])


def _fields(article: Article) -> Fields:
    """Give each field and its value as LaTeX."""
    yield "author", _people(article.authors or (), complete=article.authors_complete is not False)
    yield "editor", _editors(article.book)
    yield "title", article.title and latex.title(article.title, article.title_html)
    yield from _container(article)
    yield from _place(article)
    yield from _content(article)
    yield "doi", (article.doi or "").translate(_VERBATIM)
    yield "url", (notes.url(article) or "").translate(_VERBATIM)


def _container(article: Article) -> Fields:
    if journal := article.journal:
        yield "journal", _plain(journal.title or journal.medline_ta)
        yield "shortjournal", _plain(journal.medline_ta)
        yield "issn", _plain(journal.issn)
    if book := article.book:
        if article.kind == "book_section":
            yield "booktitle", _plain(book.title)
        yield "series", _plain(book.collection_title)
        yield "edition", _plain(book.edition)
        yield "publisher", _plain(book.publisher_name)
        yield "address", _plain(book.publisher_location)
        yield "isbn", _plain(", ".join(book.isbn or ()))


def _place(article: Article) -> Fields:
    yield "volume", _plain(article.volume)
    yield "number", _plain(article.issue)
    if article.start_page and article.end_page:
        yield "pages", f"{_plain(article.start_page)}--{_plain(article.end_page)}"
    else:
        yield "pages", _plain(article.pages)
    if date := article.pub_date:
        yield "year", str(date.year)
        yield "month", _MONTHS.get(date.month or 0)


def _content(article: Article) -> Fields:
    yield "pmid", _plain(article.pmid)
    yield "pmcid", _plain(article.pmcid)
    yield "abstract", _plain(article.abstract)
    yield "keywords", _plain("; ".join(terms.keywords(article)))
    yield "language", _plain("; ".join(map(languages.english, article.languages or ())))
    yield "note", _plain("; ".join([*notes.status(article), *notes.notices(article)]))


def _plain(value: str | None) -> str:
    return latex.escaped(value or "")


def _people(authors: tuple[Author, ...], *, complete: bool) -> str:
    found = [_person(author) for author in authors]
    return " and ".join(found if complete or not found else [*found, "others"])


def _editors(book: Book | None) -> str:
    """Write editors, whose names no record splits."""
    return " and ".join(f"{{{_plain(editor)}}}" for editor in (book and book.editors) or ())


def _person(author: Author) -> str:
    """Write a name for BibTeX's parser: ``von Last, Jr, First``; in braces where it goes wrong.

    >>> _person(Author(name="Lopez y Vale A", last_name="Lopez y Vale", initials="A"))
    '{Lopez y Vale}, A'
    """
    found = name(author)
    whole = found.literal or (found.family if not found.given + found.suffix else "")
    if whole:
        return f"{{{_plain(whole)}}}"
    von, last = particle(found.family)
    harmless = _plain(von) == von and not _PARTED.search(von)
    family = f"{von} {_part(last)}".lstrip() if harmless else _part(found.family)
    given, suffix = _part(found.given), _part(found.suffix)
    return ", ".join((family, suffix, given) if suffix else (family, given))


def _part(text: str) -> str:
    """Brace what BibTeX would part at a comma or ``and``, or take for a particle or a command."""
    whole = _plain(text)
    small = any(word[0].islower() for word in text.split()[1:])
    return f"{{{whole}}}" if small or whole != text or _PARTED.search(text) else whole
