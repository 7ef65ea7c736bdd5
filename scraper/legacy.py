"""PubMed's layout from 2010 to 2020: where the regions of its pages are."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from scraper import collaborators, dom
from scraper.dom import Node
from scraper.entrez import Section
from scraper.headings import field_of
from scraper.legacy_head import LegacyHead

_FIELDS: Final = {
    "abstr": "abstract",
    "keywords": "keywords",
    "ncbi_carousel": "figures",
    "pmc_images": "figures",
    "sections": "book",
}
"""Parts that hold one section, whatever their heading says."""
_HEADED: Final = frozenset({"err", "morecit", "other"})
"""Parts that hold a section under each of their headings."""
_NO_ABSTRACT: Final = frozenset({"", "No abstract available", "No abstract available."})


class LegacyPage(LegacyHead):
    """PubMed's layout from 2010 to 2020: one ``div.rprt.abstract``."""

    name = "legacy"

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
            elif name in _HEADED:
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
                yield Section(field, printed, _following(heading))
                return  # the headings below it are categories
            if switches and heading.tag == "h3":
                continue  # it repeats the headings that it unfolds
            if collaborators.is_heading(printed):
                continue  # they are people
            if field is not None:
                yield Section(field, printed, _following(heading))
            else:
                self.unknown(printed, part.id)


def _following(heading: Node) -> tuple[Node, ...]:
    """Return the elements after a heading, up to the next one."""
    return tuple(node for node in dom.following(heading) if node.is_element_node)


def _is_empty(region: Node) -> bool:
    """Tell whether an abstract's block only says that there is none."""
    return dom.text(region).removeprefix("Abstract").strip() in _NO_ABSTRACT
