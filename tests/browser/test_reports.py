"""The pages of ``summary`` and ``graph`` in Chromium: quiet, harmless, and of use."""

import re
from collections.abc import Callable

import pytest

from scraper.graph.drawing import page as drawing
from scraper.printable import shown
from scraper.summary import page as summary
from tests.browser.conftest import Opener
from tests.browser.pixels import lines
from tests.jsonl import HOSTILE, Record, hostile, network, samples, tally

pytestmark = pytest.mark.xdist_group("browser")

Make = Callable[[list[Record]], bytes]

TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the text behind them, past the end of its element."""
PLACES = ("https://pubmed.ncbi.nlm.nih.gov/", "https://doi.org/")
MANY: list[Record] = [
    {
        "pmid": str(number),
        "title": f"Study {number} of {'bread' if number % 2 else 'snails'}",
        "pub_date": {"year": 1900 + number},
        "journal": {"medline_ta": "Tide Notes"},
        "retracted": number == 7,
    }
    for number in range(1, 121)
]


def summary_of(records: list[Record]) -> bytes:
    return summary(tally(records), "records.jsonl")


def drawing_of(records: list[Record]) -> bytes:
    return drawing(network(records), "records.jsonl")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("make", [summary_of, drawing_of])
def test_a_page_opens_quietly_and_shows_something(
    opened: Opener,
    make: Make,
    width: int,
    *,
    dark: bool,
) -> None:
    page = opened(make(samples()), width=width, dark=dark).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert lines(page.screenshot()) > 300
    chart = page.locator("figure svg:visible, #network").first
    assert lines(chart.screenshot()) > 50
    red, green, blue = map(
        int, re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))
    )
    assert (red + green + blue < 200) is dark


@pytest.mark.parametrize("make", [summary_of, drawing_of])
def test_a_page_without_records(opened: Opener, make: Make) -> None:
    assert "records.jsonl" in opened(make([])).page.inner_text("body")


@pytest.mark.parametrize("make", [summary_of, drawing_of])
def test_hostile_words_do_nothing(opened: Opener, make: Make) -> None:
    it = opened(make(list(hostile())))
    page = it.page
    for dot in page.locator("#network a").all():
        dot.dispatch_event("pointerenter")
        dot.focus()
    assert it.harmed() is None
    assert page.locator("img").count() == 0
    links = page.eval_on_selector_all("a", "all => all.map(it => it.href.baseVal ?? it.href)")
    elsewhere = [link for link in links if not link.startswith(PLACES)]
    assert elsewhere == [f"{it.address}#list"] * (make is drawing_of)
    isolated = "all => all.every(one => getComputedStyle(one).unicodeBidi === 'isolate')"
    assert page.eval_on_selector_all("bdi", isolated)
    words = page.locator("bdi").all_text_contents()
    assert {title for title in map(shown, HOSTILE) if title not in words} == set()
    assert not TURNING.intersection(page.content())


def test_the_table_is_searched_sorted_and_shown_in_parts(opened: Opener) -> None:
    page = opened(summary_of(MANY)).page
    rows, found = page.locator("#articles tbody tr"), page.locator("#found")
    assert (rows.count(), found.inner_text()) == (100, "120 articles")
    assert rows.first.inner_text().startswith("120\t")
    page.get_by_role("button", name="Show more").click()
    assert rows.count() == 120
    assert page.evaluate("document.activeElement.textContent") == "20"
    page.get_by_role("searchbox").fill("BREAD  study 11")
    assert rows.all_inner_texts()[0].startswith("119\tStudy 119 of bread\t2019\tTide Notes")
    assert found.inner_text() == "6 of 120 articles"
    page.get_by_label("from year").fill("1912")
    page.get_by_label("to year").fill("2015")
    assert [text.split("\t")[0] for text in rows.all_inner_texts()] == ["115", "113", "111"]
    page.get_by_role("searchbox").fill("")
    page.get_by_label("from year").fill("")
    page.get_by_label("to year").fill("")
    page.get_by_label("retracted only").check()
    assert rows.all_inner_texts() == ["7\tStudy 7 of bread retracted\t1907\tTide Notes\t"]
    assert rows.locator("a").get_attribute("href") == "https://pubmed.ncbi.nlm.nih.gov/7/"


def test_the_table_is_sorted_by_keyboard(opened: Opener) -> None:
    page = opened(summary_of(MANY)).page
    first = page.locator("#articles tbody tr").first
    page.locator("#retracted").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert first.inner_text().startswith("1\t")
    assert page.locator("th").first.get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert first.inner_text().startswith("120\t")
    page.get_by_role("button", name="Title").click()
    assert "Study 1 of bread" in first.inner_text()


def test_pointing_at_an_article_tells_of_it(opened: Opener) -> None:
    page = opened(
        drawing_of(
            [
                {"pmid": "1", "title": "On rivers", "references": {"items": [{"pmid": "2"}]}},
                {"pmid": "3"},
            ]
        )
    ).page
    said = page.locator("#pointed")
    hint = said.inner_text()
    rivers = page.locator('#network a[href$="/1/"]')
    rivers.hover()
    assert said.inner_text() == "On rivers"
    assert page.locator("#network .near").count() == 3  # it, its edge, the other end
    page.mouse.move(2, 2)
    assert said.inner_text() == hint
    rivers.focus()
    assert said.inner_text() == "On rivers"
    rivers.evaluate("it => it.blur()")
    assert said.inner_text() == hint
    page.get_by_label("cites").uncheck()
    assert not page.locator(".lines path").is_visible()


def test_a_click_opens_the_article_and_dragging_does_not(opened: Opener) -> None:
    it = opened(drawing_of([{"pmid": "1", "references": {"items": [{"pmid": "2"}]}}]))
    page = it.page
    page.route("https://**", lambda route: route.fulfill(body="the article"))
    dot = page.locator('#network a[href$="/1/"]')
    box = dot.bounding_box()
    assert box
    before = page.locator("#network").get_attribute("viewBox")
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 45, box["y"] + 25, steps=4)
    page.mouse.up()
    assert page.url == it.address
    assert page.locator("#network").get_attribute("viewBox") != before
    dot.click()
    page.wait_for_url("https://pubmed.ncbi.nlm.nih.gov/1/")
    assert set(it.faults) == {"https://pubmed.ncbi.nlm.nih.gov/1/"}
    it.faults.clear()


def test_the_drawing_is_zoomed(opened: Opener) -> None:
    page = opened(drawing_of(samples())).page
    network = page.locator("#network")

    def width() -> float:
        return float((network.get_attribute("viewBox") or "").split()[2])

    whole = width()
    page.get_by_role("button", name="Zoom in").click()
    assert width() == pytest.approx(whole / 1.4)
    page.get_by_role("button", name="Zoom out").click()
    assert width() == pytest.approx(whole, rel=0.01)
    network.hover()
    page.mouse.wheel(0, -400)
    page.wait_for_function(
        "w => +document.getElementById('network').getAttribute('viewBox').split(' ')[2] < w",
        arg=whole / 2,
    )
    page.get_by_role("button", name="Whole").click()
    assert width() == whole
