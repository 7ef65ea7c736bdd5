"""The registry of sections: which function reads which field.

A function of ``FIELDS`` is named like the field that it reads; one of ``FAMILIES``
returns a TypedDict of fields that are read together.
"""

from collections.abc import Mapping
from functools import singledispatch
from typing import Any, Final

from scraper.abstractplus import AbstractPlusPage
from scraper.exchange import ExchangeRecord
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import Article, Notice
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.results import ResultsArticle, without_claims
from scraper.sections.abstract import abstract
from scraper.sections.associated_data import associated_data
from scraper.sections.authors import authors
from scraper.sections.book import book
from scraper.sections.citation import citation
from scraper.sections.cited_by import cited_by
from scraper.sections.coi_statement import coi_statement
from scraper.sections.comments_corrections import comments_corrections
from scraper.sections.figures import figures
from scraper.sections.free_full_text import free_full_text
from scraper.sections.full_text_links import full_text_links
from scraper.sections.grants import grants
from scraper.sections.identifiers import identifiers
from scraper.sections.investigators import investigators
from scraper.sections.journal import journal
from scraper.sections.keywords import keywords
from scraper.sections.kind import kind
from scraper.sections.link_out import link_out
from scraper.sections.mesh_headings import mesh_headings
from scraper.sections.origin import page
from scraper.sections.personal_names import personal_names
from scraper.sections.publication_types import publication_types
from scraper.sections.references import references
from scraper.sections.related_information import related_information
from scraper.sections.similar_articles import similar_articles
from scraper.sections.substances import substances
from scraper.sections.supplementary_concepts import supplementary_concepts
from scraper.sections.title import title

FAMILIES: Final[tuple[Any, ...]] = (
    identifiers,
    title,
    authors,
    citation,
    abstract,
)

FIELDS: Final[tuple[Any, ...]] = (
    kind,
    investigators,
    journal,
    book,
    free_full_text,
    publication_types,
    keywords,
    coi_statement,
    mesh_headings,
    substances,
    supplementary_concepts,
    personal_names,
    grants,
    associated_data,
    comments_corrections,
    cited_by,
    similar_articles,
    references,
    figures,
    full_text_links,
    link_out,
    related_information,
    page,
)

NOT_CARRIED: Final[Mapping[type[Layout], frozenset[str]]] = {
    ModernPage: frozenset(),
    LegacyPage: frozenset({"references"}),
    AbstractPlusPage: frozenset(
        {
            "associated_data",
            "book",
            "coi_statement",
            "figures",
            "free_full_text",
            "grants",
            "investigators",
            "keywords",
            "kind",
            "link_out",
            "mesh_headings",
            "personal_names",
            "publication_types",
            "references",
            "substances",
            "supplementary_concepts",
        }
    ),
    TextPage: frozenset(),
}
"""What a layout never prints, by the name of the section's function; all else has a reader."""

_Readers = tuple[list[Any], list[tuple[str, Any]]]
_READERS: Final[dict[type[Layout], _Readers]] = {}
"""The readers of each layout, families and then fields: looked up once, not for each page."""


@singledispatch
def read(layout: Layout) -> Article:
    """Read every field of a page into a record."""
    return _read(layout)


@read.register
def _exchange(layout: ExchangeRecord) -> Article:
    return layout.article()


@read.register
def _rendering(layout: TextPage) -> Article:
    article = _read(layout)
    if not layout.is_doubtful:
        return article
    from scraper.rendering import without_doubt  # noqa: PLC0415 - few renderings need it

    return without_doubt(article)


@read.register
def _result(layout: ResultsArticle) -> Article:
    return without_claims(_read(layout))


def _read(layout: Layout) -> Article:
    values: dict[str, Any] = {}
    kind = type(layout)
    families, fields = _READERS.get(kind) or _READERS.setdefault(kind, _readers(kind))
    for family in families:
        values.update(family(layout))
    for name, field in fields:
        values[name] = field(layout)
    values["retracted"] = retracted(
        layout, values["publication_types"] or (), values["comments_corrections"] or ()
    )
    return Article(**values, warnings=tuple(layout.warnings))


def _readers(layout: type[Layout]) -> _Readers:
    families: list[Any] = [family.dispatch(layout) for family in FAMILIES]
    return families, [(field.__name__, field.dispatch(layout)) for field in FIELDS]


def retracted(layout: Layout, types: tuple[str, ...], notices: tuple[Notice, ...]) -> bool | None:
    """Tell whether the article is retracted: by its type, or by a ``Retraction in`` notice.

    Where neither is there, the answer is no only on a page that would show them.
    """
    if "Retracted Publication" in types or any(n.ref_type == "RetractionIn" for n in notices):
        return True
    return None if layout.absent is None else False
