"""The stripper leaves the article and drops the rest."""

import re
from pathlib import Path

import pytest

import scraper
from scraper.boilerplate import NOISE
from tests import markup
from tests.pairs import CORPUS, NO_CORPUS, SAMPLES, converted, pairs

BOILERPLATE = (
    "official website",
    "Access keys",
    "MyNCBI",
    "Skip to main page content",
    "Search in PubMed",
    "Add to Search",
    "Show all",
    "See all",
    "Web Policies",
    "Display options",
    "Page navigation",
    "Expand",
    "Clipboard",
)


@pytest.mark.parametrize("page", pairs(SAMPLES / "modern"), ids=lambda page: page.name)
def test_text_form_is_the_article_and_only_that(page: Path) -> None:
    text = scraper.strip(page.read_bytes(), as_="text")
    record = converted(page)
    assert f"# {record['title']}\n" in text
    for section in record["abstract_sections"]:
        assert section["text"] in text
    for item in record["cited_by"]["items"]:
        assert f"PMID: {item['pmid']}" in text
    for phrase in BOILERPLATE:
        assert phrase not in text
    assert text.count(record["title"]) == 1 or record["title"] in (record["abstract"] or "")
    assert "\n\n\n" not in text


@pytest.mark.parametrize("page", pairs(SAMPLES / "modern"), ids=lambda page: page.name)
def test_html_form_still_gives_the_article(page: Path) -> None:
    html = scraper.strip(page.read_bytes())
    again = scraper.convert(html)
    record = converted(page)
    assert (again.pmid, again.title, again.abstract) == (
        record["pmid"],
        record["title"],
        record["abstract"],
    )
    assert again.mesh_headings == scraper.convert(page.read_bytes()).mesh_headings
    for phrase in ("<script", "<button", "data-ga", 'id="short-view-heading"', *BOILERPLATE):
        assert phrase not in html


@pytest.mark.parametrize("selector", NOISE)
def test_every_rule_drops_something(selector: str) -> None:
    tag = re.match(r"\w*", selector)
    assert tag is not None
    name = tag[0] or "div"
    ident = "".join(re.findall(r"#([\w-]+)", selector))
    classes = " ".join(re.findall(r"\.([\w-]+)", selector))
    element = f'<{name} id="{ident}" class="{classes}">NOISE</{name}>'
    assert "NOISE" not in scraper.strip(markup.page(f"<div>{element}</div>"))


def test_lists_and_headings_of_the_text_form() -> None:
    body = (
        "<h2 class=title>References</h2><ol><li>One<p>more of it</p></li><li>Two <b>bold</b></li></ol>"
        "loose words<br>next line<!-- no --><h3>Sub</h3><p>End."
    )
    text = scraper.strip(markup.page(body), as_="text")
    assert text.endswith(
        "## References\n\n- One\n  more of it\n- Two bold\n\nloose words\n\nnext line\n\n### Sub\n\nEnd.\n"
    )


@pytest.mark.parametrize("page", pairs(SAMPLES / "text"), ids=lambda page: page.name)
def test_a_rendering_keeps_the_articles_lines_as_they_are(page: Path) -> None:
    text = page.read_bytes().decode()
    stripped = scraper.strip(text)
    left = text.splitlines()
    for line in stripped.splitlines():
        while left and left[0] != line:
            left.pop(0)
        assert left, line
    assert converted(page)["title"] in stripped
    for phrase in ("official website", "Access keys", "Skip to main", "The .gov means"):
        assert phrase not in stripped


def test_the_users_sample_loses_boilerplate_only() -> None:
    if not CORPUS.is_dir():
        pytest.skip(NO_CORPUS)
    text = (CORPUS / "text" / "hepatic-metastases.txt").read_text()
    banner, _, article = text.partition("Main Navigation\n")
    stripped = scraper.strip(text)
    assert not {line for line in banner.splitlines() if line} & set(stripped.splitlines())
    kept = stripped.splitlines()
    assert [line for line in article.splitlines() if line not in kept] == []


def test_a_page_that_is_no_article_is_refused() -> None:
    page = "<html><title>Elsewhere</title>"
    with pytest.raises(scraper.NotPubMed):
        scraper.strip(page)
