"""What is looked at in a record and its page."""

import pytest

from scraper import pipeline
from scraper.diagnosis import Observation, observe
from scraper.diagnosis.coverage import PATHS, carried
from scraper.diagnosis.observation import decode, lines
from scraper.errors import ScraperError
from scraper.layout import UnknownSection
from scraper.model import Article, Author, Date, Links, Listing, Page
from tests import markup
from tests.pairs import SAMPLES

NEWS = '<section id="news"><h2 class="title">News coverage</h2><p>Floods anew</p></section>'


def seen(page: str | bytes, *, text: bool = True) -> Observation:
    ((layout, record),) = pipeline.readings(page, source="a.html")
    return observe(layout, record, text=text)


def test_every_path_leads_somewhere() -> None:
    reached = {
        path
        for folder in ("modern", "legacy", "medline", "listing")
        for sample in sorted((SAMPLES / folder).iterdir())
        if sample.suffix in {".html", ".nbib"}
        for _, record in pipeline.readings(sample.read_bytes())
        for path in carried(record)
    }
    assert reached == {path for paths in PATHS.values() for path in paths}


def test_paths_stand_in_the_order_of_the_record() -> None:
    paths = PATHS[Article]
    assert paths[:3] == ("pmid", "pmcid", "doi")
    at = paths.index("authors")
    assert paths[at + 1 : at + 4] == (
        "authors[].last_name",
        "authors[].orcid",
        "authors[].affiliations",
    )
    assert paths[-1] == "page.url"
    assert {"kind", "warnings", "page"}.isdisjoint(paths)


def test_empty_is_no_value_and_false_is_one() -> None:
    none = Links(total=0, complete=True, source="page")
    article = Article(
        languages=(),
        retracted=False,
        authors=(Author(name="Ada Brook"), Author(name="B", orcid="0000-0001-0000-0000")),
        pub_date=Date(raw="2020 Spring", year=2020, iso="2020"),
        cited_by=none,
        similar_articles=Links(total=3, complete=False, source="text"),
        page=Page(layout="modern"),
    )
    found = list(carried(article))
    assert found == [
        "authors",
        "authors[].orcid",
        "pub_date",
        "retracted",
        "cited_by.total",
        "similar_articles",
    ]


def test_an_unknown_section_is_seen_once_with_its_heading_and_id() -> None:
    found = seen(markup.page(NEWS + NEWS + '<div><h2 class="title">Prizes</h2></div>'))
    assert found.unknown_sections == (
        UnknownSection("News coverage", "news"),
        UnknownSection("Prizes"),
    )
    assert (found.layout, found.source, found.warnings) == (
        "modern",
        "a.html",
        ("unknown_section",),
    )


def test_a_long_heading_or_id_is_cut() -> None:
    found = seen(markup.page(f'<div id="{"y" * 99}"><h2 class="title">{"x" * 99}</h2></div>'))
    assert found.unknown_sections == (UnknownSection("x" * 80, "y" * 80),)


def test_text_that_no_reader_takes_is_unread() -> None:
    known, more = seen(markup.page()), seen(markup.page(NEWS))
    assert more.characters - known.characters == len("NewscoverageFloodsanew")
    assert more.unread - known.unread == len("NewscoverageFloodsanew")
    assert known.unread == len("PMID")


def test_text_is_measured_where_asked() -> None:
    page = markup.page(NEWS)
    assert seen(page, text=False).characters == 0
    assert seen(page, text=False).carried == seen(page).carried


@pytest.mark.parametrize("name", ["text/ahead-of-print.txt", "legacy/full-2017.html"])
def test_every_layout_has_text(name: str) -> None:
    found = seen((SAMPLES / name).read_bytes())
    assert 0 < found.unread < found.characters / 2


def test_a_listing_is_a_layout_of_its_own() -> None:
    found = seen((SAMPLES / "listing" / "search.html").read_bytes())
    assert found.layout == "listing"
    assert "items[].pmid" in found.carried
    assert set(found.carried) <= set(PATHS[Listing])
    assert found.characters == 0


def test_lines_hold_all_and_go_on_after_a_bad_record() -> None:
    good = b"PMID- 1\nTI  - On rivers\n"
    found = lines(good + b"\nPMID- \nTI  - Without number\n\n" + good, source="x.nbib")
    (first,) = next(found)
    assert {"pmid", "title"} <= set(decode(first).carried)
    with pytest.raises(ScraperError, match="Record 2"):
        next(found)
    assert next(found) == [first]
