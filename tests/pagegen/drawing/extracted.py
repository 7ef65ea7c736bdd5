"""Articles as far as a text extractor leaves them of a drawn page.

What Resiliparse drops depends on how many of a block's characters are links. So the text decides
which lists are left; what is left must be read as it was drawn, what is not must be null.
"""

import re
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from random import Random
from typing import Any

from resiliparse.extract.html2text import extract_plain_text

from tests.pagegen.build import Json, joined, linkout
from tests.pagegen.environment import stop
from tests.pagegen.modern import modern_page
from tests.pagegen.records import PAGE_ORDER, text_record
from tests.pagegen.view_lists import NOTICE_HEADINGS

from . import modern, told
from .text import SAME, byline, is_retracted

_HEADINGS = {
    "abstract": ("Abstract",),
    "coi_statement": ("Conflict of interest statement",),
    "figures": ("Figures",),
    "similar_articles": ("Similar articles",),
    "cited_by": ("Cited by",),
    "references": ("References",),
    "publication_types": ("Publication types",),
    "mesh_headings": ("MeSH terms",),
    "substances": ("Substances",),
    "supplementary_concepts": ("Supplementary concepts",),
    "personal_names": ("Personal name as subject",),
    "associated_data": ("Associated data",),
    "related_information": ("Related information",),
    "grants": ("Grant support", "Grants and funding"),
    "link_out": ("LinkOut - more resources",),
}
Left = Callable[[str], bool]
"""Tells whether a line is in the text."""


def article(random: Random, era: str) -> tuple[str, Json]:
    """Draw an article; give the text that is left of its page, and the record of that text.

    Where the extractor took the heading for a menu, no article is left: draw another.
    """
    while True:
        drawn, options = _drawn(random)
        page = modern_page(drawn, era=era, **options)
        text = extract_plain_text(page, main_content=True, alt_texts=True)
        lines = {" ".join(line.replace("•", " ").split()) for line in text.splitlines()}
        cited = re.search(
            rf"^(?:\[Preprint\])?\. {re.escape(drawn['citation'])}", text, re.MULTILINE
        )
        if cited and "LinkOut - more resources" in lines:
            return text, _record(drawn, options, lines)


def _drawn(random: Random) -> tuple[Json, Json]:
    """Draw an article whose text a person could read, and how its page is made.

    The extractor loses words in inline markup, and a title or a citation of few letters; without
    a LinkOut section the end of the text could have been cut off.
    """
    drawn = modern.article(random)
    drawn |= {key: value or [] for key, value in told.abstract(random).items()}
    drawn["abstract"] = joined(drawn["abstract_sections"])
    drawn["title"] = re.sub(r"^\[?", r"\g<0>Study of ", drawn["title"])
    drawn["vernacular_title"] = drawn["vernacular_title"] and f"Sobre {drawn['vernacular_title']}"
    for figure in drawn["figures"]:
        figure["caption"] = figure["caption"] and f"View of {figure['caption']}"
    drawn["link_out"] = drawn["link_out"] or [linkout("Made Up Press", "https://made.example/")]
    drawn["comments_corrections"] = [
        notice
        for notice in told.notices(drawn["comments_corrections"]) or []
        if notice["ref_type"] in NOTICE_HEADINGS
    ]
    badge = next(iter(drawn["publication_types"]), None)
    return _unmarked(drawn), modern.options(random, drawn) | {"badge": badge}


def _unmarked(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {
            key: _unmarked(part) for key, part in value.items() if not key.endswith("_html")
        } | ({"title_html": None} if "title_html" in value else {})
    return [_unmarked(part) for part in value] if isinstance(value, list) else value


def _record(drawn: Json, options: Json, lines: set[str]) -> Json:
    def is_left(line: str | None) -> bool:
        return line in lines

    heads = {field: _headed(headings, lines) for field, headings in _HEADINGS.items()}
    shown = [options["badge"], *(name for name in drawn["publication_types"] if name == "Preprint")]
    types = [name for name in dict.fromkeys(shown) if name]
    notices = _notices(drawn["comments_corrections"], is_left)
    fields: dict[str, Any] = (
        {key: drawn[key] for key in SAME}
        | _authors(drawn, lines)
        | {
            "pmid": _named("PMID", drawn["pmid"], is_left),
            "pmcid": _named("PMCID", drawn["pmcid"], is_left),
            "abstract_sections": drawn["abstract_sections"],
            "other_abstracts": drawn["other_abstracts"] or None,
            "languages": drawn["languages"] or None,
            "journal": {
                **dict.fromkeys(drawn["journal"]),
                "medline_ta": drawn["journal"]["medline_ta"],
            },
            "publication_types": types or None,
            "keywords": drawn["keywords"] or None,
            "figures": told.figures([had for had in drawn["figures"] if is_left(had["label"])]),
            "comments_corrections": notices or None,
            "similar_articles": _links(drawn, "similar_articles", heads, is_left),
            "cited_by": _links(drawn, "cited_by", heads, is_left),
            "references": told.references(drawn["references"]) if heads["references"] else None,
            "associated_data": _data(drawn["associated_data"], is_left),
            "retracted": is_retracted(types, notices),
        }
    )
    if not options["doi_in_citation"]:
        fields["doi"] = _named("DOI", drawn["doi"], is_left)
    return text_record(sections=_sections(drawn, heads), **fields)


def _headed(headings: tuple[str, ...], lines: set[str]) -> str | None:
    """Return the line of a heading, with the count behind it."""
    for heading in headings:
        counted = re.compile(rf"{heading}(?: [\d,]+ articles?)?")
        if found := next(filter(counted.fullmatch, lines), None):
            return found
    return None


def _authors(drawn: Json, lines: set[str]) -> Json:
    """Give the first author; his mark of equal work is left where only he is printed."""
    if "No authors listed" in lines:
        return {"authors": [], "authors_complete": True}
    found = byline(drawn)
    for author in found["authors"] or ():
        marked = re.compile(rf"{re.escape(author['name'])} #[\s\d]*(?:et al\.)?")
        author["equal_contrib"] = any(map(marked.fullmatch, lines))
    return found


def _named(label: str, value: str | None, is_left: Left) -> str | None:
    return value if is_left(f"{label}: {value}") else None


def _is_entry_left(article: Json, is_left: Left) -> bool:
    if article["title"]:
        return is_left(stop(article["title"]))
    return is_left(f"{article['citation']} {article['journal']}. {article['pub_date']['year']}.")


def _notices(drawn: list[Json], is_left: Left) -> list[Json]:
    runs = (list(run) for _, run in groupby(drawn, key=itemgetter("ref_type")))
    return [found for run in runs if _is_entry_left(run[0]["article"], is_left) for found in run]


def _links(drawn: Json, field: str, heads: dict[str, str | None], is_left: Left) -> Json | None:
    heading = heads[field]
    if heading is None:
        return None
    items = drawn[field]["items"]
    left = items if items and _is_entry_left(items[0], is_left) else []
    total = drawn[field]["total"] if re.search(r"\d", heading) else None
    return {"total": total, "complete": None if left else False, "source": "text", "items": left}


def _data(drawn: list[Json], is_left: Left) -> list[Json] | None:
    found = [data for data in drawn if is_left(f"{data['source']}/{data['accession']}")]
    return [data | {"url": None} for data in found] or None


def _sections(drawn: Json, heads: dict[str, str | None]) -> list[str]:
    shown = {field for field, heading in heads.items() if heading}
    shown |= {field for field in ("keywords", "comments_corrections") if drawn[field]}
    if any(other["heading"] for other in drawn["other_abstracts"]):
        shown.add("other_abstracts")
    return [field for field in PAGE_ORDER if field in shown]
