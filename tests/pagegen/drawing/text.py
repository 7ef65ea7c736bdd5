"""Articles as far as a text rendering carries them.

What an extractor drops is null: most identifiers, all authors but the first, affiliations, the
terms under their headings.
"""

from random import Random
from typing import Any

from tests.pagegen.build import Json, first_author
from tests.pagegen.records import text_record

from . import modern, told
from .chance import chance

SAME = (
    "doi",
    "title",
    "volume",
    "issue",
    "pages",
    "start_page",
    "end_page",
    "pub_date",
    "citation",
    "article_date",
    "publication_status",
    "free_full_text",
    "coi_statement",
    "vernacular_title",
)
_SECTIONS = (
    "abstract_sections",
    "keywords",
    "coi_statement",
    "figures",
    "comments_corrections",
    "similar_articles",
    "cited_by",
    "references",
)
_EMPTY = ("publication_types", "mesh_headings", "substances", "related_information", "grants",
          "link_out")  # fmt: skip
"""Sections of which only the heading is left."""


def article(random: Random) -> tuple[Json, Json]:
    """Draw the record of a rendering, and how its text is written."""
    drawn = modern.article(random)
    badge = next(iter(drawn["publication_types"]), None)
    with_ids = chance(random, 0.3)
    fields = body(random, drawn) | {
        **byline(drawn),
        "publication_types": [badge] if badge else None,
        **{key: drawn[key] for key in ("pmid", "pmcid") if with_ids},
        "retracted": is_retracted([badge], drawn["comments_corrections"]),
    }
    empty = [key for key in _EMPTY if chance(random)]
    record = text_record(sections=shown(fields, _SECTIONS) + empty, **fields)
    return record, _options(random, drawn) | {
        "badge": badge,
        "identifiers": with_ids,
        "headings": empty,
        "feedback": not empty or chance(random),
    }


def body(random: Random, drawn: Json) -> Json:
    """Give what a text tells of an article, wherever it comes from."""
    fields: dict[str, Any] = {key: drawn[key] for key in SAME}
    return fields | {
        **told.abstract(random),
        "languages": drawn["languages"] or None,
        "journal": {
            **dict.fromkeys(drawn["journal"]),
            "medline_ta": drawn["journal"]["medline_ta"],
        },
        "keywords": drawn["keywords"] or None,
        "figures": told.figures(drawn["figures"]),
        "comments_corrections": told.notices(drawn["comments_corrections"]),
        "similar_articles": told.links(random, drawn["similar_articles"]),
        "cited_by": told.links(random, drawn["cited_by"], counted=True),
        "references": told.references(drawn["references"]),
    }


def shown(fields: Json, order: tuple[str, ...]) -> list[str]:
    """Name the sections whose heading the text has."""
    found = [key for key in order if fields.get(key) is not None]
    found = ["abstract" if key == "abstract_sections" else key for key in found]
    if any(other["heading"] for other in fields["other_abstracts"] or []):
        found.insert(1, "other_abstracts")
    return found


def is_retracted(types: list[Any], notices: list[Json]) -> bool | None:
    """Tell whether the text says that the article is retracted; if not, it says nothing."""
    kinds = {notice["ref_type"] for notice in notices}
    return "Retracted Publication" in types or "RetractionIn" in kinds or None


def byline(drawn: Json) -> Json:
    """Give the first author, who is all that a rendering names."""
    names = [author["name"] for author in drawn["authors"]]
    if not names:
        return {}
    complete = len(names) == 1 and drawn["authors_complete"]
    return {"authors": first_author(names[0]), "authors_complete": complete}


def _options(random: Random, drawn: Json) -> Json:
    notes = (
        ["auto"]
        if drawn["article_date"] or drawn["publication_status"]
        else ["", "eCollection 2021 May.", "Print 2014 Jan."]
    )
    dates = ["auto"] if not drawn["publication_status"] else ["", str(drawn["pub_date"]["year"])]
    return {
        "secondary": random.choice(notes),
        "short_date": random.choice(dates),
        "skip": chance(random),
        "banner": chance(random),
        "debris": random.choice(("", "", "Filters applied. Clear all")),
        "disclaimer": chance(random),
        "see_all": chance(random),
        "final_newline": chance(random),
    }
