"""The page about a page: what it marks, what it says is unread, and that it is harmless."""

import re
from pathlib import Path

import pytest

from scraper.errors import NotAnArticle
from scraper.inspection import inspect, share
from scraper.inspection.drawing import Pen
from scraper.inspection.known import LABELS, PLACES, Known
from scraper.inspection.marks import Marks
from scraper.inspection.view import draw
from scraper.layout import Layout
from scraper.provenance import Printed
from tests.jsonl import HOSTILE
from tests.pairs import SAMPLES, corpus_pairs, pairs

PLAIN = SAMPLES / "modern" / "plain-abstract.html"
LEAST = 99.0
"""Percent of the content's letters that a field took or a table knows."""
LEAST_OF_OTHERS = 95.0
LEAST_OF_RENDERINGS = 85.0
"""Likewise of real renderings, the worst of which prints affiliations that its record leaves out."""

ADDED = """<div class="novelty" id="novelty"><h2 class="title">Lay assessment</h2>
<p>Nobody ever read this sentence of the shore.</p></div>"""


@pytest.mark.parametrize(
    "page", [*pairs(SAMPLES / "modern"), *corpus_pairs("modern")], ids=lambda page: page.stem
)
def test_nearly_all_of_a_modern_page_is_read(page: Path) -> None:
    assert share(page.read_bytes()).percent >= LEAST


@pytest.mark.parametrize(
    "page",
    [*pairs(SAMPLES / "legacy"), *pairs(SAMPLES / "text"), *corpus_pairs("legacy")],
    ids=lambda page: page.stem,
)
def test_most_of_other_pages_is_read(page: Path) -> None:
    assert share(page.read_bytes()).percent >= LEAST_OF_OTHERS


@pytest.mark.parametrize("page", corpus_pairs("text", "text-browser"))
def test_most_of_real_renderings_is_read(page: Path) -> None:
    assert share(page.read_bytes()).percent >= LEAST_OF_RENDERINGS


def test_a_new_section_is_unread_and_warned_of() -> None:
    page = PLAIN.read_text().replace("</main>", f"{ADDED}</main>")
    assert page != PLAIN.read_text()
    html = inspect(page, "new.html").decode()
    for text in ("Lay assessment", "Nobody ever read this sentence of the shore."):
        assert f'<mark class="unread" title="no field took this"><bdi>{text}</bdi></mark>' in html
    assert "unknown_section" in html
    assert share(page).percent < 100 == share(PLAIN.read_bytes()).percent


def test_a_field_and_its_region_have_one_number() -> None:
    html = inspect(PLAIN.read_bytes(), "plain.html").decode()
    row = re.search(r'data-f="(\d+)" data-path="title" data-where="([^"]*)"', html)
    assert row
    assert re.search(rf'<mark data-f="(?:\d+ )*{row[1]}(?: \d+)*">', html)
    assert row[2] == "#full-view-heading &gt; h1"


def test_what_is_dropped_stands_in_a_band_with_its_rule() -> None:
    html = inspect(PLAIN.read_bytes(), "plain.html").decode()
    assert "<summary>Dropped: the doubled short heading</summary>" in html
    assert "<code>#short-view-heading</code>" in html
    assert "<summary>Above the article:" in html
    text = inspect((SAMPLES / "text" / "review-cited-by.txt").read_bytes(), "r").decode()
    assert "<summary>Dropped: above the article</summary>" in text
    assert "<summary>Dropped: boilerplate line</summary>" in text


@pytest.mark.parametrize("said", HOSTILE)
def test_a_hostile_page_is_text_only(said: str) -> None:
    dangerous = (
        f"{said}<a href='javascript:window.harmed = 1' onclick='window.harmed = 1'>link</a>"
        "<iframe src='https://made.example/'></iframe><object data='x'></object>"
        "<form action='https://made.example/'><input autofocus onfocus='window.harmed = 1'></form>"
        "<div style='position:fixed' class='card' id='record' data-f='1'>over all</div>"
    )
    page = PLAIN.read_text().replace("</main>", f"<div>{dangerous}</div></main>")
    html = inspect(page, said).decode()
    main = html[html.index('id="content"') : html.index('id="record"')]
    allowed = r"</?(?:div|mark|bdi|details|summary|b|i|u|sub|sup|code|span|section)\b[^<>]*>|<br>"
    assert "<" not in re.sub(allowed, "", main).removesuffix(
        '<section class="card record" aria-label="The record" '
    )
    assert not re.search(r"\s(?:href|src|on\w+|style|action)=", main)
    assert html.count("<script") == 1


def test_long_lists_are_folded_and_depth_is_bounded() -> None:
    entries = "".join(f"<li>entry {number}</li>" for number in range(40))
    deep = "<div>" * 300 + "down" + "</div>" * 300
    page = PLAIN.read_text().replace("</main>", f"<ul>{entries}</ul>{deep}</main>")
    html = inspect(page, "long.html").decode()
    assert "<summary>28 more</summary>" in html
    assert "down" in html
    assert html.count('<div class="block">') < 300


def test_formats_that_name_their_fields_are_refused() -> None:
    record = (SAMPLES / "xml" / "two.xml").read_text()
    one = re.sub(r"(</PubmedArticle>).*(</PubmedArticleSet>)", r"\1\2", record, flags=re.DOTALL)
    with pytest.raises(NotAnArticle, match="names each of its fields itself"):
        inspect(one, "one.xml")


def test_known_labels() -> None:
    known = Known({"journal": {"medline_ta": "Tide Notes"}, "year": 2020})
    for text in (
        "PMID:",
        "[Indexed for MEDLINE]",
        "Tide Notes. 2020. PMID:",
        " ; ",
        "1, 2",
        "Abstract",
    ):
        assert text in known
    for text in ("Tide Notes again", "PMID of another", "Lay assessment"):
        assert text not in known
    assert all(LABELS.values())
    assert all(PLACES.values())


def test_a_page_cut_to_its_main_part_has_nothing_around_it() -> None:
    page = PLAIN.read_text()
    main = page[page.index("<main") : page.index("</main>") + len("</main>")]
    html = inspect(f"<!DOCTYPE html><html><body>{main}</body></html>", "main.html").decode()
    assert "Above the article" not in html
    assert "Below the article" not in html


def test_a_layout_without_a_drawing_is_a_fault() -> None:
    with pytest.raises(NotImplementedError):
        draw(Layout(), Pen(Printed(), Marks({}), Known({})))
