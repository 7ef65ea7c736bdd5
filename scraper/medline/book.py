"""The book of a MEDLINE record. A record of one has no journal, and mostly no source line."""

from scraper import books, exchange, normalize
from scraper.medline.byline import names
from scraper.medline.tags import Tags
from scraper.model import Book, Date


def book(tags: Tags, absent: tuple[()] | None) -> Book | None:
    """Read the book around a section, or the whole one; null for an article.

    ``absent`` is what a list is without its tags.
    """
    title = tags.first("BTI")
    if not title:
        return None
    return Book(
        title=title,
        volume_title=tags.first("VTI") or None,
        editors=names(tags, "FED", "ED") or absent,
        edition=tags.first("EN") or None,
        publisher_name=tags.first("PB") or None,
        publisher_location=tags.first("PL") or None,
        pub_date=normalize.date(tags.first("DP")),
        date_revised=exchange.numeric_date(tags.first("DRDT")),
        collection_title=tags.first("CTI") or None,
        isbn=tuple(tags.all("ISBN")) or absent,
        citation=tags.first("SO") or None,
    )


def pub_date(tags: Tags, around: Book) -> Date | None:
    """Return the section's own date, else the book's."""
    return books.pub_date(exchange.numeric_date(tags.first("CTDT")), around)
