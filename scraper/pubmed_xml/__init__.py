"""PubMed XML, the format of ``report=xml`` views and of E-utilities: one or many records."""

from collections.abc import Iterator
from itertools import starmap
from typing import Unpack

from scraper import errors
from scraper.layout import Origin, numbered
from scraper.pubmed_xml.elements import has_records, is_pubmed_xml, split
from scraper.pubmed_xml.record import XmlPage

__all__ = ["XmlPage", "is_pubmed_xml", "xml_pages"]


def xml_pages(
    text: str, *, saved_from: str | None = None, **origin: Unpack[Origin]
) -> Iterator[XmlPage]:
    """Part a document into its records, each as it is asked for.

    Asking for a broken record raises `errors.Unreadable`; the next one can still be asked for.

    Raises:
        errors.Unreadable: There is no record.
    """
    if not has_records(text):
        raise errors.Unreadable("The XML holds no record; save or download it again.")

    def page(record: str, _last: bool, origin: Origin) -> XmlPage:  # noqa: FBT001 - of a row
        return XmlPage(record, saved_from=saved_from, **origin)

    return starmap(page, numbered(split(text), origin))
