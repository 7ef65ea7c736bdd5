"""robots.txt: obeyed as RFC 9309 has it, and fetched once a day."""

from pathlib import Path

import pytest

from scraper.crawler.robots import MAX_AGE, Robots
from tests.crawler.clock import START, FakeClock
from tests.crawler.crawling import crawl
from tests.crawler.site import ROBOTS, Answer, Site, http, redirect, scripted

ONE = 90_400_001
CLOSED = http(b"User-agent: *\nDisallow: /\n")


def rules(text: str) -> Robots:
    return Robots(text, 0.0)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("<html>no rules</html>", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /9", False),
        ("User-agent: *\nDisallow: /9\nAllow: /904", True),
        ("User-agent: pubmed-scraper\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: PubMed-Scraper\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: other\nDisallow: /", True),
    ],
)
def test_allows(text: str, allowed: bool) -> None:  # noqa: FBT001
    assert rules(text).allows(f"/{ONE}/") is allowed


def test_a_query_is_part_of_the_path() -> None:
    robots = rules("User-agent: *\nDisallow: /?\nDisallow: /*cauthor_id")
    assert not robots.allows("/?linkname=x&from_uid=5")
    assert not robots.allows("/5/?cauthor_id=1")
    assert robots.allows("/5/")


@pytest.mark.parametrize(
    ("value", "delay"),
    [("5", 5), ("0.5", 0.5), ("", 0), ("soon", 0), ("-3", 0), ("nan", 0), ("1e9", 3600)],
)
def test_crawl_delay(value: str, delay: float) -> None:
    assert rules(f"User-agent: *\nCrawl-delay: {value}").delay == delay


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
def test_closed(mark: bytes, pubmed: Site, job: Path) -> None:
    pubmed.answer = scripted({"/robots.txt": [http(mark + b"User-agent: *\nDisallow: /\n")]})
    run = crawl(job, pubmed, [ONE, ONE + 1])
    assert run.stop is None
    assert set(run.states.values()) == {"blocked"}
    assert [getattr(found, "message", "") for found in run.results] == [
        f"robots.txt does not allow /{ONE + at}/" for at in (0, 1)
    ]
    assert [request.path for request in pubmed.log] == ["/robots.txt"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418])
def test_a_client_error_allows_all(status: int, pubmed: Site, job: Path) -> None:
    pubmed.answer = scripted({"/robots.txt": [http(b"User-agent: *\nDisallow: /\n", status)]})
    assert crawl(job, pubmed, [ONE]).states == {str(ONE): "done"}
    assert len(pubmed.log) == 2


@pytest.mark.parametrize("status", [204, 304, 429, 500, 503])
def test_whatever_else_allows_nothing(status: int, pubmed: Site, job: Path) -> None:
    answer = http(b"", status, coding=None)
    pubmed.answer = scripted({"/robots.txt": [answer] * 5})
    run = crawl(job, pubmed, [ONE])
    assert run.stop is not None
    assert run.stop.exit_status == 4
    assert "nothing is allowed" in run.stop.message
    assert [request.path for request in pubmed.log] == ["/robots.txt"] * 5
    assert crawl(job, pubmed, clock=FakeClock(wall=START + 10_000)).states == {str(ONE): "done"}


def test_it_is_waited_for_ever_longer(pubmed: Site, job: Path) -> None:
    pubmed.answer = scripted({"/robots.txt": [http(b"", 502)] * 4})
    clock = FakeClock()
    run = crawl(job, pubmed, [ONE], clock=clock, backoff=60)
    assert run.states == {str(ONE): "done"}
    assert [wait for wait in clock.waits if wait > 1] == [60, 120, 240, 480]


def test_redirects_on_the_host_are_followed(pubmed: Site, job: Path) -> None:
    pubmed.answer = scripted({"/robots.txt": [redirect("/r")], "/r": [CLOSED]})
    assert crawl(job, pubmed, [ONE]).states == {str(ONE): "blocked"}


@pytest.mark.parametrize(
    ("age", "asked"), [(-1, 2), (0, 1), (MAX_AGE - 10, 1), (MAX_AGE + 1, 2), (10**9, 2)]
)
def test_it_is_kept_for_a_day(age: float, asked: int, pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, [ONE], clock=FakeClock())
    crawl(job, pubmed, [ONE + 1], clock=FakeClock(wall=START + age))
    assert [request.path for request in pubmed.log].count("/robots.txt") == asked


def test_it_is_fetched_again_during_a_long_run(pubmed: Site, job: Path) -> None:
    clock = FakeClock()

    def pass_a_day(point: str) -> None:
        clock.wall += MAX_AGE * (point == "after_commit")

    crawl(job, pubmed, range(ONE, ONE + 3), clock=clock, hook=pass_a_day)
    assert [request.path for request in pubmed.log].count("/robots.txt") == 3


def test_500_kib_are_read(pubmed: Site, job: Path) -> None:
    comment = b"# nothing\n" * (500 * 1024 // 10)
    pubmed.answer = scripted({"/robots.txt": [http(comment + b"User-agent: *\nDisallow: /\n")]})
    assert crawl(job, pubmed, [ONE], max_bytes=1000).states == {str(ONE): "blocked"}


def test_stop_while_it_is_waited_for(pubmed: Site, job: Path) -> None:
    clock = FakeClock()

    def answer(_: object) -> Answer:
        clock.stopping = True
        return http(b"", 500)

    pubmed.answer = answer
    run = crawl(job, pubmed, [ONE], clock=clock)
    assert run.stop is None
    assert len(pubmed.log) == 1
    pubmed.answer = lambda _: ROBOTS
