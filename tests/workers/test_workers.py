"""Worker processes: order, what a death costs, what is bounded, how they end."""

import errno
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from scraper.errors import InternalError, NotFound, ParserLimit, ScraperError
from scraper.sources import RawPage
from scraper.workers import Limits, Workers, child, cpus, wire
from scraper.workers.process import Worker
from scraper.workers.start import Start, preferred
from tests.workers.works import other, work

TIGHT = Limits(page_timeout=0.3, page_memory=2**28)


def pages(*said: str) -> Iterator[RawPage]:
    return (RawPage(str(number), text.encode()) for number, text in enumerate(said))


def told(result: bytes | ScraperError) -> str:
    """Say in short what came."""
    if isinstance(result, ParserLimit):
        return f"{result.source}: {result.limit}"
    return result.code if isinstance(result, ScraperError) else result.decode()


def run(*said: str, jobs: int = 2, start: Start | None = None, limits: Limits = TIGHT) -> list[str]:
    with Workers(jobs, limits, start=start) as workers:
        return [*map(told, workers.run(pages(*said), work))]


@pytest.fixture(params=["fork", "exec"])
def start(request: pytest.FixtureRequest) -> Start:
    if request.param == "fork" and sys.platform != "linux":
        pytest.skip("workers are forked on Linux only")
    kind: Start = request.param
    return kind


def test_results_come_in_input_order(start: Start) -> None:
    said = [f"sleep {0.2 * (number % 7 == 0)}" for number in range(40)]
    assert run(*said, jobs=3, start=start) == said


def test_what_a_page_gives_comes_through(start: Start) -> None:
    results = run("a", "lines 3", "fault", "bug", "lines 0", "z", start=start)
    assert results == ["a", "0", "1", "2", "not_found", "internal_error", "z"]


def test_what_was_no_page_passes_through_in_its_place() -> None:
    error = NotFound("gone", source="x")
    with Workers(2) as workers:
        given: list[RawPage | ScraperError] = [*pages("a"), error, *pages("b")]
        assert list(workers.run(given, work)) == [b"a", error, b"b"]


def test_nothing_gives_nothing() -> None:
    assert run() == []


def test_errors_name_their_page() -> None:
    with Workers(1) as workers:
        missing, fault = workers.run(pages("fault", "bug"), work)
    assert isinstance(missing, NotFound)
    assert isinstance(fault, InternalError)
    assert (missing.source, fault.source) == ("0", "1")


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("burn 0", "time"),
        (f"hoard {2**30}", "memory"),
        ("signal SIGSEGV", "crash"),
        ("signal SIGABRT", "crash"),
        ("signal SIGKILL", "crash"),
        ("exit 71", "memory"),
        ("exit 3", "crash"),
    ],
)
def test_a_page_that_breaks_a_worker_costs_itself(start: Start, said: str, limit: str) -> None:
    good = [f"page {number}" for number in range(20)]
    results = run(*good[:10], said, *good[10:], start=start)
    assert results == [*good[:10], f"10: {limit}", *good[10:]]


def test_many_deaths_cost_what_died() -> None:
    said = ["exit 3", "a", "signal SIGSEGV", "exit 71", "b", "signal SIGSEGV"]
    expected = ["0: crash", "a", "2: crash", "3: memory", "b", "5: crash"]
    assert run(*said) == expected


def test_a_page_without_processor_time_is_given_up_by_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scraper.workers.crew._PATIENCE", 1)
    monkeypatch.setattr("scraper.workers.crew._CHECK", 0.1)
    limits = Limits(page_timeout=3)
    assert run("a", "sleep 60", "b", jobs=1, limits=limits) == ["a", "1: time", "b"]


def test_the_time_is_that_of_one_record() -> None:
    records = [str(number) for number in range(5)]
    assert run("burn 5", "b", jobs=1) == [*records, "0: time", "b"]


@pytest.mark.parametrize("records", [0, 1, 2])
def test_what_a_page_gave_before_it_broke_its_worker_is_kept(start: Start, records: int) -> None:
    expected = [*map(str, range(records)), "1: time"]
    assert run("a", f"burn {records}", "b", start=start) == ["a", *expected, "b"]


def test_a_larger_input_may_take_more() -> None:
    limits = Limits(page_timeout=2.0, page_memory=2**30)
    assert limits.allow(10_000) == limits.allow(2**24) == (2.0, 2**30)
    assert limits.allow(2**26) == (8.0, 2**30 + 8 * (2**26 - 2**24))


@pytest.mark.parametrize(("name", "value"), [("page_timeout", 0), ("page_memory", 1000)])
def test_limits_that_no_page_could_keep_are_refused(name: str, value: int) -> None:
    with pytest.raises(ValueError, match=name):
        Limits(**{name: value})


def test_a_worker_killed_from_outside_loses_and_doubles_nothing(tmp_path: Path) -> None:
    said = ["a", f"once {tmp_path / 'mark'}", "b"]
    assert run(*said, jobs=1) == ["a", "first", "second", "third", "b"]


@pytest.mark.parametrize("start", ["fork", "exec"], indirect=True)
def test_kills_at_random_moments_change_nothing(start: Start) -> None:
    said = [f"sleep {0.01 * (number % 3)}" for number in range(300)]
    with Workers(2, TIGHT, start=start) as workers:
        results = []
        for number, result in enumerate(workers.run(pages(*said), work)):
            results.append(told(result))
            if number % 60 == 30:
                victim = workers._crew._workers[number % 2 - 1]  # noqa: SLF001 - no other way to it
                os.kill(victim.pid, signal.SIGKILL)
    assert results == said


def test_workers_serve_one_run_after_another(start: Start) -> None:
    with Workers(1, start=start) as workers:
        first = list(workers.run(pages("pid"), work))
        assert list(workers.run(pages("a", "b"), other)) == [b"other a", b"other b"]
        assert list(workers.run(pages("pid"), work)) == first


def test_a_run_that_is_left_ends_with_the_next() -> None:
    with Workers(2) as workers:
        run = workers.run(pages(*["lines 1000"] * 50), work)
        assert next(run) == b"0"
        assert list(workers.run(pages("a"), work)) == [b"a"]
        assert list(run) == []


def test_work_that_cannot_travel_is_refused() -> None:
    with Workers(1) as workers, pytest.raises((AttributeError, TypeError), match="pickle"):
        list(workers.run(pages("a"), lambda page: iter([[page.data]])))


def test_no_worker_is_left(start: Start) -> None:
    with Workers(2, start=start) as workers:
        said = map(told, workers.run(pages("pid", "sleep 0.2", "pid"), work))
        pids = {int(pid) for pid in said if pid.isdigit()}
    assert pids
    assert not any(map(alive, pids))


def test_a_busy_worker_ends_with_the_block() -> None:
    with Workers(1) as workers:
        results = workers.run(pages("pid", "sleep 60"), work)
        pid = int(next(results))  # type: ignore[arg-type]
        begun = time.monotonic()
    assert time.monotonic() - begun < 10
    assert not alive(pid)


def test_a_worker_that_has_gone_takes_nothing(start: Start) -> None:
    worker = Worker(TIGHT, start)
    assert worker.receive() == []
    worker.kill()
    assert soon(lambda: worker.receive() is None)
    worker.post([b"anything"])
    worker.send()
    assert not worker.has_mail
    assert worker.verdict() is None


def alive(pid: int) -> bool:
    """Tell whether a process is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def soon(test: Callable[[], bool]) -> bool:
    """Wait until something holds, half a minute at most."""
    end = time.monotonic() + 30
    while not test() and time.monotonic() < end:
        time.sleep(0.02)
    return test()


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("said", ["sleep 0", "burn 0"])
def test_workers_end_when_the_parent_is_killed(start: Start, said: str) -> None:
    code = (
        "from tests.workers.test_workers import *\n"
        f"with Workers(2, start={start!r}) as workers:\n"
        f"    for pid in workers.run(pages('pid', *[{said!r}] * 2, 'sleep 5', 'sleep 5'), work):\n"
        "        print(*(worker.pid for worker in workers._crew._workers), flush=True)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    with parent:
        assert parent.stdout
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        parent.kill()
    assert workers
    assert soon(lambda: not any(map(alive, workers)))


def test_a_slow_source_holds_no_result_up(start: Start) -> None:
    more = threading.Event()

    def source() -> Iterator[RawPage]:
        yield from pages("a", "b")
        assert more.wait(30)
        yield from pages("c")

    with Workers(2, start=start) as workers:
        results = workers.run(source(), work, streaming=True)
        assert [next(results), next(results)] == [b"a", b"b"]
        more.set()
        assert list(results) == [b"c"]


def test_a_source_that_fails_fails_the_run(start: Start) -> None:
    def source() -> Iterator[RawPage]:
        yield from pages("a")
        raise ZeroDivisionError

    for streaming in (False, True):
        with Workers(1, start=start) as workers, pytest.raises(ZeroDivisionError):
            list(workers.run(source(), work, streaming=streaming))


def test_a_fast_stream_is_not_read_far_ahead() -> None:
    asked = 0

    def source() -> Iterator[RawPage]:
        nonlocal asked
        for asked in range(1000):  # noqa: B007 - read below
            yield RawPage("x", bytes(2**17))

    with Workers(1) as workers:
        results = workers.run(source(), partial(slowly), streaming=True)
        next(results)
        assert asked < 40
        workers.close()


def slowly(page: RawPage) -> Iterator[list[bytes]]:
    """Take a tenth of a second for a page."""
    time.sleep(0.1)
    return iter([[b"%d" % len(page.data)]])


def test_large_pages_and_results_pass_both_ways(start: Start) -> None:
    many = 3 * 2**20
    with Workers(2, start=start) as workers:
        said = [f"big {many}", "x" * many] * 4
        sizes = [len(result) for result in workers.run(pages(*said), work)]  # type: ignore[arg-type]
    assert sizes == [many] * 8


def test_what_waits_behind_a_slow_page_is_bounded() -> None:
    size = 2**20
    with Workers(2) as workers:
        results = workers.run(pages("sleep 1", *[f"big {size}"] * 60, "end"), work)
        assert next(results) == b"sleep 1"
        assert workers._crew._workers[0]._inbox.__sizeof__() < 4 * size  # noqa: SLF001
        assert [len(result) for result in results] == [*[size] * 60, 3]  # type: ignore[arg-type]


def test_a_machine_without_room_for_a_worker_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr("os.fork", full)
    with pytest.raises(ScraperError, match="no process could be started"):
        run("a", start="fork")


def test_a_process_with_threads_does_not_fork() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    assert preferred() == "exec"
    ended.set()
    thread.join()


def test_a_process_may_have_fewer_processors() -> None:
    assert 1 <= cpus() <= (os.cpu_count() or 1)


def test_a_parent_that_waits_for_nobody_is_no_hindrance(start: Start) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert run("a", "exit 3", "b", start=start) == ["a", "1: crash", "b"]
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_what_comes_in_pieces_is_put_together() -> None:
    class Pieces:
        def __init__(self) -> None:
            self.left = [b"ab", b"c", b"de", b""]

        def recv(self, _size: int, _flags: int = 0) -> bytes:
            return self.left.pop(0)

    pieces: Any = Pieces()
    assert wire.receive(pieces, 5) == b"abcde"
    pieces.left = [b"ab", b""]
    assert wire.receive(pieces, 5) == b"ab"
    assert wire.receive(pieces, 0) == b""


@pytest.mark.parametrize(
    ("error", "status"), [(MemoryError, child.OUT_OF_MEMORY), (BrokenPipeError, 1)]
)
def test_the_status_of_a_worker_says_why_it_ends(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception], status: int
) -> None:
    def receive(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(wire, "receive", receive)
    monkeypatch.setitem(sys.modules, "resource", None)  # or the test's process would be bounded
    with socket.socket() as sock:
        assert child.serve(sock, TIGHT) == status


def test_a_worker_knows_no_bound_where_the_system_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    memory = child._Memory()  # noqa: SLF001 - the child's own
    memory.allow(2**20)
