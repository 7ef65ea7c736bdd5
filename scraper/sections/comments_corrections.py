"""Comments, errata, retractions and other notices, in both directions."""

from functools import singledispatch

from scraper import dom, headings
from scraper.entrez import EntrezPage, entries
from scraper.layout import Layout
from scraper.model import Notice
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._brief import brief_article
from scraper.sections._docsum import linked_article


@singledispatch
def comments_corrections(page: Layout) -> tuple[Notice, ...] | None:
    """Read the notices; each heading is NLM's RefType."""
    return None


@comments_corrections.register
def _modern(page: ModernPage) -> tuple[Notice, ...] | None:
    found = []
    for field, printed, section in page.sections:
        if field == "comments_corrections":
            kind = headings.ref_type(printed)
            found += [
                Notice(ref_type=kind, article=linked_article(item))
                for item in dom.find_all(section, "li")
            ]
    return tuple(found) or page.absent


@comments_corrections.register
def _text(page: TextPage) -> tuple[Notice, ...] | None:
    return page.comments_corrections


@comments_corrections.register
def _entrez(page: EntrezPage) -> tuple[Notice, ...] | None:
    found: list[Notice] = []
    for section in page.sections:
        if section.field == "comments_corrections":
            kind = headings.ref_type(section.printed)
            found += [
                Notice(ref_type=kind, article=brief_article(entry, section.printed))
                for entry in entries(section)
            ]
    return tuple(found) or page.absent
