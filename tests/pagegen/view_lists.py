"""From lists of a record (notices, similar, cited by, references) to what their templates print."""

from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from .environment import authors_line, stop
from .eras import Era

Json = dict[str, Any]

FREE_TEXTS = {"pmc": "Free PMC article", "free": "Free article"}


def free_text(record: Json) -> str | None:
    """Give the mark for free full text; that of a book has its own words."""
    if record.get("book") and record["free_full_text"]:
        return "Free Books & Documents"
    return FREE_TEXTS.get(record["free_full_text"] or "")


NOTICE_HEADINGS = {
    "CommentIn": "Comment in",
    "CommentOn": "Comment on",
    "CorrectedandRepublishedIn": "Corrected and republished in",
    "CorrectedandRepublishedFrom": "Corrected and republished from",
    "ErratumIn": "Erratum in",
    "ErratumFor": "Erratum for",
    "ExpressionOfConcernIn": "Expression of concern in",
    "ExpressionOfConcernFor": "Expression of concern for",
    "OriginalReportIn": "Original report in",
    "PartialRetractionIn": "Partial retraction in",
    "PartialRetractionOf": "Partial retraction of",
    "RepublishedIn": "Republished in",
    "RepublishedFrom": "Republished from",
    "RetractedandRepublishedIn": "Retracted and republished in",
    "RetractedandRepublishedFrom": "Retracted and republished from",
    "RetractionIn": "Retraction in",
    "RetractionOf": "Retraction of",
    "SummaryForPatientsIn": "Summary for patients in",
    "UpdateIn": "Update in",
    "UpdateOf": "Update of",
}

_NOTICE_IDS = {
    "CommentIn": "linked-commentary",
    "CommentOn": "linked-commentary-article",
    "ErratumIn": "linked-erratum",
    "ErratumFor": "linked-erratum-article",
    "UpdateIn": "linked-update",
    "UpdateOf": "linked-update-article",
}


def short_authors(item: Json) -> str:
    """Give ``Doe A, et al.``; one author alone is printed as he is."""
    names: list[str] = item["authors"]
    if not names:
        return ""
    return (
        f"{names[0]}, et al." if len(names) > 1 or not item["authors_complete"] else stop(names[0])
    )


def short_citation(item: Json) -> str:
    """Give journal and year, as in ``J Virol. 2005.``."""
    if not item["journal"]:
        return ""
    date = item["pub_date"]
    return f"{item['journal']}. {date['year']}." if date else f"{item['journal']}."


def docsum(item: Json) -> Json:
    """Add to a linked article the lines that its entry prints."""
    title = item["title"]
    markup = item.get("_title_html")
    return {
        **item,
        "title_text": stop(title) if title else "",
        "title_markup": Markup(stop(markup)) if markup else escape(stop(title)) if title else "",  # noqa: S704 - specs are ours
        "authors_line": authors_line(item),
        "short_authors_line": short_authors(item),
        "short_citation": short_citation(item),
        "free_text": item.get("_free_text") or FREE_TEXTS.get(item["free_full_text"] or ""),
    }


def notices(record: Json) -> list[Json]:
    """Blocks of notices: one for each run of the same relation."""
    blocks = []
    for ref_type, run in groupby(
        record["comments_corrections"] or [], key=lambda notice: notice["ref_type"]
    ):
        heading = NOTICE_HEADINGS.get(ref_type, ref_type)
        blocks.append(
            {
                "id": _NOTICE_IDS.get(ref_type, "linked-" + heading.lower().replace(" ", "-")),
                "heading": heading,
                "items": [docsum(notice["article"]) for notice in run],
            }
        )
    return blocks


def _linked_list(links: Json | None, era: Era, *, similar: bool) -> list[Json]:
    if links is None or (links["complete"] and not links["items"]):
        return []
    counted = links["total"] is not None and (
        not links["complete"] or (era.count_in_heading and not similar)
    )
    return [
        {
            "id": "similar" if similar else "citedby",
            "css": "similar-articles" if similar else "citedby-articles",
            "heading": "Similar articles" if similar else "Cited by",
            "amount": links["total"] if counted else None,
            "complete": links["complete"],
            "items": [docsum(item) for item in links["items"]],
            "category": "similar_article" if similar else "cited_by",
            "source": "similar_articles_link" if similar else "citedby_articles_link",
            "linkname": "pubmed_pubmed" if similar else "pubmed_pubmed_citedin",
            "see_all": "See all similar articles" if similar else 'See all "Cited by" articles',
        }
    ]


def linked_lists(record: Json, era: Era) -> list[Json]:
    """The similar articles, then the articles that cite this one."""
    return [
        *_linked_list(record["similar_articles"], era, similar=True),
        *_linked_list(record["cited_by"], era, similar=False),
    ]


def _reference_links(item: Json, era: Era) -> list[Json]:
    links = []
    if item["pmcid"]:
        code = item["pmcid"] if era.name == "2025" else item["pmcid"].lower()
        links.append(
            {
                "label": "PMC",
                "href": f"{era.pmc_host}{code}/",
                "action": item["pmcid"],
                "external": False,
            }
        )
    if item["pmid"]:
        links.append(
            {
                "label": "PubMed",
                "href": f"/{item['pmid']}/",
                "action": item["pmid"],
                "external": False,
            }
        )
    if item["doi"]:
        doi = {
            "label": "DOI",
            "href": f"https://doi.org/{item['doi']}",
            "action": item["doi"],
            "external": True,
        }
        links.insert(0 if era.doi_link_first else len(links), doi)
    return links


def references(record: Json, era: Era) -> Json | None:
    """The list of references with the links behind each one.

    None when the page has no such section.
    """
    refs = record["references"]
    if refs is None or (refs["complete"] and not refs["items"]):
        return None
    return {
        **refs,
        "items": [{**item, "links": _reference_links(item, era)} for item in refs["items"]],
    }
