"""Page classes: the layout is the class.

A page knows *where* its regions are; what a region means is the business of
``scraper.sections``. Regions are found once and kept.
"""

from functools import cached_property
from typing import Final

from scraper import dom
from scraper.dom import Node
from scraper.headings import field_of
from scraper.modern_head import ModernHead

PUBMED: Final = "https://pubmed.ncbi.nlm.nih.gov"

_OF_THE_HEADING: Final = frozenset({"heading", "affiliations", "expanded-authors"})
_ABSTRACT: Final = frozenset({"abstract-content"})


class ModernPage(ModernHead):
    """PubMed's layout since 2019: ``main#article-details`` on pubmed.ncbi.nlm.nih.gov."""

    @cached_property
    def sections(self) -> tuple[tuple[str, str, Node], ...]:
        """The body's sections in page order: (field name, heading as printed, container).

        What a reader sees decides: the heading's text, not a class name.
        """
        found = []
        for heading in dom.find_all(self.main, "h2, h3"):
            container = heading.parent
            if container is None or "title" not in dom.classes(heading).split():
                continue
            around = dom.classes(container)
            if "abstract-content" in around.split() and heading.tag == "h3":
                continue  # it belongs to one of the abstracts
            printed = dom.text(heading)
            field = field_of(printed, container.id)
            if field is None and "abstract" in around.split():
                field = "other_abstracts"
            if field is None:
                if not _is_inside(container, _OF_THE_HEADING):
                    self.unknown(printed, container.id)
            else:
                found.append((field, printed, container))
        return tuple(found)

    @cached_property
    def canonical(self) -> str | None:
        """The page's own address."""
        return dom.attr(dom.find(self.root, "link[rel=canonical]"), "href")

    @cached_property
    def full_text_list(self) -> Node | None:
        """The sidebar's list of full-text links; a dialog below repeats it."""
        return dom.find(self.root, ".full-text-links-list")

    @cached_property
    def abstracts(self) -> list[Node]:
        """The blocks that hold an abstract; a page of 2020 without one has no heading over it."""
        found = [node for field, _, node in self.sections if field == "abstract"]
        return found or dom.find_all(self.main, "div.abstract")

    @cached_property
    def abstract_contents(self) -> tuple[Node | None, list[Node]]:
        """The article's own abstract, which is the one shown, and those beside it.

        Where the page says that there is none, all are in other languages.
        """
        found = [
            node for region in self.abstracts for node in dom.find_all(region, ".abstract-content")
        ]
        if any(dom.find(region, ".empty-abstract") is not None for region in self.abstracts):
            return None, found
        found.sort(key=lambda node: "selected" not in dom.classes(node))
        return (found[0] if found else None), found[1:]

    @property
    def other_abstracts(self) -> list[Node]:
        """Blocks under a heading of their own that hold another abstract."""
        return [node for field, _, node in self.sections if field == "other_abstracts"]

    @cached_property
    def keyword_labels(self) -> list[Node]:
        """The labels of keyword lists: below the abstract, not inside it."""
        return [
            label
            for region in self.abstracts
            for label in dom.find_all(region, "p > strong.sub-title")
            if dom.text(label).lower().endswith("keywords:") and not _is_inside(label, _ABSTRACT)
        ]

    @cached_property
    def sections_seen(self) -> tuple[str, ...]:
        """Field names of the body sections, in page order; an empty abstract is none."""
        seen: dict[str, None] = {}
        for field, _, _ in self.sections:
            if field != "abstract":
                seen[field] = None
                continue
            own, others = self.abstract_contents
            here = {
                "abstract": own is not None,
                "other_abstracts": bool(others),
                "keywords": bool(self.keyword_labels),
            }
            seen.update(dict.fromkeys(name for name, is_here in here.items() if is_here))
        if self.keyword_labels:
            seen.setdefault("keywords")
        return tuple(seen)

    @cached_property
    def _first(self) -> dict[str, tuple[str, Node]]:
        """The first section of each field: its heading as printed, and its container."""
        return {name: (printed, node) for name, printed, node in reversed(self.sections)}

    def section(self, field: str) -> Node | None:
        """Return the first section of a field, or None."""
        return self._first[field][1] if field in self._first else None

    def in_section(self, field: str, selector: str) -> list[Node]:
        """Return all matches in a field's first section; none without the section."""
        section = self.section(field)
        return [] if section is None else dom.find_all(section, selector)

    def printed_heading(self, field: str) -> str:
        """Return the heading over a field's first section as printed, ``""`` without one."""
        return self._first[field][0] if field in self._first else ""

    @property
    def absent(self) -> tuple[()] | None:
        """Nothing is there, unless the page was cut off: then nobody can tell."""
        return None if self.truncated else ()


def _is_inside(node: Node | None, names: frozenset[str]) -> bool:
    """Tell whether a node or one of its ancestors has one of some classes."""
    while node is not None:
        if not names.isdisjoint(dom.classes(node).split()):
            return True
        node = node.parent
    return False
