"""Articles drawn by Hypothesis, as far as a page before 2020 prints them."""

from typing import Any

from hypothesis import strategies as st

from .build import Json, links, notice
from .legacy_records import abstractplus_record, brief, citation_only, legacy_record, source_only
from .strategies import articles

_SAME = (
    "pmid",
    "pmcid",
    "doi",
    "title",
    "title_html",
    "volume",
    "issue",
    "pages",
    "start_page",
    "end_page",
    "pub_date",
    "citation",
    "article_date",
    "abstract_sections",
)
_SAME_IN_LEGACY = (
    *_SAME,
    "publication_status",
    "free_full_text",
    "publication_types",
    "keywords",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "grants",
)


@st.composite
def legacy_articles(draw: st.DrawFn, era: str) -> Json:
    """Draw the record of a legacy page of one era; its panels are filled or wait for scripts."""
    drawn = draw(articles())
    one = era == "2013"  # the page then had one affiliation, and nobody pointed to it
    filled: dict[str, Any] = {}
    if draw(st.booleans()):
        filled["similar_articles"] = links(*map(_brief, drawn["similar_articles"]["items"]))
        filled["cited_by"] = links(*map(_brief, drawn["cited_by"]["items"]), complete=True)
    return legacy_record(
        authors=[_author(author, marked=not one) for author in drawn["authors"]],
        affiliations=drawn["affiliations"][: 1 if one else None],
        journal=drawn["journal"] | {"issn": None},
        abstract_copyright=drawn["abstract_copyright"] if drawn["abstract_sections"] else None,
        comments_corrections=[_notice(found, draw(st.booleans())) for found in drawn["comments_corrections"]],
        **{key: drawn[key] for key in _SAME_IN_LEGACY},
        **filled,
    )  # fmt: skip


@st.composite
def abstractplus_articles(draw: st.DrawFn) -> Json:
    """Draw the record of a page of 2009, which prints no labels, no DOI and no marks."""
    drawn = draw(articles())
    similar = [_brief(item) for item in drawn["similar_articles"]["items"]]
    for item in similar:
        item |= {"authors": [], "authors_complete": False}
    for section in drawn["abstract_sections"]:
        section["label"] = None
    fields = {key: drawn[key] for key in _SAME}
    return abstractplus_record(
        **(fields | {"doi": None}),
        authors=[_author(author, marked=False) for author in drawn["authors"]],
        affiliations=drawn["affiliations"][:1],
        journal=drawn["journal"] | {"issn": None},
        similar_articles=links(*similar),
    )


def _author(drawn: Json, *, marked: bool) -> Json:
    person = drawn["last_name"]
    words = (drawn["last_name"], drawn["initials"], drawn["suffix"])
    name = " ".join(filter(None, words)) if person else drawn["name"]
    marks = {} if marked else {"affiliations": [], "equal_contrib": False}
    return drawn | {"name": name, "fore_name": None} | marks


def _brief(drawn: Json) -> Json:
    return brief(
        drawn["pmid"],
        drawn["title"],
        ", ".join(drawn["authors"]),
        drawn["journal"],
        drawn["pub_date"],
        (drawn["volume"], drawn["issue"], drawn["pages"]),
        epub=drawn["article_date"],
        types=tuple(drawn["publication_types"]),
    )


def _notice(drawn: Json, linked: bool) -> Json:  # noqa: FBT001 - drawn
    article = drawn["article"]
    if linked:
        found = source_only(article["pmid"], article["title"], article["journal"], article["pub_date"])  # fmt: skip
    else:
        parts = (article["volume"], article["issue"], article["pages"])
        found = citation_only(article["journal"], article["pub_date"], parts)
    return notice(drawn["ref_type"], found)
