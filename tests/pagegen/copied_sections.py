"""How a browser copies a modern page, and what is left of its sections below the abstract."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from operator import itemgetter
from typing import Any

from .environment import shorten
from .view_lists import NOTICE_HEADINGS, docsum

Json = dict[str, Any]

_TERMS = (
    ("publication_types", "Publication types"),
    ("mesh_headings", "MeSH terms"),
    ("substances", "Substances"),
    ("supplementary_concepts", "Supplementary concepts"),
    ("personal_names", "Personal name as subject"),
    ("associated_data", "Associated data"),
    ("grants", "Grants and funding"),
)


@dataclass(frozen=True, kw_only=True)
class Copying:
    """The ways in which one browser's copy differs from another's."""

    menu: bool = True
    badge: str | None = None
    badge_before_journal: bool = False
    """``Review Expert Rev`` in one line, as where the badge floats."""
    notes_in_line: bool = False
    """DOI and notes stand behind the citation, not below it."""
    ids_in_line: bool = False
    short_view: bool = False
    """The second heading, which style sheets hide, is copied too."""
    entry_lines: bool = False
    """Authors, citation and PMID each have a line; the short forms are hidden."""
    glued: bool = False
    """Nothing parts the remarks behind a PMID."""
    captions_in_line: bool = False
    footer: bool = True


COPYING_SWITCHES = tuple(field.name for field in fields(Copying) if field.name != "badge")


def body(record: Json, how: Copying) -> Iterator[str]:
    """Give what stands between abstract and terms."""
    if record["coi_statement"]:
        yield f"Conflict of interest statement\n{record['coi_statement']}"
    if record["figures"]:
        yield "\n".join(["Figures", *_figures(record["figures"], how)])
        yield "See this image and copyright information in PMC"
    lines: list[str] = []
    for kind, run in groupby(record["comments_corrections"] or [], key=itemgetter("ref_type")):
        lines += [NOTICE_HEADINGS[kind], *_entries([notice["article"] for notice in run], how)]
    if similar := record["similar_articles"]:
        lines += ["Similar articles", *_entries(similar["items"], how), "See all similar articles"]
    if cited := record["cited_by"]:
        count = "" if cited["total"] is None else f" {cited['total']:,} articles"
        lines += [f"Cited by{count}", *_entries(cited["items"], how), 'See all "Cited by" articles']
    if references := record["references"]:
        lines += ["References", *map(_reference, references["items"])]
        if references["complete"] is False:
            count = "" if references["total"] is None else f" {references['total']}"
            lines.append(f"Show all{count} references")
    yield "\n".join(lines)


def _figures(figures: Sequence[Json], how: Copying) -> Iterator[str]:
    for figure in figures:
        label, caption = figure["label"], figure["caption"] or ""
        shown = [shorten(caption, words) for words in (5, 13)] + [caption]
        if how.captions_in_line:
            yield from (f"{label} {text}" for text in shown)
        else:
            yield from (line for text in shown for line in (label, text) if line)


def _entries(items: Sequence[Json], how: Copying) -> Iterator[str]:
    for item in map(docsum, items):
        tails = [item["free_text"], item["language"], *item["publication_types"]]
        tails += ["No abstract available"] if item["has_abstract"] is False else []
        remarks = ("" if how.glued else " ").join(f"{tail}." for tail in tails if tail)
        pmid = f"PMID: {item['pmid']}" + (remarks if how.glued else f" {remarks}".rstrip())
        yield item["title_text"]
        if how.entry_lines:
            yield from filter(None, (item["authors_line"], item["citation"], pmid))
        else:
            people = (item["authors_line"], item["short_authors_line"])
            parts = (*people, item["citation"], item["short_citation"], pmid)
            yield " ".join(filter(None, parts))


def _reference(item: Json) -> str:
    return " - ".join([item["citation"], *item["_labels"]])


def term_lists(record: Json) -> Iterator[str]:
    """Give the lists of terms, each term a line; of links only the names."""
    for field, heading in _TERMS:
        if lines := list(_lines(field, record[field] or [])):
            yield heading
            yield from lines
    if "related_information" in record["page"]["sections"]:
        yield from ("Related information", "Gene (Weighted)", "Taxonomy via GenBank")
    if "link_out" in record["page"]["sections"]:
        yield from ("LinkOut - more resources", "Full Text Sources", "Made Up Press", "Medical")


def _lines(field: str, values: Sequence[Any]) -> Iterator[str]:
    for value in values:
        if field == "mesh_headings":
            yield from _mesh(value)
        elif field == "associated_data":
            yield f"{value['source']}/{value['accession']}"
        else:
            yield value["raw"] if field == "grants" else value


def _mesh(heading: Json) -> Iterator[str]:
    name = heading["descriptor_name"] + ("*" if heading["major_topic"] else "")
    if not heading["qualifiers"]:
        yield name
    for found in heading["qualifiers"]:
        yield f"{name} / {found['qualifier_name']}" + ("*" if found["major_topic"] else "")
