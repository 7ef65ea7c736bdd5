r"""BibTeX, read by pybtex; the LaTeX of its values by pylatexenc.

Neither knows some names of characters, which are those of LaTeX's kernel.
"""

from typing import Any

from pybtex.database import Person, parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from scraper.model import Article, Author
from scraper.normalize import squash
from scraper.references import languages
from tests.references.told import keywords, name, notes, url

_CONTEXT = get_default_latex_context_db()
_KERNEL = {
    "braceleft": "{",
    "braceright": "}",
    "asciicircum": "^",
    "bar": "|",
    "less": "<",
    "greater": ">",
}
_CONTEXT.add_context_category(
    "kernel", prepend=True, macros=[MacroTextSpec(f"text{name}", c) for name, c in _KERNEL.items()]
)
_LATEX = LatexNodes2Text(latex_context=_CONTEXT, strict_latex_spaces="macros")
_VERBATIM = {"doi", "url"}
_MONTHS = "January February March April May June July August September October November December"


def plain(latex: str) -> str:
    """Return what LaTeX prints."""
    printed: str = _LATEX.latex_to_text(latex)
    return printed


def found(text: str) -> dict[str, Any]:
    """Return what pybtex finds in a text of one entry."""
    entries = parse_string(text, "bibtex").entries
    ((key, entry),) = entries.items()
    fields = {
        field: value if field in _VERBATIM else plain(value)
        for field, value in entry.fields.items()
    }
    people = {role: [_person(person) for person in said] for role, said in entry.persons.items()}
    return {"key": key, "type": entry.type, **fields, **people}


def _person(person: Person) -> tuple[str, str, str]:
    """Return family and given name and suffix."""
    family = [*person.prelast_names, *person.last_names]
    given = [*person.first_names, *person.middle_names]
    return plain(" ".join(family)), plain(" ".join(given)), plain(" ".join(person.lineage_names))


def wanted(article: Article, key: str) -> dict[str, Any]:
    """Return what it must find."""
    journal, book = article.journal, article.book
    section = book is not None and article.kind == "book_section"
    authors = [_name(author) for author in article.authors or ()]
    others = [("others", "", "")] if authors and article.authors_complete is False else []
    date = article.pub_date
    said: dict[str, Any] = {
        "key": key,
        "type": {"article": "article", "book": "book", "book_section": "incollection"}[
            article.kind
        ],
        "author": authors + others,
        "editor": [(editor, "", "") for editor in (book and book.editors) or ()],
        "title": article.title,
        "journal": journal and (journal.title or journal.medline_ta),
        "shortjournal": journal and journal.medline_ta,
        "issn": journal and journal.issn,
        "booktitle": book.title if book and section else None,
        "series": book and book.collection_title,
        "edition": book and book.edition,
        "publisher": book and book.publisher_name,
        "address": book and book.publisher_location,
        "isbn": book and ", ".join(book.isbn or ()),
        "volume": article.volume,
        "number": article.issue,
        "pages": f"{article.start_page}–{article.end_page}" if article.end_page else article.pages,
        "year": date and str(date.year),
        "month": date and date.month and _MONTHS.split()[date.month - 1],
        "pmid": article.pmid,
        "pmcid": article.pmcid,
        "abstract": article.abstract,
        "keywords": "; ".join(keywords(article)),
        "language": "; ".join(languages.english(said) for said in article.languages or ()),
        "note": "; ".join(notes(article)),
        "doi": article.doi and article.doi.replace("{", "%7B").replace("}", "%7D"),
        "url": url(article),
    }
    return {field: squash(v) if isinstance(v, str) else v for field, v in said.items() if v}


def _name(author: Author) -> tuple[str, str, str]:
    family, given, suffix = name(author)
    return squash(family), squash(given), squash(suffix)
