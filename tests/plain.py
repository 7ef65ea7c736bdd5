"""The same fields by plain BeautifulSoup, as people write it: what the benchmark compares with.

It reads what a modern page shows, without warnings, fallbacks and edge cases.
"""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag

from tests import oracle


def read(html: str, parser: str) -> dict[str, Any]:
    """Return the fields of a modern page."""
    soup = BeautifulSoup(html, parser)
    heading = soup.select_one("#full-view-heading")
    assert isinstance(heading, Tag)
    return oracle.read_soup(soup) | {
        "journal": texts(heading, "button.journal-actions-trigger"),
        "citation": texts(heading, ".cit"),
        "dates": texts(heading, ".secondary-date"),
        "identifiers": texts(heading, ".identifier"),
        "free": texts(heading, ".free-label"),
        "authors": [author(item) for item in heading.select(".authors-list-item")],
        "affiliations": texts(heading, ".affiliations li"),
        "sections": [paragraph(p) for p in soup.select("#abstract .abstract-content p")],
        "keywords": texts(soup, "#abstract > p"),
        "coi": texts(soup, ".conflict-of-interest .statement"),
        "mesh": texts(soup, "#mesh-terms button.keyword-actions-trigger"),
        "substances": texts(soup, "#substances button.keyword-actions-trigger"),
        "grants": texts(soup, "#grants li"),
        "similar": [docsum(item) for item in soup.select("#similar li.full-docsum")],
        "cited_by_items": [docsum(item) for item in soup.select("#citedby li.full-docsum")],
        "comments": [docsum(item) for item in soup.select(".linked-articles li")],
        "references": [links(item) for item in soup.select("#references li.skip-numbering")],
        "figures": [links(item) for item in soup.select("#figures figure")],
        "full_text": [links(item) for item in soup.select(".full-text-links-list")[:1]],
        "link_out": [links(item) for item in soup.select("#linkout .linkout-list > li")],
        "related": [links(item) for item in soup.select("#related-links li")],
        "metas": {
            str(meta.get("name")): str(meta.get("content")) for meta in soup.select("meta[name]")
        },
    }


def texts(tag: Tag, selector: str) -> list[str]:
    """Return the squashed texts of all matches."""
    return [" ".join(found.get_text().split()) for found in tag.select(selector)]


def author(item: Tag) -> tuple[list[str], list[str], str]:
    """Return name, affiliation numbers and link of an author."""
    link = item.select_one("a.full-name")
    return texts(item, ".full-name"), texts(item, "sup a"), str(link.get("href") if link else "")


def paragraph(p: Tag) -> tuple[list[str], str]:
    """Return label and text of an abstract's section."""
    return texts(p, "strong.sub-title"), " ".join(p.get_text().split())


def docsum(item: Tag) -> dict[str, Any]:
    """Return an entry of a list, its citation taken apart."""
    citation = " ".join(texts(item, ".full-journal-citation"))
    parts = re.match(r"(.*?)\. (\d{4}[^;:]*)(?:;([^(:]*))?(?:\((.*?)\))?(?::(.*?))?\.", citation)
    return {
        "title": texts(item, ".docsum-title"),
        "authors": " ".join(texts(item, ".full-authors")).split(", "),
        "citation": citation,
        "parts": parts.groups() if parts else None,
        "pmid": texts(item, ".docsum-pmid"),
        "free": texts(item, ".free-resources"),
        "types": texts(item, ".publication-type"),
    }


def links(item: Tag) -> tuple[str, list[tuple[str, str]]]:
    """Return an item's text and its links."""
    return " ".join(item.get_text().split()), [
        (link.get_text().strip(), str(link.get("href"))) for link in item.select("a")
    ]
