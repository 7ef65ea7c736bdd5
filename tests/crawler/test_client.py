"""The client beyond faults: who it says it is, what it keeps, where it goes."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import scraper
from scraper.crawler import body
from scraper.crawler.job import Job
from scraper.crawler.response import FetchError, Response
from tests.crawler import pages
from tests.crawler.crawling import AGENT, CONTACT, FAST, crawl
from tests.crawler.site import Request, Site, http, ordinary, redirect, scripted, site

ONE = 90_400_001


def test_it_says_who_it_is(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, [ONE])
    for request in pubmed.log:
        assert request.headers["user-agent"] == AGENT
        assert request.headers["accept"].startswith("text/html")
        assert set(request.headers) == {
            "host",
            "user-agent",
            "accept",
            "accept-encoding",
            "connection",
        }


def test_one_connection_is_kept(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, range(ONE, ONE + 5))
    assert len({request.port for request in pubmed.log}) == 1


def test_no_cookie_is_kept(pubmed: Site, job: Path) -> None:
    cookie = http(pages.article(ONE), headers={"Set-Cookie": "a=b; Path=/"})
    pubmed.answer = scripted({f"/{ONE}/": [cookie]})
    crawl(job, pubmed, [ONE, ONE + 1])
    assert all("cookie" not in request.headers for request in pubmed.log)


def test_a_proxy_of_the_environment_is_used(
    pubmed: Site, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with site() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)

        def answer(request: Request) -> bytes:
            path = request.path.removeprefix(pubmed.url)
            assert path != request.path  # a proxy is told the whole address
            return ordinary(Request(request.at, path, {}, 1, 1))  # type: ignore[return-value]

        proxy.answer = answer
        run = crawl(job, pubmed, [ONE])
        assert run.states == {str(ONE): "done"}
        assert len(proxy.log) == 2
    assert pubmed.log == []


def test_no_proxy_where_the_environment_says_so(
    pubmed: Site, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert crawl(job, pubmed, [ONE]).states == {str(ONE): "done"}


def test_certificates_are_verified(
    pubmed: Site, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[ssl.SSLContext] = []
    create = ssl.create_default_context

    def note(*args: object, **named: object) -> ssl.SSLContext:
        made.append(create(*args, **named))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(ssl, "create_default_context", note)
    crawl(job, pubmed, [ONE])
    assert made
    assert all(context.verify_mode == ssl.CERT_REQUIRED for context in made)
    assert all(context.check_hostname for context in made)


def read(chunks: list[bytes], coding: str, most: int) -> tuple[bytes, bytes | None]:
    async def feed() -> AsyncIterator[bytes]:
        for chunk in chunks:
            yield chunk

    return asyncio.run(body.whole(feed(), coding, most))


@pytest.mark.parametrize("coding", ["", "identity", " Identity ", "gzip", "x-gzip", "GZIP"])
def test_codings_that_are_read(coding: str) -> None:
    packed = http(b"abc").partition(b"\r\n\r\n")[2]
    wire = packed if "gzip" in coding.lower() else b"abc"
    chunks = [wire[at : at + 1] for at in range(len(wire))]
    assert read(chunks, coding, 100) == (b"abc", packed if wire is packed else None)


def test_a_body_may_be_as_large_as_it_may() -> None:
    packed = http(b"abcd").partition(b"\r\n\r\n")[2]
    assert read([b"abcd"], "", 4)[0] == b"abcd"
    assert read([packed], "gzip", len(packed))[0] == b"abcd"
    for wire, coding, most in (([b"abcd"], "", 3), ([packed], "gzip", 3)):
        with pytest.raises(FetchError, match="larger than 3 bytes") as caught:
            read(wire, coding, most)
        assert caught.value.code == "too_large"


def test_a_crawl_inside_a_running_loop(pubmed: Site, job: Path) -> None:
    async def notebook() -> list[str | None]:
        found = scraper.crawl(
            [ONE, ONE + 1], job=str(job), contact=CONTACT, rate=FAST, base_url=pubmed.url
        )
        return [one.pmid for one in found]

    assert asyncio.run(notebook()) == [str(ONE), str(ONE + 1)]
    assert len({request.port for request in pubmed.log}) == 1


def test_leaving_a_crawl_early_closes_all(pubmed: Site, job: Path) -> None:
    results = scraper.crawl(
        [ONE, ONE + 1], job=str(job), contact=CONTACT, rate=FAST, base_url=pubmed.url
    )
    assert next(results).pmid == str(ONE)
    results.close()  # type: ignore[attr-defined]
    assert crawl(job, pubmed).pmids == [str(ONE), str(ONE + 1)]


def test_a_response_shows_no_bodies() -> None:
    response = Response(url="u", status=200, headers=(("a", "1"), ("a", "2")), body=b"x" * 10_000)
    assert len(repr(response)) < 200
    assert response.header("a") == ["1", "2"]
    assert response.header("b") == []


def test_a_plain_body_is_stored_packed(pubmed: Site, job: Path) -> None:
    page = pages.article(ONE)
    pubmed.answer = scripted({f"/{ONE}/": [http(page, coding=None)]})
    crawl(job, pubmed, [ONE, ONE + 1])
    with Job(str(job)) as opened:
        plain, packed = opened.pages
    assert (plain.coded, plain.body) == (False, page)
    assert (packed.coded, packed.body) == (True, pages.article(ONE + 1))
    assert len(repr(plain)) < 1000


def test_a_merged_pmid_costs_no_new_connection(pubmed: Site, job: Path) -> None:
    pubmed.answer = scripted({f"/{ONE}/": [redirect(f"/{ONE + 1}/")]})
    crawl(job, pubmed, [ONE, ONE + 2])
    assert len({request.port for request in pubmed.log}) == 1
    assert len(pubmed.log) == 4
