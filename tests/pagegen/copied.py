"""Browser copies: what stands in the clipboard after "select all, copy" on a modern page."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from .copied_sections import Copying, body, term_lists
from .view_lists import FREE_TEXTS

Json = dict[str, Any]

_MENU = ("Title & authors", "Abstract", "Figures", "Similar articles", "Cited by", "References",
         "Publication types", "MeSH terms", "LinkOut - more resources")  # fmt: skip
_FOOTER = "NCBI Literature Resources\n\nMeSH PMC Bookshelf Disclaimer\n\nFollow NCBI"


def browser_copy(record: Json, how: Copying) -> str:
    """Render the record of a browser copy as its text."""
    blocks = [
        *(["Page navigation\n" + "\n".join(_MENU)] if how.menu else []),
        "\n".join(_heading(record, how)),
        *_abstract(record),
        *body(record, how),
        "\n".join(term_lists(record)),
        *([_FOOTER] if how.footer else []),
    ]
    return "\n\n".join(blocks) + "\n"


def _heading(record: Json, how: Copying) -> Iterator[str]:
    yield from _citation(record, how)
    yield from _title(record)
    yield from _people(record)
    ids = [("PMID", "pmid"), ("PMCID", "pmcid"), ("DOI", "doi")]
    printed = [f"{label}: {record[key]}" for label, key in ids if record[key]]
    yield from [" ".join(printed)] if how.ids_in_line else printed
    free = FREE_TEXTS.get(record["free_full_text"] or "")
    yield from [free] if free else []
    if how.short_view:
        yield from [how.badge] if how.badge else []
        yield from _title(record)
        yield _short(record)
        yield from (free or "", "Show details", "Display options")


def _citation(record: Json, how: Copying) -> Iterator[str]:
    journal = record["journal"]["medline_ta"]
    if how.badge and how.badge_before_journal:
        yield f"{how.badge} {journal}"
    else:
        yield from filter(None, (how.badge, journal))
    notes = [
        f"doi: {record['doi']}." if record["doi"] else "",
        f"Epub {record['article_date']['raw']}." if record["article_date"] else "",
        "Online ahead of print." if record["publication_status"] else "",
    ]
    line, below = f". {record['citation']}", " ".join(filter(None, notes))
    yield from [f"{line} {below}".rstrip()] if how.notes_in_line else filter(None, (line, below))


def _title(record: Json) -> Iterator[str]:
    yield record["title"]
    if record["vernacular_title"]:
        yield record["vernacular_title"]
    if record["languages"]:
        yield f"[Article in {', '.join(record['languages'])}]"


def _people(record: Json) -> Iterator[str]:
    authors = record["authors"]
    line = _printed(authors[0]) if authors else "No authors listed"
    for before, author in pairwise(authors):
        line += ("; " if "_group" in author or "_group" in before else ", ") + _printed(author)
    yield line + ("" if record["authors_complete"] else ", et al.")
    affiliations, members = record["affiliations"] or [], record["investigators"] or []
    unfolded = [
        *(["Collaborators"] if members else []),
        *(["Affiliations"] if affiliations else []),
    ]
    if unfolded:
        yield f"{', '.join(unfolded)} Expand"
    if members:
        yield "Collaborators"
        yield from _members(members, affiliations)
    if affiliations:
        yield "Affiliation" if len(affiliations) == 1 else "Affiliations"
        yield from (f"{number} {text}" for number, text in enumerate(affiliations, start=1))


def _members(members: Sequence[Json], affiliations: Sequence[str]) -> Iterator[str]:
    for group, run in groupby(members, key=itemgetter("collective_name")):
        names = [
            _marked(one["name"], [affiliations.index(text) for text in one["affiliations"]])
            for one in run
        ]
        yield f"{group}: {', '.join(names)}"


def _printed(author: Json) -> str:
    return _marked(author["name"], author["affiliations"], equal=author["equal_contrib"])


def _marked(name: str, places: Sequence[int], *, equal: bool = False) -> str:
    marks = " ".join(["#"] * equal + [str(place + 1) for place in places])
    return f"{name}\N{NO-BREAK SPACE} {marks}" if marks else name


def _short(record: Json) -> str:
    names = [author["name"] for author in record["authors"]]
    cut = len(names) > 1 or not record["authors_complete"]
    who = f"{names[0]}{' et al.' if cut else '.'} " if names else ""
    return f"{who}{record['journal']['medline_ta']}. {record['pub_date']['year']}."


def _abstract(record: Json) -> Iterator[str]:
    yield "Abstract"
    others = record["other_abstracts"] or []
    unheaded = [part for other in others if not other["heading"] for part in other["sections"]]
    if not record["abstract_sections"]:
        yield "No abstract available"
    for part in [*record["abstract_sections"], *unheaded]:
        yield f"{part['label']}: {part['text']}" if part["label"] else part["text"]
    for other in others:
        yield from (other["heading"], other["text"]) if other["heading"] else ()
    if record["keywords"]:
        yield f"Keywords: {'; '.join(record['keywords'])}."
    if record["abstract_copyright"]:
        yield record["abstract_copyright"]
    yield "PubMed Disclaimer"
