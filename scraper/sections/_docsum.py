"""Shared by the sections that list articles: one entry (``docsum``) of a list."""

import re
from functools import lru_cache

from scraper import dom, headings, normalize
from scraper.cited import cited
from scraper.dom import Node
from scraper.model import FreeFullText, LinkedArticle, Links
from scraper.names import author_names
from scraper.pages import ModernPage

_ROLES = frozenset(
    {
        "docsum-title",
        "full-authors",
        "short-authors",
        "full-journal-citation",
        "short-journal-citation",
        "docsum-pmid",
        "free-resources",
        "publication-type",
        "no-abstract",
        "language",
    }
)
_PMID_LINK = re.compile(r"/(\d+)/?(?:\?.*)?$")


def free_mark(text: str) -> FreeFullText | None:
    """Read the mark for free full text.

    >>> free_mark("Free PMC article."), free_mark("Free full text"), free_mark("")
    ('pmc', 'free', None)
    """
    lowered = text.lower()
    if "free pmc" in lowered:
        return "pmc"
    return "free" if lowered.startswith("free ") else None


def linked_article(entry: Node) -> LinkedArticle:
    """Read one entry of a list of articles; an entry may have no link and no PMID."""
    parts: dict[str, Node] = {}
    types: list[str] = []
    for node in dom.find_all(entry, "[class]"):
        role = _role(dom.classes(node))
        if role == "publication-type":
            types.append(normalize.without_full_stop(dom.text(node)))
        elif role:
            parts.setdefault(role, node)
    return _article(entry, parts, tuple(types))


@lru_cache(maxsize=256)
def _role(class_attribute: str) -> str | None:
    """Return the part of an entry that an element with this class attribute holds."""
    return next((name for name in class_attribute.split() if name in _ROLES), None)


def _article(entry: Node, parts: dict[str, Node], types: tuple[str, ...]) -> LinkedArticle:
    def printed(name: str, shorter: str = "") -> str:
        return dom.text(parts.get(name) or parts.get(shorter))

    link = parts.get("docsum-title")
    authors, complete = author_names(printed("full-authors", "short-authors"))
    line = printed("full-journal-citation", "short-journal-citation")
    line = line or ("" if link is not None else dom.text(entry))
    href = _PMID_LINK.search(dom.attr(link, "href") or "")
    return LinkedArticle(
        pmid=normalize.pmid(printed("docsum-pmid") or (href[1] if href else None)),
        title=normalize.without_full_stop(dom.text(link)) or None,
        authors=authors,
        authors_complete=complete,
        free_full_text=free_mark(printed("free-resources")),
        publication_types=types,
        has_abstract="no-abstract" not in parts,
        language=normalize.without_full_stop(printed("language")) or None,
        **cited(line),
    )


def links(page: ModernPage, field: str) -> Links | None:
    """Read a section that lists articles, and how much of the list it shows.

    Without the section there are none, unless the page was cut off.
    """
    section = page.section(field)
    if section is None:
        return None if page.truncated else Links(total=0, complete=True, source="page")
    items = tuple(linked_article(entry) for entry in dom.find_all(section, "li.full-docsum"))
    total = headings.printed_count(page.printed_heading(field))
    more = page.truncated or dom.find(section, ".show-all-linked-articles") is not None
    if total is None and not more:
        total = len(items)
    complete = not more and total == len(items)
    return Links(total=total, complete=complete, source="page", items=items)
