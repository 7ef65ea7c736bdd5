"""PubMed's layout of 2009: where the regions of its pages are."""

from functools import cached_property

from scraper import citations, dom
from scraper.dom import Node
from scraper.entrez import Cited, EntrezPage, Section
from scraper.headings import field_of


class AbstractPlusPage(EntrezPage):
    """PubMed's layout of 2009: one ``dl.AbstractPlusReport``, panels filled by the server."""

    name = "abstractplus"

    @cached_property
    def body(self) -> Node:
        """The article; the panels stand in a ``dd`` of their own."""
        return dom.find(self.report, "dd.abstract") or self.report

    @cached_property
    def heading(self) -> Node | None:
        """The title."""
        return dom.find(self.body, "h2")

    @cached_property
    def cited(self) -> Cited:
        """Journal and citation."""
        line = dom.find(self.report, "span.ti")
        journal = None if line is None else dom.find(line, "span[title]")
        if journal is None:
            abbreviation, rest = citations.split_journal(dom.text(line))
            return Cited(None, abbreviation or "", rest)
        return Cited(dom.attr(journal, "title"), dom.text(journal), dom.text_from(journal.next))

    @cached_property
    def byline(self) -> Node | None:
        """The authors."""
        return dom.find(self.body, "div.authors")

    @cached_property
    def affiliations(self) -> list[tuple[str, str]]:
        """The affiliation, without a mark."""
        found = map(dom.text, dom.find_all(self.body, "p.affiliation"))
        return [("", text) for text in found if text]

    @cached_property
    def icons(self) -> list[Node] | None:
        """The links to the full text, beside the citation."""
        region = dom.find(self.report, ".featured_linkouts")
        if region is not None:
            return dom.find_all(region, "a")
        return None if self.truncated else []

    @cached_property
    def boxes(self) -> list[tuple[Node | None, Node]]:
        """The boxes beside the report, each after its heading."""
        return [(dom.find(box, "h2"), box) for box in dom.find_all(self.report, "div.port")]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The abstract, and notices with their label before a colon: ``Comment in: …``."""
        found = []
        for child in dom.elements(self.body):
            if child.tag == "p" and "abstract" in dom.classes(child).split():
                found.append(Section("abstract", "", (child,)))
            elif child.tag in {"p", "div", "dl"}:
                label = dom.text(child).partition(":")[0]
                if field_of(label) == "comments_corrections":
                    found.append(Section("comments_corrections", label, (child,)))
        return tuple(found)
