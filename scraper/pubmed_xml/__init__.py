"""PubMed XML, the format of ``report=xml`` views and of E-utilities: one or many records."""

from typing import Unpack

from scraper import errors
from scraper.layout import Origin
from scraper.pubmed_xml.elements import is_pubmed_xml, split
from scraper.pubmed_xml.record import XmlPage

__all__ = ["XmlPage", "is_pubmed_xml", "xml_pages"]


def xml_pages(
    text: str, *, saved_from: str | None = None, **origin: Unpack[Origin]
) -> tuple[XmlPage, ...]:
    """Part a document into its records; of a cut one, the last record is left out.

    Raises:
        errors.Unreadable: There is no whole record, or the XML of one is broken.
    """
    records, cut = split(text)
    if not records:
        raise errors.Unreadable("The XML holds no whole record; save or download it again.")
    if len(records) > 1:
        origin["pmid"] = None  # the caller's PMID is that of one article
    pages = tuple(XmlPage(record, saved_from=saved_from, **origin) for record in records)
    if cut:
        pages[-1].warn("truncated", "The page ends in the record after this one.")
    return pages
