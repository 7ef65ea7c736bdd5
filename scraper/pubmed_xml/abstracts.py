"""Abstracts of a record in PubMed XML, whose sections are elements."""

from xml.etree.ElementTree import Element

from scraper.inline import inline_html
from scraper.model import OtherAbstract, Section
from scraper.pubmed_xml.elements import all_of, marked_up, text
from scraper.sections.abstract import joined


def sections(element: Element) -> tuple[Section, ...]:
    """Return the sections of an abstract; any may have a label."""
    return tuple(
        Section(label=said.get("Label") or None, text=text(said), html=inline_html(marked_up(said)))
        for said in all_of(element, "AbstractText")
    )


def other_abstract(element: Element) -> OtherAbstract:
    """Read an abstract in another language, or for other readers."""
    parts = sections(element)
    return OtherAbstract(
        language=element.get("Language") or None,
        heading=element.get("Type") or None,
        text=joined(parts),
        sections=parts,
    )
