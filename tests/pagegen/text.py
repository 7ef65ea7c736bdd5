"""Text renderings: what a text extractor leaves of a page of the modern layout."""

from collections.abc import Iterator, Sequence
from typing import Any

from .environment import environment
from .text_sections import BULLET, sections
from .view_lists import free_text

Json = dict[str, Any]

_ACCESS_KEYS = "Access keys NCBI Homepage MyNCBI Homepage Main Content Main Navigation\n"
_EMPTY_HEADINGS = {
    "publication_types": "Publication types",
    "mesh_headings": "MeSH terms",
    "substances": "Substances",
    "related_information": "Related information",
    "grants": "Grants and funding",
    "link_out": "LinkOut - more resources",
}


def text_rendering(  # noqa: PLR0913 - what an extractor keeps or drops
    record: Json,
    *,
    skip: bool = True,
    banner: bool = True,
    debris: str = "",
    badge: str | None = "auto",
    secondary: str = "auto",
    short_date: str | None = "auto",
    identifiers: bool = False,
    abstract_heading: bool = True,
    disclaimer: bool = False,
    see_all: bool = False,
    headings: Sequence[str] = ("publication_types", "link_out"),
    feedback: bool = False,
    final_newline: bool = False,
) -> str:
    """Render a record, of an HTML page or of a rendering, as text; without HTML in between.

    ``skip`` and ``banner`` are the first lines of the page; ``debris`` stands before the citation.
    ``badge`` and ``secondary`` (``Epub 2005 Jun 6.``) are taken from the record unless given; so is
    ``short_date``, the date of the short line. ``identifiers`` keeps the list of identifiers.
    Without ``abstract_heading`` the note that there is no abstract follows the short line at once,
    as in 2020. ``see_all`` keeps the link after an empty list of similar articles. ``headings``
    are the sections whose empty headings stay, if the record's page has them.
    """
    top = (
        ("Skip to main page content\n" if skip else "")
        + (_banner() if banner else "")
        + _ACCESS_KEYS
    )
    top += f"{debris}\n" if debris else ""
    if badge == "auto":
        badge = "Review" if "Review" in (record["publication_types"] or []) else None
    if secondary == "auto":
        secondary = _secondary(record)
    if short_date == "auto":
        short_date = record["pub_date"]["raw"] if record["pub_date"] else ""
    blocks = [
        *_heading(record, badge, secondary, identifiers=identifiers),
        *_short(record, short_date or "", empty=not abstract_heading),
        *(_abstract(record) if abstract_heading else []),
        *(["PubMed Disclaimer"] if disclaimer else []),
        *sections(record, see_all=see_all),
        *(_EMPTY_HEADINGS[key] for key in record["page"]["sections"] if key in headings),
        *(["Feedback"] if feedback else []),
    ]
    return top + "\n\n".join(blocks) + ("\n" if final_newline else "")


def _banner() -> str:
    return environment().get_template("text/banner.txt").render()


def _secondary(record: Json) -> str:
    parts = [f"Epub {record['article_date']['raw']}."] if record["article_date"] else []
    if record["publication_status"]:
        parts.append("Online ahead of print.")
    return " ".join(parts)


def _heading(
    record: Json, badge: str | None, secondary: str, *, identifiers: bool
) -> Iterator[str]:
    """Give the citation, the title, the line ``Affiliations`` with what stands below it."""
    lines = [badge] if badge else []
    if record["book"]:
        lines += filter(None, [record["book"]["citation"], record["citation"]])
    else:
        preprint = "[Preprint]" if "Preprint" in (record["publication_types"] or []) else ""
        lines.append(f"{preprint}. {record['citation'] or ''}")
    doi = f"doi: {record['doi']}." if record["doi"] else ""
    if doi or secondary:
        lines.append(f"{doi} {secondary}".strip())
    yield "\n".join(lines)
    yield from _title(record)
    below = [line for line in (free_text(record), badge) if line]
    if not identifiers:
        yield "\n".join(["Affiliations", *below])
        return
    yield "Affiliations"
    listed = [
        ("PMID", "pmid"), ("Bookshelf ID", "bookaccession"), ("PMCID", "pmcid"), ("DOI", "doi"),
    ]  # fmt: skip
    items = [f"{BULLET}{label}: {record[key]}" for label, key in listed if record[key]]
    yield "\n".join([*items, *below])


def _title(record: Json) -> Iterator[str]:
    """Give the title; below a translated one the original and its language."""
    yield record["title"] or ""
    if record["vernacular_title"]:
        yield record["vernacular_title"]
    if record["languages"]:
        yield f"[Article in {', '.join(record['languages'])}]"


def _short(record: Json, date: str, *, empty: bool) -> Iterator[str]:
    """Give the second heading: title, first author, journal, date."""
    yield from _title(record)
    names = [author["name"] for author in record["authors"] or []]
    cut = len(names) > 1 or not record["authors_complete"]
    who = (f"{names[0]}\xa0et al. " if cut else f"{names[0]}. ") if names else ""
    journal = record["journal"]["medline_ta"] if record["journal"] else ""
    line = f"{who}{date}." if record["book"] else f"{who}{journal}. {date}."
    free = free_text(record)
    yield "\n".join(
        [line, *([free] if free else []), *(["No abstract available"] if empty else [])]
    )


def _abstract(record: Json) -> Iterator[str]:
    parts = record["abstract_sections"]
    if parts is None:
        return
    yield "Excerpt" if record["book"] else "Abstract"
    if not parts:
        yield "No abstract available"
    others = [other for other in record["other_abstracts"] or [] if not other["heading"]]
    for section in [*parts, *(part for other in others for part in other["sections"])]:
        yield f"{section['label']}: {section['text']}" if section["label"] else section["text"]
    for other in record["other_abstracts"] or []:
        if other["heading"]:
            yield other["heading"]
            yield other["text"]
    if record["keywords"]:
        yield f"Keywords: {'; '.join(record['keywords'])}."
