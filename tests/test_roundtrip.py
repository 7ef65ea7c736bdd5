"""Proof by construction: a drawn article, rendered and read again, is the same article.

``ROUNDTRIPS=100000 python -m pytest tests/test_roundtrip.py`` draws more than the default.
"""

import json
import os
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scraper
from scraper.excerpt import excerpt
from tests.pagegen import ERAS, modern_page
from tests.pagegen.records import expected
from tests.pagegen.strategies import articles

DRAWN = settings(
    max_examples=int(os.environ.get("ROUNDTRIPS", "300")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def converted(page: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(scraper.convert_json(page.encode(), source="x"))
    return record


@DRAWN
@given(articles(), st.sampled_from(sorted(ERAS)))
def test_modern(record: dict[str, Any], era: str) -> None:
    page = modern_page(record, era=era)
    found = converted(page)
    wanted = expected(record, "x")
    for field, value in wanted.items():
        assert found[field] == value, field


@settings(DRAWN, max_examples=40)
@given(articles(), st.sampled_from(sorted(ERAS)))
def test_the_excerpt_and_the_whole_page_give_the_same_record(
    record: dict[str, Any], era: str
) -> None:
    page = modern_page(record, era=era)
    assert excerpt(page) is not None
    whole = page.replace("</body>", "<!-- </main> --></body>")
    assert excerpt(whole) is None
    assert converted(whole) == converted(page)
