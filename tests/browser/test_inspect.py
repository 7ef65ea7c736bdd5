"""The page of ``inspect`` in Chromium: quiet, harmless, and pointing lights both sides."""

from pathlib import Path

import pytest

from scraper.inspection import inspect
from tests.browser.conftest import Opener
from tests.browser.pixels import lines
from tests.jsonl import HOSTILE
from tests.pairs import SAMPLES, corpus_pairs, pairs

pytestmark = pytest.mark.xdist_group("browser")

PLAIN = SAMPLES / "modern" / "structured-abstract.html"
LAYOUTS = [PLAIN, SAMPLES / "legacy" / "full-2017.html", SAMPLES / "text" / "review-cited-by.txt"]


def is_one(path: Path) -> bool:
    """Tell whether a page is that of one article, in HTML or as a text rendering."""
    return path.parent.name in {"modern", "legacy", "text"}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_it_opens_quietly_and_shows_something(
    opened: Opener, path: Path, width: int, *, dark: bool
) -> None:
    page = opened(inspect(path.read_bytes(), path.name), width=width, dark=dark).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert lines(page.screenshot()) > 300


@pytest.mark.parametrize(
    "path",
    [
        *(pytest.param(path, id=path.name) for path in pairs(SAMPLES) if is_one(path)),
        *corpus_pairs("modern", "legacy", "text", "text-browser"),
    ],
)
def test_every_page_opens_quietly(opened: Opener, path: Path) -> None:
    page = opened(inspect(path.read_bytes(), path.name), width=390).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_pointing_at_a_field_lights_its_region_and_the_other_way_round(opened: Opener) -> None:
    page = opened(inspect(PLAIN.read_bytes(), PLAIN.name)).page
    page.hover("[data-path='title']")
    title = page.locator("#content mark.lit")
    assert title.inner_text().startswith("Evening saline gargle")
    assert page.inner_text("#pointed").startswith("title")
    page.hover("h1")
    assert title.count() == 0
    page.hover("#content mark >> text=Emeka D Nwosu")
    paths = page.locator(".row.lit").evaluate_all("rows => rows.map((row) => row.dataset.path)")
    assert "authors[1].name" in paths
    assert not any(path.startswith("authors[0]") for path in paths)


def test_an_abstract_lights_all_of_its_sections(opened: Opener) -> None:
    page = opened(inspect(PLAIN.read_bytes(), PLAIN.name)).page
    page.click("[data-path='abstract']")
    assert page.locator("#content mark.lit").count() >= 6


def test_the_keyboard_is_enough(opened: Opener) -> None:
    page = opened(inspect(PLAIN.read_bytes(), PLAIN.name)).page
    page.focus("#content mark[tabindex='0']")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".row.lit").count() > 0
    page.keyboard.press("Enter")
    page.focus("[data-path='pmid']")
    assert page.inner_text("#content mark.lit") == "90200002"
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0


def test_a_field_in_a_fold_is_unfolded(opened: Opener) -> None:
    page = opened(inspect(PLAIN.read_bytes(), PLAIN.name)).page
    assert not page.locator("#content details.band").first.get_attribute("open")
    page.click("[data-path='full_text_links[0].provider']")
    page.locator("#content mark.lit").first.wait_for(state="visible")


def test_an_unread_text_is_led_to(opened: Opener) -> None:
    new = "<div><h2 class='title'>News</h2><p>Nobody reads this.</p></div></main>"
    page = opened(inspect(PLAIN.read_text().replace("</main>", new), PLAIN.name), width=390).page
    page.click("button >> text=Nobody reads this.")
    place = page.locator("mark.unread >> text=Nobody reads this.").bounding_box()
    assert place
    assert 0 < place["y"] < 900


def test_hostile_words_stay_words(opened: Opener) -> None:
    words = "".join(HOSTILE)
    page = opened(inspect(PLAIN.read_text().replace("</main>", f"{words}</main>"), words))
    assert page.harmed() is None


def test_it_prints_without_what_only_a_screen_needs(opened: Opener) -> None:
    page = opened(inspect(PLAIN.read_bytes(), PLAIN.name)).page
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('#content')).maxHeight") == "none"
    assert not page.is_visible(".jump")
