"""Pages with many records: every record of every sample, and of the corpus, as expected."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scraper
from scraper import many, pipeline, pubmed_xml, schema
from tests.pagegen.formats.xml import ARTICLE, BOOK
from tests.pairs import CORPUS, NO_CORPUS, SAMPLES

FOLDERS = ("listing", "medline", "xml", "errors")
PAGES = sorted(
    path
    for folder in FOLDERS
    for path in (SAMPLES / folder).iterdir()
    if path.suffix not in {".json", ".jsonl"}
    if folder != "errors" or path.with_suffix(".jsonl").exists()
)
MANY = [
    path for path in PAGES if path.parent.name != "errors" and path.with_suffix(".jsonl").exists()
]
VALIDATOR = jsonschema.Draft202012Validator(schema.schema())

by_name = pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")


def wanted(path: Path) -> list[dict[str, Any]]:
    lines = path.with_suffix(".jsonl")
    if lines.exists():
        return [json.loads(line) for line in lines.read_text().splitlines()]
    return [json.loads(path.with_suffix(".json").read_text())]


def found(page: bytes | str, source: str | None = None, **facts: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - facts
    return [json.loads(line) for line in scraper.records_json(page, source=source, **facts)]


# Samples


@by_name
def test_every_record(path: Path) -> None:
    records = found(path.read_bytes(), path.name)
    assert len(records) == len(wanted(path))
    for record, answer in zip(records, wanted(path), strict=True):
        for field in answer:
            assert record[field] == answer[field], field
        assert list(record) == list(answer)


@by_name
def test_records_validate(path: Path) -> None:
    for record in found(path.read_bytes()):
        VALIDATOR.validate(record)


@by_name
def test_convert_gives_one_article_or_an_error(path: Path) -> None:
    records = scraper.records(path.read_bytes(), source="x")
    if len(records) == 1 and isinstance(records[0], scraper.Article):
        assert scraper.convert(path.read_bytes(), source="x") == records[0]
        return
    with pytest.raises(scraper.NotAnArticle, match="pubmed-scraper convert") as caught:
        scraper.convert(path.read_bytes(), source="x")
    assert caught.value.source == "x"
    assert "scraper.records" in caught.value.message


def test_the_page_of_an_article_gives_that_article() -> None:
    page = (SAMPLES / "modern" / "plain-abstract.html").read_bytes()
    assert scraper.records(page, source="x") == (scraper.convert(page, source="x"),)


@pytest.mark.parametrize("name", ["home-page", "not-found", "recaptcha", "publisher-page", "empty"])
def test_what_is_no_record_raises_as_ever(name: str) -> None:
    page = (SAMPLES / "errors" / f"{name}.html").read_bytes()
    with pytest.raises(scraper.PageError) as one:
        scraper.convert(page, source="x", pmid="12")
    with pytest.raises(scraper.PageError) as all_of_it:
        scraper.records(page, source="x", pmid="12")
    assert vars(all_of_it.value) == vars(one.value)


def test_chosen_fields() -> None:
    path = SAMPLES / "medline" / "three.nbib"
    lines = scraper.records_json(path.read_bytes(), fields={"title", "pmid"})
    assert [list(json.loads(line)) for line in lines] == [["pmid", "title"]] * 3


def test_an_encoding_guessed_is_said_of_every_record() -> None:
    page = (SAMPLES / "medline" / "three.nbib").read_text().encode("cp1252", "replace")
    for record in scraper.records(page):
        assert isinstance(record, scraper.Article)
        assert record.warnings[-1].code == "encoding_guessed"


# A page with one record is an article's


def test_one_medline_record_converts_and_strips() -> None:
    text = (SAMPLES / "medline" / "three.nbib").read_text().partition("\n\n")[0] + "\n"
    article = scraper.convert(
        text, pmid="90300001", url="https://pubmed.ncbi.nlm.nih.gov/90300001/"
    )
    assert (article.page.layout, article.pmid) == ("medline", "90300001")
    assert article.page.url == "https://pubmed.ncbi.nlm.nih.gov/90300001/"
    assert scraper.strip(text) == text


def test_one_xml_record_converts_and_strips() -> None:
    assert scraper.convert(ARTICLE).page.layout == "xml"
    assert scraper.strip(ARTICLE).startswith("<PubmedArticle>")


def test_another_pmid_is_a_conflict_only_where_there_is_one_record() -> None:
    one, two = scraper.records(f"{ARTICLE}", pmid="5"), scraper.records(ARTICLE + BOOK, pmid="5")
    codes = [[w.code for w in record.warnings] for record in (*one, *two)]
    assert [("pmid_conflict" in found) for found in codes] == [True, False, False]


@pytest.mark.parametrize(
    "page",
    [
        '<?xml version="1.0"?><article dtd-version="1.3"/>',
        "\n<?xml version='1.0'?>\n<!-- x > y --><!DOCTYPE article PUBLIC '-//NLM//DTD' 'a.dtd'>\n<article/>",
    ],
)
def test_xml_of_another_kind_is_named(page: str) -> None:
    with pytest.raises(scraper.NotPubMed, match="another kind \\(<article>\\)"):
        scraper.records(page)


@pytest.mark.parametrize("start", ["<html>", "<HTML>", "<!DOCTYPE html><html>"])
def test_xhtml_is_a_page(start: str) -> None:
    with pytest.raises(scraper.NotPubMed, match="another site"):
        scraper.records(f'<?xml version="1.0"?>{start}<p>Buy')


# One bad record among good ones


def results(page: bytes | str, source: str | None = None) -> Iterator[dict[str, Any] | str]:
    """Give each record, and in its place the message of each that is bad."""
    lines = pipeline.lines(page, source=source)
    while True:
        try:
            yield from map(json.loads, next(lines))
        except StopIteration:
            return
        except scraper.Unreadable as error:
            yield error.message.partition(";")[0]


def pmids(page: str) -> list[str]:
    return [found if isinstance(found, str) else found["pmid"] for found in results(page)]


def medline(*pmids: str) -> str:
    return "\n".join(f"{pmid}TI  - Mud.\nSO  - J Mud. 2020.\n" for pmid in pmids)


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (medline("PMID- 1\n", "", "PMID- 3\n"), ["1", "Record 2 names no PMID", "3"]),
        (medline("", "PMID- 2\n"), ["Record 1 names no PMID", "2"]),
        (medline("PMID- 1\n", "PMID- x\n", "PMID- 3\n"), ["1", "Record 2 names no PMID", "3"]),
        (medline("PMID- x\n", "PMID- 2\n"), ["Record 1 names no PMID", "2"]),
        (medline("PMID- 1\n", "").replace("\n\n", "\n"), ["1"]),
        (medline("PMID- 1\n", "PMID- 2\n").replace("\n", "\r\r\n"), ["1", "2"]),
    ],
)
def test_medline_records_without_a_pmid(page: str, wanted: list[str]) -> None:
    assert pmids(page) == wanted
    assert pmids(f"<html><body><pre>{page}</pre></body></html>") == wanted


def test_a_medline_record_that_is_cut_in_the_middle_says_so() -> None:
    page = medline("PMID- 1\n") + "\nPMID- 2\nTI  - Mud.\n\n" + medline("PMID- 3\n")
    codes = [[warning.code for warning in record.warnings] for record in scraper.records(page)]
    assert codes == [[], ["truncated"], []]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<Language>", "<Langu>", "Record 2 (PMID 90400001) is broken XML (mismatched tag: "),
        ("</PubmedArticle>", "", "Record 2 (PMID 90400001) is cut off"),
        ("90400001</PMID>", "</PMI>", "Record 2 is broken XML (mismatched tag: "),
        ("90400001</PMID>", "</PMID>", "Record 2 names no PMID"),
        ("<Language>", "&b;", "Record 2 (PMID 90400001) is broken XML (undefined entity"),
    ],
)
def test_a_bad_xml_record(old: str, new: str, message: str) -> None:
    first, bad, last = pmids(ARTICLE + ARTICLE.replace(old, new, 1) + BOOK)
    assert (first, last) == ("90400001", "90400002")
    assert bad.startswith(message)


def test_all_records_or_none_in_python() -> None:
    with pytest.raises(scraper.Unreadable, match="Record 2 names no PMID"):
        scraper.records(medline("PMID- 1\n", ""))
    with pytest.raises(scraper.Unreadable, match="The record names no PMID"):
        scraper.convert("<PubmedArticle><PubmedData/></PubmedArticle>")


def test_a_later_record_is_not_read_before_it_is_asked_for() -> None:
    lines = pipeline.lines(ARTICLE + "<PubmedArticle>", fields={"pmid"})
    assert next(lines) == [b'{"pmid":"90400001"}']
    with pytest.raises(scraper.Unreadable):
        next(lines)
    assert next(lines, None) is None


# For a page of one record


@pytest.mark.parametrize(
    "facts", [{}, {"pmid": "5"}, {"url": "https://pubmed.ncbi.nlm.nih.gov/5/"}]
)
def test_many_records_are_refused_where_one_is_wanted(facts: dict[str, str]) -> None:
    with pytest.raises(scraper.NotAnArticle, match="several records"):
        pipeline.lines(ARTICLE + BOOK, single=True, **facts)  # type: ignore[arg-type]


def test_a_listing_has_an_address_and_no_pmid() -> None:
    page = (SAMPLES / "listing" / "no-results.html").read_bytes()
    ((line,),) = pipeline.lines(page, single=True, url="https://pubmed.ncbi.nlm.nih.gov/?term=x")
    assert json.loads(line)["kind"] == "listing"
    with pytest.raises(scraper.NotAnArticle, match="without --pmid"):
        pipeline.lines(page, single=True, pmid="5")


# Many abstracts


def abstracts() -> str:
    return (SAMPLES / "listing" / "abstracts.html").read_text()


def test_one_abstract_in_a_listing_is_an_article() -> None:
    html = abstracts()
    start, end = (html.index(mark) for mark in ('data-rel-pos="2"', "</main>"))
    start = html.rindex("<div", 0, start)
    article = scraper.convert(html[:start] + html[end:], pmid="90200002")
    assert article.pmid == "90200002"
    assert (article.mesh_headings, article.cited_by, article.retracted) == (None, None, None)
    assert article.warnings == ()


def test_a_heading_without_the_ids_of_a_page() -> None:
    html = (
        '<meta name="ncbi_app" content="pubmed"><main><div class="results-article">'
        '<h1 class="heading-title">On mud</h1><div class="affiliations"><h3 class="title">Affiliation'
        '</h3><ul><li>Here</li></ul></div><strong class="current-id">5</strong></div></main>'
    )
    (article,) = scraper.records(html)
    assert isinstance(article, scraper.Article)
    assert (article.title, article.affiliations, article.warnings) == ("On mud", ("Here",), ())


def test_a_cut_listing_of_abstracts_says_so_of_the_last() -> None:
    html = abstracts()
    records = scraper.records(html[: html.index("</main")])
    codes = [[warning.code for warning in record.warnings] for record in records]
    assert codes == [[], [], ["truncated"]]


# XML


BOMB = """<?xml version="1.0"?><!DOCTYPE PubmedArticleSet [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><PubmedArticleSet>"""


def test_an_entity_bomb_does_not_go_off() -> None:
    article = ARTICLE.replace("Mud Institute", "&b;")
    with pytest.raises(scraper.NotPubMed):
        scraper.records(f"{BOMB}{article}</PubmedArticleSet>")
    with pytest.raises(scraper.Unreadable, match="undefined entity"):
        scraper.records(article)
    with pytest.raises(scraper.Unreadable, match="broken"):
        scraper.records(ARTICLE.replace("<MedlineCitation", '<!ENTITY b "x"><MedlineCitation'))


def test_deep_nesting_is_refused() -> None:
    deep = "<x>" * 5000 + "</x>" * 5000
    with pytest.raises(scraper.Unreadable, match="deeper"):
        scraper.records(ARTICLE.replace("<Language>", f"{deep}<Language>"))


def test_cut_xml() -> None:
    for page, which in ((ARTICLE[:900], "The record"), (ARTICLE + ARTICLE[:900], "Record 2")):
        with pytest.raises(scraper.Unreadable, match="is cut off") as caught:
            scraper.records(page, source="x.xml")
        assert caught.value.message.startswith(f"{which} (PMID 90400001)")
        assert (caught.value.source, caught.value.pmid) == ("x.xml", "90400001")
    with pytest.raises(scraper.Unreadable, match="holds no record"):
        scraper.records("<PubmedArticleSet></PubmedArticleSet>")


def test_an_xml_record_without_parts_has_null_and_nothing() -> None:
    (article,) = scraper.records("<PubmedArticle><PubmedData/></PubmedArticle>", pmid="5")
    assert isinstance(article, scraper.Article)
    assert (article.title, article.journal, article.authors, article.references) == (
        None,
        None,
        (),
        None,
    )


def test_a_whole_book_has_the_authors_of_the_book() -> None:
    book = BOOK.replace(
        '<ArticleTitle book="shore" part="cramp">Cramp in Cold Water</ArticleTitle>', ""
    )
    (article,) = scraper.records(book)
    assert isinstance(article, scraper.Article)
    assert (article.kind, article.title) == ("book", "ShoreBooks")
    assert [author.name for author in article.authors or ()] == ["Shore Staff"]
    assert article.book is not None
    assert (article.book.authors, article.book.editors) == ((), ("Roe",))


def test_a_count_of_references() -> None:
    count = "<NumberOfReferences>12</NumberOfReferences><CoiStatement>"
    page = ARTICLE.replace("<CoiStatement>", count).replace('RefType="Cites"', 'RefType="UpdateOf"')
    start, end = (page.index(mark) for mark in ("<ReferenceList>", "</PubmedData>"))
    (article,) = scraper.records(page[:start] + page[end:])
    assert isinstance(article, scraper.Article)
    assert article.references == scraper.Refs(total=12, complete=False)


# Evidence


def test_other_sites_quote_records_too() -> None:
    text = "PMID- 12\nTI  - A title.\nSO  - J. 2020.\n"
    alone = f"<html><body><pre>{text}</pre></body></html>"
    assert len(scraper.records(alone)) == 1
    with pytest.raises(scraper.NotPubMed):
        scraper.records(alone.replace("<pre>", "<p>How to read MEDLINE:</p><pre>"))
    address = "<!-- saved from url=(0035)https://www.ncbi.nlm.nih.gov/pubmed -->"
    assert len(scraper.records(address + alone.replace("<pre>", "<p>1</p><pre>"))) == 1


def test_numbers_are_pmids_on_pages_of_pubmed_only() -> None:
    page = "<html><body><pre>12\n34\n</pre></body></html>"
    with pytest.raises(scraper.NotPubMed):
        scraper.records(page)
    (listing,) = scraper.records(
        page, url="https://pubmed.ncbi.nlm.nih.gov/?term=a&format=pmid&size=50"
    )
    assert isinstance(listing, scraper.Listing)
    assert [item.pmid for item in listing.items] == ["12", "34"]
    assert (listing.query, listing.page_size, listing.total) == ("a", 50, None)


def test_other_preformatted_text_is_nothing() -> None:
    with pytest.raises(scraper.NotAnArticle):
        scraper.records("<meta name=ncbi_app content=pubmed><pre>12 or so</pre>")


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PAGES), st.data())
def test_any_damage(path: Path, data: st.DataObject) -> None:
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=10))
    try:
        records = found(bytes(raw))
    except scraper.ScraperError:
        return
    assert records


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(MANY), st.floats(0, 1))
def test_a_cut_page_loses_no_field_in_silence(path: Path, share: float) -> None:
    raw = path.read_bytes()
    try:
        records = list(results(raw[: int(len(raw) * share)], path.name))
    except scraper.ScraperError:
        return
    for record, answer in zip(records, wanted(path), strict=False):
        if isinstance(record, str):
            assert record is records[-1]
        elif record["warnings"] == answer["warnings"]:  # else it is said that something is lost
            # A source line that is cut at one of its full stops looks like a whole one.
            kept = {"page": answer["page"], "citation": answer["citation"]}
            assert record | kept == answer


# Corpus


@pytest.fixture
def other() -> Path:
    if not CORPUS.is_dir():
        pytest.skip(NO_CORPUS)
    return CORPUS / "other"


def test_xml_view_of_the_corpus(other: Path) -> None:
    page = (other / "xml-text-7288891.html").read_bytes()
    (record,) = found(page)
    assert (record["pmid"], record["page"]["layout"], record["warnings"]) == ("7288891", "xml", [])
    assert [heading["descriptor_name"] for heading in record["mesh_headings"]][-1] == "Phylogeny"
    assert (record["volume"], record["start_page"], record["end_page"]) == ("17", "368", "376")


def test_home_page_of_the_corpus(other: Path) -> None:
    with pytest.raises(scraper.NotAnArticle) as caught:
        scraper.records((other / "home-2017a.html").read_bytes())
    assert caught.value.code == json.loads((other / "home-2017a.json").read_text())["code"]


def test_records_cut_out_of_xml() -> None:
    assert pubmed_xml.is_pubmed_xml(ARTICLE)
    assert many.records_of_text("plain", {}) is None


@pytest.mark.parametrize(
    "page",
    [
        '<meta name="ncbi_app" content="pubmed"><main id="search-page"><div class="search-results-chunk">'
        + '<article class="full-docsum">' * 900,
        '<meta name="ncbi_app" content="pubmed"><main>'
        + '<div class="results-article"><h1 class="heading-title">On mud</h1>' * 2000,
        "<pre>PMID- 1\n" * 900,
    ],
    ids=["entries", "articles", "pre"],
)
def test_what_is_nested_is_read_once(page: str) -> None:
    record = scraper.records(page)[0]
    assert not isinstance(record, scraper.Listing) or len(record.items) == 1
