"""What an answer means, told from the answer alone."""

import pytest

from scraper.crawler import reading
from scraper.crawler.outcome import Outcome, article_outcome, error_outcome, listing_outcome
from scraper.crawler.response import FetchError, Response
from scraper.workers import Limits
from tests.crawler import faults, pages
from tests.workers.hostile import CASES

ONE, TWO = "90400001", "90400002"
BASE = "https://pubmed.ncbi.nlm.nih.gov"
NOW = 1_800_000_000.0


def answer(
    body: bytes, status: int = 200, path: str = f"/{ONE}/", *, redirected: bool = False
) -> Response:
    return Response(url=BASE + path, status=status, headers=(), body=body, redirected=redirected)


def of_article(body: bytes, status: int = 200) -> Outcome:
    return article_outcome(ONE, answer(body, status), NOW)


def of_listing(body: bytes, *, least: int = 0) -> Outcome:
    return listing_outcome(ONE, "cited_by", 2, answer(body), NOW, least=least)


def test_an_article() -> None:
    outcome = of_article(pages.article(ONE))
    assert outcome.kind == "found"
    assert outcome.page is not None
    assert (outcome.page.pmid, outcome.page.kind, outcome.page.number) == (ONE, "article", 1)
    assert outcome.page.body == pages.article(ONE)
    assert outcome.page.fetched_at == NOW


@pytest.mark.parametrize(
    ("path", "body", "pmid"),
    [
        (f"/{TWO}/", pages.article(TWO), TWO),
        (f"/{TWO}", pages.article(TWO), TWO),
        (f"/{TWO}/?x=1", pages.article(TWO), TWO),
        (f"/pubmed/{ONE}/", pages.article(ONE), ONE),
        (f"/{TWO}/", pages.article(ONE), None),
        (f"/pubmed/{TWO}/", pages.article(TWO), None),
        (f"/0{TWO}/", pages.article(TWO), None),
    ],
)
def test_after_a_redirect_the_address_counts(path: str, body: bytes, pmid: str | None) -> None:
    outcome = article_outcome(ONE, answer(body, path=path, redirected=True), NOW)
    assert (outcome.page.pmid if outcome.page else None) == pmid
    assert outcome.code == ("" if pmid else "wrong_page")


@pytest.mark.parametrize("name", ["deep-div", "deep-between-end-tags"])
def test_a_page_that_overloads_the_reader_has_failed(name: str) -> None:
    reading.limit(Limits(page_timeout=0.3))
    try:
        outcome = of_article(CASES[name]() + b"</html>")
    finally:
        reading.limit(Limits())
    assert (outcome.kind, outcome.code) == ("failed", "parser_limit")
    assert of_article(b"<div>" * 10**5, 404).kind == "missing"


@pytest.mark.parametrize(
    ("status", "kind", "code"),
    [
        (404, "missing", "http_404"),
        (410, "missing", "http_410"),
        (429, "limited", "http_429"),
        (503, "limited", "http_503"),
        (401, "blocked", "http_401"),
        (403, "blocked", "http_403"),
        (451, "blocked", "http_451"),
        (500, "down", "http_500"),
        (599, "down", "http_599"),
        (400, "failed", "http_400"),
        (204, "failed", "http_204"),
        (206, "failed", "http_206"),
    ],
)
def test_status(status: int, kind: str, code: str) -> None:
    outcome = of_article(pages.article(ONE), status)
    assert (outcome.kind, outcome.code, outcome.page) == (kind, code, None)
    assert str(status) in outcome.message


@pytest.mark.parametrize(
    ("body", "says_so"),
    [
        (pages.error("not-found"), True),
        (b"<html>nginx</html>", False),
        (b"", False),
        (pages.article(ONE), False),
    ],
)
def test_only_pubmeds_own_page_proves_that_there_is_none(body: bytes, says_so: bool) -> None:  # noqa: FBT001
    assert of_article(body, 404).says_so is says_so


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b"", "failed", "incomplete"),
        (pages.article(ONE)[:-8], "failed", "incomplete"),
        (pages.article(ONE).replace(b"</main>", b""), "failed", "incomplete"),
        (pages.article(TWO), "failed", "wrong_page"),
        (pages.listing(ONE, (5, 6), 2), "failed", "wrong_page"),
        (pages.error("not-found"), "missing", "not_found"),
        (pages.error("abuse-block"), "blocked", "blocked"),
        (faults.MAINTENANCE % ONE.encode(), "blocked", "blocked"),
        (b"\x89PNG</html>", "failed", "incomplete"),
    ],
)
def test_what_is_no_article(body: bytes, kind: str, code: str) -> None:
    outcome = of_article(body)
    assert (outcome.kind, outcome.code, outcome.page) == (kind, code, None)


@pytest.mark.parametrize("end", [b"", b"\n", b"\n<!-- served by 5 -->\n", b" text \n"])
def test_what_may_follow_the_end(end: bytes) -> None:
    assert of_article(pages.article(ONE) + end).kind == "found"


@pytest.mark.parametrize(
    ("body", "least", "kind"),
    [
        (pages.listing(ONE, (5, 6), 2), 2, "found"),
        (pages.listing(ONE, (5, 6), 2), 3, "failed"),
        (pages.listing(ONE, (), 0), 0, "found"),
        (pages.listing(ONE, (), 0), 1, "failed"),
        (pages.listing(TWO, (5, 6), 2), 2, "failed"),
        (pages.listing(ONE, (5, 6), 2, kind="similar_articles"), 2, "failed"),
        (pages.article(TWO), 1, "found"),
        (pages.article(TWO), 2, "failed"),
        (pages.article(ONE), 0, "failed"),
        (pages.error("recaptcha"), 0, "blocked"),
        (pages.listing(ONE, (5, 6), 2).replace(b"</main>", b""), 2, "failed"),
    ],
)
def test_listings(body: bytes, least: int, kind: str) -> None:
    assert of_listing(body, least=least).kind == kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("network", "down"),
        ("timeout", "down"),
        ("blocked", "blocked"),
        ("robots", "forbidden"),
        ("redirect", "failed"),
        ("too_large", "failed"),
        ("coding", "failed"),
        ("incomplete", "failed"),
    ],
)
def test_no_whole_answer(code: str, kind: str) -> None:
    outcome = error_outcome(FetchError(code, "why"))
    assert (outcome.kind, outcome.code, outcome.message) == (kind, code, "why")
