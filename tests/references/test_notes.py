"""What a reference says beside its fields."""

from scraper.model import Article, LinkedArticle, Notice, Page
from scraper.references import notes


def test_a_notice_that_names_nothing_is_none() -> None:
    said = [
        Notice(ref_type="ErratumIn", article=LinkedArticle()),
        Notice(ref_type="ErratumIn", article=LinkedArticle(pmid="12")),
        Notice(ref_type="See also", article=LinkedArticle(citation="J Mud. 2020;1:2.")),
    ]
    article = Article(comments_corrections=tuple(said), page=Page(layout="modern"))
    assert list(notes.notices(article)) == [
        "Erratum in: PMID: 12",
        "See also: J Mud. 2020;1:2.",
    ]


def test_the_address() -> None:
    page = Page(layout="text", url="https://x.example/")
    assert notes.url(Article(page=page)) == "https://x.example/"
    assert notes.url(Article(pmid="12", page=page)) == "https://pubmed.ncbi.nlm.nih.gov/12/"
    assert notes.url(Article(page=Page(layout="text"))) is None
