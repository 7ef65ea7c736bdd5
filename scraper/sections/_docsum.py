"""Shared by the sections that list articles: one entry (``docsum``) of a list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from scraper import dom, headings, normalize
from scraper.cited import cited
from scraper.docsums import Docsum
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
_TYPE = "publication-type"
_MARKS = frozenset({"free-resources", "no-abstract", "language"})
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
        if role == _TYPE:
            types.append(dom.text(node))
        elif role:
            parts.setdefault(role, node)

    def printed(name: str, shorter: str = "") -> str:
        return dom.text(parts.get(name) or parts.get(shorter))

    link = parts.get("docsum-title")
    line = printed("full-journal-citation", "short-journal-citation")
    return _article(
        dom.attr(link, "href") or "",
        dom.text(link),
        printed("full-authors", "short-authors"),
        line or ("" if link is not None else dom.text(entry)),
        printed("docsum-pmid"),
        {role: dom.text(parts[role]) for role in _MARKS & parts.keys()},
        types,
    )


@lru_cache(maxsize=256)
def _role(class_attribute: str) -> str | None:
    """Return the part of an entry that an element with this class attribute holds."""
    return next((name for name in class_attribute.split() if name in _ROLES), None)


def _usual_article(entry: Docsum) -> LinkedArticle:
    """Read an entry that was taken before parsing."""
    said = entry.said() if entry.marks else []
    types = [text for role, text in said if role == _TYPE]
    return _article(entry.href.decode(), *entry.printed(), dict(reversed(said)), types)


def _article(  # noqa: PLR0913, PLR0917 - what an entry prints, from left to right
    href: str,
    title: str,
    people: str,
    line: str,
    pmid: str,
    marks: Mapping[str, str],
    types: Sequence[str],
) -> LinkedArticle:
    """Make an article of what an entry prints, both ways that it is read."""
    linked = None if pmid else _PMID_LINK.search(href)
    authors, complete = author_names(people)
    return LinkedArticle(
        pmid=normalize.pmid(linked[1] if linked else pmid),
        title=normalize.without_full_stop(title) or None,
        authors=authors,
        authors_complete=complete,
        free_full_text=free_mark(marks.get("free-resources", "")),
        publication_types=tuple(map(normalize.without_full_stop, types)),
        has_abstract="no-abstract" not in marks,
        language=normalize.without_full_stop(marks.get("language", "")) or None,
        **cited(line),
    )


def _entries(page: ModernPage, section: Node) -> Iterator[LinkedArticle]:
    """Read the entries of a section; one may stand for all of a list that was taken."""
    for entry in dom.find_all(section, "li.full-docsum"):
        if taken := page.lists.get(entry.mem_id):
            yield from map(_usual_article, taken)
        else:
            yield linked_article(entry)


def links(page: ModernPage, field: str) -> Links | None:
    """Read a section that lists articles, and how much of the list it shows.

    Without the section there are none, unless the page was cut off.
    """
    section = page.section(field)
    if section is None:
        return None if page.truncated else Links(total=0, complete=True, source="page")
    items = tuple(_entries(page, section))
    total = headings.printed_count(page.printed_heading(field))
    more = page.truncated or dom.find(section, ".show-all-linked-articles") is not None
    if total is None and not more:
        total = len(items)
    complete = not more and total == len(items)
    return Links(total=total, complete=complete, source="page", items=items)
