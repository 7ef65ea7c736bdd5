"""What is parsed of a modern page gives the record of the whole page; in doubt all is parsed."""

import codecs

import attrs
import pytest

import scraper
from scraper import modern
from scraper.excerpt import excerpt, without_menus
from tests import markup
from tests.pairs import SAMPLES, pairs

PAGE = (
    markup.page('<div class="abstract"><p>Text.</p></div>', head="<style>a{}</style>")
    .replace(
        "<body>",
        '<body><noscript>on</noscript><div class="full-text-links-list"><a href="/1">F</a></div>',
    )
    .encode()
)
APART = (
    *("<script>", "<STYLE>", "<textarea>", "<template>", "<noscript>", "<title>", "<iframe>"),
    *("<select>", "<xmp>", "<plaintext>", "<svg>", "<math>", "<table>", "<!-- ", "<main>"),
)
PLACES = (b"<meta", b"<noscript>", b"</body>", b"<main", b'<h1 class="heading-title"> ')
WHOLE = (b"</head>", b"</main>", b'<main class="article-details"')


def test_head_links_and_main_are_kept() -> None:
    found = excerpt(PAGE)
    assert found is not None
    assert b"noscript" not in found.html
    assert b"short-view" not in found.html
    assert b'<a href="/1">F</a>' in found.html
    assert scraper.convert(PAGE).full_text_links == scraper.convert(found.html).full_text_links


@pytest.mark.parametrize("opener", APART)
@pytest.mark.parametrize(
    "place", [b'<div class="full-text', b"<main", b'<h1 class="heading-title"> ']
)
def test_what_is_open_where_a_part_begins_is_a_doubt(opener: str, place: bytes) -> None:
    assert excerpt(PAGE.replace(place, opener.encode() + place, 1)) is None
    if opener not in {"<plaintext>", "<main>"}:
        closed = opener + (" -->" if opener == "<!-- " else opener.replace("<", "</").lower())
        if opener != "<STYLE>":  # its end is sought in the same case
            assert excerpt(PAGE.replace(place, closed.encode() + place, 1)) is not None


@pytest.mark.parametrize("part", WHOLE)
def test_a_page_without_one_of_its_parts_is_a_doubt(part: bytes) -> None:
    assert excerpt(PAGE.replace(part, b"<div>")) is None


def test_a_comment_may_be_empty_at_once() -> None:
    assert excerpt(PAGE.replace(b"<main", b"<!--><main")) is not None


def test_a_short_view_that_does_not_end_is_kept() -> None:
    found = excerpt(PAGE.replace(b"</header>", b""))
    assert found is not None
    assert b"short-view" in found.html


@pytest.mark.parametrize("opener", APART)
@pytest.mark.parametrize("place", PLACES)
def test_the_record_is_that_of_the_whole_page(
    opener: str, place: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PAGE.replace(place, opener.encode() + place, 1)
    found = _record(page)
    monkeypatch.setattr(modern, "excerpt", lambda _: None)
    assert found == _record(page)


def _record(page: bytes) -> scraper.Article | str:
    try:
        return scraper.convert(page)
    except scraper.ScraperError as error:
        return error.code


MENU = (
    b'<div id="keyword-actions-mesh-terms-0" class="dropdown" hidden><div class="title">Actions</div>'
    b'<div class="content"><ul class="links"><li><a href="/?term=a">Search in PubMed</a></li></ul></div></div>'
)
TERMS = (
    b'<div class="keywords-section"><h2 class="title">MeSH terms</h2><ul><li><div><button '
    b'class="keyword-actions-trigger">Rivers</button>' + MENU + b"</div></li></ul></div></main>"
)


@pytest.mark.parametrize("damage", ["", "<!-- </main -->"])  # the excerpt, the whole page
def test_menus_behind_terms_are_not_parsed(damage: str) -> None:
    page = PAGE.replace(b"</main>", TERMS) + damage.encode()
    article = scraper.convert(page)
    assert [heading.descriptor_name for heading in article.mesh_headings or ()] == ["Rivers"]
    assert MENU not in without_menus(page)
    assert article == scraper.convert(page.replace(MENU, b""))


@pytest.mark.parametrize(
    "other",
    [
        MENU.replace(b"<ul", b"<p>Text</p><ul"),
        MENU.replace(b"</ul>", b"<li>Text</li></ul>"),
        MENU.replace(b"</ul></div>", b"</ul>Text</div>"),
    ],
)
def test_what_holds_more_than_links_is_no_menu(other: bytes) -> None:
    page = PAGE.replace(b"</main>", TERMS.replace(MENU, other))
    assert without_menus(page) == page


@pytest.mark.parametrize("name", [page.name for page in pairs(SAMPLES / "modern")])
def test_menus_give_no_value(name: str) -> None:
    html = (SAMPLES / "modern" / name).read_bytes()
    kept = html.replace(b"</button><div", b"</button> <div")
    assert without_menus(kept) == kept
    assert scraper.convert(kept) == scraper.convert(html)


def test_text_and_bytes_in_any_encoding_give_the_same_record() -> None:
    page = PAGE.decode().replace("A title", "Ärzte")
    article = scraper.convert(page)
    coded = (codecs.BOM_UTF8 + page.encode(), page.encode("utf-16"), page.encode("cp1252"))
    for data in (page.encode(), *coded):
        found = scraper.convert(data, charset="cp1252")
        assert attrs.evolve(found, page=article.page) == article


def test_a_main_part_without_a_title_is_no_article() -> None:
    with pytest.raises(scraper.Unreadable):
        scraper.convert(PAGE.replace(b"heading-title", b"x"))
