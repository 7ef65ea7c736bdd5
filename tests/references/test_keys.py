"""Citation keys."""

import pytest

from scraper.model import Article, Author, Date, Page
from scraper.references.keys import Keys, key

PAGE = Page(layout="modern")
DATE = Date(raw="2020 Jan", year=2020, month=1, iso="2020-01")


def person(name: str) -> Author:
    return Author(name=name, last_name=name)


@pytest.mark.parametrize(
    ("article", "wanted"),
    [
        (Article(pmid="12", authors=(person("O'Brook-Ålund"),), pub_date=DATE, page=PAGE), "obrookalund2020-12"),
        (Article(pmid="12", authors=(person("Þórsson Łuß"),), page=PAGE), "thorssonluss-12"),
        (Article(pmid="12", authors=(person("王"),), pub_date=DATE, page=PAGE), "anon2020-12"),
        (Article(pmid="12", authors=(), page=PAGE), "anon-12"),
        (Article(bookaccession="NBK7", doi="10.1/x", page=PAGE), "anon-NBK7"),
        (Article(pmcid="PMC7", doi="10.1/x", page=PAGE), "anon-PMC7"),
        (Article(doi="10.5555/a(b)_c", page=PAGE), "anon-10.5555-a-b-c"),
        (Article(authors=(Author(name="G", collective_name="Mud, Group"),), doi="10.1/x", page=PAGE), "mudgroup-10.1-x"),
    ],
)  # fmt: skip
def test_key(article: Article, wanted: str) -> None:
    assert key(article) == wanted


def test_without_any_id_the_title_makes_the_key() -> None:
    mud, clay = (Article(title=title, page=PAGE) for title in ("Mud", "Clay"))
    assert key(mud) == key(Article(title="Mud", abstract="Wet.", page=PAGE))
    assert key(mud) != key(clay)


def test_each_key_stands_once_in_a_file() -> None:
    keys, article = Keys(), Article(pmid="12", page=PAGE)
    assert [keys.of(article), keys.of(Article(pmid="13", page=PAGE)), keys.of(article)] == [
        "anon-12",
        "anon-13",
        "anon-12-2",
    ]
