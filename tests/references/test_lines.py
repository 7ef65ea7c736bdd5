"""Every text of a record on one line."""

from scraper.model import Article, Author, Page
from scraper.references.lines import one_line


def test_texts_of_any_depth() -> None:
    author = Author(name="Ann\nBrook", affiliations=(0,))
    article = Article(
        title=" a\n b", authors=(author,), affiliations=("x\ty",), page=Page(layout="text")
    )
    found = one_line(article)
    assert (found.title, found.affiliations) == ("a b", ("x y",))
    assert found.authors == (Author(name="Ann Brook", affiliations=(0,)),)
    assert found.page == article.page
