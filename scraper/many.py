"""Pages with many records: what ``?format=pubmed``, ``abstract`` and ``pmid`` give, and listings.

A page of MEDLINE text or of XML as text often is nothing but ``pre``: without any sign of
PubMed around it, it must hold nothing else, for other sites quote records too.
"""

import re
from collections.abc import Iterator
from itertools import starmap
from typing import Final

from scraper import dom, normalize
from scraper.dom import Node
from scraper.layout import Layout, Origin, numbered
from scraper.listing import ListingPage, is_listing
from scraper.medline import is_medline, medline_pages
from scraper.pubmed_xml import is_pubmed_xml, xml_pages
from scraper.results import ResultsArticle

_ADDRESS: Final = re.compile(
    r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/(?:pubmed|m/pubmed))\b"
)


def records_of_text(text: str, origin: Origin) -> Iterator[Layout] | None:
    """Give the records of a bare MEDLINE or XML file; None where it is neither."""
    text = text.removeprefix("\ufeff")
    if is_medline(text):
        return medline_pages(text, **origin)
    return xml_pages(text, **origin) if is_pubmed_xml(text) else None


def records_of_html(
    root: Node, html: str, *, pubmed: bool, saved_from: str | None, origin: Origin
) -> Iterator[Layout] | None:
    """Give the records of a page that is no article's own; None where it has none.

    Args:
        root: The page, parsed.
        html: The page.
        pubmed: Whether the page says that it is PubMed's.
        saved_from: The address that a browser wrote into the page.
        origin: What the caller knows of the page.
    """
    url = dom.attr(dom.find(root, "link[rel=canonical]"), "href") or saved_from
    if pubmed and (articles := _articles(root)):
        return _results(articles, url, origin, truncated="</main" not in html)
    if pubmed and is_listing(root):
        cut = "</main" not in html
        return iter((ListingPage(root, saved_from=saved_from, truncated=cut, **origin),))
    known = pubmed or bool(_ADDRESS.match(url or origin.get("url") or ""))
    blocks = dom.find_outermost(root, "pre")
    if blocks and (known or _is_all(blocks, root)):
        cut = "</pre" not in html[html.rfind("<pre") :]
        return _preformatted(root, [*map(dom.verbatim, blocks)], url, origin, known=known, cut=cut)
    return None


def _articles(root: Node) -> list[Node]:
    found = dom.find_outermost(root, ".results-article")
    return [node for node in found if dom.find(node, ".heading-title") is not None]


def _results(
    articles: list[Node], url: str | None, origin: Origin, *, truncated: bool
) -> Iterator[Layout]:
    def page(node: Node, last: bool, origin: Origin) -> Layout:  # noqa: FBT001 - of a row
        return ResultsArticle(node, node, saved_from=url, truncated=truncated and last, **origin)

    return starmap(page, numbered(articles, origin))


def _is_all(blocks: list[Node], root: Node) -> bool:
    """Tell whether a page holds nothing but some blocks."""
    inside = sum(map(_length, blocks))
    body = dom.find(root, "body")
    return body is not None and _length(body) <= inside


def _length(node: Node) -> int:
    """Count what is no white space."""
    return sum(map(len, dom.verbatim(node).split()))


def _preformatted(  # noqa: PLR0913 - what the page says, and what is known of it
    root: Node, texts: list[str], url: str | None, origin: Origin, *, known: bool, cut: bool
) -> Iterator[Layout] | None:
    if records := [text for text in texts if is_medline(text)]:
        return medline_pages("\n".join(records), saved_from=url, truncated=cut, **origin)
    whole = "\n".join(texts)
    if is_pubmed_xml(whole):
        return xml_pages(whole, saved_from=url, **origin)
    pmids = whole.split()
    if known and pmids and all(map(normalize.pmid, pmids)):
        listing = ListingPage(root, pmids=tuple(pmids), saved_from=url, truncated=cut, **origin)
        return iter((listing,))
    return None
