"""PMID, PMCID, DOI and Bookshelf id."""

import re
from functools import singledispatch
from typing import TypedDict

from scraper import citations, dom, normalize
from scraper.abstractplus import AbstractPlusPage
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage

_PRINTED_PMID = re.compile(r"\bPMID: (\d+)")


class Identifiers(TypedDict):
    """The record's own identifiers."""

    pmid: str | None
    pmcid: str | None
    doi: str | None
    bookaccession: str | None


@singledispatch
def identifiers(page: Layout) -> Identifiers:
    """Read the identifiers of the article itself, never one from a list on its page.

    Where the page names two PMIDs, the printed one wins and a warning says so.
    """
    return Identifiers(pmid=None, pmcid=None, doi=None, bookaccession=None)


@identifiers.register
def _modern(page: ModernPage) -> Identifiers:
    printed = _printed(page)
    metas = page.metas
    pmids = [
        printed.get("pmid"),
        *(metas.get(name) for name in ("uid", "ncbi_uid", "citation_pmid")),
        (page.canonical or "").rstrip("/").rpartition("/")[2],
        page.given_pmid,
    ]
    return Identifiers(
        pmid=agreed_pmid(page, pmids),
        pmcid=normalize.pmcid(printed.get("pmcid")),
        doi=normalize.doi(printed.get("doi"))
        or citations.notes(dom.text(dom.find(page.heading, ".citation-doi"))).doi
        or normalize.doi(metas.get("citation_doi")),
        bookaccession=printed.get("bookshelf id"),
    )


def _printed(page: ModernPage) -> dict[str, str]:
    """Return the printed identifiers by their label in lower case, without its colon."""
    found: dict[str, str] = {}
    region = page.region("identifiers")
    for span in dom.find_all(region, ".identifier") if region is not None else ():
        label = dom.first(span, ".id-label")
        if label is not None:
            value = dom.text_from(label.next)
            found.setdefault(dom.text(label).rstrip(": ").lower(), value)
    return found


@identifiers.register
def _text(page: TextPage) -> Identifiers:
    return Identifiers(
        pmid=agreed_pmid(page, [page.pmid, page.given_pmid]),
        pmcid=page.pmcid,
        doi=page.doi,
        bookaccession=page.bookaccession,
    )


def agreed_pmid(page: Layout, candidates: list[str | None]) -> str | None:
    """Return the first valid PMID; warn where another one disagrees."""
    pmids = [pmid for pmid in map(normalize.pmid, candidates) if pmid]
    others = sorted(set(pmids) - {pmids[0]}) if pmids else []
    if others:
        page.warn(
            "pmid_conflict",
            f"The page is {pmids[0]}, but {', '.join(others)} is named too.",
            "pmid",
        )
    return pmids[0] if pmids else None


@identifiers.register
def _legacy(page: LegacyPage) -> Identifiers:
    printed = _described(page)
    number = printed.get("pmid", "").partition(" ")[0]
    return Identifiers(
        pmid=agreed_pmid(page, [number, page.named_pmid, page.given_pmid]),
        pmcid=normalize.pmcid(printed.get("pmcid")),
        doi=normalize.doi(printed.get("doi")) or citations.notes(page.cited.line).doi,
        bookaccession=printed.get("bookshelf id"),
    )


def _described(page: LegacyPage) -> dict[str, str]:
    """Return the first text after each label, in lower case; a ``dd`` may even hold a ``dt``."""
    found: dict[str, str] = {}
    label = ""
    region = page.part("aux")
    for node in dom.find_all(region, "dt, dd") if region is not None else ():
        if node.tag == "dt":
            label = dom.text(node).rstrip(": ").lower()
        elif label and (value := dom.text(node)):
            found.setdefault(label, value)
            label = ""
    return found


@identifiers.register
def _abstractplus(page: AbstractPlusPage) -> Identifiers:
    lines = " ".join(map(dom.text, dom.find_all(page.body, "p.pmid")))
    pmid = _PRINTED_PMID.search(lines)
    return Identifiers(
        pmid=agreed_pmid(page, [pmid and pmid[1], page.named_pmid, page.given_pmid]),
        pmcid=normalize.pmcid(lines),
        doi=citations.notes(page.cited.line).doi,
        bookaccession=None,
    )
