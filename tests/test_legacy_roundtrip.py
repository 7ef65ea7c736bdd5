"""Proof by construction: a drawn article, rendered as a page before 2020, is read as drawn.

``ROUNDTRIPS=100000 python -m pytest tests/test_legacy_roundtrip.py`` draws more.
"""

import json
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scraper
from tests.pagegen.legacy import LEGACY_ERAS, abstractplus_page, legacy_page
from tests.pagegen.legacy_strategies import abstractplus_articles, legacy_articles
from tests.pagegen.records import expected

DRAWN = settings(
    max_examples=int(os.environ.get("ROUNDTRIPS", "100")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def assert_is_read(page: str, record: dict[str, Any]) -> None:
    found = json.loads(scraper.convert_json(page.encode(), source="x"))
    for field, value in expected(record, "x").items():
        assert found[field] == value, field


@pytest.mark.parametrize("era", LEGACY_ERAS)
@DRAWN
@given(data=st.data(), from_search=st.booleans())
def test_legacy(era: str, data: st.DataObject, from_search: bool) -> None:  # noqa: FBT001 - drawn
    record = data.draw(legacy_articles(era))
    assert_is_read(legacy_page(record, era=era, from_search=from_search), record)


@DRAWN
@given(abstractplus_articles())
def test_abstractplus(record: dict[str, Any]) -> None:
    assert_is_read(abstractplus_page(record), record)
