"""Text to page: which layout is this? Decided on positive evidence only.

A page that is no article gives a named error. ``#captcha-error-message`` and the
word "recaptcha" are in every good page and mean nothing.
"""

import re
from collections.abc import Iterator
from typing import Final, Unpack

from scraper import dom, errors
from scraper.abstractplus import AbstractPlusPage
from scraper.dom import Node
from scraper.entrez import is_cut
from scraper.excerpt import report_excerpt, without_menus
from scraper.layout import Layout, Origin
from scraper.legacy import LegacyPage
from scraper.listing import ListingPage
from scraper.many import records_of_html, records_of_text
from scraper.modern import main_part, saved_from
from scraper.pages import ModernPage
from scraper.refusal import is_pubmed, metas, other_xml, refusal
from scraper.rendering import recognize

_HTML_START: Final = re.compile(
    r"\s*(?>(?:<\?xml\b[^>]*>|<!--.*?-->)\s*)*<(?:!doctype\s+html|[a-z][a-z0-9]*[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ANYWHERE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_BINARY: Final = (
    "%PDF-",
    "\x89PNG",
    "\ufffdPNG",
    "‰PNG",
    "GIF8",
    "PK\x03\x04",
    "\x1f‹",
    "\x1f\x8b",
    "ÿØÿ",
    "RIFF",
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_MAIN_END: Final = re.compile(r"</main\b", re.IGNORECASE)
_MARK: Final = re.compile(r"</?mark(?:\s[^>]*)?>", re.IGNORECASE)
_REPORTS: Final = (
    (LegacyPage, "div", "rprt abstract", "h1"),
    (AbstractPlusPage, "dl", "AbstractPlusReport", "h2"),
)
"""Layouts before 2020: the element and class of their report, and the element of its title."""
_SEVERAL: Final = (
    "This page holds several records: scraper.records, and pubmed-scraper convert without "
    "--url and --pmid, read all of them."
)
_LISTING: Final = (
    "This is a listing of articles, not the page of one: scraper.records, and pubmed-scraper "
    "convert without --pmid, read it."
)
_MANY: Final = 0.05
_RECORDS: Final = re.compile(r'\s*(?:\[\s*)?\{"schema_version":')
_SNIFFED: Final = 4096


def classify(text: str, *, whole: bool = False, **origin: Unpack[Origin]) -> Layout:
    """Return the page of one article in its layout.

    Raises:
        errors.PageError: The text is no article of PubMed; the class says what it is.
    """
    page = sole(survey(text, whole=whole, **origin))
    if isinstance(page, ListingPage):
        raise errors.NotAnArticle(_LISTING)
    return page


def sole(pages: Iterator[Layout]) -> Layout:
    """Return the one record of a page.

    Raises:
        errors.NotAnArticle: There are more, or it is a listing and the caller named a PMID.
    """
    page = next(pages)
    if page.number is not None:
        raise errors.NotAnArticle(_SEVERAL)
    if isinstance(page, ListingPage) and page.given_pmid:
        raise errors.NotAnArticle(_LISTING)
    return page


def survey(text: str, *, whole: bool = False, **origin: Unpack[Origin]) -> Iterator[Layout]:
    """Give every record of a page in its layout, in order: articles, or one listing.

    Asking for a broken one raises; the next one can still be asked for. ``whole`` has all of a
    page parsed, not only what its record needs.

    Raises:
        errors.PageError: The text holds no record of PubMed; the class says what it is.
    """
    if pages := records_of_text(text, origin):
        return pages
    if _HTML_START.match(text):
        return _survey_html(text, origin, whole=whole)
    _refuse_binary(text)
    if _RECORDS.match(text):
        raise errors.NotPubMed(
            "These are records, as convert writes them; export, summary and graph read those."
        )
    if _HTML_ANYWHERE.search(text, 0, _SNIFFED):
        return _survey_html(text, origin, whole=whole)
    if (page := recognize(text, **origin)) is not None:
        return iter((page,))
    raise other_xml(text) or errors.NotPubMed(
        "This is neither HTML nor a text rendering, MEDLINE text or XML of PubMed; "
        "give a page saved from PubMed."
    )


def _refuse_binary(text: str) -> None:
    if not text.strip():
        raise errors.Unreadable("The page is empty; save or download it again.")
    sample = text[:_SNIFFED]
    if text.startswith(_BINARY) or len(_CONTROL.findall(sample)) > len(sample) * _MANY:
        raise errors.Unreadable(
            "This is not text but a binary file; give a page saved as HTML or text."
        )


def _survey_html(html: str, origin: Origin, *, whole: bool) -> Iterator[Layout]:
    if "<mark" in html:  # put in by another program, in old pages even into attributes
        html = _MARK.sub("", html)
    if not whole and (short := report_excerpt(html.encode())):
        root = dom.parse(short)
        if report := _report(root, html, origin):
            return iter((report,))
    root = dom.parse(html if whole else without_menus(html.encode()))
    if main := main_part(root):
        cut = _MAIN_END.search(html, max(html.find("<main"), 0)) is None
        page = ModernPage(root, main, saved_from=saved_from(html), truncated=cut, **origin)
        return iter((page,))
    if report := _report(root, html, origin):
        return iter((report,))
    pubmed, address = is_pubmed(root), saved_from(html)
    if pages := records_of_html(root, html, pubmed=pubmed, saved_from=address, origin=origin):
        return pages
    # a browser's copy may begin with the markup in <noscript>
    if (text := recognize(html, **origin)) is not None:
        return iter((text,))
    raise refusal(root, html)


def _report(root: Node, html: str, origin: Origin) -> Layout | None:
    """Return the page of a layout before 2020, or None: it is one report, with a title."""
    for layout, tag, name, title in _REPORTS:
        reports = dom.find_all(root, f"{tag}.{name.replace(' ', '.')}")
        if len(reports) != 1 or not dom.find(reports[0], title):
            continue
        if _is_pubmed_report(root, reports[0]):
            cut = is_cut(html, name, tag)
            return layout(root, reports[0], saved_from=saved_from(html), truncated=cut, **origin)
    return None


def _is_pubmed_report(root: Node, report: Node) -> bool:
    """Tell PubMed's reports from those of other databases, which look alike."""
    database = metas(root).get("ncbi_db")
    return database == "pubmed" or (not database and "PMID:" in dom.text(report))
