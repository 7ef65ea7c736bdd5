"""BibTeX against pybtex and pylatexenc."""

import pytest
from hypothesis import given
from pybtex.bibtex.utils import change_case
from pybtex.database import parse_string

from scraper.model import Article, Author, Page
from scraper.references import bibtex, latex
from scraper.references.keys import key
from tests.references.bibtex_reading import found, plain, wanted
from tests.references.hostile import STEADY, titles
from tests.references.records import corpus, drawn, samples


def holds(article: Article) -> None:
    assert found(bibtex(article)) == wanted(article, key(article))


@pytest.mark.parametrize("article", [*samples(), *corpus()])
def test_every_field_of_the_table_survives(article: Article) -> None:
    holds(article)


@pytest.mark.parametrize("layout", ["modern", "legacy", "text"])
def test_drawn_articles(layout: str) -> None:
    articles = drawn(layout)
    for article in articles:
        holds(article)
    keys = [f"{at}-{key(article)}" for at, article in enumerate(articles)]
    written = "\n".join(map(bibtex, articles, keys))
    assert list(parse_string(written, "bibtex").entries) == keys


@pytest.mark.parametrize("article", [*samples(), *corpus()])
def test_capitals_survive_a_style_that_writes_titles_small(article: Article) -> None:
    title = latex.title(article.title or "", article.title_html)
    assert plain(change_case(title, "t")) == (article.title or "")


@STEADY
@given(titles())
def test_any_capitals(drawn_title: tuple[str, str | None]) -> None:
    text, markup = drawn_title
    assert plain(change_case(latex.title(text, markup), "t")) == text


@pytest.mark.parametrize(
    ("text", "markup", "wanted"),
    [
        ("Mud and DNA", None, "Mud and {DNA}"),
        ("Mud: Clay and Silt", None, "Mud: Clay and {Silt}"),
        ("[Mud and clay]", None, "[{Mud} and clay]"),
        ("mRNA of R&D", None, "{mRNA} of {R\\&D}"),
        ("H2O > 3", "H<sub>2</sub>O &gt; 3", "H\\textsubscript{2}{O} {\\textgreater} 3"),
        ("a{b", None, "a{\\textbraceleft}b"),
        ("% OF", "<i>% OF</i>", "\\textit{{}\\% OF}"),
        ("mud", "<b><i>mu</i>d</b>", "\\textbf{\\textit{mu}d}"),
        ("mud", "mud</i>", "mud"),
        ("mud", "<b>mud", "mud"),
        ("mud", "<b><i>mud</b></i>", "mud"),
    ],
)
def test_title(text: str, markup: str | None, wanted: str) -> None:
    assert latex.title(text, markup) == wanted


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("Vale", "Ann", None, None), "Vale, Ann"),
        (("Vale", None, "AB", "Jr"), "Vale, Jr, A B"),
        (("de la Vale", "Ann", None, None), "de la Vale, Ann"),
        (("Lopez y Vale", "Ann", None, None), "{Lopez y Vale}, Ann"),
        (("De Silva", None, None, None), "{De Silva}"),
        (("Vale", None, None, "Jr"), "Vale, Jr, "),
        (("Vale and", "Ann, B", None, None), "{Vale and}, {Ann, B}"),
        (("x_y Vale", "Ann", None, None), "{x\\_y Vale}, Ann"),
        (("sur and Vale", "Ann", None, None), "{sur and Vale}, Ann"),
        (("de, la Vale", "Ann", None, None), "{de, la Vale}, Ann"),
    ],
)
def test_name(parts: tuple[str | None, ...], wanted: str) -> None:
    last, fore, initials, suffix = parts
    author = Author(name="x", last_name=last, fore_name=fore, initials=initials, suffix=suffix)
    written = bibtex(Article(pmid="12", authors=(author,), page=Page(layout="modern")))
    assert f"  author = {{{wanted}}},\n" in written


def test_braces_in_an_address_are_written_out() -> None:
    article = Article(doi="10.5555/a{b", page=Page(layout="modern", url="https://x.example/{"))
    assert "  doi = {10.5555/a%7Bb},\n" in bibtex(article)
    assert "  url = {https://x.example/%7B},\n" in bibtex(article)
