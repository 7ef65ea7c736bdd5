"""RIS, read by rispy."""

import re
from typing import Any

import rispy
from rispy.config import LIST_TYPE_TAGS

from scraper.model import Article, Author, Date
from scraper.normalize import squash
from scraper.references import languages
from tests.references.told import keywords, name, notes, url

_REPEATED = [*LIST_TYPE_TAGS, "AD", "LA", "M3", "SN"]


def read(text: str) -> list[dict[str, Any]]:
    """Read references; rispy keeps the first of a repeated tag unless it is told of it."""
    references: list[dict[str, Any]] = rispy.loads(text, list_tags=_REPEATED)
    return references


def found(text: str) -> dict[str, Any]:
    """Return what rispy finds in a text of one reference."""
    (reference,) = read(text)
    assert "unknown_tag" not in reference
    if "urls" in reference:
        reference["urls"] = ";".join(reference["urls"])  # rispy parts at each semicolon
    return reference


def wanted(article: Article) -> dict[str, Any]:
    """Return what it must find."""
    journal, book = article.journal, article.book
    section = book is not None and article.kind == "book_section"
    epub = article.article_date if not book else None
    said = {
        "type_of_reference": {"article": "JOUR", "book": "BOOK", "book_section": "CHAP"}[article.kind],
        "accession_number": article.pmid,
        "custom2": article.pmcid,
        "doi": article.doi,
        "title": article.title,
        "original_publication": article.vernacular_title,
        "authors": [_inverted(author) for author in article.authors or ()],
        "author_address": [*(article.affiliations or ())],
        "secondary_title": (book.title if section else None)
        if book
        else journal and (journal.title or journal.medline_ta),
        "alternate_title1": journal and journal.medline_ta,
        "issn": [*(book.isbn or ())] if book else [journal.issn] if journal and journal.issn else [],
        "section": book.location_label if book and section else None,
        "secondary_authors": [*(book.editors or ())] if book else [],
        "edition": book.edition if book else epub and _date(epub),
        "place_published": book and book.publisher_location,
        "publisher": book and book.publisher_name,
        "tertiary_title": book and book.collection_title,
        "volume": article.volume,
        "number": article.issue,
        "start_page": article.start_page or article.pages,
        "end_page": article.end_page,
        "year": article.pub_date and str(article.pub_date.year),
        "date": article.pub_date and _date(article.pub_date),
        "abstract": article.abstract,
        "keywords": keywords(article),
        "language": [languages.english(language) for language in article.languages or ()],
        "type_of_work": [*(article.publication_types or ())],
        "notes": notes(article) + [f"Grant: {grant.raw}" for grant in article.grants or ()],
        "name_of_database": "PubMed",
        "urls": url(article),
    }  # fmt: skip
    return {field: _one_line(value) for field, value in said.items() if value}


def _inverted(author: Author) -> str:
    family, given, suffix = name(author)
    return f"{family}, {given}, {suffix}" if suffix else ", ".join(filter(None, (family, given)))


def _date(date: Date) -> str:
    year, month, day = [*date.iso.split("-"), "", ""][:3]
    season = "" if month else squash(re.sub(rf"(?<!\S){year}(?!\S)", "", date.raw))
    return f"{year}/{month}/{day}/{season}"


def _one_line(value: Any) -> Any:  # noqa: ANN401 - a string or a list of them
    return list(map(squash, value)) if isinstance(value, list) else squash(value or "")
