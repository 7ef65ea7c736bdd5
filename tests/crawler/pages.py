"""What the loopback site serves: invented articles and listings, and pages that are neither."""

from collections.abc import Mapping, Sequence
from functools import cache

from tests.pagegen.build import Json
from tests.pagegen.formats.listing import entry, listing_page
from tests.pagegen.pool import ESTUARY
from tests.pairs import SAMPLES

LINKNAMES: Mapping[str, str] = {
    "cited_by": "pubmed_pubmed_citedin",
    "similar_articles": "pubmed_pubmed",
}
LABELS: Mapping[str, str] = {
    "cited_by": "Cited In for PMID: ",
    "similar_articles": "Similar Articles for PMID: ",
}


def error(name: str) -> bytes:
    """Return a page of the samples that is no article."""
    return (SAMPLES / "errors" / f"{name}.html").read_bytes()


@cache
def _short(name: str) -> tuple[bytes, bytes]:
    """Return an article of the samples without what surrounds it, and its PMID."""
    page = (SAMPLES / "modern" / f"{name}.html").read_bytes()
    head = page[: page.index(b"</head>")]
    main = page[page.index(b"<main") : page.index(b"</main>")]
    own = page.partition(b'data-article-pmid="')[2].partition(b'"')[0]
    return head + b"</head><body>" + main + b"</main></body></html>", own


@cache
def article(pmid: str | int, *, cited: bool = False) -> bytes:
    """Write the page of an article.

    Args:
        pmid: its PMID.
        cited: True for one that shows 5 of 31 citing articles and has a list of similar ones
            elsewhere; False for one that shows all of both.
    """
    page, own = _short("cited-by-count" if cited else "cited-by-complete")
    return page.replace(own, str(pmid).encode())


@cache
def listing(  # noqa: PLR0913 - what a listing's page can say
    pmid: str | int,
    entries: tuple[int, ...],
    total: int,
    *,
    number: int = 1,
    kind: str = "cited_by",
    linkname: str | None = None,
) -> bytes:
    """Write a page of a listing.

    Args:
        pmid: the article whose links it lists.
        entries: the PMIDs on this page.
        total: how many there are, as it says.
        number: which page it is.
        kind: the field that the listing is of.
        linkname: the link's name, where it is not the kind's.
    """
    items = [entry(_entry(number)) for number in entries]
    link = linkname or LINKNAMES[kind]
    return listing_page(
        items,
        total=total,
        label=f"{LABELS[kind]}{pmid}",
        address=f"linkname={link}&from_uid={pmid}&size=200",
        number=number,
        size=200,
    ).encode()


def _entry(pmid: int) -> Json:
    return ESTUARY[pmid % len(ESTUARY)] | {"pmid": str(pmid)}


def chunks(entries: Sequence[int], size: int) -> list[tuple[int, ...]]:
    """Part the entries of a listing into pages."""
    return [tuple(entries[at : at + size]) for at in range(0, len(entries), size)]
