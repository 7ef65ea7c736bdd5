"""The yardstick finds what is wrong, and lets pass what a text may lack."""

import copy
from collections.abc import Callable

import pytest

from tests.pairs import SAMPLES, Record, expected
from tests.rendering.yardstick import contradictions, leaves, named

PAGE = SAMPLES / "modern" / "structured-abstract.html"


def changed(change: Callable[[Record], object]) -> Record:
    record = copy.deepcopy(expected(PAGE))
    change(record)
    return record


def shorter(record: Record) -> None:
    record["authors"] = record["authors"][:1]
    record["authors_complete"] = False


@pytest.mark.parametrize(
    "change",
    [
        lambda record: record.update(dict.fromkeys(record.keys() - {"schema_version"})),
        lambda record: record.update(page=None, warnings=None),
        lambda record: record["authors"][0].update(last_name=None, initials=None),
        lambda record: record["cited_by"].update(source="text", complete=None, total=None),
        lambda record: record["similar_articles"].update(items=[], complete=False),
        lambda record: [author.update(affiliations=[]) for author in record["authors"]],
        lambda record: record["mesh_headings"].pop(),
        shorter,
    ],
)
def test_what_a_text_may_lack(change: Callable[[Record], object]) -> None:
    assert contradictions(changed(change), expected(PAGE)) == []


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda record: record.update(title="Another"), "title"),
        (lambda record: record.update(vernacular_title="Otro"), "vernacular_title"),
        (lambda record: record.update(authors_complete=False), "authors_complete"),
        (lambda record: record["authors"][1].update(name="X"), "authors[1].name"),
        (lambda record: record["authors"][0].update(affiliations=[2]), "authors[0].affiliations"),
        (lambda record: record["authors"].pop(0), "authors_complete"),
        (lambda record: record["keywords"].append("more"), "keywords[5]"),
        (lambda record: record["mesh_headings"].reverse(), "mesh_headings[0]"),
        (
            lambda record: record["similar_articles"].update(total=7),
            "similar_articles.total",
        ),
        (
            lambda record: record["similar_articles"]["items"][1].update(authors=[]),
            "similar_articles.items[1].authors_complete",
        ),
        (
            lambda record: record["similar_articles"].update(complete=True),
            "similar_articles.complete",
        ),
    ],
)
def test_what_is_wrong(change: Callable[[Record], object], path: str) -> None:
    text = "Renwick-Hale T, Osei-Tutu P; Four Towns Bakery Group."
    found = contradictions(changed(change), expected(PAGE), text)
    assert any(difference.path.startswith(path) for difference in found)


def test_an_entry_that_is_left_out_must_not_be_shown() -> None:
    record = changed(lambda record: record["mesh_headings"].pop())
    last = expected(PAGE)["mesh_headings"][-1]["descriptor_name"]
    assert contradictions(record, expected(PAGE), f"x\n  * {last}\n")
    assert contradictions(record, expected(PAGE), f"x\nNo {last} here\n") == []


def test_what_is_counted() -> None:
    record = expected(PAGE)
    has, wants = named(changed(lambda record: record.update(title=None)), record)
    assert wants - has == {"title"}
    assert leaves({"page": 1, "title": "x", "doi": None, "keywords": ["a", "b"], "grants": []}) == 4
