"""The byline and the affiliations that it points to."""

import re
from functools import singledispatch
from typing import Final, TypedDict

from scraper import dom, normalize
from scraper.dom import Node
from scraper.entrez import EntrezPage
from scraper.layout import Layout
from scraper.model import Author
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._byline import printed_authors
from scraper.sections._names import linked_name_parts

_EQUAL: Final = "#"
"""The mark of authors who contributed equally."""
_GOES_ON: Final = re.compile(r"et\s+al(?:\.|\s*$)|…|\.\.\.|[Ss]how\s+(?:more|all)\b")
"""What a byline ends in that shows only some of the authors."""
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
    items = [] if page.byline is None else dom.find_all(page.byline, ".authors-list-item")
    numbers, affiliations = _affiliations(page, items)
    found = [_author(item, numbers) for item in items]
    whole = page.heading_is_whole
    shown = sum(author.name.count(";") + 1 for author, _ in found)
    complete = not _is_shortened(page, shown) if whole else None
    known = all(mark in numbers for _, marks in found for mark in marks if mark.isdigit())
    _say_what_is_missing(page, complete=complete, known=known or not whole)
    return Byline(
        authors=tuple(author for author, _ in found) or (() if complete else None),
        authors_complete=complete,
        affiliations=affiliations or (() if whole and known else None),
    )


def _is_shortened(page: ModernPage, shown: int) -> bool:
    """Tell whether the byline says that it goes on, or has fewer names than the page's head.

    The head parts names by ``;``, which those of groups may hold, too; on the page of a
    book's section it may name those of the whole book.
    That a script can fetch the list (``/long-authors/``) says nothing: it can on every page.
    """
    in_head = "" if page.book_line else page.metas.get("citation_authors", "")
    named = sum(map(bool, map(str.strip, in_head.split(";"))))
    said = "" if page.byline is None else page.byline.text()
    return shown < named or _GOES_ON.search(said or "") is not None


def _say_what_is_missing(page: Layout, *, complete: bool | None, known: bool = True) -> None:
    if complete is False:
        page.warn("authors_incomplete", "The page shows only some of the authors.", "authors")
    if not known:
        message = "Authors have numbers of affiliations that the page does not show."
        page.warn("affiliations_incomplete", message, "affiliations")


def _affiliations(page: ModernPage, items: list[Node]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the position of each printed number, and the affiliations.

    Where the page was served without the list, the titles of the authors' links give it.
    """
    printed = page.affiliations or _titles(items)
    numbers: dict[str, int] = {}
    for at, (number, _) in enumerate(printed):
        if number:
            numbers.setdefault(number, at)
    return numbers, tuple(text for _, text in printed)


def _titles(items: list[Node]) -> list[tuple[str, str]]:
    links = [link for item in items for link in dom.find_all(item, "a.affiliation-link")]
    found = {dom.text(link): normalize.squash(dom.attr(link, "title") or "") for link in links}
    return [(number, title) for number, title in found.items() if title]


def _author(item: Node, numbers: dict[str, int]) -> tuple[Author, list[str]]:
    """Return an author, and the marks after the name."""
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
    author = Author(
        name=name,
        orcid=orcid,
        equal_contrib=_EQUAL in marks,
        affiliations=tuple(dict.fromkeys(numbers[mark] for mark in marks if mark in numbers)),
        **linked_name_parts(name, dom.attr(link, "href") or ""),
    )
    return author, marks


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
    shows_all = complete if known and not _is_cut(page) else None
    _say_what_is_missing(page, complete=shows_all)
    return Byline(
        authors=people if known else None,
        authors_complete=shows_all,
        affiliations=tuple(text for _, text in page.affiliations) or page.absent,
    )


def _is_cut(page: EntrezPage) -> bool:
    """Tell whether the page ends inside of the byline."""
    return page.truncated and page.byline is not None and page.byline.next is None
