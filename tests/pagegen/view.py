"""From a record to the names that the templates of the modern layout use."""

from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from .environment import figures_of, token
from .eras import Era
from .view_heading import (
    authors,
    collaborators,
    expand_label,
    full_text,
    identifiers,
    meta_authors,
    meta_date,
)
from .view_keywords import journal_menu, keyword_sections
from .view_lists import free_text, linked_lists, notices, references

Json = dict[str, Any]

_LANGUAGE_CODES = {
    "French": "fre",
    "German": "ger",
    "Chinese": "chi",
    "Dutch": "dut",
    "Czech": "cze",
    "Greek": "gre",
}


def _other_abstracts(record: Json) -> list[Json]:
    others = []
    for number, other in enumerate(record["other_abstracts"] or []):
        language = other["language"]
        code = (
            _LANGUAGE_CODES.get(language, language[:3].lower())
            if language
            else ("pls" if not number else "other")
        )
        sections = other["sections"] or [{"label": None, "text": other["text"], "html": None}]
        others.append({**other, "id": f"{code}-abstract", "sections": sections})
    return others


def _abstract(record: Json, era: Era) -> Json:
    others = _other_abstracts(record)
    sections = record["abstract_sections"]
    spoken = [(other["id"], other["language"]) for other in others if other["language"]]
    return {
        "other_abstracts": others,
        "abstract_heading": "Excerpt" if record["book"] else "Abstract",
        "abstract_languages": [(era.abstract_id, "English"), *spoken] if spoken else [],
        "show_abstract": sections is not None or bool(others) or bool(record["keywords"]),
        "bare_empty_abstract": era.name == "2020"
        and not (sections or others or record["keywords"]),
    }


def _navigation(context: Json, record: Json, era: Era) -> list[tuple[str, str]]:
    """The sections of the page navigator: id and label."""
    found = [("heading", "Title & authors")]
    if context["show_abstract"] and not context["bare_empty_abstract"]:
        found.append(("abstract", context["abstract_heading"]))
    if record["coi_statement"]:
        found.append(("conflict-of-interest", "Conflict of interest statement"))
    if record["book"] and record["book"]["sections"]:
        found.append(("sections", "Sections"))
    if record["figures"]:
        found.append(("figures", "Figures"))
    found += [
        (block["id"], block["heading"]) for block in context["notices"] + context["linked_lists"]
    ]
    if context["references"]:
        found.append(("references", "References"))
    found += [(section["id"], section["heading"]) for section in context["keyword_sections"]]
    for field, id_, label in (
        ("associated_data", "associated-data", "Associated data"),
        ("related_information", "related-links", "Related information"),
        ("grants", "grants", era.grants_heading),
        ("link_out", "linkout", "LinkOut - more resources"),
    ):
        if record[field]:
            found.append((id_, label))
    return found


def modern_view(record: Json, era: Era, *, badge: str | None, collective_links: bool) -> Json:
    """Everything that the templates need, computed from one record."""
    pmid = record["pmid"] or ""
    title = record["title"] or ""
    names = [author["name"] for author in record["authors"] or []]
    journal = record["journal"]
    nlm_id = journal["nlm_unique_id"] or "" if journal else ""
    equal = any(author["equal_contrib"] for author in record["authors"] or [])
    context: Json = {
        "record": record,
        "era": era,
        "pmid": pmid,
        "csrf": token(pmid + era.name),
        "page_url": f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
        "title_text": title,
        "title_html": Markup(record["title_html"]) if record["title_html"] else escape(title),  # noqa: S704 - specs are ours
        "description": (record["abstract"] or title)[-300:],
        "meta_keywords": ", ".join(
            [f"pmid:{pmid}", *names[:3], "PubMed Abstract", "NIH", "NLM", "NCBI", "MEDLINE"]
        ),
        "meta_authors": "".join(f"{name};" for name in meta_authors(record)),
        "meta_date": meta_date(record["pub_date"]),
        "journal": journal,
        "journal_menu": journal_menu(journal["medline_ta"] or "", era) if journal else [],
        "nlm_id": nlm_id,
        "badge": badge,
        "preprint": "Preprint" in (record["publication_types"] or []),
        "book": record["book"],
        "authors": authors(record, pmid, collective_links=collective_links),
        "affiliations": record["affiliations"] or [],
        "investigators": collaborators(record, pmid),
        "equal_contrib": equal,
        "expand_label": expand_label(record, equal=equal),
        "identifier_list": identifiers(record, era),
        "free_text": free_text(record),
        "short_authors": {
            "first": names[0],
            "et_al": len(names) > 1 or not record["authors_complete"],
        }
        if names
        else None,
        "short_date": record["pub_date"]["raw"] if record["pub_date"] else "",
        "own_date": record["citation"] if record["book"] else None,
        "full_text": full_text(record),
        "notices": notices(record),
        "linked_lists": linked_lists(record, era),
        "references": references(record, era),
        "keyword_lists": record.get("_keyword_lists")
        or ([record["keywords"]] if record["keywords"] else []),
        "keyword_sections": keyword_sections(record, era, badge),
        "link_out": [
            (category, [{**link, "provider_id": figures_of(link["provider"], 4)} for link in links])
            for category, links in groupby(
                record["link_out"] or [], key=lambda link: link["category"]
            )
        ],
        **_abstract(record, era),
    }
    context["navigation"] = _navigation(context, record, era)
    return context
