"""Articles and edges of the network."""

from collections import Counter

import pytest

from scraper.graph.node import Node
from tests.jsonl import Record, network, samples

ACTIVE = {
    "CommentIn": "CommentOn",
    "ErratumIn": "ErratumFor",
    "ExpressionOfConcernIn": "ExpressionOfConcernFor",
    "RetractionIn": "RetractionOf",
    "UpdateIn": "UpdateOf",
}


def names(record: Record) -> str | None:
    """Name an article of the samples, whose DOIs have no PMID elsewhere."""
    return record["pmid"] or (record["doi"] and f"doi:{record['doi'].lower()}")


def drawn_from(record: Record) -> set[tuple[str | None, str | None, str]]:
    """Read the edges of a record the long way."""
    own = names(record)
    found = {(names(item), own, "cites") for item in (record["cited_by"] or {}).get("items", ())}
    found |= {(own, names(item), "cites") for item in (record["references"] or {}).get("items", ())}
    found |= {
        (own, names(item), "similar")
        for item in (record["similar_articles"] or {}).get("items", ())
    }
    for notice in record["comments_corrections"] or ():
        other, kind = names(notice["article"]), notice["ref_type"]
        ends = (other, own) if kind in ACTIVE else (own, other)
        found.add((*ends, ACTIVE.get(kind, kind)))
    return {edge for edge in found if edge[0] and edge[1]}


def test_the_edges_of_the_samples() -> None:
    records = [record for record in samples() if record["kind"] != "listing"]
    found = network(records)
    expected = set().union(*map(drawn_from, records))
    known = {r["doi"].lower(): r["pmid"] for r in records if r["doi"] and r["pmid"]}
    assert not any(name.removeprefix("doi:") in known for name in found.nodes)
    assert set(found.edges) == expected
    assert len(found.edges) == len(expected)
    assert Counter(relation for _, _, relation in found.edges)["cites"] > 30


def test_what_two_pages_say_alike_is_one_edge() -> None:
    found = network(
        [
            {
                "pmid": "1",
                "references": {"items": [{"pmid": "2"}]},
                "comments_corrections": [{"ref_type": "RetractionIn", "article": {"pmid": "2"}}],
            },
            {
                "pmid": "2",
                "cited_by": {"items": [{"pmid": "1"}, {"pmid": "1"}]},
                "comments_corrections": [{"ref_type": "RetractionOf", "article": {"pmid": "1"}}],
            },
        ]
    )
    assert found.edges == [("1", "2", "cites"), ("2", "1", "RetractionOf")]


def test_similar_is_said_by_one_page_of_the_other() -> None:
    records = [
        {"pmid": one, "similar_articles": {"items": [{"pmid": other}]}}
        for one, other in (("1", "2"), ("2", "1"))
    ]
    assert network(records).edges == [("1", "2", "similar"), ("2", "1", "similar")]


@pytest.mark.parametrize(
    ("ref_type", "edge"),
    [
        ("CommentIn", ("2", "1", "CommentOn")),
        ("CommentOn", ("1", "2", "CommentOn")),
        ("SummaryForPatientsIn", ("2", "1", "OriginalReportIn")),
        ("OriginalReportIn", ("1", "2", "OriginalReportIn")),
        ("RepublishedIn", ("2", "1", "RepublishedFrom")),
        ("Sequel in", ("1", "2", "Sequel in")),
    ],
)
def test_a_notice_points_from_the_article_that_acts(
    ref_type: str, edge: tuple[str, str, str]
) -> None:
    notice = {"ref_type": ref_type, "article": {"pmid": "2"}}
    assert network([{"pmid": "1", "comments_corrections": [notice]}]).edges == [edge]


@pytest.mark.parametrize(
    ("linkname", "edges"),
    [
        ("pubmed_pubmed_citedin", [("2", "1", "cites")]),
        ("pubmed_pubmed_refs", [("1", "2", "cites")]),
        ("pubmed_pubmed", [("1", "2", "similar")]),
        (None, []),
    ],
)
def test_a_listing_by_its_link(linkname: str | None, edges: list[tuple[str, str, str]]) -> None:
    listing = {"kind": "listing", "linkname": linkname, "from_uid": "1", "items": [{"pmid": "2"}]}
    assert network([listing]).edges == edges


def test_some_kinds_of_edges_only() -> None:
    record = {
        "pmid": "1",
        "references": {"items": [{"pmid": "2"}]},
        "similar_articles": {"items": [{"pmid": "3"}]},
        "comments_corrections": [{"ref_type": "CommentOn", "article": {"pmid": "4"}}],
    }
    assert network([record], "cites").edges == [("1", "2", "cites")]
    assert set(network([record], "similar", "notices").nodes) == {"1", "3", "4"}


def test_a_reference_by_doi_is_the_article_whose_pmid_comes_later() -> None:
    found = network(
        [
            {"pmid": "1", "references": {"items": [{"doi": "10.1/ABC"}, {"doi": "10.1/Z"}]}},
            {"doi": "10.1/z", "title": "Without a PMID", "retracted": True},
            {"pmid": "3", "similar_articles": {"items": [{"pmid": "2", "doi": "10.1/abc"}]}},
            {"pmid": "4", "references": {"items": [{"pmid": "5", "doi": "10.1/Z"}]}},
        ]
    )
    assert set(found.nodes) == {"1", "2", "3", "4", "5"}
    assert found.edges[:2] == [("1", "2", "cites"), ("1", "5", "cites")]
    five = found.nodes["5"]
    assert (five.kind, five.title, five.retracted) == ("article", "Without a PMID", True)


def test_what_has_no_name_is_left_out_and_counted() -> None:
    found = network(
        [
            {"title": "No PMID"},
            {"pmid": "1", "references": {"items": [{"citation": "Text."}, {"pmid": "0x"}]}},
            {"kind": "error", "pmid": "9"},
            {"kind": "listing", "linkname": "pubmed_pubmed", "from_uid": None},
        ]
    )
    assert (list(found.nodes), found.edges, found.unnamed) == (["1"], [], 4)


def test_an_article_does_not_point_to_itself() -> None:
    found = network([{"pmid": "1", "doi": "10.1/a", "references": {"items": [{"doi": "10.1/A"}]}}])
    assert (list(found.nodes), found.edges) == (["1"], [])


def test_a_record_knows_better_than_a_list() -> None:
    entry = {"pmid": "2", "title": "List", "pub_date": {"year": 1999}, "journal": "L"}
    record = {
        "pmid": "2",
        "title": "Record",
        "pub_date": {"year": 2000},
        "journal": {"medline_ta": "R"},
        "retracted": False,
        "kind": "article",
    }
    citing = {"pmid": "1", "similar_articles": {"items": [entry]}}
    expected = Node("2", "article", "Record", 2000, "R", retracted=False)
    assert network([citing, record]).nodes["2"] == expected
    assert network([record, citing]).nodes["2"] == expected
    assert network([citing]).nodes["2"] == Node("2", "linked", "List", 1999, "L")
    item = {"kind": "listing_item"} | entry
    assert network([item]).nodes["2"] == Node("2", "linked", "List", 1999, "L")


def test_labels_and_addresses() -> None:
    assert Node("7", title="On rivers").label == "On rivers"
    assert (Node("7").label, Node("doi:10.1/a").label) == ("PMID 7", "doi:10.1/a")
    assert Node("7").url == "https://pubmed.ncbi.nlm.nih.gov/7/"
