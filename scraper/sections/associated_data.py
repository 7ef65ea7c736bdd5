"""Data sets in public databanks (NLM's DataBankList)."""

from functools import singledispatch

from scraper import dom, normalize
from scraper.dom import Node
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import DataBankAccession
from scraper.pages import PUBMED, ModernPage
from scraper.rendering import TextPage
from scraper.sections._terms import listed, term_nodes


@singledispatch
def associated_data(page: Layout) -> tuple[DataBankAccession, ...] | None:
    """Read the accessions, printed as ``databank/accession``."""
    return None


@associated_data.register
def _modern(page: ModernPage) -> tuple[DataBankAccession, ...] | None:
    entries = (_linked(page, node) for node in term_nodes(page.section("associated_data")))
    return tuple(entry for entry in entries if entry) or page.absent


def _linked(page: ModernPage, node: Node) -> DataBankAccession | None:
    link = node if node.tag == "a" else dom.find(node, "a")
    return _accession(page, dom.text(node), dom.attr(link, "href"))


def _accession(page: Layout, printed: str, href: str | None = None) -> DataBankAccession | None:
    source, slash, accession = printed.partition("/")
    if not slash:
        page.warn("unread", f"No databank and accession in {printed!r}.", "associated_data")
        return None
    return DataBankAccession(
        source=source.strip(),
        accession=accession.strip(),
        url=normalize.absolute_url(PUBMED, href),
    )


@associated_data.register
def _text(page: TextPage) -> tuple[DataBankAccession, ...] | None:
    return page.associated_data


@associated_data.register
def _legacy(page: LegacyPage) -> tuple[DataBankAccession, ...] | None:
    lines = listed(page, "associated_data")
    if lines is None:
        return None
    entries = (_accession(page, line) for line in lines)
    return tuple(entry for entry in entries if entry)
