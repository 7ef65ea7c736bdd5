"""What PubMed's layouts on www.ncbi.nlm.nih.gov (before 2020) have in common.

The page is one *report*; beside it are panels, which the server filled in 2009 and
scripts filled later, so that a page as served has none.
"""

import re
from abc import ABC, abstractmethod
from functools import cached_property
from typing import Final, NamedTuple, Unpack

from scraper import dom
from scraper.dom import Node
from scraper.headings import field_of
from scraper.layout import Layout, Origin

ENTREZ: Final = "https://www.ncbi.nlm.nih.gov"
"""What relative addresses in these layouts refer to."""

_PANELS: Final = {
    "related articles": "similar_articles",
    "related citations": "similar_articles",
    "related citations in pubmed": "similar_articles",
    "all links from this record": "related_information",
}
"""Headings over panels that differ from those of today, lower case."""
_PANEL_FIELDS: Final = frozenset({"similar_articles", "cited_by", "related_information"})
_END: Final = re.compile(r"</(?:body|html)\b", re.IGNORECASE)


class Cited(NamedTuple):
    """The line over the title: the journal, and what is printed after it."""

    title: str | None
    abbreviation: str
    line: str


class Section(NamedTuple):
    """A section of the report: its field, its heading as printed, and what is under it."""

    field: str
    printed: str
    nodes: tuple[Node, ...]


class EntrezPage(Layout, ABC):
    """A page that is one report with panels beside it."""

    def __init__(
        self,
        root: Node,
        report: Node,
        *,
        saved_from: str | None = None,
        truncated: bool = False,
        **origin: Unpack[Origin],
    ) -> None:
        super().__init__(**origin)
        self.root = root
        self.report = report
        self.saved_from = saved_from
        self.truncated = truncated
        if truncated:
            self.warn("truncated", "The page ends before its article does; what is cut is null.")

    @property
    @abstractmethod
    def heading(self) -> Node | None:
        """The title."""

    @property
    @abstractmethod
    def cited(self) -> Cited:
        """Journal and citation."""

    @property
    @abstractmethod
    def byline(self) -> Node | None:
        """The authors."""

    @property
    @abstractmethod
    def affiliations(self) -> list[tuple[str, str]]:
        """Each affiliation after its mark, which is ``""`` where it has none."""

    @property
    @abstractmethod
    def icons(self) -> list[Node] | None:
        """The links to the full text; None where the page cannot tell."""

    @property
    @abstractmethod
    def sections(self) -> tuple[Section, ...]:
        """The report's sections, in page order."""

    @property
    @abstractmethod
    def boxes(self) -> list[tuple[Node | None, Node]]:
        """The boxes beside the report, each after its heading."""

    @property
    def absent(self) -> tuple[()] | None:
        """Nothing is there, unless the page was cut off: then nobody can tell."""
        return None if self.truncated else ()

    @cached_property
    def head(self) -> Node:
        """The document's head."""
        return dom.find(self.root, "head") or self.root

    @cached_property
    def canonical(self) -> str | None:
        """The page's own address."""
        return dom.attr(dom.find(self.head, "link[rel=canonical]"), "href")

    @cached_property
    def named_pmid(self) -> str | None:
        """The PMID in the head; empty on a page that a search led to."""
        return dom.attr(dom.find(self.head, "meta[name=ncbi_uidlist]"), "content")

    def items(self, field: str) -> list[Node]:
        """Return the entries of a field's sections."""
        found = (section for section in self.sections if section.field == field)
        return [item for section in found for item in entries(section)]

    def nodes(self, field: str) -> list[Node]:
        """Return what stands under the headings of a field's sections."""
        found = (section for section in self.sections if section.field == field)
        return [node for section in found for node in section.nodes]

    @cached_property
    def panels(self) -> dict[str, tuple[str, Node]]:
        """The panels that are filled, by field: heading as printed, and the box."""
        found: dict[str, tuple[str, Node]] = {}
        for heading, box in self.boxes:
            printed = dom.text(heading)
            words = printed.lower().replace(" over ", " ")
            field = _PANELS.get(words) or field_of(words)
            if field in _PANEL_FIELDS:
                found.setdefault(field, (printed, box))
        return found

    @cached_property
    def sections_seen(self) -> tuple[str, ...]:
        """Field names of sections and panels, in page order."""
        return tuple(dict.fromkeys([*(section.field for section in self.sections), *self.panels]))


def entries(section: Section) -> list[Node]:
    """Return a section's list items, or what stands under its heading where it has no list."""
    items = [
        item
        for node in section.nodes
        for item in ([node] if node.tag == "li" else dom.find_all(node, "li"))
    ]
    return items or list(section.nodes)


def is_cut(html: str, report: str, tag: str) -> bool:
    """Tell whether a page ends too early.

    A whole page ends in ``</html>``. A part of one, cut out on purpose, is whole when the
    report's element is closed and the column beside it did not begin.

    >>> is_cut('<div class="rprt abstract"><div>a</div></div>', "rprt abstract", "div")
    False
    >>> is_cut('<div class="rprt abstract"><div>a</div>', "rprt abstract", "div")
    True
    """
    if "</html>" in html or _END.search(html):
        return False
    depth = 0
    for found in re.finditer(rf"<(/?){tag}\b", html[html.rfind("<", 0, html.find(report)) :]):
        depth += -1 if found[1] else 1
        if not depth:
            return 'class="supplemental' in html
    return True
