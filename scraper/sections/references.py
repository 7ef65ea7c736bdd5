"""The article's references."""

import re
from functools import singledispatch

from scraper import dom, normalize
from scraper.dom import Node
from scraper.layout import Layout
from scraper.model import Reference, Refs
from scraper.pages import ModernPage
from scraper.rendering import TextPage

_LINK_LABELS = ("PMC", "PubMed", "DOI")
_SHOW_ALL = re.compile(r"Show all (?:(\d[\d,]*) )?references")
_PMID_LINK = re.compile(r"/(\d+)/?$")


@singledispatch
def references(page: Layout) -> Refs | None:
    """Read the references, and how much of the list the page shows."""
    return None


@references.register
def _modern(page: ModernPage) -> Refs | None:
    section = page.section("references")
    if section is None:
        return None if page.truncated else Refs(total=0, complete=True)
    items = tuple(map(_reference, _entries(section)))
    more = _SHOW_ALL.search(" ".join(map(dom.text, dom.find_all(section, ".show-all"))))
    if more:
        total = int(more[1].replace(",", "")) if more[1] else None
        return Refs(total=total, complete=False, items=items)
    if page.truncated:
        return Refs(complete=False, items=items)
    return Refs(total=len(items), complete=True, items=items)


def _entries(section: Node) -> list[Node]:
    """Return the innermost list items: each reference sits in a list of its own."""
    return dom.find_all(section, "li.skip-numbering") or [
        item for item in dom.find_all(section, "li") if not dom.find_all(item, "li")[1:]
    ]


def _reference(item: Node) -> Reference:
    pmid = pmcid = doi = None
    for link in dom.find_all(item, "a.reference-link"):
        label, href = dom.text(link), dom.attr(link, "href") or ""
        if label == "PMC":
            pmcid = normalize.pmcid(href) or normalize.pmcid(dom.attr(link, "data-ga-action"))
        elif label == "PubMed":
            pmid = normalize.pmid(found[1]) if (found := _PMID_LINK.search(href)) else None
        elif label == "DOI":
            doi = normalize.doi(href) or normalize.doi(dom.attr(link, "data-ga-action"))
    return Reference(citation=_without_labels(dom.text(item)), pmid=pmid, pmcid=pmcid, doi=doi)


def _without_labels(text: str) -> str:
    """Drop the labels of the links, each behind a dash.

    >>> _without_labels("Rain A. Rivers-DOI. 2020. - PMC - PubMed"), _without_labels("In PubMed")
    ('Rain A. Rivers-DOI. 2020.', 'In PubMed')
    """
    while text.endswith(_LINK_LABELS):
        before, dash, label = text.rpartition("-")
        if not dash or label.strip() not in _LINK_LABELS:
            break
        text = before.rstrip()
    return text


@references.register
def _text(page: TextPage) -> Refs | None:
    return page.references
