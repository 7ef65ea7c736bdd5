"""What a page is: the right record, or the right error in plain words."""

import pytest

import scraper
from scraper.classify import classify
from scraper.pages import ModernPage
from tests import markup

ARTICLE = markup.page("<p>Text.</p>")


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (b"", "unreadable"),
        (b" \n\t ", "unreadable"),
        (b"\xef\xbb\xbf", "unreadable"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "unreadable"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "unreadable"),
        (b"GIF89a\x01\x00", "unreadable"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "unreadable"),
        (b"PK\x03\x04\x14\x00", "unreadable"),
        (b"\x1f\x8b\x08\x00", "unreadable"),
        (b"\x00" * 100, "unreadable"),
        (b'{"pmid": "123"}', "not_pubmed"),
        (b"[1, 2]", "not_pubmed"),
        (b"Just some prose. It was written in 2020.", "not_pubmed"),
        (
            b"<html><title>Publisher</title><main><h1 class=heading-title>T</h1></main>",
            "not_pubmed",
        ),
        (b"<html><title>T - PMC</title><meta name=ncbi_db content=pmc>", "not_pubmed"),
        (b"<title>Not found - PubMed</title>", "not_found"),
        (b"<title>NCBI - WWW Error Blocked Diagnostic</title>", "blocked"),
        (b"<title>Checking your browser - reCAPTCHA</title>", "blocked"),
        (b"<html><a href='https://misuse.ncbi.nlm.nih.gov/error/abuse.shtml'>x</a>", "blocked"),
        (
            b"<title>river - Search Results - PubMed</title><meta name=ncbi_app content=pubmed><meta name=ncbi_pdid content=searchresult>",
            "not_an_article",
        ),
        (b"<title>PubMed</title><meta name=ncbi_app content=pubmed>", "not_an_article"),
        (ARTICLE.partition("<main")[0].encode(), "unreadable"),
    ],
)
def test_error(page: bytes, code: str) -> None:
    with pytest.raises(scraper.ScraperError) as caught:
        scraper.convert(page, source="x")
    assert caught.value.code == code
    assert caught.value.source == "x"
    assert caught.value.message.endswith(".")


def test_captcha_words_in_a_good_page_mean_nothing() -> None:
    page = ARTICLE.replace(
        "<main", "<div id=captcha-error-message>recaptcha, misuse.ncbi.nlm.nih.gov</div><main", 1
    )
    assert scraper.convert(page).title == "A title"


def test_an_error_page_that_quotes_the_pmid_is_no_record() -> None:
    page = "<title>NCBI - WWW Error Blocked Diagnostic</title><p>/12345/ PMID: 12345</p>"
    with pytest.raises(scraper.Blocked):
        scraper.convert(page)


@pytest.mark.parametrize(
    "around", ["<!-- {} -->", "<script>{}</script>", "<textarea>{}</textarea>", "<noscript>{}"]
)
def test_a_main_that_is_no_element_gives_no_record(around: str) -> None:
    main = ARTICLE[ARTICLE.index("<main") :]
    page = ARTICLE.replace(main, around.format(main))
    with pytest.raises(scraper.ScraperError):
        scraper.convert(page)


@pytest.mark.parametrize(
    "decoy", ["<!-- <main class=x> -->", "<script>'<main id=\"article-details\">'</script>"]
)
@pytest.mark.parametrize("before", [True, False])
def test_a_second_main_in_a_comment_or_script_changes_nothing(decoy: str, before: bool) -> None:  # noqa: FBT001 - a parameter
    page = ARTICLE.replace("<main", f"{decoy}<main", 1) if before else ARTICLE + decoy
    assert scraper.convert(page) == scraper.convert(ARTICLE)


def test_html_is_recognized_after_junk() -> None:
    assert scraper.convert("HTTP/1.1 200 OK\r\n\r\n" + ARTICLE).title == "A title"
    assert scraper.convert("<?xml version='1.0'?>\n<!-- x -->" + ARTICLE).title == "A title"
    assert scraper.convert(ARTICLE.replace("<!DOCTYPE html>", "")).title == "A title"


def test_nul_bytes_in_a_page_are_survived() -> None:
    assert scraper.convert(ARTICLE.replace("A title", "A\0 title")).pmid == "12345"


def test_saved_from_comment() -> None:
    page = ARTICLE.replace(
        "<html", "<!-- saved from url=(0038)https://pubmed.ncbi.nlm.nih.gov/12345/?x=1 --><html", 1
    )
    assert scraper.convert(page).page.url == "https://pubmed.ncbi.nlm.nih.gov/12345/"
    without = page.replace(
        '<link rel="canonical" href="https://pubmed.ncbi.nlm.nih.gov/12345/">', ""
    )
    assert scraper.convert(without).page.url == "https://pubmed.ncbi.nlm.nih.gov/12345/?x=1"
    assert (
        scraper.convert(without, url="https://x/").page.url
        == "https://pubmed.ncbi.nlm.nih.gov/12345/?x=1"
    )
    bare = ARTICLE.replace(
        '<link rel="canonical" href="https://pubmed.ncbi.nlm.nih.gov/12345/">', ""
    )
    assert scraper.convert(bare, url="https://x/").page.url == "https://x/"
    assert scraper.convert(bare).page.url is None


def test_two_pmids_that_disagree_are_said() -> None:
    page = ARTICLE.replace('content="12345"', 'content="999"', 1)
    article = scraper.convert(page)
    assert article.pmid == "12345"
    assert [warning.code for warning in article.warnings] == ["pmid_conflict"]
    assert "999" in article.warnings[0].message


def test_the_callers_pmid_fills_a_gap_and_never_overrides() -> None:
    assert [w.code for w in scraper.convert(ARTICLE, pmid="7").warnings] == ["pmid_conflict"]
    assert scraper.convert(markup.page("", pmid=None), pmid="7").pmid == "7"


def test_every_refusal_of_a_region_keeps_the_whole_page() -> None:
    layout = classify(ARTICLE)
    assert isinstance(layout, ModernPage)
    assert not layout.truncated


@pytest.mark.parametrize("text", ['{"schema_version":"1.0"}', '[\n{"schema_version":"1.0"}\n]'])
def test_records_are_sent_to_the_commands_that_read_them(text: str) -> None:
    with pytest.raises(scraper.NotPubMed, match="These are records, as convert writes them"):
        scraper.convert(text)
