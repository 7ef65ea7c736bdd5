"""What the head of a modern page gives: where citation, byline and lists of people are.

A region's name is what a reader sees over it where it has a heading, else its class.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Final, NamedTuple, Unpack

from scraper import books, collaborators, dom
from scraper.books import BookLine
from scraper.docsums import Docsum
from scraper.dom import Node
from scraper.layout import Layout, Origin

_EQUAL: Final = "#"
"""The mark of authors who contributed equally, which a note explains."""
_OF_THE_BOOK: Final = re.compile(r"\b(?:book|editors?)\b", re.IGNORECASE)
_AFFILIATIONS: Final = re.compile(r"\baffiliations?$|^author information", re.IGNORECASE)


_METAS: Final = frozenset(
    "uid ncbi_uid citation_pmid citation_doi citation_authors citation_issn"
    " citation_journal_title".split()
)
"""Names of the ``meta`` elements that readers ask for."""
_LISTS: Final = frozenset({"ul", "ol"})


class People(NamedTuple):
    """The lists that unfold under the byline."""

    affiliations: list[Node]
    """The items of the authors' affiliations."""
    collaborators: list[Node]
    """What stands under ``Collaborators``."""
    of_the_book: list[tuple[str, list[Node]]]
    """``Editors`` of a book, ``Book authors``: each heading and what stands under it."""


class ModernHead(Layout):
    """The head of a page of PubMed's layout since 2019."""

    name = "modern"

    def __init__(
        self,
        root: Node,
        main: Node,
        *,
        saved_from: str | None = None,
        truncated: bool = False,
        lists: Mapping[int, Sequence[Docsum]] = MappingProxyType({}),
        **origin: Unpack[Origin],
    ) -> None:
        super().__init__(**origin)
        self.root = root
        self.main = main
        self.saved_from = saved_from
        self.truncated = truncated
        self.lists = lists
        """Lists of articles that were taken before parsing, by the node that stands for each."""
        if truncated:
            self.warn(
                "truncated",
                "The page ends before its main part does; fields after the cut are null.",
            )

    @cached_property
    def heading(self) -> Node:
        """The full heading; the short one repeats it and is never read."""
        return dom.find(self.main, "#full-view-heading") or self.main

    @cached_property
    def regions(self) -> dict[str, Node]:
        """The parts of the heading by their first class, such as ``article-citation``."""
        found: dict[str, Node] = {}
        for child in dom.elements(self.heading):
            found.setdefault(dom.classes(child).partition(" ")[0] or child.tag or "", child)
        return found

    def region(self, name: str) -> Node | None:
        """Return a part of the heading by its class, wherever it stands; None without it."""
        return self.regions.get(name) or dom.find(self.heading, f".{name}")

    @cached_property
    def heading_is_whole(self) -> bool:
        """Whether the page goes on after its heading, which ends with the identifiers."""
        return not self.truncated or self.region("identifiers") is not None

    @cached_property
    def metas(self) -> dict[str, str]:
        """Content of each ``meta`` that is read, the first of its name, wherever it stands."""
        found: dict[str, str] = {}
        for part in filter(None, (self.root.first_child, self.root)):  # the head has nearly all
            for meta in dom.find_all(part, "meta[name]") if part.is_element_node else ():
                name = meta.attrs.get("name") or ""
                if name in _METAS and name not in found:
                    found[name] = dom.attr(meta, "content") or ""
            if len(found) == len(_METAS):
                break
        return found

    @cached_property
    def journal_button(self) -> Node | None:
        """The button that shows the journal's abbreviation; a book has none."""
        citation = self.region("article-citation")
        return None if citation is None else dom.find(citation, "button.journal-actions-trigger")

    @cached_property
    def book_line(self) -> BookLine | None:
        """The line in the place of the journal's, and the date after it, both above the title."""
        if self.journal_button is not None:
            return None
        marked = dom.text(self.region("book-citation"))
        found = books.first_line([*self._above_title(), *filter(None, [marked])])
        return found or (BookLine(marked, "") if marked else None)

    def _above_title(self) -> Iterator[str]:
        for node in dom.elements(self.heading):
            if node.tag == "h1" or dom.find(node, "h1") is not None:
                return
            yield from dom.lines([node])

    @cached_property
    def byline(self) -> Node | None:
        """The authors; below those of a book's section the book's own may stand."""
        block = self.region("inline-authors") or self.region("authors-list")
        if block is not None and self.book_line is not None:
            return dom.find(block, ".authors-list") or block
        return block

    @cached_property
    def people(self) -> People:
        """The lists of people, each by its heading; a list without one is the affiliations'.

        A book's section has two: its authors', then those of the book.
        """
        found = People([], [], [])
        region = self.regions.get("extended-article-details", self.heading)
        of_the_book = False
        for heading in _headings(region):
            printed = dom.text(heading)
            of_the_book = of_the_book or _OF_THE_BOOK.search(printed) is not None
            if collaborators.is_heading(printed):
                found.collaborators.extend(dom.following(heading))
            elif not _AFFILIATIONS.search(printed):
                if of_the_book:
                    found.of_the_book.append((printed, list(dom.following(heading))))
            elif not of_the_book:
                found.affiliations.extend(_items(heading))
                of_the_book = self.book_line is not None
        if not (found.affiliations or of_the_book):
            found.affiliations.extend(self._unheaded(region))
        return found

    def _unheaded(self, region: Node) -> list[Node]:
        """Return the items of affiliations without a heading, of a book's section the first."""
        blocks = [
            block
            for block in dom.find_all(region, ".affiliations")
            if dom.find(block, "h3") is None
        ]
        shown = blocks[:1] if self.book_line else blocks
        return [item for block in shown for item in dom.find_all(block, "li")]

    @cached_property
    def affiliations(self) -> list[tuple[str, str]]:
        """Each affiliation after its printed number, ``""`` where it has none."""
        found = []
        for item in self.people.affiliations:
            key = next(dom.elements(item), None)
            if key is not None and "key" in dom.classes(key):
                found.append((dom.text(key), dom.text_from(key.next)))
            elif key is None or dom.text(key) != _EQUAL:
                found.append(("", dom.text(item)))
        return [(number, text) for number, text in found if number != _EQUAL]


def _headings(region: Node) -> Iterator[Node]:
    """Yield the headings in a region; none stands inside of a list, which may be long."""
    stack = list(dom.elements(region))[::-1]
    while stack:
        node = stack.pop()
        if node.tag == "h3":
            yield node
        elif node.tag not in _LISTS:
            stack += list(dom.elements(node))[::-1]


def _items(heading: Node) -> Iterator[Node]:
    """Yield the items of the list under a heading."""
    for node in dom.following(heading):
        if node.tag in _LISTS:
            yield from (item for item in dom.elements(node) if item.tag == "li")
        elif node.is_element_node:
            yield from dom.find_all(node, "li")
