"""The book of a record in PubMed XML (``PubmedBookArticle``)."""

from xml.etree.ElementTree import Element

from scraper import books
from scraper.model import Book, BookSection, Date
from scraper.pubmed_xml.byline import names
from scraper.pubmed_xml.elements import all_of, date, text, texts


def book(document: Element | None) -> Book | None:
    """Read the book around a section, or the whole one; null for an article."""
    found = all_of(document, "Book")
    if not found:
        return None
    element = found[0]
    is_section = bool(text(document, "ArticleTitle"))
    return Book(
        title=text(element, "BookTitle") or None,
        volume_title=text(element, "VolumeTitle") or None,
        medium=text(element, "Medium") or None,
        authors=names(element, "authors") if is_section else (),
        editors=names(element, "editors"),
        edition=text(element, "Edition") or None,
        publisher_name=text(element, "Publisher/PublisherName") or None,
        publisher_location=text(element, "Publisher/PublisherLocation") or None,
        pub_date=date(element.find("PubDate")),
        beginning_date=date(element.find("BeginningDate")),
        ending_date=date(element.find("EndingDate")),
        date_revised=date(None if document is None else document.find("DateRevised")),
        collection_title=text(element, "CollectionTitle") or None,
        report_number=text(element, "ReportNumber") or None,
        isbn=texts(element, "Isbn"),
        location_label=", ".join(texts(document, "LocationLabel")) or None,
        sections=tuple(map(_section, all_of(document, "Sections//Section"))),
    )


def _section(element: Element) -> BookSection:
    return BookSection(
        label=text(element, "LocationLabel") or None, title=text(element, "SectionTitle")
    )


def pub_date(document: Element | None, around: Book) -> Date | None:
    """Return the section's own date, else the book's."""
    own = None if document is None else document.find("ContributionDate")
    return books.pub_date(date(own), around)
