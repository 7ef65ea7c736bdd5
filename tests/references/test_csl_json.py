"""CSL-JSON against its schema; and a processor that sets a reference."""

import pytest

from scraper.model import Article
from scraper.references import csl_json
from scraper.references.keys import key
from tests.references.csl_reading import found, read, wanted
from tests.references.records import corpus, drawn, samples


def holds(article: Article) -> None:
    assert found(csl_json(article)) == wanted(article, key(article))


@pytest.mark.parametrize("article", [*samples(), *corpus()])
def test_every_variable_of_the_table_survives(article: Article) -> None:
    holds(article)


@pytest.mark.parametrize("layout", ["modern", "legacy", "text"])
def test_drawn_articles(layout: str) -> None:
    articles = drawn(layout)
    for article in articles:
        holds(article)
    assert len(read("[" + ",".join(map(csl_json, articles)) + "]")) == len(articles)
