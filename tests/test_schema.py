"""The schema is current, and every record there is validates against it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import scraper
from scraper import encode, schema
from tests.pairs import LATER, SAMPLES, corpus_pairs, expected, pairs

VALIDATOR = jsonschema.Draft202012Validator(schema.schema())


def test_the_shipped_copy_is_current() -> None:
    assert schema.shipped() == schema.schema_json()


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema.schema_json()))


def test_every_field_has_a_description() -> None:
    for part in schema.schema()["$defs"].values():
        assert part["description"]
        assert all(definition["description"] for definition in part["properties"].values())


@pytest.mark.parametrize(
    "page",
    [*pairs(SAMPLES), *corpus_pairs("modern", "text")],
    ids=lambda page: getattr(page, "name", None),
)
def test_records_validate(page: Path) -> None:
    record: dict[str, Any] = dict(expected(page))
    if SAMPLES not in page.parents:
        record |= dict.fromkeys(LATER)
    if record["kind"] == "error":
        record.setdefault("message", "said by the program")
    VALIDATOR.validate(record)


def test_an_incomplete_record_does_not_validate() -> None:
    record = dict(expected(pairs(SAMPLES / "modern")[0]))
    del record["title"]
    assert not VALIDATOR.is_valid(record)


@pytest.mark.parametrize("page", pairs(SAMPLES / "modern"), ids=lambda page: page.name)
def test_a_record_comes_back_from_json(page: Path) -> None:
    article = scraper.convert(page.read_bytes())
    assert encode.decode(encode.encode(article)) == article


def test_error_objects_validate() -> None:
    line = encode.encode_error(scraper.NotFound("No such article.", source="x.html", pmid="1"))
    VALIDATOR.validate(json.loads(line))
    assert list(json.loads(line)) == ["schema_version", "kind", "source", "code", "message", "pmid"]


@pytest.mark.parametrize(
    "line",
    ["", "{", "[]", '{"kind": "article"}', '{"kind": "x", "page": {"layout": "modern"}}', b"\xff"],
)
def test_what_is_no_record_is_refused(line: str | bytes) -> None:
    with pytest.raises(scraper.RecordError, match="not a record"):
        encode.decode(line)


def test_a_wrong_field_is_named() -> None:
    with pytest.raises(scraper.RecordError, match="pub_date"):
        encode.decode(
            '{"page": {"layout": "modern"}, "pub_date": {"raw": "2001", "year": "x", "iso": ""}}'
        )


def test_chosen_fields_keep_the_order_of_the_contract() -> None:
    article = scraper.convert(pairs(SAMPLES / "modern")[0].read_bytes())
    assert list(json.loads(encode.encode(article, {"title", "pmid"}))) == ["pmid", "title"]
