"""Articles as far as a page of the layouts before 2020 prints them."""

import re
from random import Random
from typing import Any

from tests.pagegen.build import Json, linked, links, notice
from tests.pagegen.legacy_records import abstractplus_record, legacy_record

from . import modern
from .chance import chance
from .people import SUFFIXES

_SITE = "https://www.ncbi.nlm.nih.gov"
_SAME = (
    "pmid",
    "pmcid",
    "doi",
    "volume",
    "issue",
    "pages",
    "start_page",
    "end_page",
    "pub_date",
    "citation",
    "article_date",
    "publication_status",
    "abstract_sections",
)
_SAME_BEFORE_2020 = (
    *_SAME,
    "languages",
    "free_full_text",
    "publication_types",
    "keywords",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "retracted",
)


def article(random: Random, era: str) -> Json:
    """Draw the record of a page of one era; its panels are filled or wait for scripts."""
    drawn = modern.article(random)
    one = era == "2013"  # the page then had one affiliation, and nobody pointed to it
    fields: dict[str, Any] = {key: drawn[key] for key in _SAME_BEFORE_2020}
    fields |= _title(drawn) | _links(drawn)
    fields |= {
        "authors": [_author(found, marked=not one) for found in drawn["authors"]],
        "affiliations": drawn["affiliations"][: 1 if one else None],
        "investigators": [] if one else list(map(_investigator, drawn["investigators"])),
        "abstract_copyright": drawn["abstract_copyright"] if drawn["abstract_sections"] else None,
        "grants": [grant for grant in drawn["grants"] if "_number" not in grant],
        "associated_data": [found | {"url": None} for found in drawn["associated_data"]],
        "comments_corrections": _notices(random, drawn),
        "figures": [_figure(found) for found in drawn["figures"] if found["caption"]],
    }
    return legacy_record(**fields, **(_panels(random, drawn) if chance(random) else {}))


def abstractplus(random: Random) -> Json:
    """Draw the record of a page of 2009, which prints no labels, no DOI and no marks."""
    drawn = modern.article(random)
    similar = [_brief(item) for item in drawn["similar_articles"]["items"]]
    unnamed = [item | {"authors": [], "authors_complete": False} for item in similar]
    fields = {key: drawn[key] for key in _SAME} | _title(drawn)
    fields["abstract_sections"] = [part | {"label": None} for part in drawn["abstract_sections"]]
    return abstractplus_record(
        **(fields | {"doi": None}),
        authors=[_author(found, marked=False) for found in drawn["authors"]],
        affiliations=drawn["affiliations"][:1],
        journal=drawn["journal"] | {"issn": None, "nlm_unique_id": None},
        similar_articles=links(*unnamed),
        full_text_links=[link | {"provider": None} for link in drawn["full_text_links"]],
    )


def _title(drawn: Json) -> Json:
    """Give the title; a full stop at its end would be the page's own."""
    title, html = drawn["title"], drawn["title_html"]
    if title.endswith(".") and not title.endswith(".."):
        title, html = f"{title} end", html and f"{html} end"
    return {"title": title, "title_html": html}


def _author(drawn: Json, *, marked: bool) -> Json:
    words = (drawn["last_name"], drawn["initials"], drawn["suffix"])
    name = " ".join(filter(None, words)) if drawn["last_name"] else drawn["name"]
    marks = {} if marked else {"affiliations": [], "equal_contrib": False}
    return drawn | {"name": name, "fore_name": None, "orcid": None} | marks


def _investigator(drawn: Json) -> Json:
    """Give a collaborator, printed like an author; initials and suffix are certain."""
    words = drawn["_listed"].split()
    suffix = words.pop() if words[-1] in SUFFIXES and len(words) > 2 else None
    parts: Json = {"initials": words[-1], "last_name": " ".join(words[:-1]), "suffix": suffix}
    return drawn | parts | {"name": drawn["_listed"], "fore_name": None, "affiliations": []}


def _links(drawn: Json) -> Json:
    """Give the links; every icon names its provider, and carries the journal's id."""
    icons = [link for link in drawn["full_text_links"] if link["provider"]]
    resources = sorted(drawn["link_out"], key=lambda link: str(link["category"]))
    linked = {} if icons or resources else {"nlm_unique_id": None}
    return {
        "full_text_links": icons,
        "link_out": resources,
        "journal": drawn["journal"] | {"issn": None} | linked,
    }


def _figure(drawn: Json) -> Json:
    number = re.sub(r"\D", "", drawn["url"])
    return {
        "label": drawn["label"],
        "caption": drawn["caption"],
        "url": f"{_SITE}/pmc/articles/{number}/figure/",
        "thumbnail_url": f"{_SITE}/pmc/articles/{number}/bin/g.gif",
        "_title": None,
    }


def _panels(random: Random, drawn: Json) -> Json:
    """Draw the column beside the report, as the page's scripts filled it."""
    similar, citing = (
        [_brief(item) for item in drawn[field]["items"]]
        for field in ("similar_articles", "cited_by")
    )
    total = len(citing) + (random.randint(1, 2000) if chance(random, 0.3) else 0)
    related = [
        link | {"url": f"{_SITE}/gene?from_uid={at}&x"}
        for at, link in enumerate(drawn["related_information"])
    ]
    return {
        "similar_articles": links(*similar),
        "cited_by": links(*citing, total=total, complete=total == len(citing)) if citing else None,
        "related_information": related or None,
    }


def _brief(drawn: Json) -> Json:
    """Give an entry of a panel; volume and issue stand after a space, a type before the title."""
    line = re.sub(r";(?=\S)", "; ", drawn["_line"], count=1)
    epub = f" Epub {drawn['article_date']['raw']}." if drawn["article_date"] else ""
    return drawn | {
        "doi": None,
        "citation": f"{drawn['journal']}. {line}{epub}",
        "publication_types": drawn["publication_types"][:1],
        "free_full_text": None,
        "has_abstract": None,
        "language": None,
    }


def _notices(random: Random, drawn: Json) -> list[Json]:
    """Draw notices, in the order of their headings: a link with its source, or a citation."""
    found = [
        notice(had["ref_type"], _noticed(random, had["article"]))
        for had in drawn["comments_corrections"]
    ]
    kinds = list(dict.fromkeys(had["ref_type"] for had in found))
    return sorted(found, key=lambda had: kinds.index(had["ref_type"]))


def _noticed(random: Random, drawn: Json) -> Json:
    when, journal = drawn["pub_date"], drawn["journal"]
    bare = {"has_abstract": None}
    if drawn["pmid"] and drawn["title"] and chance(random):
        found = linked(
            drawn["pmid"], drawn["title"], "", journal, when, (None,) * 3, complete=False
        )
        return found | bare | {"citation": f"{journal}. {when['raw']}"}
    numbers = (drawn["volume"], drawn["issue"], drawn["pages"])
    found = linked(None, None, "", journal, when, numbers, complete=False)
    return found | bare | {"citation": f"{journal}. {drawn['_line']}"}
