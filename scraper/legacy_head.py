"""What the head of a legacy page gives: the report's parts, citation, byline, lists of people."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from scraper import books, citations, collaborators, dom
from scraper.books import BookLine
from scraper.dom import Node
from scraper.entrez import Cited, EntrezPage

_PARTS: Final = frozenset(
    "cit auths aff afflist abstr keywords err aux ncbi_carousel pmc_images morecit sections".split()
)
"""Classes of the parts of a report."""
_PARTS_OF_2010: Final = {"citation": "cit", "auth_list": "auths"}
"""Other names that some parts had at first."""
_PEOPLE: Final = frozenset({"auths", "aff", "afflist", "other"})
"""Parts that hold lists of people, each under its heading."""
_EQUAL: Final = "#"
"""The mark of authors who contributed equally, which a note among the affiliations explains."""
_DEPTH: Final = 5
"""How deep wrappers around the parts may nest."""


class LegacyHead(EntrezPage):
    """The head of a page of the layout from 2010 to 2020."""

    @cached_property
    def parts(self) -> tuple[tuple[str, Node], ...]:
        """The report's parts by class, in page order; ``other`` is a box with a heading."""
        return tuple(_parts(self.report))

    def part(self, *names: str) -> Node | None:
        """Return the first part of one of these classes, or None."""
        return next((node for name, node in self.parts if name in names), None)

    @cached_property
    def heading(self) -> Node | None:
        """The title."""
        return dom.find(self.report, "h1")

    @cached_property
    def cited(self) -> Cited:
        """Journal and citation; without a link, the journal ends where the date begins."""
        region = self.part("cit")
        line = dom.text(region)
        link = None if region is None else dom.find(region, "a")
        if link is None:
            journal, rest = citations.split_journal(line)
            return Cited(None, journal or "", rest)
        abbreviation = dom.text(link)
        return Cited(dom.attr(link, "title"), abbreviation, line.removeprefix(abbreviation).strip())

    @cached_property
    def byline(self) -> Node | None:
        """The authors."""
        return self.part("auths")

    @cached_property
    def book_line(self) -> BookLine | None:
        """The line of a book in the place of the journal's, and the date after it."""
        above: list[Node] = []
        node = None if self.heading is None else self.heading.prev
        while node is not None:
            above.insert(0, node)
            node = node.prev
        marked = dom.find(self.report, "[class*=aff_inline_book]")
        return books.first_line(dom.lines([*above, *([marked] if marked else [])]))

    @cached_property
    def people(self) -> list[tuple[str, Node]]:
        """The headings over lists of people."""
        regions = [node for name, node in self.parts if name in _PEOPLE]
        found = [h for region in regions for h in dom.find_all(region, "h3")]
        return [(dom.text(heading), heading) for heading in found]

    @cached_property
    def collaborator_lines(self) -> list[str]:
        """The lines under ``Collaborators``."""
        headings = [node for said, node in self.people if collaborators.is_heading(said)]
        return [line for node in headings for line in dom.lines(dom.following(node))]

    @property
    def of_the_book(self) -> list[tuple[str, list[str]]]:
        """The other lists: editors and authors of a book."""
        return [(said, dom.lines(dom.following(node))) for said, node in self.people]

    @cached_property
    def affiliations(self) -> list[tuple[str, str]]:
        """Each affiliation after its mark: ``dt`` and ``dd``, ``li > sup``, before 2014 a ``p``."""
        found = [] if (region := self.part("afflist", "aff")) is None else _first_list(region)
        described = any(node.tag == "dd" for node in found)
        pairs = _described(found) if described else map(_marked, found)
        return [(mark, text) for mark, text in pairs if text and mark != _EQUAL]


def _parts(node: Node, depth: int = 0) -> Iterator[tuple[str, Node]]:
    """Yield the parts below a node; wrappers that scripts put around them are transparent."""
    for child in dom.elements(node):
        words = [_PARTS_OF_2010.get(word, word) for word in dom.classes(child).split()]
        if name := next((word for word in words if word in _PARTS), None):
            yield name, child
        elif child.tag == "div" and child.id != "comments_panel":
            if any(inner.tag in {"h3", "h4"} for inner in dom.elements(child)):
                yield "other", child
            elif depth < _DEPTH:
                yield from _parts(child, depth + 1)


def _first_list(region: Node) -> list[Node]:
    """Return what stands under the first heading that is not that of other people."""
    found: list[Node] = []
    others = False
    for node in dom.find_all(region, "h3, dt, dd, li, p"):
        if node.tag == "h3":
            if found:
                break
            others = _is_of_others(dom.text(node))
        elif not others:
            found.append(node)
    return found


def _is_of_others(heading: str) -> bool:
    """Tell whether a heading stands over people who are not the authors."""
    return collaborators.is_heading(heading) or "editor" in heading.lower()


def _described(terms: list[Node]) -> list[tuple[str, str]]:
    """Pair each ``dd`` with the ``dt`` before it."""
    found = []
    mark = ""
    for term in terms:
        if term.tag == "dt":
            mark = dom.text(term)
        elif text := dom.text(term):
            found.append((mark, text))
            mark = ""
    return found


def _marked(item: Node) -> tuple[str, str]:
    """Part an affiliation from the mark before it."""
    first = next(dom.elements(item), None)
    if first is None or first.tag != "sup" or _says_something(first.prev):
        return "", dom.text(item)
    return dom.text(first), dom.text_from(first.next)


def _says_something(node: Node | None) -> bool:
    return node is not None and bool((node.text_content or "").strip())
