"""What a summary counts."""

from collections import Counter
from typing import Any

import msgspec
import pytest

from scraper.encode import FIELDS
from scraper.summary import LineDecoder
from tests.jsonl import jsonl, samples, tally


def test_the_samples_are_counted_right() -> None:
    records = samples()
    articles = [record for record in records if record["kind"] not in {"listing", "error"}]
    found = tally(records)
    assert found.kinds == Counter(record["kind"] for record in records)
    assert found.articles == len(articles)
    assert found.years == Counter(r["pub_date"]["year"] for r in articles if r["pub_date"])
    assert found.undated == sum(record["pub_date"] is None for record in articles)
    assert found.types == Counter(t for r in articles for t in r["publication_types"] or ())
    assert found.languages == Counter(name for r in articles for name in r["languages"] or ())
    assert found.retracted == sum(record["retracted"] is True for record in articles)
    assert found.warnings == Counter(w["code"] for r in records for w in r["warnings"])
    assert found.mesh == Counter(
        name
        for record in articles
        for name in {heading["descriptor_name"] for heading in record["mesh_headings"] or ()}
    )
    assert found.journals["Gut Field"] == sum(
        (record["journal"] or {}).get("medline_ta") == "Gut Field" for record in articles
    )
    assert sum(found.journals.values()) == len(articles)


def test_the_fields_of_the_samples_are_counted_right() -> None:
    records = [record for record in samples() if record["kind"] != "listing"]
    found = tally(records).fields
    assert set(found) < set(FIELDS)
    for field, has in found.items():
        assert sum(has.values()) == len(records)
        values = [record[field] for record in records]
        assert has["null"] == sum(value is None or is_unknown(value) for value in values), field
        assert has["none"] == sum(value == [] or is_none(value) for value in values), field


def is_unknown(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Tell of a list whether its page shows neither its entries nor their number."""
    return isinstance(value, dict) and value.get("items") == [] and value["total"] is None


def is_none(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Tell of a list whether its page says that it is empty."""
    return isinstance(value, dict) and value.get("items") == [] and value["total"] == 0


def test_a_listing_is_no_article_but_its_items_are() -> None:
    found = tally(
        [
            {"kind": "listing", "items": [{"pmid": "1"}], "warnings": [{"code": "truncated"}]},
            {"kind": "listing_item", "pmid": "2", "journal": "J X", "pub_date": {"year": 1999}},
        ]
    )
    assert found.kinds == {"listing": 1, "listing_item": 1}
    assert (found.articles, found.years, found.journals) == (0, {1999: 1}, {"J X": 1})
    assert (found.warnings, found.fields) == ({"truncated": 1}, {})
    assert found.newest.count == 1


def test_errors_are_counted_and_the_first_ones_kept() -> None:
    error = {"kind": "error", "code": "blocked", "message": "Wait.", "source": None, "pmid": "7"}
    found = tally([error] * 101 + [{"kind": "error"}])
    assert found.errors == {"blocked": 101, "error": 1}
    assert len(found.failures) == 100
    assert (found.failures[0].source, found.failures[0].message) == ("7", "Wait.")


def test_records_with_some_fields_only() -> None:
    found = tally([{"title": "On rivers"}, {"book": {"title": "Rivers"}}])
    assert found.kinds == {"article": 2}
    assert found.journals == {"not given": 1, "Rivers": 1}
    assert found.fields == {"title": {"value": 1}, "book": {"value": 1}}


def test_a_journal_by_its_full_title_where_that_is_all() -> None:
    assert tally([{"journal": {"title": "Journal of Rivers"}}]).journals == {"Journal of Rivers": 1}


@pytest.mark.parametrize("line", ["[]", '{"kind": "other"}', '{"pmid": 7}', "7", '{"cited_by": 1}'])
def test_what_is_no_record(line: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        LineDecoder().decode(line.encode())


def test_a_list_that_cannot_tell() -> None:
    line = LineDecoder().decode(
        jsonl({"cited_by": None, "references": {"total": None, "items": []}, "doi": None})
    )
    assert line.has == {"cited_by": "null", "references": "null", "doi": "null"}
