"""The engine with a client that only says what it is told to: when a run stops, and what it keeps."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import pytest

from scraper.crawler.engine import Engine
from scraper.crawler.health import MAX_BLOCKS, STOP_AFTER
from scraper.crawler.job import Job
from scraper.crawler.options import Options
from scraper.crawler.response import Response
from scraper.errors import Limited
from tests.crawler import pages
from tests.crawler.clock import FakeClock
from tests.crawler.crawling import AGENT, CONTACT, longest

ONE = 90_400_001
PMIDS = [str(ONE + at) for at in range(20)]
Said = Callable[[str], tuple[int, bytes]]


class Client:
    """Answers without a network."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self.paths: list[str] = []
        self.disconnected = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.disconnect()

    def get(self, path: str, **_: object) -> Response:
        self.paths.append(path)
        status, body = self._said(path)
        return Response(url=f"https://example.org{path}", status=status, headers=(), body=body)

    def disconnect(self) -> None:
        self.disconnected += 1


@pytest.fixture
def opened(job: Path) -> Iterator[Job]:
    with Job(str(job), create=True) as held:
        held.items.add(PMIDS)
        yield held


def stopped(job: Job, said: Said) -> tuple[Client, Limited]:
    """Run until the crawl is limited."""
    engine = Engine(job, Options(contact=CONTACT), FakeClock(), AGENT, jitter=longest)
    client = Client(said)
    engine.host.client = client  # type: ignore[assignment]
    with pytest.raises(Limited) as caught:
        list(engine.run())
    return client, caught.value


def test_blocks_stop_the_run_and_are_written_first(opened: Job) -> None:
    client, stop = stopped(opened, lambda path: (200 if "robots" in path else 403, b""))
    assert "blocked 5 times" in stop.message
    assert len(client.paths) == MAX_BLOCKS + 1
    assert client.disconnected == MAX_BLOCKS + 1
    tried = {item.pmid for item in opened.items if item.code == "http_403"}
    assert tried == {path.strip("/") for path in client.paths[1:]}
    note = opened.host("pubmed.ncbi.nlm.nih.gov")
    assert (note.failures, note.good) == (MAX_BLOCKS, 0)


def test_failures_stop_the_run(opened: Job) -> None:
    client, stop = stopped(opened, lambda path: (200 if "robots" in path else 502, b""))
    assert "12 requests in a row" in stop.message
    assert len(client.paths) == STOP_AFTER + 1


@pytest.mark.parametrize("status", [429, 500])
def test_robots_txt_stops_the_run(status: int, opened: Job) -> None:
    client, stop = stopped(opened, lambda _: (status, b""))
    assert "nothing is allowed" in stop.message
    assert client.paths == ["/robots.txt"] * 5
    assert opened.host("pubmed.ncbi.nlm.nih.gov").failures == 5


def test_robots_txt_after_many_failures_stops_the_run_at_once(opened: Job) -> None:
    day = iter([(200, b"")] + [(500, b"")] * 100)
    engine = Engine(opened, Options(contact=CONTACT), FakeClock(), AGENT, jitter=longest)
    engine.host.health.failures = STOP_AFTER - 1
    client = Client(lambda _: next(day))
    engine.host.client = client  # type: ignore[assignment]
    engine.host._rules = None  # noqa: SLF001
    next(day)
    with pytest.raises(Limited, match="12 requests in a row"):
        list(engine.run())
    assert client.paths == ["/robots.txt"]


def test_results_come_in_the_order_of_the_list(opened: Job) -> None:
    engine = Engine(opened, Options(contact=CONTACT), FakeClock(), AGENT, jitter=longest)
    sick = {f"/{PMIDS[0]}/": 3}

    def said(path: str) -> tuple[int, bytes]:
        if sick.get(path, 0):
            sick[path] -= 1
            return 500, b""
        return 200, b"" if "robots" in path else pages.article(path.strip("/"))

    client = Client(said)
    engine.host.client = client  # type: ignore[assignment]
    assert [found.pmid for found in engine.run()] == PMIDS
    assert client.paths[1:4] == [f"/{pmid}/" for pmid in PMIDS[:3]]  # the others do not wait
    assert engine.host.requests == 24
    assert list(engine.settled()) == []
