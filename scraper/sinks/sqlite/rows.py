"""A record as rows of tables; the columns of each are those of :mod:`.tables`, in order.

With ``--fields`` any key but ``kind`` and ``pmid`` can be missing: then a value is null
and a list has no rows.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final

Record = dict[str, Any]
Row = tuple[Any, ...]
Rows = tuple[str, list[Row]]
"""A table's name and rows of it."""

_IDENTITY: Final = (
    *("pmid", "kind", "pmcid", "doi", "bookaccession"),
    *("title", "vernacular_title", "abstract"),
)
_JOURNAL: Final = ("title", "medline_ta", "issn", "nlm_unique_id")
_CITATION: Final = ("citation", "volume", "issue", "pages", "start_page", "end_page")
_STATE: Final = ("publication_status", "free_full_text", "retracted")
_PAGE: Final = ("layout", "url", "source", "retrieved_at")
_AUTHOR: Final = (
    *("name", "last_name", "fore_name", "initials", "suffix"),
    *("collective_name", "orcid", "equal_contrib"),
)
_LINK: Final = ("pmid", "pmcid", "doi", "title", "citation")
_LINKS: Final = ("cited_by", "similar_articles", "references")
_LISTING: Final = ("source", "total", "page", "page_size", "query", "linkname", "from_uid")
_ITEM: Final = ("pmid", "title", "citation", "doi", "snippet")


def _values(record: Record | None, names: Iterable[str]) -> Row:
    return tuple((record or {}).get(name) for name in names)


def article(record: Record, line: str) -> Row:
    """Return the row of ``articles``, without its id."""
    return (
        *_values(record, _IDENTITY),
        *_values(record.get("journal"), _JOURNAL),
        *_values(record, _CITATION),
        *_values(record.get("pub_date"), ("iso", "year")),
        *_values(record.get("article_date"), ("iso",)),
        *_values(record, _STATE),
        *_values(record.get("page"), _PAGE),
        line,
    )


def parts(record: Record, id_: int) -> Iterator[Rows]:
    """Yield the rows of the tables that hang on ``articles``."""
    yield from _byline(record, id_)
    yield from _mesh(record.get("mesh_headings") or (), id_)
    for name in ("publication_types", "keywords"):
        yield name, [(id_, *found) for found in enumerate(record.get(name) or ())]
    yield "citations", list(chain.from_iterable(_citations(record, id_)))


def _byline(record: Record, id_: int) -> Iterator[Rows]:
    authors, affiliations = record.get("authors") or (), record.get("affiliations") or ()
    yield "authors", [(id_, at, *_values(author, _AUTHOR)) for at, author in enumerate(authors)]
    yield "affiliations", [(id_, *found) for found in enumerate(affiliations)]
    yield (
        "author_affiliations",
        [
            (id_, at, affiliation)
            for at, author in enumerate(authors)
            for affiliation in sorted(set(author["affiliations"]))
            if affiliation < len(affiliations)  # --fields can leave them out
        ],
    )


def _mesh(headings: Iterable[Record], id_: int) -> Iterator[Rows]:
    yield (
        "mesh_headings",
        [
            (id_, at, *_values(heading, ("descriptor_name", "major_topic")))
            for at, heading in enumerate(headings)
        ],
    )
    yield (
        "mesh_qualifiers",
        [
            (id_, of, at, *_values(qualifier, ("qualifier_name", "major_topic")))
            for of, heading in enumerate(headings)
            for at, qualifier in enumerate(heading["qualifiers"])
        ],
    )


def _citations(record: Record, id_: int) -> Iterator[list[Row]]:
    """Yield the rows of each list of linked articles."""
    lists = {name: (record.get(name) or {}).get("items") or [] for name in _LINKS}
    for notice in record.get("comments_corrections") or ():
        lists.setdefault(notice["ref_type"], []).append(notice["article"])
    for type_, linked in lists.items():
        yield [(id_, type_, at, *_values(other, _LINK)) for at, other in enumerate(linked)]


def listing(record: Record, line: str) -> Row:
    """Return the row of ``listings``, without its id."""
    return (*_values(record, _LISTING), line)


def listing_items(record: Record, id_: int) -> list[Row]:
    """Return the rows of a listing's items."""
    items = enumerate(record.get("items") or ())
    return [(id_, at, record.get("source"), *_values(item, _ITEM), None) for at, item in items]


def listing_item(record: Record, line: str) -> Row:
    """Return the row of an item that is a record of its own."""
    return (None, None, record.get("source"), *_values(record, _ITEM), line)
