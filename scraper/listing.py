"""Listings: search results, "Cited by" and "Similar articles" pages, and lists of PMIDs.

PubMed since 2020 has one template for all of them. A listing may hold several pages of
itself, one chunk each, where the reader asked for more.
"""

import re
from functools import cached_property
from typing import Final, Unpack
from urllib.parse import parse_qs, urlsplit

import attrs

from scraper import dom, normalize
from scraper.dom import Node
from scraper.layout import Layout, Origin
from scraper.model import Listing, ListingItem
from scraper.sections._docsum import linked_article

_NUMBER: Final = re.compile(r"\d[\d,]{0,14}", re.ASCII)
_NO_RESULTS: Final = "No results were found"
_TITLE_END: Final = " - Search Results - PubMed"
_ENTRY: Final = "article.full-docsum"
_WAYS: Final = ("next", "prev")
_LABEL: Final = re.compile(
    r"(?:(?P<citedin>Cited In)|Similar Articles) for PMID: (?P<pmid>\d+)", re.IGNORECASE
)
"""What PubMed prints as the query where links of an article are listed."""


class ListingPage(Layout):
    """A page that lists articles: ``main#search-page``, or PMIDs in ``pre``."""

    def __init__(
        self,
        root: Node,
        *,
        pmids: tuple[str, ...] | None = None,
        saved_from: str | None = None,
        truncated: bool = False,
        **origin: Unpack[Origin],
    ) -> None:
        super().__init__(**origin)
        self.root = root
        self.pmids = pmids
        self.saved_from = saved_from
        if truncated:
            self.warn("truncated", "The page ends before its list does.", "items")

    @cached_property
    def metas(self) -> dict[str, str]:
        """Content of each named ``meta``."""
        return {
            dom.attr(meta, "name") or "": dom.attr(meta, "content") or ""
            for meta in dom.find_all(self.root, "meta[name]")
        }

    @cached_property
    def chunks(self) -> list[Node]:
        """The pages of the listing that this page holds."""
        return dom.find_all(self.root, "#search-page .search-results-chunk")

    @cached_property
    def addresses(self) -> list[dict[str, list[str]]]:
        """The parameters of the addresses that say what is listed, the surest first."""
        urls = [
            dom.attr(dom.find(self.root, "link[rel=canonical]"), "href"),
            self.saved_from,
            self.given_url,
            *(dom.attr(chunk, f"data-{way}-page-url") for chunk in self.chunks for way in _WAYS),
        ]
        return [_parameters(url) for url in urls if url]

    def parameter(self, name: str) -> str | None:
        """Return a parameter of the first address that has it."""
        found = (address[name][0].strip() for address in self.addresses if name in address)
        return next(filter(None, found), None)

    @property
    def label(self) -> str | None:
        """What PubMed prints as the query."""
        title = dom.text(dom.find(self.root, "head > title"))
        printed = self.metas.get("log_query") or self.metas.get("log_userterm")
        whole = title.removesuffix(_TITLE_END)
        return normalize.squash(printed or (whole if whole != title else "")) or None


def is_listing(root: Node) -> bool:
    """Tell whether a page of PubMed is a listing: it has results, or says that there are none."""
    page = dom.find(root, "#search-page")
    if page is None:
        return False
    return dom.find(
        page, ".search-results-chunk article.full-docsum"
    ) is not None or _NO_RESULTS in dom.text(dom.find(page, ".results-amount"))


def read_listing(page: ListingPage) -> Listing:
    """Read a listing into a record."""
    items = _items(page) if page.pmids is None else _bare(page.pmids)
    linkname, from_uid = _links_of(page)
    return Listing(
        source=page.source,
        total=_total(page),
        page=_first_number(
            *(dom.attr(chunk, "data-page-number") for chunk in page.chunks),
            page.metas.get("ncbi_pageno"),
            page.parameter("page"),
        ),
        page_size=_first_number(page.metas.get("log_pagesize"), page.parameter("size")),
        query=None if linkname else page.label or page.parameter("term"),
        linkname=linkname,
        from_uid=from_uid,
        items=items,
        warnings=tuple(page.warnings),
    )


def _items(page: ListingPage) -> tuple[ListingItem, ...]:
    """Read the entries; warn of one that the page names but does not print."""
    results = dom.find(page.root, "#search-page")
    entries = [] if results is None else dom.find_outermost(results, _ENTRY)
    items = tuple(map(_item, entries))
    named = ",".join(dom.attr(chunk, "data-chunk-ids") or "" for chunk in page.chunks)
    missing = {pmid for pmid in named.split(",") if pmid} - {item.pmid for item in items}
    if missing:
        page.warn("unread", f"No entry was found for {', '.join(sorted(missing))}.", "items")
    return items


def _item(entry: Node) -> ListingItem:
    snippet = dom.text(dom.find(entry, ".full-view-snippet"))
    snippet = snippet or dom.text(dom.find(entry, ".short-view-snippet"))
    printed = attrs.asdict(linked_article(entry), recurse=False)
    return ListingItem(**printed, snippet=snippet or None)


def _bare(pmids: tuple[str, ...]) -> tuple[ListingItem, ...]:
    return tuple(ListingItem(pmid=pmid) for pmid in pmids)


def _total(page: ListingPage) -> int | None:
    amount = dom.find(page.root, "#search-page .results-amount")
    if _NO_RESULTS in dom.text(amount):
        return 0
    return _first_number(
        dom.text(dom.find(amount, ".value")) if amount is not None else None,
        *(dom.attr(chunk, "data-results-amount") for chunk in page.chunks),
        page.metas.get("log_resultcount"),
    )


def _links_of(page: ListingPage) -> tuple[str | None, str | None]:
    """Return Entrez link and PMID, as an address names them, else as the label says."""
    linkname, from_uid = page.parameter("linkname"), normalize.pmid(page.parameter("from_uid"))
    if not linkname and (found := _LABEL.fullmatch(page.label or "")):
        linkname = "pubmed_pubmed_citedin" if found["citedin"] else "pubmed_pubmed"
        from_uid = from_uid or normalize.pmid(found["pmid"])
    return linkname, from_uid


def _first_number(*printed: str | None) -> int | None:
    """Return the first number among some texts; thousands are parted by commas."""
    found = (_NUMBER.fullmatch((text or "").strip()) for text in printed)
    return next((int(match[0].replace(",", "")) for match in found if match), None)


def _parameters(url: str) -> dict[str, list[str]]:
    try:
        return parse_qs(urlsplit(url).query)
    except ValueError:  # brackets that are no IPv6 address, more fields than Python takes
        return {}
