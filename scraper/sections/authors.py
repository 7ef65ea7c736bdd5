"""The byline and the affiliations that it points to."""

import re
from functools import singledispatch
from typing import Final, TypedDict
from urllib.parse import unquote_plus

from scraper import dom, normalize
from scraper.dom import Node
from scraper.entrez import EntrezPage
from scraper.layout import Layout
from scraper.model import Author
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._byline import printed_authors

_SUFFIXES: Final = frozenset("Jr Sr 1st 2nd 3rd 4th 5th 6th I II III IV V VI".split())
_EQUAL: Final = "#"
"""The mark of authors who contributed equally."""
_TERM = re.compile(r"[?&]term=([^&#]*)")
_ORCID = re.compile(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")


class Byline(TypedDict):
    """Authors and affiliations."""

    authors: tuple[Author, ...] | None
    authors_complete: bool | None
    affiliations: tuple[str, ...] | None


@singledispatch
def authors(page: Layout) -> Byline:
    """Read the authors in page order; each points into the list of affiliations."""
    return Byline(authors=None, authors_complete=None, affiliations=None)


@authors.register
def _modern(page: ModernPage) -> Byline:
    block = page.region("inline-authors") or page.region("authors-list")
    items = [] if block is None else dom.find_all(block, ".authors-list-item")
    numbers, affiliations = _affiliations(page, items)
    is_whole = page.heading_is_whole
    shortened = block is not None and "et al." in (block.text() or "")
    return Byline(
        authors=tuple(_author(item, numbers) for item in items) or (() if is_whole else None),
        authors_complete=not shortened if is_whole else None,
        affiliations=affiliations or (() if is_whole else None),
    )


def _affiliations(page: ModernPage, items: list[Node]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the position of each printed number, and the affiliations.

    Where the page was served without the list, the titles of the authors' links give it.
    """
    numbers: dict[str, int] = {}
    found: list[str] = []
    details = page.regions.get("extended-article-details", page.heading)
    for item in dom.find_all(details, ".affiliations li"):
        key = next(dom.elements(item), None)
        if key is not None and dom.text(key) == _EQUAL:
            continue  # it explains the mark
        if key is not None and "key" in dom.classes(key):
            numbers.setdefault(dom.text(key), len(found))
            found.append(dom.text_from(key.next))
        else:
            found.append(dom.text(item))
    if not found:
        for link in (link for item in items for link in dom.find_all(item, "a.affiliation-link")):
            number, title = dom.text(link), normalize.squash(dom.attr(link, "title") or "")
            if title and number not in numbers:
                numbers[number] = len(found)
                found.append(title)
    return numbers, tuple(found)


def _author(item: Node, numbers: dict[str, int]) -> Author:
    link: Node | None = None
    marks: list[str] = []
    orcid = None
    for child in dom.elements(item):
        if link is None and "full-name" in dom.classes(child):
            link = child
        elif child.tag == "sup":
            marks += _marks(child)
        elif child.tag == "a" and (found := _ORCID.search(dom.attr(child, "href") or "")):
            orcid = found[1]
    name = (_bare_name(item) if link is None else dom.text(link)).rstrip(",; ")
    return Author(
        name=name,
        orcid=orcid,
        equal_contrib=_EQUAL in marks,
        affiliations=tuple(dict.fromkeys(numbers[mark] for mark in marks if mark in numbers)),
        **_name_parts(name, dom.attr(link, "href") or ""),
    )


def _bare_name(item: Node) -> str:
    """Return the name of an author without a link or a span: all but marks and separators."""
    kept = []
    child = item.first_child
    while child is not None:
        if child.tag != "sup" and "comma" not in dom.classes(child):
            kept.append(dom.text(child) if child.is_element_node else child.text_content or "")
        child = child.next
    return normalize.squash(" ".join(kept))


def _marks(sup: Node) -> list[str]:
    """Return the marks of a superscript: affiliation numbers, or ``#``."""
    links = [dom.text(child) for child in dom.elements(sup) if child.tag == "a"]
    return links or dom.text(sup).replace(",", " ").split()


def _name_parts(name: str, href: str) -> dict[str, str | None]:
    """Split a name by the author link's search term ``Last II``, which MEDLINE's data gave.

    A name without such a link, or with a corporate one, is a group.
    """
    found = _TERM.search(href)
    term = normalize.squash(unquote_plus(found[1])) if found else ""
    if not term or "cauthor_id=" not in href or "[corporate author]" in term.lower():
        return {"collective_name": name}
    words = term.removesuffix("[Author]").split()
    suffix = initials = None
    ends_alike = name.rstrip(".").endswith(f" {words[-1]}")
    if len(words) > 2 and words[-1] in _SUFFIXES and ends_alike:  # noqa: PLR2004 - Last II Jr
        suffix = words.pop()
    if len(words) > 1:
        initials = words.pop()
    last_name = " ".join(words)
    before = name.removesuffix(suffix or "").rstrip(" ,")
    fore_name = before[: -len(last_name)].strip() if before.endswith(last_name) else ""
    return {
        "last_name": last_name,
        "fore_name": fore_name or None,
        "initials": initials,
        "suffix": suffix,
    }


@authors.register
def _text(page: TextPage) -> Byline:
    return Byline(
        authors=page.authors,
        authors_complete=page.authors_complete,
        affiliations=page.affiliations,
    )


@authors.register
def _entrez(page: EntrezPage) -> Byline:
    numbers: dict[str, int] = {}
    for at, (mark, _) in enumerate(page.affiliations):
        numbers.setdefault(mark, at)
    people, complete = printed_authors(page.byline, numbers)
    known = page.absent is not None or bool(people)
    return Byline(
        authors=people if known else None,
        authors_complete=complete if known and not _is_cut(page) else None,
        affiliations=tuple(text for _, text in page.affiliations) or page.absent,
    )


def _is_cut(page: EntrezPage) -> bool:
    """Tell whether the page ends inside of the byline."""
    return page.truncated and page.byline is not None and page.byline.next is None
