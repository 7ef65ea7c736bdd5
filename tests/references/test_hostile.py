"""Values that look like the format around them, and authors without end."""

import attrs
from hypothesis import given

from scraper.model import Article, Author, Date, Page
from scraper.references import bibtex, csl_json, nbib, ris
from scraper.references.keys import key
from scraper.references.lines import one_line
from tests.references import bibtex_reading, csl_reading, nbib_reading, ris_reading
from tests.references.hostile import STEADY, articles


@STEADY
@given(articles())
def test_ris(article: Article) -> None:
    assert ris(article) == ris(one_line(article))
    assert ris_reading.found(ris(article)) == ris_reading.wanted(one_line(article))


@STEADY
@given(articles())
def test_bibtex(article: Article) -> None:
    assert bibtex(article) == bibtex(one_line(article))
    assert bibtex_reading.found(bibtex(article)) == bibtex_reading.wanted(
        one_line(article), key(article)
    )


@STEADY
@given(articles())
def test_csl_json(article: Article) -> None:
    said = csl_json(one_line(article))
    assert "\n" not in said
    assert csl_reading.found(said) == csl_reading.wanted(one_line(article), key(article))
    assert csl_json(article) == said


@STEADY
@given(articles())
def test_nbib(article: Article) -> None:
    assert nbib(article) == nbib(one_line(article))
    record = nbib_reading.biopython(nbib(article))
    wanted = nbib_reading.wanted_by_biopython(one_line(article))
    assert {tag: record.get(tag) for tag in wanted} == wanted
    read, there = nbib_reading.found(nbib(article)), one_line(article)
    assert (read.title, read.abstract) == (nbib_reading.bare(there.title), there.abstract)
    assert (read.volume, read.pages) == (there.volume, there.pages)
    assert [grant.raw for grant in read.grants or ()] == [said.raw for said in there.grants or ()]


def test_what_points_nowhere_is_left_out() -> None:
    author = Author(name="Roe J", last_name="Roe", initials="J", affiliations=(1, -1, 0))
    date = Date(raw="2020-13", year=2020, month=13, iso="2020-13")
    article = Article(
        kind="book",
        pmid="12",
        title="Mud",
        authors=(author,),
        affiliations=("Mud Institute.",),
        pub_date=date,
        page=Page(layout="modern"),
    )
    assert nbib(article) == (
        "PMID- 12\nDP  - 2020\nTI  - Mud.\nAU  - Roe J\nAD  - Mud Institute.\nSO  - 2020.\n"
    )
    assert "month" not in bibtex(article)


def test_three_hundred_authors() -> None:
    many = tuple(
        Author(name=f"Ann Brook{at}", last_name=f"Brook{at}", fore_name="Ann", initials="A")
        for at in range(300)
    )
    article = Article(pmid="12", authors=many, citation="2020 Jan.", page=Page(layout="modern"))
    assert len(ris_reading.found(ris(article))["authors"]) == 300
    assert len(bibtex_reading.found(bibtex(article))["author"]) == 300
    assert len(csl_reading.found(csl_json(article))["author"]) == 300
    read = nbib_reading.found(nbib(article))
    assert read.authors == tuple(attrs.evolve(said, name=f"{said.last_name}, Ann") for said in many)
