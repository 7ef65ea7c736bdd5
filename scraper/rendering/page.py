"""`TextPage`: a text rendering of a PubMed page. Where each field of the record stands."""

import re
from functools import cached_property

from scraper.headings import printed_count, ref_type
from scraper.model import (
    BookSection,
    DataBankAccession,
    Figure,
    Grant,
    Links,
    MeshHeading,
    Notice,
    OtherAbstract,
    Refs,
    Section,
)
from scraper.rendering import entries, lists, strip, terms
from scraper.rendering.abstract import Abstract, as_text, label, read_abstract
from scraper.rendering.headed import TextHead
from scraper.rendering.lines import joined, paragraphs
from scraper.rendering.openers import is_carousel
from scraper.rendering.segment import Region
from scraper.terms import mesh_headings as read_mesh

_NO_TERM = re.compile(r"^(?:[/,;)]|\*$)|/$|.{250}|United (?:States|Kingdom)\w|(?:/.*){7}")
"""What is no term: a piece of one, or several glued to one."""


class TextPage(TextHead):
    """A text rendering of a PubMed article page, of any age and by any renderer.

    What a rendering lacks proves nothing: a property is None where the section is
    missing or has nothing under its heading.
    """

    full_text_links: None = None
    link_out: None = None
    related_information: None = None
    """A rendering prints names without addresses, and a record without its address is none."""

    def _terms(self, field: str) -> tuple[str, ...] | None:
        """Return a list of terms; None where they are in pieces, or glued."""
        found = tuple([line.text for line in self._lines(field)])
        return None if not found or any(map(_NO_TERM.search, found)) else found

    @property
    def sections(self) -> tuple[str, ...]:
        """Names of the fields whose sections the text shows, in its order."""
        seen: dict[str, None] = {}
        for region in self.segments.regions:
            if region.is_section:
                seen[region.field or ""] = None
            if region.field == "abstract" and self._has_keywords(region):
                seen["keywords"] = None
        return tuple(seen)

    def _has_keywords(self, region: Region) -> bool:
        """Tell whether keywords stand below an abstract; nearly always it is the only one."""
        alone = len(self._regions("abstract")) == 1
        return bool((self._abstract if alone else read_abstract(region.lines)).keywords)

    @cached_property
    def stripped(self) -> str:
        """The rendering without its boilerplate; the article's lines byte for byte."""
        return strip.stripped(self.physical_lines, self.segments)

    @property
    def publication_types(self) -> tuple[str, ...] | None:
        """The list and the badge above the title, without doubles."""
        listed = self._terms("publication_types") or ()
        return tuple(dict.fromkeys((*listed, *self._identity.badges))) or None

    @cached_property
    def _abstract(self) -> Abstract:
        regions = self._regions("abstract")
        return read_abstract(line for region in regions for line in region.lines)

    @property
    def abstract_sections(self) -> tuple[Section, ...] | None:
        """The abstract; empty with ``No abstract available``."""
        return self._abstract.sections

    @property
    def abstract_copyright(self) -> str | None:
        """The copyright line below the abstract."""
        return self._abstract.copyright

    @property
    def other_abstracts(self) -> tuple[OtherAbstract, ...] | None:
        """Abstracts in another language, and plain-language summaries under a heading."""
        found: list[tuple[str | None, tuple[Section, ...]]] = []
        if self._abstract.other:
            found.append((None, self._abstract.other))
        for region in self._regions("other_abstracts"):
            texts = [joined(block) for block in paragraphs(region.lines)]
            found += [(region.heading, label(texts))] if texts else []
        return (
            tuple(
                OtherAbstract(heading=heading, text=as_text(sections), sections=sections)
                for heading, sections in found
            )
            or None
        )

    @property
    def keywords(self) -> tuple[str, ...] | None:
        """The author's keywords."""
        return self._abstract.keywords

    @property
    def coi_statement(self) -> str | None:
        """Conflict of interest statement, its paragraphs joined by a space."""
        return joined(self._lines("coi_statement")) or None

    @property
    def mesh_headings(self) -> tuple[MeshHeading, ...] | None:
        """MeSH headings."""
        return read_mesh(self._terms("mesh_headings") or ()) or None

    @property
    def substances(self) -> tuple[str, ...] | None:
        """Substances."""
        return self._terms("substances")

    @property
    def supplementary_concepts(self) -> tuple[str, ...] | None:
        """Supplementary concepts."""
        return self._terms("supplementary_concepts")

    @property
    def personal_names(self) -> tuple[str, ...] | None:
        """Persons as subjects."""
        return self._terms("personal_names")

    @property
    def grants(self) -> tuple[Grant, ...] | None:
        """Grants."""
        return terms.grants(self._terms("grants") or ()) or None

    @property
    def associated_data(self) -> tuple[DataBankAccession, ...] | None:
        """Data sets in public databanks."""
        return terms.associated_data(self._terms("associated_data") or ()) or None

    @property
    def book_sections(self) -> tuple[BookSection, ...] | None:
        """The list of a book's sections; their addresses are lost."""
        return lists.book_sections(self._lines("book"))

    @cached_property
    def comments_corrections(self) -> tuple[Notice, ...] | None:
        """Notices, under all of their headings."""
        return (
            tuple(
                Notice(
                    ref_type=ref_type(region.heading or ""), article=entries.linked_article(entry)
                )
                for region in self._regions("comments_corrections")
                for entry in entries.split_entries(region.lines)
            )
            or None
        )

    def _links(self, field: str) -> Links | None:
        regions = self._regions(field)
        if not regions:
            return None
        counts = (printed_count(region.heading or "") for region in regions)
        total = next((count for count in counts if count is not None), None)
        return entries.links(self._lines(field), total)

    @cached_property
    def cited_by(self) -> Links | None:
        """Articles that cite this one."""
        return self._links("cited_by")

    @cached_property
    def similar_articles(self) -> Links | None:
        """Similar articles."""
        return self._links("similar_articles")

    @cached_property
    def references(self) -> Refs | None:
        """The article's references."""
        return lists.references(self._lines("references"))

    @property
    def figures(self) -> tuple[Figure, ...] | None:
        """Figures; the old pages print more than the caption under the picture."""
        found = lists.figures(self._lines("figures"))
        if found and any(is_carousel(region.heading) for region in self._regions("figures")):
            return tuple(Figure(label=figure.label) for figure in found)
        return found
