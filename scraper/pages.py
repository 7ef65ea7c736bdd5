"""Page classes: the layout is the class.

A page knows *where* its regions are; what a region means is the business of
``scraper.sections``. Regions are found once and kept.
"""

from functools import cached_property
from typing import Final, Unpack

from scraper import dom
from scraper.dom import Node
from scraper.headings import field_of
from scraper.layout import Layout, Origin

PUBMED: Final = "https://pubmed.ncbi.nlm.nih.gov"


class ModernPage(Layout):
    """PubMed's layout since 2019: ``main#article-details`` on pubmed.ncbi.nlm.nih.gov."""

    name = "modern"

    def __init__(
        self,
        root: Node,
        main: Node,
        *,
        saved_from: str | None = None,
        truncated: bool = False,
        **origin: Unpack[Origin],
    ) -> None:
        super().__init__(**origin)
        self.root = root
        self.main = main
        self.saved_from = saved_from
        self.truncated = truncated
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
        """Content of each named ``meta``, the first of its name, wherever it stands."""
        found: dict[str, str] = {}
        for meta in dom.find_all(self.root, "meta[name]"):
            attributes = meta.attributes
            found.setdefault(
                attributes.get("name") or "", (attributes.get("content") or "").strip()
            )
        return found

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
            printed = dom.text(heading)
            field = field_of(printed, container.id)
            if field is None and "abstract" in dom.classes(container).split():
                field = "other_abstracts"
            if field is None:
                if not _is_inside(container, "heading", "affiliations"):
                    self.warn(
                        "unknown_section",
                        f"No reader knows the section {printed!r}.",
                        "page.sections",
                    )
            else:
                found.append((field, printed, container))
        return tuple(found)

    @cached_property
    def journal_button(self) -> Node | None:
        """The button that shows the journal's abbreviation; a book has none."""
        citation = self.region("article-citation")
        return None if citation is None else dom.find(citation, "button.journal-actions-trigger")

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
            if dom.text(label).lower().endswith("keywords:")
            and not _is_inside(label, "abstract-content")
        ]

    @cached_property
    def sections_seen(self) -> tuple[str, ...]:
        """Field names of the body sections, in page order; an empty abstract is none."""
        seen: dict[str, None] = {}
        for field, _, node in self.sections:
            if field != "abstract":
                seen[field] = None
                continue
            contents = len(dom.find_all(node, ".abstract-content"))
            seen.update(dict.fromkeys(("abstract", "other_abstracts")[:contents]))
            if self.keyword_labels:
                seen["keywords"] = None
        if self.keyword_labels:
            seen.setdefault("keywords")
        return tuple(seen)

    def section(self, field: str) -> Node | None:
        """Return the first section of a field, or None."""
        return next((node for name, _, node in self.sections if name == field), None)

    def in_section(self, field: str, selector: str) -> list[Node]:
        """Return all matches in a field's first section; none without the section."""
        section = self.section(field)
        return [] if section is None else dom.find_all(section, selector)

    def printed_heading(self, field: str) -> str:
        """Return the heading over a field's first section as printed, ``""`` without one."""
        return next((printed for name, printed, _ in self.sections if name == field), "")

    @property
    def absent(self) -> tuple[()] | None:
        """Nothing is there, unless the page was cut off: then nobody can tell."""
        return None if self.truncated else ()


def _is_inside(node: Node | None, *class_names: str) -> bool:
    """Tell whether a node or one of its ancestors has one of some classes."""
    while node is not None:
        if any(name in class_names for name in dom.classes(node).split()):
            return True
        node = node.parent
    return False
