"""MEDLINE text against our own reader and Biopython's."""

import pytest

import scraper
from scraper.errors import NoReference
from scraper.model import Article
from scraper.references import nbib
from tests.references.nbib_reading import biopython, carried, found, wanted_by_biopython
from tests.references.records import corpus, drawn, samples


def holds(article: Article) -> None:
    if article.pmid is None:
        with pytest.raises(NoReference, match="no PMID"):
            nbib(article)
        return
    text = nbib(article)
    wanted = carried(article)
    read = carried(found(text))
    if article.citation is None:
        del wanted["citation"], read["citation"]  # the source line is written from its parts
    assert read == wanted
    record, wanted_there = biopython(text), wanted_by_biopython(article)
    assert {tag: record.get(tag) for tag in wanted_there} == wanted_there


@pytest.mark.parametrize("article", [*samples(), *corpus()])
def test_every_field_of_the_table_survives(article: Article) -> None:
    holds(article)


@pytest.mark.parametrize("layout", ["modern", "legacy", "text"])
def test_drawn_articles(layout: str) -> None:
    articles = [article for article in drawn(layout) if article.pmid]
    for article in articles:
        holds(article)
    assert len(scraper.records("\n".join(map(nbib, articles)))) == len(articles)
