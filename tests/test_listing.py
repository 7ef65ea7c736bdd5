"""Listings: what a search, "Cited by" or "Similar articles" page says of itself."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import scraper
from scraper import schema
from tests.pairs import CORPUS, NO_CORPUS, SAMPLES

HEAD = '<html><head><title>{title}</title><meta name="ncbi_app" content="pubmed">{head}</head>'
ITEM = (
    '<article class="full-docsum"><a class="docsum-title" href="/12/">A title.</a>{more}</article>'
)


def listing(
    body: str = ITEM.format(more=""),
    *,
    chunk: str = "",
    amount: str = "",
    head: str = "",
    title: str = "PubMed",
    **facts: Any,  # noqa: ANN401 - facts
) -> scraper.Listing:
    page = (
        HEAD.format(title=title, head=head) + f'<main id="search-page"><div class="results-amount">'
        f'{amount}</div><div class="search-results-chunk" {chunk}>{body}</div></main>'
    )
    (record,) = scraper.records(page, **facts)
    assert isinstance(record, scraper.Listing)
    return record


def test_every_field_of_the_corpus() -> None:
    path = CORPUS / "other" / "search-2025.html"
    if not path.exists():
        pytest.skip(NO_CORPUS)
    (line,) = scraper.records_json(path.read_bytes(), source=path.name)
    found, wanted = json.loads(line), json.loads(path.with_suffix(".json").read_text())
    snippets = [item.pop("snippet") for item in found["items"]]
    assert {field: found[field] for field in wanted} == wanted
    assert snippets[0] is None
    assert snippets[1].startswith("BACKGROUND: Left ventricular (LV) dilatation")
    assert (found["page"], found["page_size"], found["warnings"]) == (149, 10, [])


def test_items_as_lines() -> None:
    page = (SAMPLES / "listing" / "search.html").read_bytes()
    lines = [json.loads(line) for line in scraper.records_json(page, source="x", items=True)]
    whole = json.loads(scraper.records_json(page, source="x")[0])
    head = {"schema_version": "1.0", "kind": "listing_item", "source": "x"}
    assert lines == [head | item for item in whole["items"]]
    assert list(lines[0])[:4] == [*head, "pmid"]
    jsonschema.Draft202012Validator(schema.schema()).validate(lines[0])


def test_items_of_articles_are_the_articles() -> None:
    page = (SAMPLES / "medline" / "three.nbib").read_bytes()
    assert scraper.records_json(page, items=True) == scraper.records_json(page)


@pytest.mark.parametrize(
    ("facts", "total"),
    [
        ({"amount": '<span class="value">8,030</span> results'}, 8030),
        ({"amount": '<h3><span class="value">1</span> result</h3>'}, 1),
        ({"chunk": 'data-results-amount="1,204"'}, 1204),
        ({"head": '<meta name="log_resultcount" content="7">'}, 7),
        ({"amount": "No results were found."}, 0),
        ({"amount": '<span class="value">many</span>'}, None),
        ({"amount": f'<span class="value">{"9" * 5000}</span>'}, None),
    ],
)
def test_total(facts: dict[str, str], total: int | None) -> None:
    assert listing(**facts).total == total


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({}, (None, None, None)),
        ({"title": "mud - Search Results - PubMed"}, ("mud", None, None)),
        ({"head": '<meta name="log_query" content=" mud  pie ">'}, ("mud pie", None, None)),
        ({"url": "https://pubmed.ncbi.nlm.nih.gov/?term=mud+pie"}, ("mud pie", None, None)),
        ({"url": "http://[bad/?term=x"}, (None, None, None)),
        (
            {"head": '<link rel="canonical" href="/?linkname=pubmed_pubmed&amp;from_uid=12">'},
            (None, "pubmed_pubmed", "12"),
        ),
        (
            {"chunk": 'data-next-page-url="/more/?linkname=pubmed_pubmed_citedin&from_uid=12"'},
            (None, "pubmed_pubmed_citedin", "12"),
        ),
        (
            {"title": "Cited In for PMID: 12 - Search Results - PubMed"},
            (None, "pubmed_pubmed_citedin", "12"),
        ),
        (
            {"title": "Similar articles for PMID: 12 - Search Results - PubMed"},
            (None, "pubmed_pubmed", "12"),
        ),
        ({"url": "/?linkname=pubmed_pubmed_refs&from_uid=x"}, (None, "pubmed_pubmed_refs", None)),
    ],
)
def test_what_is_listed(facts: dict[str, str], wanted: tuple[str | None, ...]) -> None:
    found = listing(**facts)
    assert (found.query, found.linkname, found.from_uid) == wanted


def test_page_number() -> None:
    assert listing(chunk='data-page-number="149"').page == 149
    assert listing(head='<meta name="ncbi_pageno" content="3">').page == 3
    assert listing(url="https://pubmed.ncbi.nlm.nih.gov/?term=a&page=4").page == 4
    assert listing().page is None


def test_a_short_snippet_stands_for_a_missing_long_one() -> None:
    short = '<div class="short-view-snippet"> … of  <b>mud</b> … </div>'
    assert listing(ITEM.format(more=short)).items[0].snippet == "… of mud …"


def test_an_entry_that_is_named_but_not_there() -> None:
    (warning,) = listing(chunk='data-chunk-ids="12,34,56"').warnings
    assert (warning.code, warning.path) == ("unread", "items")
    assert "34, 56" in warning.message


def test_a_cut_listing_says_so() -> None:
    page = (SAMPLES / "listing" / "search.html").read_text()
    (record,) = scraper.records(page[: page.index("</main")])
    assert [warning.code for warning in record.warnings] == ["truncated"]


def test_lists_of_other_pages_are_no_listing(tmp_path: Path) -> None:
    home = (SAMPLES / "errors" / "home-page.html").read_text()
    with pytest.raises(scraper.NotAnArticle):
        scraper.records(home, source=str(tmp_path))
    with pytest.raises(scraper.NotAnArticle):
        scraper.records(HEAD.format(title="x", head="") + '<main id="search-page"></main>')
