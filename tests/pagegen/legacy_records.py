"""The whole record of a page of a layout before 2020, and its parts where they differ."""

from typing import Any

from .build import Json, citation, linked
from .records import html_record

_PANELS = ("cited_by", "similar_articles", "related_information")
_NOT_IN_2009 = (
    "investigators",
    "publication_types",
    "keywords",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "grants",
    "associated_data",
    "figures",
    "link_out",
)
_ORDER = (
    "comments_corrections",
    "abstract",
    "keywords",
    "book",
    "figures",
    "publication_types",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "associated_data",
    "grants",
    "link_out",
    "similar_articles",
    "cited_by",
    "related_information",
)
"""Sections and panels in the order in which a page prints them."""


def legacy_record(**fields: Any) -> Json:  # noqa: ANN401 - JSON
    """Write the record of a legacy page.

    A panel that is not named here waited for its script; the page has no references.
    """
    absent = dict.fromkeys((*_PANELS, "references"))
    return _placed(html_record(**(absent | fields)), "legacy")


def abstractplus_record(**fields: Any) -> Json:  # noqa: ANN401 - JSON
    """Write the record of a page of 2009, which shows little more than the abstract."""
    absent = dict.fromkeys((*_PANELS, *_NOT_IN_2009, "references"))
    return _placed(html_record(**(absent | fields)), "abstractplus")


def _placed(record: Json, layout: str) -> Json:
    shown = record | {
        "abstract": record["abstract_sections"],
        "book": record["book"] and record["book"]["sections"],
    }
    record["page"] |= {
        "layout": layout,
        "url": None,
        "sections": [key for key in _ORDER if shown[key]],
    }
    return record


def last_first(name: str, *affiliations: int, equal: bool = False) -> Json:
    """Write an author as printed before 2020: ``Last II`` or ``Last II Jr``."""
    words = name.split()
    suffix = words.pop() if words[-1] in {"Jr", "Sr", "2nd", "3rd", "4th"} else None
    return {
        "name": name,
        "last_name": " ".join(words[:-1]),
        "fore_name": None,
        "initials": words[-1],
        "suffix": suffix,
        "collective_name": None,
        "orcid": None,
        "equal_contrib": equal,
        "affiliations": list(affiliations),
    }


def brief(  # noqa: PLR0913, PLR0917 - one argument for each printed part
    pmid: str | None,
    title: str | None,
    authors: str,
    journal: str,
    when: Json,
    numbers: tuple[str | None, str | None, str | None],
    *,
    epub: Json | None = None,
    types: tuple[str, ...] = (),
    complete: bool = True,
) -> Json:
    """Write an entry of a panel; volume and issue stand after a space."""
    entry = linked(
        pmid, title, authors, journal, when, numbers, epub=epub, types=types, complete=complete
    )
    entry["has_abstract"] = None
    line = f"{journal}. {citation(when, *numbers)}".replace(";", "; ", 1)
    entry["citation"] = line + (f" Epub {epub['raw']}." if epub else "")
    entry["authors_complete"] = complete and bool(entry["authors"])
    return entry


def source_only(pmid: str, title: str, journal: str, when: Json) -> Json:
    """Write a notice's article: title, journal and year in brackets."""
    entry = linked(pmid, title, "", journal, when, (None, None, None), complete=False)
    return entry | {"has_abstract": None, "citation": f"{journal}. {when['raw']}"}


def citation_only(
    journal: str, when: Json, numbers: tuple[str | None, str | None, str | None]
) -> Json:
    """Write a notice's article that is nothing but a citation."""
    entry = linked(None, None, "", journal, when, numbers, complete=False)
    return entry | {"has_abstract": None}
