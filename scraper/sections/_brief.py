"""Shared by the sections that list articles in the layouts before 2020: a brief link.

Beside a report stand a link with the title and, in a box that opens over it, authors and
citation; in a notice the link is followed by its source.
"""

import re
from typing import Final

from scraper import citations, dom, headings, normalize
from scraper.cited import cited
from scraper.dom import Node
from scraper.entrez import EntrezPage
from scraper.model import LinkedArticle, Links
from scraper.names import author_names

_PMID_LINK: Final = re.compile(r"/pubmed/(\d+)\b")
_ROLES: Final = {
    "author": "author",
    "cit": "cit",
    "invert": "flag",
    "reviewflag": "flag",
    "source": "source",
    "note": "source",
    "brieflinkpop": "popup",
}
_CITATION: Final = re.compile(r"\d{4}\b[^;:]*[;:]")


def brief_article(entry: Node, label: str = "") -> LinkedArticle:
    """Read one entry; it may have no link, and then is all citation.

    ``label`` is the heading that an entry repeats before its text.
    """
    parts = _parts(entry)
    flag = dom.text(parts.get("flag"))
    link = dom.find(entry, "a[href*='/pubmed/']")
    title = dom.text(link).removeprefix(flag).strip()
    line = dom.text(parts.get("cit")) or dom.text(parts.get("source"))
    if title.endswith("..."):
        title = _full_title(parts.get("popup"), flag) or title
    if not line:
        title, line = _title_and_line(entry, title, label)
    found = _PMID_LINK.search(dom.attr(link, "href") or "")
    return _article(found and found[1], title, dom.text(parts.get("author")), line, flag)


def _article(pmid: str | None, title: str, people: str, printed: str, flag: str) -> LinkedArticle:
    line = printed.removeprefix("[").removesuffix("]") if printed.startswith("[") else printed
    authors, complete = author_names(people)
    return LinkedArticle(
        pmid=normalize.pmid(pmid),
        title=normalize.without_full_stop(title) or None,
        authors=authors,
        authors_complete=complete,
        publication_types=(flag,) if flag else (),
        **cited(line, remarks=True),
    )


def _parts(entry: Node) -> dict[str, Node]:
    """Return the elements of an entry by their role."""
    found: dict[str, Node] = {}
    for node in dom.find_all(entry, "[class]"):
        if node.mem_id == entry.mem_id:
            continue
        for word in dom.classes(node).split():
            if word in _ROLES:
                found.setdefault(_ROLES[word], node)
    return found


def _full_title(popup: Node | None, flag: str) -> str:
    """Return the title in the box that opens over a shortened link."""
    if popup is None:
        return ""
    details = dom.text(dom.find(popup, ".brieflinkpopdesc"))
    return dom.text(popup).removesuffix(details).strip().removeprefix(flag).strip()


def _title_and_line(entry: Node, title: str, label: str) -> tuple[str, str]:
    """Part what an entry without marked parts says; a link may be on the citation itself."""
    whole = dom.text(entry).removeprefix(label).lstrip(" :")
    if _CITATION.search(title) and citations.split_journal(title)[0]:
        return "", whole
    return title, whole.removeprefix(title).strip()


def panel_links(page: EntrezPage, field: str) -> Links | None:
    """Read a panel; None where the page has none, for a script may have had to fill it."""
    if field not in page.panels:
        return None
    printed, box = page.panels[field]
    items = tuple(
        brief_article(entry)
        for entry in dom.find_all(box, "li")
        if dom.find(entry, "a[href*='/pubmed/']") is not None
    )
    total = None if " over " in printed else headings.printed_count(printed)
    more = page.truncated or " over " in printed or _has_more(box)
    if total is None and not more:
        total = len(items)
    return Links(total=total, complete=not more and total == len(items), source="page", items=items)


def _has_more(box: Node) -> bool:
    """Tell whether a panel has a link to the whole list."""
    return any("See all" in dom.text(link) for link in dom.find_all(box, "a[href*=linkname]"))
