"""CSL-JSON, held against its schema and read as JSON; markup by an HTML parser."""

import json
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement
from jsonschema import Draft7Validator

from scraper.model import Article, Author, Date
from scraper.normalize import squash
from scraper.references import languages
from tests.references.csl_schema import schema
from tests.references.told import keywords, name, notes, url

_VALIDATOR = Draft7Validator(schema())


def read(text: str) -> list[dict[str, Any]]:
    """Read a file, which must be valid."""
    items: list[dict[str, Any]] = json.loads(text)
    _VALIDATOR.validate(items)
    return items


def found(text: str) -> dict[str, Any]:
    """Return what is in one item."""
    (item,) = read(f"[{text}]")
    for role in ("author", "editor", "container-author"):
        if role in item:
            item[role] = list(map(_person, item[role]))
    return item


def _person(said: dict[str, str]) -> tuple[str, str, str]:
    parts = (said.get("non-dropping-particle"), said.get("family"), said.get("literal"))
    return " ".join(filter(None, parts)), said.get("given", ""), said.get("suffix", "")


def wanted(article: Article, key: str) -> dict[str, Any]:
    """Return what must be there."""
    journal, book = article.journal, article.book
    section = book is not None and article.kind == "book_section"
    preprint = "Preprint" in (article.publication_types or ())
    types = {"article": "article-journal", "book": "book", "book_section": "chapter"}
    said: dict[str, Any] = {
        "id": key,
        "type": "article" if preprint else types[article.kind],
        "genre": "Preprint" if preprint else None,
        "title": _title(article),
        "original-title": article.vernacular_title,
        "author": [_name(author) for author in article.authors or ()],
        "editor": [(editor, "", "") for editor in (book and book.editors) or ()],
        "container-title": (book.title if section else None)
        if book
        else journal and (journal.title or journal.medline_ta),
        "container-title-short": journal and journal.medline_ta,
        "container-author": [(said, "", "") for said in (book and section and book.authors) or ()],
        "collection-title": book and book.collection_title,
        "edition": book and book.edition,
        "publisher": book and book.publisher_name,
        "publisher-place": book and book.publisher_location,
        "ISBN": book and ", ".join(book.isbn or ()),
        "ISSN": journal and journal.issn,
        "issued": _date(article.pub_date),
        "available-date": _date(article.article_date),
        "volume": article.volume,
        "issue": article.issue,
        "page": f"{article.start_page}-{article.end_page}" if article.end_page else article.pages,
        "abstract": article.abstract and squash(article.abstract),
        "keyword": "; ".join(keywords(article)),
        "language": ", ".join(map(languages.tag, article.languages or ())),
        "note": "; ".join(notes(article)),
        "DOI": article.doi,
        "PMID": article.pmid,
        "PMCID": article.pmcid,
        "URL": url(article),
        "source": "PubMed",
    }
    return {variable: value for variable, value in said.items() if value}


def _name(author: Author) -> tuple[str, str, str]:
    family, given, suffix = name(author)
    return " ".join(family.split()), " ".join(given.split()), suffix


def _date(date: Date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [list(map(int, date.iso.split("-")))]} if date else None


def _title(article: Article) -> str | None:
    """Return the title with CSL's markup, put together from the nodes of the page's."""
    if article.title_html is None:
        return article.title
    return _marked(BeautifulSoup(article.title_html, "html.parser"))


def _marked(node: PageElement) -> str:
    if not isinstance(node, Tag):
        return str(node)
    inner = "".join(map(_marked, node.children))
    return f"<{node.name}>{inner}</{node.name}>" if node.name in {"i", "b", "sub", "sup"} else inner
