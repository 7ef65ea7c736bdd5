"""How a crawl may end before its time, and what it tells meanwhile: processes of their own."""

import json
import os
import re
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Command, Process, pmids
from tests.cli.here import quickly
from tests.cli.terminal import Terminal
from tests.crawler.pubmed import MISSING
from tests.crawler.site import Site, always, http, ordinary

pytestmark = pytest.mark.usefixtures("unmeasured")

LISTED = [str(pmid) for pmid in range(11, 31)]
SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
PATIENCE = 30


@pytest.fixture(autouse=True)
def no_proxy(command: Command) -> None:
    command.env |= {"NO_PROXY": "*", "XDG_CACHE_HOME": str(command.folder)}


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def start(command: Command, loopback: Site, *arguments: str, rate: str = "20") -> Process:
    """Start a crawl that takes about a second."""
    options = (*arguments, *quickly(loopback, rate), "--job", "c.db")
    return command.start("crawl", *LISTED, *options)


@pytest.mark.parametrize(("number", "status"), SIGNALS)
def test_a_signal_loses_nothing(
    command: Command, loopback: Site, tmp_path: Path, number: signal.Signals, status: int
) -> None:
    (tmp_path / "out.jsonl").write_text("before")
    stopped = threading.Event()
    loopback.answer = lambda request: (
        http(b"", 500) if request.pmid == "16" and not stopped.wait(PATIENCE) else ordinary(request)
    )
    process = start(command, loopback, "-o", "out.jsonl")
    wait_for(lambda: len(loopback.pages) == 6)
    process.send_signal(number)
    stopped.set()
    _, talk = process.communicate(timeout=PATIENCE)
    assert process.returncode == status
    note, summary, unwritten = talk.decode().splitlines()
    assert note.endswith("c.db keeps what was fetched; the same command goes on from there")
    assert "of 20 done, " in summary
    assert unwritten == "out.jsonl: not_written: the run did not come to a good end"
    assert (tmp_path / "out.jsonl").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.db", "out.jsonl"]

    process = start(command, loopback, rate="1000")
    output, _ = process.communicate(timeout=PATIENCE)
    assert pmids(output) == LISTED
    assert [request.pmid for request in loopback.pages] == LISTED


@pytest.mark.parametrize(("number", "status"), SIGNALS)
def test_a_signal_ends_a_long_wait(
    command: Command, loopback: Site, number: signal.Signals, status: int
) -> None:
    loopback.answer = lambda request: (
        http(b"", 429, {"Retry-After": "600"}) if request.pmid == "13" else ordinary(request)
    )
    process = start(command, loopback, "--log-json")
    wait_for(lambda: len(loopback.pages) == 3)
    assert process.stderr is not None
    line = json.loads(process.stderr.readline())
    assert (line["event"], line["counts"]["done"]) == ("progress", 2)
    assert line["reason"] == "the server answered 429: it wants fewer requests"
    process.send_signal(number)
    output, talk = process.communicate(timeout=PATIENCE)
    assert process.returncode == status
    assert pmids(output) == ["11", "12"]
    assert [json.loads(line)["event"] for line in talk.splitlines()] == ["note", "end"]


@pytest.mark.parametrize(("number", "status"), SIGNALS)
def test_a_second_signal_ends_at_once(
    command: Command, loopback: Site, number: signal.Signals, status: int
) -> None:
    def silent(_: object) -> None:
        loopback.closing.wait(PATIENCE)

    loopback.answer = always({"/13/": silent})
    process = start(command, loopback)
    wait_for(lambda: len(loopback.pages) == 3)
    process.send_signal(number)
    time.sleep(0.3)
    assert process.poll() is None
    begin = time.monotonic()
    for _ in range(3):
        process.send_signal(number)
        time.sleep(0.02)
    output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode in {status, -number}  # the latter when Python has let its handlers go
    assert pmids(output) == ["11", "12"]
    assert time.monotonic() - begin < 5
    assert sorted(path.name for path in command.folder.iterdir()) == ["c.db"]


def test_a_closed_pipe(command: Command, loopback: Site) -> None:
    process = start(command, loopback)
    assert process.stdout is not None
    assert process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=PATIENCE) == 141


def test_the_status_of_a_crawl_that_runs(command: Command, loopback: Site) -> None:
    process = start(command, loopback, rate="2")
    wait_for(lambda: len(loopback.pages) > 5)
    facts = json.loads(command.run("status", "c.db", "--json").stdout)
    assert facts["running"] is True
    assert facts["total"] == len(LISTED)
    assert 0.5 < facts["rate"] < 2.5
    assert facts["process"].startswith(f"process {process.pid} on ")
    assert 0 < facts["counts"]["done"] < 20
    assert facts["seconds_left"] > 1
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=PATIENCE)
    assert b"not running" in command.run("status", "c.db").stdout


def test_a_line_that_changes(command: Command, loopback: Site, terminal: Terminal) -> None:
    loopback.answer = lambda request: (
        http(b"", 429, {"Retry-After": "3"})
        if request.pmid == "30" and request.attempt == 1
        else ordinary(request) if request.pmid != "12" else http(b"", 500)
    )  # fmt: skip
    with Path(os.devnull).open("wb") as nowhere:
        process = command.start(
            "crawl", *LISTED, *quickly(loopback, "15"), "--retries", "0", "--job", "c.db",
            stdout=nowhere.fileno(), stderr=terminal.stream,
        )  # fmt: skip
        shown = terminal.plain(process)
    assert process.returncode == 1
    assert "of 20 done, " in shown
    assert len(re.findall(r"next request in [23] seconds, at ", shown)) == 1
    assert "PMID 12: http_500: the server answered 500" in shown
    assert shown.splitlines()[-1].startswith("19 of 20 done, 0 waiting, 1 failed; ")


def test_no_line_among_records_on_the_same_terminal(
    command: Command, loopback: Site, terminal: Terminal
) -> None:
    process = command.start(
        "crawl", "11", MISSING, *quickly(loopback), "--job", "c.db",
        stdout=terminal.stream, stderr=terminal.stream,
    )  # fmt: skip
    first, second, third = terminal.output(process).splitlines()
    assert json.loads(first)["pmid"] == "11"
    assert second.startswith(f"PMID {MISSING}: not_found: ")
    assert third.startswith("[20")
