"""No two requests closer than the interval: by the server's log, across restarts and threads."""

import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from scraper.crawler import crawl as public_crawl
from scraper.crawler import gate
from scraper.crawler.clock import Stopped, SystemClock
from scraper.crawler.gate import Gate
from scraper.errors import JobLocked
from tests.crawler.clock import FakeClock
from tests.crawler.crawling import CONTACT, crawl
from tests.crawler.driver import Order
from tests.crawler.processes import Driver
from tests.crawler.site import Site, http, scripted

ONE = 90_400_001
HOST = "example.org"


@pytest.fixture(autouse=True)
def _no_doors() -> None:
    gate._DOORS.clear()  # noqa: SLF001


def test_requests_are_spaced(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, range(ONE, ONE + 8), clock=SystemClock(), rate=40)
    assert len(pubmed.log) == 9
    assert min(pubmed.gaps) >= 1 / 40


def test_requests_are_spaced_across_restarts_and_processes(
    pubmed: Site, job: Path, crawls: Driver
) -> None:
    pmids = [str(ONE + at) for at in range(8)]
    settings = {"base_url": pubmed.url, "rate": 20.0}
    statuses = []
    for crash in ("after_commit:2", "after_body:1", "before_request:3", ""):
        order = Order(str(job), f"{job}.jsonl", pmids, settings, crash=crash)
        before = len(pubmed.log)
        crawls.start(order)
        if not crash:
            deadline = time.monotonic() + 30
            while len(pubmed.log) == before and time.monotonic() < deadline:
                time.sleep(0.001)  # then it holds the job
            with pytest.raises(JobLocked):
                crawl(job, pubmed, pmids, clock=SystemClock())
        statuses.append(crawls.wait())
    assert statuses == [-signal.SIGKILL] * 3 + [0]
    assert len(pubmed.log) == 10
    assert min(pubmed.gaps) >= 1 / 20


def test_crawls_of_one_process_share_the_gate(pubmed: Site, tmp_path: Path) -> None:
    def run(name: str) -> int:
        pmids = range(ONE, ONE + 6)
        job = str(tmp_path / name)
        found = public_crawl(pmids, job=job, contact=CONTACT, rate=50, base_url=pubmed.url)
        return len(list(found))

    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(run, "abc")) == [6, 6, 6]
    assert len(pubmed.log) == 21
    assert min(pubmed.gaps) >= 1 / 50


def test_crawl_delay_of_robots_txt(pubmed: Site, job: Path) -> None:
    robots = http(b"User-agent: *\nCrawl-delay: 5\n")
    pubmed.answer = scripted({"/robots.txt": [robots]})
    clock = FakeClock()
    crawl(job, pubmed, [ONE, ONE + 1], clock=clock, rate=1)
    assert clock.waits == [5, 5]
    later = FakeClock()
    crawl(job, pubmed, [ONE + 2], clock=later, rate=1)  # the rules are kept in the job
    assert later.waits == [5]
    assert len(pubmed.log) == 4


def test_the_first_request_of_a_new_job_does_not_wait() -> None:
    clock = FakeClock()
    with Gate(HOST, 1, clock, seen_before=False):
        pass
    assert clock.waits == []


def test_the_interval_counts_from_when_an_answer_begins() -> None:
    clock = FakeClock()
    gate = Gate(HOST, 1, clock, seen_before=True)
    with gate:
        clock.time += 0.5  # on its way
        gate.passed()
        clock.time += 0.25  # the body
    with gate:
        pass
    assert clock.waits == [1, 0.75]


def test_a_request_that_failed_counts_too() -> None:
    clock = FakeClock()
    gate = Gate(HOST, 1, clock, seen_before=False)
    with suppress(OSError), gate:
        clock.time += 3
        raise OSError
    with gate:
        pass
    assert clock.waits == [1]


def test_a_stop_leaves_the_gate_open_to_others() -> None:
    clock = FakeClock(stopping=True)
    gate = Gate(HOST, 1, clock, seen_before=True)
    with pytest.raises(Stopped), gate:
        pytest.fail("a request after the stop")
    with Gate(HOST, 1, FakeClock(), seen_before=True):
        pass


def test_a_stop_ends_the_wait_for_another_crawls_request() -> None:
    clock = SystemClock()
    begun = threading.Event()

    def wait() -> bool:
        begun.set()
        try:
            with Gate(HOST, 1, clock, seen_before=False):
                return False
        except Stopped:
            return True

    with ThreadPoolExecutor(1) as aside, Gate(HOST, 1, FakeClock(), seen_before=False):
        waiting = aside.submit(wait)
        assert begun.wait(30)
        clock.stop()
        assert waiting.result(30)


def test_the_system_clock() -> None:
    clock = SystemClock()
    before = time.monotonic(), time.time()
    clock.sleep(0.15)
    assert clock.monotonic() - before[0] >= 0.15
    assert clock.now() >= before[1]
    clock.sleep(-1)
    clock.stop()
    with pytest.raises(Stopped):
        clock.sleep(1000)
