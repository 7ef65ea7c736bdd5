"""The sections below the abstract in a text rendering: notices, lists, figures, references."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from .view_lists import NOTICE_HEADINGS, docsum

Json = dict[str, Any]

BULLET = "  • "


def _entries(items: Sequence[Json]) -> Iterator[str]:
    """Give a list as one block: authors and citation stand in full, then again in short form."""
    lines = []
    for item in map(docsum, items):
        parts = [
            item["authors_line"],
            item["short_authors_line"],
            item["citation"],
            item["short_citation"],
        ]
        parts.append(f"PMID: {item['pmid']}" if item["pmid"] else "")
        parts += [
            f"{text}."
            for text in (item["free_text"], item["language"], *item["publication_types"])
            if text
        ]
        parts.append("No abstract available." if item["has_abstract"] is False else "")
        body = " ".join(part for part in parts if part)
        lines += (
            [f"{BULLET}{item['title_text']}", f"    {body}"] if item["title"] else [BULLET + body]
        )
    if lines:
        yield "\n".join(lines)


def sections(record: Json, *, see_all: bool) -> Iterator[str]:
    if record["coi_statement"]:
        yield "Conflict of interest statement"
        yield record["coi_statement"]
    if record["book"] and record["book"]["sections"]:
        yield "Sections"
        yield "\n".join(f"{BULLET}{section['title']}" for section in record["book"]["sections"])
    if record["figures"]:
        yield "Figures"
        yield "\n".join(
            line
            for figure in record["figures"]
            for line in (figure["label"], figure["label"], figure["caption"])
            if line
        )
    for kind, run in groupby(record["comments_corrections"] or [], key=itemgetter("ref_type")):
        yield NOTICE_HEADINGS.get(kind, kind)
        yield from _entries([notice["article"] for notice in run])
    yield from _linked_lists(record, see_all=see_all)
    if record["references"] and record["references"]["items"]:
        yield "References"
        yield "\n".join(map(_reference, record["references"]["items"]))


def _linked_lists(record: Json, *, see_all: bool) -> Iterator[str]:
    shown = record["page"]["sections"]
    if "similar_articles" in shown and record["similar_articles"]:
        yield "Similar articles"
        yield from _entries(record["similar_articles"]["items"])
        if see_all:
            yield "See all similar articles"
    if "cited_by" in shown and record["cited_by"]:
        total = record["cited_by"]["total"]
        yield "Cited by" if total is None else f"Cited by {total:,} articles"
        yield from _entries(record["cited_by"]["items"])


def _reference(item: Json) -> str:
    labels = item.get("_labels")
    if labels is None:
        labels = [
            label
            for label, key in (("DOI", "doi"), ("PMC", "pmcid"), ("PubMed", "pmid"))
            if item[key]
        ]
    return " - ".join([f"    1. {item['citation']}", *labels])
