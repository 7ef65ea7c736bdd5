"""Articles as the modern layout shows them.

Every record drawn is one that a careful reader would write from the page that
``modern_page`` makes of it: citation line and parts agree, titles of entries have lost
their full stop, a list is complete where the page has no link to more.
"""

from random import Random
from typing import Any

from tests.pagegen.build import Json
from tests.pagegen.records import html_record

from . import entries, sections, terms
from .chance import chance, perhaps, several
from .cited import any_date, cite, doi, exact_date, numbers
from .people import byline, investigators, subject
from .words import marked_up, name, phrase, prose

_MOST_AFFILIATIONS, _VERY_MANY = 4, 60


def article(random: Random) -> Json:
    """Draw the record of an HTML article page of the modern layout."""
    affiliations = _affiliations(random)
    links = {
        "full_text_links": sections.full_text_links(random),
        "link_out": sections.link_out(random),
    }
    fields: dict[str, Any] = {
        "pmid": entries.ids(random),
        "pmcid": perhaps(random, entries.pmcid),
        "doi": perhaps(random, doi),
        **_title(random),
        "authors": byline(random, len(affiliations)),
        "affiliations": affiliations,
        "investigators": investigators(random, affiliations),
        "journal": _journal(random, linked=any(links.values())),
        **_citation(random),
        "free_full_text": perhaps(random, entries.free),
        "publication_types": terms.types(random),
        **_abstract(random),
        "keywords": terms.keywords(random),
        "coi_statement": perhaps(random, prose),
        **_listed(random),
        **links,
        "related_information": sections.related_information(random),
    }
    fields["authors_complete"] = not fields["authors"] or not chance(random, 0.05)
    words = fields["keywords"]
    cut = random.randint(0, len(words))
    lists = [part for part in (words[:cut], words[cut:]) if part]
    return html_record(**fields) | {"retracted": _is_retracted(fields), "_keyword_lists": lists}


def _affiliations(random: Random) -> list[str]:
    most = _VERY_MANY if chance(random, 0.03) else _MOST_AFFILIATIONS
    return several(random, _affiliation, most)


def _affiliation(random: Random) -> str:
    first = random.choice(("", "", "2nd Department of ", "1. ", "30 ", "# "))
    address = random.choice(("", "", " Electronic address: a_b@made.example."))
    return f"{first}{name(random)}; {prose(random)}{address}"


def _title(random: Random) -> Json:
    """Draw the title; of a translated one, in brackets, also the language and the original."""
    title, html = marked_up(random)
    end = random.choice(("", "", "", "", "?", "!", ".", ": a trial."))
    title, html = title + end, html and html + end
    if not chance(random, 0.15):
        return {"title": title, "title_html": html}
    return {
        "title": f"[{title}]",
        "title_html": html and f"[{html}]",
        "languages": random.choice((["French"], ["English", "German"], ["Multiple"])),
        "vernacular_title": perhaps(random, phrase),
    }


def _journal(random: Random, *, linked: bool) -> Json:
    return {
        "title": name(random),
        "medline_ta": entries.journal_name(random).removesuffix(" [Preprint]"),
        "issn": random.choice((None, "5555-003X")),
        "nlm_unique_id": perhaps(random, sections.nlm_unique_id) if linked else None,
    }


def _citation(random: Random) -> Json:
    when, found = any_date(random), numbers(random)
    return {
        "volume": found.volume,
        "issue": found.issue,
        "pages": found.pages,
        "start_page": found.start,
        "end_page": found.end,
        "pub_date": when,
        "citation": cite(random, when, found),
        "article_date": perhaps(random, exact_date, 0.4),
        "publication_status": "aheadofprint" if chance(random, 0.1) else None,
    }


def _abstract(random: Random) -> Json:
    languages = sections.OTHER_LANGUAGES if chance(random, 0.1) else ()
    count = random.randint(0, 2)
    return {
        "abstract_sections": sections.abstract(random),
        "abstract_copyright": perhaps(random, sections.copyright_line),
        "other_abstracts": [
            sections.other_abstract(random, language) for language in languages[:count]
        ],
    }


def _listed(random: Random) -> Json:
    grants = terms.grants(random)
    if chance(random, 0.1):
        grants.append(terms.slashed_grant(random))
    return {
        "mesh_headings": terms.mesh_headings(random),
        "substances": terms.substances(random),
        "supplementary_concepts": terms.concepts(random),
        "personal_names": several(random, subject, 2),
        "grants": grants,
        "associated_data": terms.data_sets(random),
        "comments_corrections": entries.notices(random),
        "similar_articles": entries.entries(random),
        "cited_by": entries.entries(random),
        "references": entries.references(random),
        "figures": sections.figures(random),
    }


def _is_retracted(fields: Json) -> bool:
    kinds = {found["ref_type"] for found in fields["comments_corrections"]}
    return "Retracted Publication" in fields["publication_types"] or "RetractionIn" in kinds


def options(random: Random, record: Json) -> Json:
    """Draw what a page of an article may print or not."""
    dates = ["auto"] if record["article_date"] else [None, "eCollection 2021 May.", "Print 2014."]
    return {
        "secondary_date": random.choice(dates),
        "citation_note": random.choice(("", "", "", "eCollection 2021.")),
        "badge": random.choice(("auto", None)),
        "doi_in_citation": not chance(random, 0.2),
        "collective_links": chance(random),
        "from_search": chance(random, 0.2),
        "retraction_banner": record["retracted"] and chance(random),
    }
