"""The fault matrix, rows 2, 3, 21, 22, 26 and 27: the disk, signals, other processes, versions."""

import os
import shutil
import signal
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from scraper.crawler import client
from scraper.crawler.clock import SystemClock
from scraper.crawler.job import Job
from scraper.crawler.tables import USER_VERSION
from scraper.errors import JobError, JobLocked, JobNotWritten
from tests.crawler import crawling, faults, pages
from tests.crawler.clock import FakeClock
from tests.crawler.crawling import crawl
from tests.crawler.driver import Order
from tests.crawler.processes import Driver
from tests.crawler.site import ROBOTS, Answer, Request, Site, http, ordinary

ONE = 90_400_001
PATH = f"/{ONE}/"
PMIDS = range(ONE, ONE + 6)
SOON = 30.0
"""Seconds within which what shall end at once has ended, on a slow machine too."""


def stored(job: Path) -> tuple[set[str], set[str]]:
    """Return the PMIDs that are done, and those whose page is there."""
    with Job(str(job)) as opened:
        done = {item.pmid for item in opened.items if item.state == "done"}
        return done, {page.pmid for page in opened.pages}


def test_02_power_cut(pubmed: Site, job: Path) -> None:
    whole = crawl(job.with_name("undisturbed"), pubmed, PMIDS).lines
    snapshots: list[Path] = []

    def copy(point: str) -> None:
        if point == "after_commit":  # the connection holds the job, and its log is not merged
            target = job.with_name(f"copy-{len(snapshots)}")
            shutil.copy(job, target)
            shutil.copy(f"{job}-wal", f"{target}-wal")
            snapshots.append(target)

    crawl(job, pubmed, PMIDS, hook=copy)
    assert len(snapshots) == len(PMIDS)
    last = Path(f"{snapshots[-1]}-wal").read_bytes()
    pubmed.forget()
    for number, size in enumerate(range(0, len(last) + 4096, len(last) // 12)):
        torn = job.with_name(f"torn-{number}")
        shutil.copy(snapshots[-1], torn)
        Path(f"{torn}-wal").write_bytes(last[:size] + b"\xff" * (len(last) - size) * (number % 2))
        run = crawl(torn, pubmed, PMIDS)
        done, there = stored(torn)
        assert done == there == set(map(str, PMIDS))
        assert run.lines == whole
    assert 0 < len(pubmed.pages) < number * len(PMIDS)  # some pages were there, some not


def test_02_each_commit_is_whole(pubmed: Site, job: Path) -> None:
    for number in range(len(PMIDS)):
        commits = 0

        def stop(point: str, *, number: int = number) -> None:
            nonlocal commits
            commits += point == "before_commit"
            if commits == number + 1:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            crawl(job.with_name(f"{number}"), pubmed, PMIDS, hook=stop)
        done, there = stored(job.with_name(f"{number}"))
        assert done == there == {str(pmid) for pmid in PMIDS[:number]}


@pytest.mark.parametrize("pages", [14, 16, 18])
def test_03_disk_full(pages: int, pubmed: Site, job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = crawl(job.with_name("undisturbed"), pubmed, PMIDS).lines

    class SmallJob(Job):
        def __init__(self, path: str, *, create: bool = False) -> None:
            super().__init__(path, create=create)
            self._database.row(f"PRAGMA max_page_count = {pages}")

    with monkeypatch.context() as patch:
        patch.setattr(crawling, "Job", SmallJob)
        run = crawl(job, pubmed, PMIDS)
    assert isinstance(run.stop, JobNotWritten)
    assert run.stop.exit_status == 3
    assert "full; make room or use another place" in run.stop.message
    done, there = stored(job)
    assert done == there
    assert len(done) < len(PMIDS)
    assert crawl(job, pubmed).lines == whole


@pytest.mark.parametrize("point", ["before_request", "after_body", "before_commit", "after_commit"])
def test_21_stop_at_each_point(point: str, pubmed: Site, job: Path) -> None:
    whole = crawl(job.with_name("undisturbed"), pubmed, PMIDS).lines
    pubmed.forget()
    clock = FakeClock()

    def stop(reached: str) -> None:
        clock.stopping |= reached == point

    run = crawl(job, pubmed, PMIDS, clock=clock, hook=stop)
    assert run.stop is None
    assert len(pubmed.pages) == (0 if point == "before_request" else 1)  # what runs is finished
    assert len(run.results) == len(pubmed.pages)
    assert crawl(job, pubmed).lines == whole


def test_21_a_wait_ends_at_once(pubmed: Site, job: Path) -> None:
    pubmed.answer = lambda request: (
        ROBOTS if "robots" in request.path else http(b"", 429, {"Retry-After": "3000"})
    )
    clock = SystemClock()
    begun = threading.Event()

    def stop() -> None:
        assert begun.wait(SOON)
        clock.stop()

    thread = threading.Thread(target=stop)
    thread.start()
    begin = time.monotonic()
    run = crawl(job, pubmed, PMIDS, clock=clock, hook=lambda _: begun.set())
    thread.join()
    assert run.stop is None
    assert time.monotonic() - begin < SOON
    assert set(run.states.values()) == {"pending"}


def test_21_a_running_request_is_cut_short_and_counts_for_nothing(
    pubmed: Site, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "GRACE", 0.05)
    clock = SystemClock()

    def answer(request: Request) -> Answer:
        if request.path == "/robots.txt":
            return ROBOTS
        clock.stop()
        return faults.drip(http(pages.article(ONE)))

    pubmed.answer = answer
    begin = time.monotonic()
    run = crawl(job, pubmed, PMIDS, clock=clock, timeout=300)
    assert time.monotonic() - begin < SOON
    assert run.stop is None
    assert pubmed.paths == [PATH]
    with Job(str(job)) as opened:
        assert {item.attempts for item in opened.items} == {0}
        assert {item.code for item in opened.items} == {None}


def test_21_a_running_request_may_still_end(pubmed: Site, job: Path) -> None:
    clock = SystemClock()

    def answer(request: Request) -> Answer:
        clock.stopping = request.path == PATH
        return ordinary(request)

    pubmed.answer = answer
    run = crawl(job, pubmed, PMIDS, clock=clock)
    assert run.pmids == [str(ONE)]


def order_for(pubmed: Site, job: Path, *pmids: int, crash: str = "") -> Order:
    settings = {"base_url": pubmed.url, "rate": 1000.0}
    return Order(str(job), f"{job}.jsonl", [*map(str, pmids)], settings, crash=crash)


class Signals:
    """Answers, and sends SIGTERM while it does."""

    def __init__(self, *, insist: bool) -> None:
        self.pid = 0
        self.is_known, self.has_ended = threading.Event(), threading.Event()
        self._insist = insist

    def __call__(self, request: Request) -> Answer:
        if request.path == "/robots.txt":
            return ROBOTS
        assert self.is_known.wait(SOON)
        os.kill(self.pid, signal.SIGTERM)
        return self._go_on if self._insist else ordinary(request)

    def _go_on(self, _: object) -> None:
        while not self.has_ended.wait(0.02):  # two signals at once may count as one
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGTERM)


@pytest.mark.parametrize("insist", [False, True], ids=["first", "second"])
def test_21_signal(insist: bool, pubmed: Site, job: Path, crawls: Driver) -> None:  # noqa: FBT001
    signals = Signals(insist=insist)
    pubmed.answer = signals
    signals.pid = crawls.start(order_for(pubmed, job, *PMIDS))
    signals.is_known.set()
    begin = time.monotonic()
    status = crawls.wait()
    signals.has_ended.set()
    done, there = stored(job)
    assert done == there
    if insist:  # ended at once, and not when the request had its time
        assert status == -signal.SIGTERM
        assert time.monotonic() - begin < client.GRACE
        assert done == set()
    else:
        assert status == 128 + signal.SIGTERM
        assert done == {str(ONE)}
    assert pubmed.paths == [PATH]


def test_22_two_processes_one_job(pubmed: Site, job: Path, crawls: Driver) -> None:
    asked, free = threading.Event(), threading.Event()

    def answer(request: Request) -> Answer:
        asked.set()
        assert free.wait(SOON)
        return ordinary(request)

    pubmed.answer = answer
    pid = crawls.start(order_for(pubmed, job, ONE))
    assert asked.wait(SOON)
    with pytest.raises(JobLocked, match=f"process {pid} on .* works on this job") as caught:
        crawl(job, pubmed, PMIDS)
    assert caught.value.exit_status == 5
    assert len(pubmed.log) == 1
    free.set()
    assert crawls.wait() == 0
    assert set(crawl(job, pubmed, PMIDS).states.values()) == {"done"}


def test_22_a_killed_process_holds_nothing(pubmed: Site, job: Path, crawls: Driver) -> None:
    assert crawls.run(order_for(pubmed, job, ONE, crash="after_body:1")) == -signal.SIGKILL
    assert Path(f"{job}.owner").exists()  # which says nothing
    assert crawl(job, pubmed).states == {str(ONE): "done"}
    assert not Path(f"{job}.owner").exists()


@pytest.mark.parametrize(
    ("version", "said"), [(USER_VERSION + 1, "a newer"), (USER_VERSION - 1, "an older")]
)
def test_26_version(version: int, said: str, pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, PMIDS)
    with sqlite3.connect(job) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    before = job.read_bytes()
    with pytest.raises(JobError, match=f"made by {said} version of this program.*new job"):
        crawl(job, pubmed, PMIDS)
    assert job.read_bytes() == before


def test_27_a_longer_list_is_added_to(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, [ONE + 1, ONE])
    pubmed.forget()
    run = crawl(job, pubmed, [ONE + 2, ONE, ONE + 1, ONE + 3])
    assert run.pmids == [str(ONE + at) for at in (1, 0, 2, 3)]
    assert len(pubmed.pages) == 2


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"cited_by": "all"}, "cited_by = page, not all"),
        ({"similar": "none"}, "similar = page, not none"),
        ({"max_pages": 3}, "max_pages = None, not 3"),
        ({"base_url": "http://127.0.0.1:1"}, "not http://127.0.0.1:1"),
    ],
)
def test_27_other_options(settings: dict[str, object], said: str, pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, PMIDS)
    with pytest.raises(JobError, match=f"{said}; use the same setting or another job file"):
        crawl(job, pubmed, PMIDS, **settings)  # type: ignore[arg-type]
    assert crawl(job, pubmed, PMIDS, rate=500, retries=1).requests == 0  # these may change


@pytest.mark.parametrize("is_new", [True, False], ids=["new", "old"])
def test_22_many_at_once(is_new: bool, job: Path) -> None:  # noqa: FBT001
    """Never do two get the job, whether it is made just now or not."""
    if not is_new:
        Job(str(job), create=True).__exit__(None, None, None)
    count = 4
    begin, end = threading.Barrier(count), threading.Barrier(count)

    def hold(_: int) -> bool:
        begin.wait(SOON)
        with ExitStack() as held:
            try:
                held.enter_context(Job(str(job), create=True))
            except JobLocked:
                return False
            finally:
                end.wait(SOON)
            return True

    with ThreadPoolExecutor(count) as threads:
        assert sum(threads.map(hold, range(count))) <= 1
    with Job(str(job), create=True) as held:
        assert len(held.items) == 0
