"""CSL-JSON, what citeproc processors, pandoc, Zotero and Hugo read.

Schema: https://github.com/citation-style-language/schema, ``csl-data.json`` of CSL 1.0.2.
"""

import html
import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from scraper.model import Article, Author, Book, Date
from scraper.references import languages, notes, terms
from scraper.references.keys import key as key_of
from scraper.references.lines import one_line
from scraper.references.names import name, particle

_TYPES: Final = {"article": "article-journal", "book": "book", "book_section": "chapter"}
_MARKUP: Final = re.compile(r"</?u>")
"""CSL has ``i b sub sup``, and no underline."""

Pairs = Iterator[tuple[str, Any]]


def csl_json(article: Article, key: str | None = None) -> str:
    """Return the record as one CSL-JSON object, an element of a file's array.

    Args:
        article: The record.
        key: Its id in the file; None for the one that `keys` gives.
    """
    item = {"id": key or key_of(article), "type": _type(article)}
    item |= {variable: value for variable, value in _variables(one_line(article)) if value}
    return msgspec.json.encode(item).decode()


def _type(article: Article) -> str:
    return "article" if notes.is_preprint(article) and not article.book else _TYPES[article.kind]


def _variables(article: Article) -> Pairs:
    yield "title", _title(article)
    yield "original-title", article.vernacular_title
    yield "author", [_name(author) for author in article.authors or ()]
    yield from _container(article)
    yield from _place(article)
    yield from _content(article)
    yield "DOI", article.doi
    yield "PMID", article.pmid
    yield "PMCID", article.pmcid
    yield "URL", notes.url(article)
    yield "source", "PubMed"


def _container(article: Article) -> Pairs:
    if journal := article.journal:
        yield "container-title", journal.title or journal.medline_ta
        yield "container-title-short", journal.medline_ta
        yield "ISSN", journal.issn
    if article.book:
        yield from _book(article, article.book)


def _book(article: Article, book: Book) -> Pairs:
    if article.kind == "book_section":
        yield "container-title", book.title
        yield "container-author", [{"literal": author} for author in book.authors or ()]
    yield "editor", [{"literal": editor} for editor in book.editors or ()]
    yield "collection-title", book.collection_title
    yield "edition", book.edition
    yield "publisher", book.publisher_name
    yield "publisher-place", book.publisher_location
    yield "ISBN", ", ".join(book.isbn or ())


def _place(article: Article) -> Pairs:
    start, end = article.start_page, article.end_page
    yield "issued", _date(article.pub_date)
    yield "available-date", _date(article.article_date)
    yield "volume", article.volume
    yield "issue", article.issue
    yield "page", f"{start}-{end}" if start and end else article.pages


def _content(article: Article) -> Pairs:
    yield "abstract", article.abstract
    yield "keyword", "; ".join(terms.keywords(article))
    yield "language", ", ".join(map(languages.tag, article.languages or ()))
    yield "genre", notes.PREPRINT if notes.is_preprint(article) else None
    yield "note", "; ".join([*notes.status(article), *notes.notices(article)])


def _title(article: Article) -> str | None:
    """Write the title with its markup as CSL has it; all else is plain text, nothing escaped."""
    if article.title_html is None:
        return article.title
    return html.unescape(_MARKUP.sub("", article.title_html))


def _name(author: Author) -> dict[str, str]:
    found = name(author)
    if found.literal:
        return {"literal": found.literal}
    small, family = particle(found.family)
    parts = {
        "family": family,
        "given": found.given,
        "suffix": found.suffix,
        "non-dropping-particle": small,
    }
    return {part: said for part, said in parts.items() if said}


def _date(date: Date | None) -> dict[str, list[list[int]]] | None:
    if date is None:
        return None
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}
