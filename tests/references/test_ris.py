"""RIS against rispy."""

import pytest

from scraper.model import Article
from scraper.references import ris
from tests.references.records import corpus, drawn, samples
from tests.references.ris_reading import found, read, wanted


def holds(article: Article) -> None:
    assert found(ris(article)) == wanted(article)


@pytest.mark.parametrize("article", [*samples(), *corpus()])
def test_every_field_of_the_table_survives(article: Article) -> None:
    holds(article)


@pytest.mark.parametrize("layout", ["modern", "legacy", "text"])
def test_drawn_articles(layout: str) -> None:
    articles = drawn(layout)
    for article in articles:
        holds(article)
    assert len(read("\n".join(map(ris, articles)))) == len(articles)
