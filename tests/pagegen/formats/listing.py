"""Listings: a search, "Cited by", no results, PMIDs only, many abstracts."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote_plus

from markupsafe import Markup

from tests.pagegen.articles import many_authors, no_abstract_2025, structured_abstract
from tests.pagegen.build import Json
from tests.pagegen.environment import environment
from tests.pagegen.eras import ERAS
from tests.pagegen.pool import ESTUARY
from tests.pagegen.records import expected
from tests.pagegen.view import modern_view
from tests.pagegen.view_lists import docsum

_ERA = ERAS["2025"]
_SNIPPETS = (
    "RESULTS: The <b>seals</b>' resting <b>heart</b> rate fell with P&lt;0.05 at slack tide …",
    "",
    "… of <b>seals</b> &amp; porpoises.",
)
_NOT_SHOWN = (
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "grants",
    "associated_data",
    "comments_corrections",
    "cited_by",
    "similar_articles",
    "references",
    "figures",
    "full_text_links",
    "link_out",
    "related_information",
    "retracted",
)


def listing_page(  # noqa: PLR0913 - one argument for each thing that listings differ in
    *chunks: Sequence[Json],
    total: int,
    label: str,
    address: str,
    number: int = 1,
    size: int = 10,
    format_: str = "summary",
    preformatted: str | None = None,
) -> str:
    """Render a listing: each chunk is a page of it, each entry as `entry` or `abstract` made it."""
    return (
        environment()
        .get_template("listing/page.html.j2")
        .render(
            chunks=chunks,
            total=total,
            label=label,
            address=address,
            number=number,
            size=size,
            format=format_,
            preformatted=preformatted,
            era=_ERA,
            from_search=False,
            title_text=label,
            csrf="x" * 64,
        )
    )


def entry(item: Json, snippet: str = "", among: str | None = None) -> Json:
    """Add what a listing prints beside a linked article."""
    return docsum(item) | {"snippet_markup": Markup(snippet), "among": among, "markup": None}  # noqa: S704 - ours


def abstract(record: Json, number: int, badge: str | None = None) -> Json:
    """Render the heading and the abstract of an article's page, with the ids of a listing."""
    context = modern_view(record, _ERA, badge=badge, collective_links=True)
    extra: Json = {"secondary_date": None, "doi_in_citation": True, "retraction_banner": False}
    if record["article_date"]:
        extra["secondary_date"] = f"Epub {record['article_date']['raw']}."
    templates = map(
        environment().get_template, ("modern/heading.html.j2", "modern/abstract.html.j2")
    )
    html = "".join(template.render(context | extra) for template in templates)
    prefix = f"search-result-{number}-{record['pmid']}-"
    markup = re.sub(r'\b(id|aria-controls)="', rf'\1="{prefix}', html)
    return {"pmid": record["pmid"], "markup": Markup(markup)}  # noqa: S704 - ours


def shown(record: Json, source: str, address: str, badge: str | None = None) -> Json:
    """Write the record of an article of such a listing."""
    answer = expected(record, source)
    answer |= dict.fromkeys(_NOT_SHOWN) | {"publication_types": [badge] if badge else None}
    answer["journal"] |= {"issn": None, "nlm_unique_id": None}
    seen = ["abstract"] * bool(record["abstract_sections"]) + ["keywords"] * bool(
        record["keywords"]
    )
    answer["page"] |= {
        "url": f"https://pubmed.ncbi.nlm.nih.gov/?{address}&page=1",
        "sections": seen,
    }
    return answer


def _listing(source: str, total: int, items: Sequence[Json], **facts: Any) -> Json:  # noqa: ANN401 - JSON
    named = {"page": 1, "page_size": 10, "query": None, "linkname": None, "from_uid": None} | facts
    return {
        "schema_version": "1.0",
        "kind": "listing",
        "source": source,
        "total": total,
        **named,
        "items": [_clean(item) for item in items],
        "warnings": [],
    }


def _clean(item: Json) -> Json:
    return {"snippet": None, **{k: v for k, v in item.items() if not k.startswith("_")}}


def _search() -> tuple[str, Json]:
    query = 'seals AND ("heart rate"[tiab] OR sleep) <2023'
    found = [ESTUARY[0], ESTUARY[1], ESTUARY[2] | {"has_abstract": False, "language": "Norwegian"}]
    more = [item | {"snippet": None} for item in ESTUARY[3:5]]
    items = [
        item
        | {"snippet": re.sub("<.*?>", "", said).replace("&lt;", "<").replace("&amp;", "&") or None}
        for item, said in zip(found, _SNIPPETS, strict=True)
    ]
    page = listing_page(
        [entry(item, said) for item, said in zip(found, _SNIPPETS, strict=True)],
        [entry(item, among="okonkwo-bell t") for item in more],
        total=1843,
        label=query,
        address=f"term={quote_plus(query)}",
        number=4,
        size=3,
    )
    return page, _listing("search.html", 1843, items + more, page=4, page_size=3, query=query)


def _cited_by() -> tuple[str, Json]:
    page = listing_page(
        [entry(item) for item in ESTUARY[4:7]],
        total=3,
        label="Cited In for PMID: 90098113",
        address="linkname=pubmed_pubmed_citedin&from_uid=90098113",
    )
    facts = {"linkname": "pubmed_pubmed_citedin", "from_uid": "90098113"}
    return page, _listing("cited-by.html", 3, ESTUARY[4:7], **facts)


def _no_results() -> tuple[str, Json]:
    page = listing_page(total=0, label="hagfish AND trombone", address="term=hagfish+AND+trombone")
    return page, _listing("no-results.html", 0, (), query="hagfish AND trombone")


def _pmids() -> tuple[str, Json]:
    pmids = [item["pmid"] for item in ESTUARY]
    page = listing_page(
        total=1204,
        label="tide",
        address="term=tide&format=pmid",
        number=2,
        format_="pmid",
        preformatted="\r\n".join(pmids),
    )
    bare = dict.fromkeys(ESTUARY[0]) | {"authors": [], "authors_complete": False}
    items = [bare | {"publication_types": [], "pmid": pmid} for pmid in pmids]
    return page, _listing("pmids.html", 1204, items, page=2, query="tide")


def _abstracts() -> tuple[str, list[Json]]:
    trial = "Randomized Controlled Trial"
    address = "term=shore&format=abstract"
    records = [structured_abstract.SAMPLE, no_abstract_2025.SAMPLE, many_authors.SAMPLE]
    badges = (trial, None, None)
    pairs = [(spec.record, badge) for spec, badge in zip(records, badges, strict=True)]
    page = listing_page(
        [abstract(record, at, badge) for at, (record, badge) in enumerate(pairs, 1)],
        total=3,
        label="shore",
        address=address,
        format_="abstract",
    )
    return page, [shown(record, "abstracts.html", address, badge) for record, badge in pairs]


def error_listings() -> Iterator[tuple[str, Json]]:
    """Give the name of each listing in ``errors/`` and what it holds, though no article."""
    query = "harbour seals heart rate"
    snippet = "… a sentence of the abstract with the words of the query …"
    items = [item | {"publication_types": [], "snippet": snippet} for item in ESTUARY[:4]]
    yield "search-page", _listing("search-page.html", 1843, items, query=query)
    query = "hagfish AND trombone"
    yield "search-no-results", _listing("search-no-results.html", 0, (), query=query)


def listings() -> Iterator[tuple[str, str, Json | list[Json]]]:
    """Give the name, the page and what it holds: one listing, or many articles."""
    yield "listing/search.html", *_search()
    yield "listing/cited-by.html", *_cited_by()
    yield "listing/no-results.html", *_no_results()
    yield "listing/pmids.html", *_pmids()
    yield "listing/abstracts.html", *_abstracts()
