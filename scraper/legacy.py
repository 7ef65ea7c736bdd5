"""PubMed's layout from 2010 to 2020: where the regions of its pages are."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from scraper import citations, dom
from scraper.dom import Node
from scraper.entrez import Cited, EntrezPage, Section
from scraper.headings import field_of

_FIELDS: Final = {
    "abstr": "abstract",
    "keywords": "keywords",
    "ncbi_carousel": "figures",
    "pmc_images": "figures",
}
"""Parts that hold one section, whatever their heading says."""
_HEADED: Final = frozenset({"err", "morecit"})
"""Parts that hold a section under each of their headings."""
_NO_SECTIONS: Final = frozenset({"cit", "auths", "aff", "afflist", "aux", "sections"})
_PARTS: Final = _HEADED | _NO_SECTIONS | _FIELDS.keys()
_PARTS_OF_2010: Final = {"citation": "cit", "auth_list": "auths"}
"""Other names that some parts had at first."""
_NO_ABSTRACT: Final = frozenset({"", "No abstract available", "No abstract available."})
_DEPTH: Final = 5
"""How deep wrappers around the parts may nest."""


class LegacyPage(EntrezPage):
    """PubMed's layout from 2010 to 2020: one ``div.rprt.abstract``."""

    name = "legacy"

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
    def affiliations(self) -> list[tuple[str, str]]:
        """Each affiliation after its mark: ``dt`` and ``dd``, ``li > sup``, before 2014 a ``p``."""
        found = [] if (region := self.part("afflist", "aff")) is None else _first_list(region)
        if any(node.tag == "dd" for node in found):
            return _described(found)
        return [pair for item in found if (pair := _marked(item))[1]]

    @cached_property
    def column(self) -> Node | None:
        """The column beside the report, of links and panels."""
        return dom.find(self.root, "div.supplemental") or dom.find(self.root, "#disc_col")

    @cached_property
    def icons(self) -> list[Node] | None:
        """The links to the full text; None where the page has no column for them."""
        region = None if self.column is None else dom.find(self.column, "div.icons")
        if region is not None:
            return dom.find_all(region, "a")
        return None if self.column is None or self.truncated else []

    @cached_property
    def boxes(self) -> list[tuple[Node | None, Node]]:
        """The boxes beside the report, each after its heading."""
        found = [] if self.column is None else dom.find_all(self.column, "div.portlet")
        return [(dom.find(box, "h3"), box) for box in found]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The report's sections, in page order, by what a reader sees over them."""
        found: list[Section] = []
        for name, node in self.parts:
            if name in _FIELDS:
                if name != "abstr" or not _is_empty(node):
                    found.append(Section(_FIELDS[name], dom.text(dom.find(node, "h3")), (node,)))
            elif name not in _NO_SECTIONS:
                found += self._headed(name, node)
        return tuple(found)

    def _headed(self, name: str, part: Node) -> Iterator[Section]:
        """Yield a section for each heading that names one."""
        headings = dom.find_all(part, "h3, h4")
        switches = name == "morecit" and any(heading.tag == "h4" for heading in headings)
        for heading in headings:
            printed = dom.text(heading)
            field = field_of(printed) or field_of(
                f"{printed}s", "linked-" if name == "err" else None
            )
            if field == "link_out":
                yield Section(field, printed, tuple(_following(heading)))
                return  # the headings below it are categories
            if switches and heading.tag == "h3":
                continue  # it repeats the headings that it unfolds
            if field is not None:
                yield Section(field, printed, tuple(_following(heading)))
            else:
                message = f"No reader knows the section {printed!r}."
                self.warn("unknown_section", message, "page.sections")


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


def _following(heading: Node) -> Iterator[Node]:
    """Yield the elements after a heading, up to the next one."""
    node = heading.next
    while node is not None and node.tag not in {"h3", "h4"}:
        if node.is_element_node:
            yield node
        node = node.next


def _is_empty(region: Node) -> bool:
    """Tell whether an abstract's block only says that there is none."""
    return dom.text(region).removeprefix("Abstract").strip() in _NO_ABSTRACT


def _first_list(region: Node) -> list[Node]:
    """Return what stands under the first heading; collaborators may follow under their own."""
    found: list[Node] = []
    for node in dom.find_all(region, "h3, dt, dd, li, p"):
        if node.tag != "h3":
            found.append(node)
        elif found:
            break
    return found


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
