"""Whatever comes in: a record or a ScraperError, and no field lost in silence."""

import json
import unicodedata
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scraper
from scraper import dom
from scraper.encode import FIELDS
from scraper.excerpt import excerpt
from scraper.inline import inline_html
from scraper.normalize import squash
from tests.pairs import SAMPLES, converted, pairs

PAGES = pairs(SAMPLES / "modern")
RENDERINGS = pairs(SAMPLES / "text")
BULKY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def convert(page: bytes | str) -> dict[str, Any] | None:
    try:
        record: dict[str, Any] = json.loads(scraper.convert_json(page))
    except scraper.ScraperError:
        return None
    return record


@given(st.binary(max_size=2000))
def test_any_bytes(data: bytes) -> None:
    convert(data)


@given(st.text(st.sampled_from("ab \n\t\xa0\u2009\u3000\x1f\u200be\u0301\u0645")))
def test_squashed_text_has_one_space_for_all_white_space(text: str) -> None:
    assert squash(text) == unicodedata.normalize("NFC", " ".join(text.split()))


@given(st.text(max_size=2000))
def test_any_text(text: str) -> None:
    convert(text)
    convert(
        f"<!DOCTYPE html><meta name=ncbi_app content=pubmed><main id=article-details><h1 class=heading-title>{text}"
    )


@BULKY
@given(st.sampled_from(PAGES), st.data())
def test_any_damage(page: Any, data: st.DataObject) -> None:  # noqa: ANN401 - a path
    raw = bytearray(page.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=10))
    convert(bytes(raw))


@BULKY
@given(st.sampled_from(PAGES), st.floats(0, 1))
def test_a_cut_page_loses_no_field_in_silence(page: Any, share: float) -> None:  # noqa: ANN401 - a path
    raw = page.read_bytes()
    record = convert(raw[: int(len(raw) * share)])
    if record is None:
        return
    whole = dict(converted(page)) | {"page": record["page"]}
    if all(warning["code"] != "truncated" for warning in record["warnings"]):
        assert record == whole
    for field in FIELDS[:-2]:
        assert not says_none(record[field]) or says_none(whole[field]), field


@BULKY
@given(st.sampled_from(RENDERINGS), st.floats(0, 1))
def test_a_cut_rendering_invents_nothing(page: Any, share: float) -> None:  # noqa: ANN401 - a path
    raw = page.read_bytes()
    record = convert(raw[: int(len(raw) * share)])
    if record is not None:
        assert record["pmid"] in {None, converted(page)["pmid"]}


def test_the_excerpt_gives_the_same_record_as_the_whole_page() -> None:
    for page in PAGES:
        html = page.read_bytes().decode(converted(page)["page"]["encoding"])
        assert excerpt(html.encode()) is not None, page.name
        twice = html + "<!-- </main -->"  # no end that is one: the whole page is parsed
        assert excerpt(twice.encode()) is None
        assert convert(twice) == convert(html)


def says_none(value: Any) -> bool:  # noqa: ANN401 - a field
    if isinstance(value, dict):
        return value.get("items") == [] and value["complete"] is True
    return bool(value == [])


markup = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\0<&"), max_size=12),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["i", "b", "em", "strong", "sub", "sup", "u", "mark", "span"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@given(markup)
def test_the_marked_up_twin_without_its_tags_is_the_text(inner: str) -> None:
    node = dom.find(dom.parse(f"<p>{inner}</p>"), "p")
    assert node is not None
    twin = inline_html(node.first_child)
    if twin is not None:
        again = dom.find(dom.parse(f"<p>{twin}</p>"), "p")
        assert dom.text(again) == dom.text(node)
        assert twin == twin.strip()
    assert "  " not in (twin or "")
