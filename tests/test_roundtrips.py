"""Proof by construction, in CI: 2,000 articles of each layout, drawn by Hypothesis.

``ROUNDTRIPS=100000 python -m pytest tests/test_roundtrips.py`` draws more, and
``python -m tests.roundtrips --count 100000`` draws them faster.
"""

import json
import os
from random import Random
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scraper
from scraper.excerpt import excerpt
from tests.pagegen import ERAS, modern_page
from tests.pagegen.drawing import modern
from tests.roundtrips.__main__ import main
from tests.roundtrips.choices import choices
from tests.roundtrips.comparison import differences
from tests.roundtrips.layouts import LAYOUTS
from tests.roundtrips.seeded import read_otherwise

COUNT = int(os.environ.get("ROUNDTRIPS", "2000"))
PATIENT = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
"""The gate draws the same articles each time; the command draws others."""


@pytest.mark.parametrize(
    ("layout", "form"), [(layout, form) for layout, forms in LAYOUTS.items() for form in forms]
)
def test_what_is_read_is_what_was_drawn(layout: str, form: str) -> None:
    forms = LAYOUTS[layout]

    @settings(PATIENT, max_examples=COUNT // len(forms))
    @given(choices())
    def check(random: Random) -> None:
        page, record = forms[form](random)
        assert differences(page, record) == []

    check()


@settings(PATIENT, max_examples=40)
@given(choices(), st.sampled_from(sorted(ERAS)))
def test_the_excerpt_and_the_whole_page_give_the_same_record(random: Random, era: str) -> None:
    page = modern_page(modern.article(random), era=era)
    assert excerpt(page.encode()) is not None
    whole = page.replace("</body>", "<!-- </main --></body>")
    assert excerpt(whole.encode()) is None
    assert _read(whole) == _read(page)


def test_the_command_tells_seed_field_and_both_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong(random: Random) -> tuple[str, dict[str, Any]]:
        page, record = LAYOUTS["text"]["written"](random)
        return page, record | {"volume": "Twelve"}

    monkeypatch.setitem(cast("dict[str, object]", LAYOUTS), "wrong", {"form": wrong})
    assert main(["--layout", "text", "--count", "9", "--jobs", "1"]) == 0
    assert main(["--layout", "wrong", "--count", "2", "--seed", "7", "--jobs", "1"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("text: 9 articles, 0 read otherwise, ")
    assert said[1].startswith("wrong 7: volume: 'Twelve' was read as ")
    assert said[-1].startswith("wrong: 2 articles, 2 read otherwise, ")


def test_a_refused_page_is_a_difference() -> None:
    (said,) = differences("no page", {})
    assert said.startswith("refused: This is neither HTML nor a text rendering")


def test_an_error_names_its_article(monkeypatch: pytest.MonkeyPatch) -> None:
    forms = {"form": lambda _: ("page", None)}
    monkeypatch.setitem(cast("dict[str, object]", LAYOUTS), "broken", forms)
    monkeypatch.setattr("tests.roundtrips.seeded.differences", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError) as raised:
        read_otherwise("broken", range(3, 5))
    assert raised.value.__notes__ == ["This was broken 3."]


def _read(page: str) -> object:
    return json.loads(scraper.convert_json(page.encode(), source="x"))
