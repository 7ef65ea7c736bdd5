"""The whole record.

Every key in the order of the contract, filled for a page or for a text rendering.
"""

from collections.abc import Mapping
from typing import Any

from .build import Json, citation, joined

PAGE_ORDER = (
    "abstract",
    "other_abstracts",
    "keywords",
    "coi_statement",
    "book",
    "figures",
    "comments_corrections",
    "similar_articles",
    "cited_by",
    "references",
    "publication_types",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "associated_data",
    "related_information",
    "grants",
    "link_out",
)
"""The body sections in the order in which a page of the modern layout prints them."""

_LISTS = (
    "publication_types",
    "other_abstracts",
    "keywords",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "grants",
    "associated_data",
    "comments_corrections",
    "figures",
    "full_text_links",
    "link_out",
    "related_information",
)

_KEYS = (
    "schema_version",
    "kind",
    "pmid",
    "pmcid",
    "doi",
    "bookaccession",
    "title",
    "title_html",
    "vernacular_title",
    "languages",
    "authors",
    "authors_complete",
    "affiliations",
    "investigators",
    "journal",
    "book",
    "citation",
    "volume",
    "issue",
    "pages",
    "start_page",
    "end_page",
    "pub_date",
    "article_date",
    "publication_status",
    "free_full_text",
    "publication_types",
    "abstract",
    "abstract_sections",
    "abstract_copyright",
    "other_abstracts",
    "keywords",
    "coi_statement",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "grants",
    "associated_data",
    "comments_corrections",
    "retracted",
    "cited_by",
    "similar_articles",
    "references",
    "figures",
    "full_text_links",
    "link_out",
    "related_information",
    "page",
    "warnings",
)


def _filled(value: Any) -> bool:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return bool(value["items"]) or not value["complete"]
    return bool(value)


def _finish(record: Json) -> Json:
    if record["abstract_sections"]:
        record["abstract"] = joined(record["abstract_sections"])
    if record["citation"] is None and not record["book"]:
        record["citation"] = citation(
            record["pub_date"], record["volume"], record["issue"], record["pages"]
        )
    hints = {key: value for key, value in record.items() if key.startswith("_")}
    return {key: record[key] for key in _KEYS} | hints


def html_record(**fields: Any) -> Json:  # noqa: ANN401 - JSON
    """Write the record of an HTML page: what is not named here, the page shows not to have."""
    unknown = {key for key in fields if not key.startswith("_")} - set(_KEYS)
    if unknown:
        raise KeyError(f"no such keys: {sorted(unknown)}")
    record: Json = dict.fromkeys(_KEYS)
    record |= {key: [] for key in _LISTS}
    record |= {
        "languages": [],
        "authors": [],
        "affiliations": [],
        "investigators": [],
        "abstract_sections": [],
        "warnings": [],
    }
    record |= {
        "schema_version": "1.0",
        "kind": "article",
        "authors_complete": True,
        "retracted": False,
    }
    record["cited_by"] = {"total": 0, "complete": True, "source": "page", "items": []}
    record["similar_articles"] = {"total": 0, "complete": True, "source": "page", "items": []}
    record["references"] = {"total": 0, "complete": True, "items": []}
    record |= fields
    if not record["authors_complete"] and "warnings" not in fields:
        record["warnings"] = [warning("authors_incomplete")]
    if (
        not record["link_out"]
        and not record["full_text_links"]
        and record["journal"]
        and record["journal"]["nlm_unique_id"]
    ):
        raise ValueError("a page without links to publishers does not show the journal's NLM id")
    record["page"] = {
        "layout": "modern",
        "url": f"https://pubmed.ncbi.nlm.nih.gov/{record['pmid']}/",
        "source": None,
        "encoding": "utf-8",
        "sections": [key for key in PAGE_ORDER if _filled(_section_value(record, key))],
    }
    return _finish(record)


def warning(code: str) -> Json:
    """Write the warning about a byline."""
    path, _, _ = code.partition("_")
    message = {
        "authors": "The page shows only some of the authors.",
        "affiliations": "Authors have numbers of affiliations that the page does not show.",
    }
    return {"code": code, "path": path, "message": message[path]}


def _section_value(record: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 - JSON
    if key == "book":
        return record["book"] and record["book"]["sections"]
    return record["abstract_sections"] if key == "abstract" else record[key]


def text_record(*, sections: list[str], **fields: Any) -> Json:  # noqa: ANN401 - JSON
    """Write the record of a text rendering: what is not named here, the rendering cannot tell."""
    record: Json = dict.fromkeys(_KEYS)
    record |= {"schema_version": "1.0", "kind": "article", "warnings": []}
    record |= fields
    record["page"] = {
        "layout": "text",
        "url": None,
        "source": None,
        "encoding": "utf-8",
        "sections": sections,
    }
    return _finish(record)


def expected(record: Json, source: str, encoding: str = "utf-8") -> Json:
    """Give the record that a reader of the file ``source`` writes.

    Without the hints for the templates.
    """

    def clean(value: Any) -> Any:  # noqa: ANN401 - JSON
        if isinstance(value, dict):
            return {key: clean(item) for key, item in value.items() if not key.startswith("_")}
        return [clean(item) for item in value] if isinstance(value, list) else value

    answer: Json = clean(record)
    answer["page"] |= {"source": source, "encoding": encoding}
    return answer
