"""Parts of a record are compared, hashed and shown by value, as attrs itself would do it."""

import pickle
from pathlib import Path

import attrs
import pytest

import scraper
from scraper import encode, model
from tests.pairs import SAMPLES

PAGE = SAMPLES / "modern" / "grants-data.html"
CLASSES = [kind for kind in vars(model).values() if isinstance(kind, type) and attrs.has(kind)]


def _read(page: Path = PAGE) -> scraper.Article:
    return scraper.convert(page.read_bytes(), retrieved_at="2024-05-01")


def test_records_of_one_page_are_equal_and_hash_alike() -> None:
    first, second = _read(), _read()
    assert first is not second
    assert first == second
    assert {first: "found"}[second] == "found"


def test_one_other_value_deep_inside_makes_a_difference() -> None:
    record = _read()
    assert record.authors
    changed = (attrs.evolve(record.authors[0], orcid="another"), *record.authors[1:])
    assert attrs.evolve(record, authors=changed) != record


def test_the_class_counts() -> None:
    link: object = model.RelatedLink(name="x", url="y")
    assert link != model.BookSection(title="x", url="y")
    assert link != {"name": "x", "url": "y"}
    entry: object = model.LinkedArticle(pmid="1")
    item: object = model.ListingItem(pmid="1")
    assert entry != item
    assert item != entry
    assert hash(entry) != hash(item)


def test_the_order_of_keys_in_json_does_not_count() -> None:
    record = encode.decode('{"page": {"source": "a", "layout": "text"}, "pmid": "7"}')
    twin = model.Article(pmid="7", page=model.Page(layout="text", source="a"))
    assert record == twin
    assert hash(record) == hash(twin)
    assert repr(record) == repr(twin)


def test_a_record_shows_how_to_make_it_again() -> None:
    record = _read()
    assert eval(repr(record), vars(model).copy()) == record  # noqa: S307 - our own
    assert repr(model.Qualifier(qualifier_name="diet")) == (
        "Qualifier(qualifier_name='diet', major_topic=False)"
    )


def test_records_travel() -> None:
    record = _read()
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_attrs_compiles_no_methods_of_its_own_for_a_class(kind: type) -> None:
    for name in ("__eq__", "__hash__", "__repr__"):
        assert getattr(kind, name).__module__ == "scraper.value"


def test_nothing_can_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        _read().pmid = "1"  # type: ignore[misc] # that is what is tested
