"""From the keyword-like lists of a record (types, MeSH, …) to the entries of their sections."""

from typing import Any
from urllib.parse import quote_plus

from .eras import Era

Json = dict[str, Any]


def journal_menu(abbreviation: str, era: Era) -> list[Json]:
    """The menu under the journal's name."""
    term = f'"{abbreviation}"[jour]'
    catalog = quote_plus(f'"{abbreviation}"[Title Abbreviation]')
    return [
        {
            "class": "search-in-pubmed-link",
            "source": f"search_in_pubmed_journal_name_link&journal_abbrev={abbreviation}",
            "href": f"/?term={quote_plus(term)}{era.search_sort}",
            "search": "",
            "category": "search",
            "action": "journal_link",
            "label": abbreviation,
            "text": "Search in PubMed",
        },
        {
            "class": "search-in-nlm-catalog-link",
            "source": "search_in_nlm_catalog_link",
            "href": f"https://www.ncbi.nlm.nih.gov/nlmcatalog?term={catalog}",
            "search": "",
            "category": "search_catalog",
            "action": "journal_link",
            "label": abbreviation,
            "text": "Search in NLM Catalog",
        },
        _add_to_search(term),
    ]


def _add_to_search(term: str) -> Json:
    return {
        "class": "add-to-search-link",
        "source": "add_to_search_link",
        "href": "#",
        "search": term,
        "category": "search",
        "action": "add_to_search",
        "label": term,
        "text": "Add to Search",
    }


def _keyword_menu(text: str, term: str, concept: str, action: str, era: Era) -> list[Json]:
    return [
        {
            "class": "search-in-pubmed-link",
            "source": f"search_in_pubmed_keyword_link&keyword={term}",
            "href": f"/?term={quote_plus(term)}{era.search_sort}",
            "search": "",
            "category": "search",
            "action": action,
            "label": text,
            "text": "Search in PubMed",
        },
        {
            "class": "search-in-mesh-link",
            "source": "search_in_mesh_link",
            "href": f"https://www.ncbi.nlm.nih.gov/mesh?term={quote_plus(concept)}",
            "search": "",
            "category": "search_mesh",
            "action": f"{action}_link",
            "label": text,
            "text": "Search in MeSH",
        },
        _add_to_search(term),
    ]


def _mesh_lines(headings: list[Json]) -> list[tuple[str, str, bool]]:
    """One line for each qualifier: the printed text, the search term, major or not."""
    lines = []
    for heading in headings:
        name = heading["descriptor_name"]
        star = "*" if heading["major_topic"] else ""
        if not heading["qualifiers"]:
            lines.append((f"{name}{star}", name, heading["major_topic"]))
        for qualifier in heading["qualifiers"]:
            major = heading["major_topic"] or qualifier["major_topic"]
            mark = "*" if qualifier["major_topic"] else ""
            text = f"{name}{star} / {qualifier['qualifier_name']}{mark}"
            lines.append((text, f"{name}/{qualifier['qualifier_name']}", major))
    return lines


def _section(  # noqa: PLR0913, PLR0917
    key: str, heading: str, tag: str, action: str, lines: list[tuple[str, str, bool]], era: Era
) -> list[Json]:
    entries = []
    for index, (text, term, major) in enumerate(lines):
        query = f'"{term}"[{"MAJR" if major else tag}]'
        entries.append(
            {
                "id": f"keyword-actions-{key}-{'major-' if major else ''}{index}",
                "text": text,
                "major": major,
                "menu": _keyword_menu(text, query, term.split("/")[0], action, era),
            }
        )
    return [{"id": key, "heading": heading, "entries": entries}] if entries else []


def keyword_sections(record: Json, era: Era, badge: str | None) -> list[Json]:
    """All sections of the keyword kind that the record fills, in page order."""

    def plain(field: str) -> list[tuple[str, str, bool]]:
        return [(text, text, False) for text in record[field] or []]

    types = plain("publication_types")
    if [text for text, _, _ in types] == [badge]:
        types = types if record.get("_list_single_type", True) else []
    return [
        *_section("publication-types", "Publication types", "pt", "pub_type", types, era),
        *_section(
            "mesh-terms",
            "MeSH terms",
            "MeSH",
            "mesh_term",
            _mesh_lines(record["mesh_headings"] or []),
            era,
        ),
        *_section("substances", "Substances", "nm", "substance", plain("substances"), era),
        *_section(
            "supplementary-concepts",
            "Supplementary concepts",
            "nm",
            "supplementary_concept",
            plain("supplementary_concepts"),
            era,
        ),
        *_section(
            "personal-name-as-subject",
            "Personal name as subject",
            "ps",
            "personal_name",
            plain("personal_names"),
            era,
        ),
    ]
