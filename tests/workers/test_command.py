"""``convert`` with workers: signals, kills, options."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.command import Command, Process, page, pmids
from tests.workers.hostile import EVASIONS
from tests.workers.test_workers import alive, soon

pytestmark = pytest.mark.usefixtures("unmeasured")

ENDLESS = EVASIONS["deep-between-end-tags"]
ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the children")


def children(process: Process) -> list[int]:
    """Return a process's worker processes."""
    told = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii")
    return [int(pid) for pid in told.split()]


@pytest.fixture
def busy(command: Command, tmp_path: Path) -> Process:
    """Start a run whose second page takes processor time for long."""
    (tmp_path / "1.html").write_bytes(page(1))
    (tmp_path / "2.html").write_bytes(ENDLESS())
    (tmp_path / "3.html").write_bytes(page(3))
    names = ["1.html", "2.html", "3.html"]
    return command.start("convert", "--jobs", "2", "--page-timeout", "3", *names)


LISTED = ("1.html", "gone.html", "2.html")
ENDINGS = {
    "pipe": (LISTED, b"", ""),
    "file": ((*LISTED, "-o", "new.jsonl"), b"", None),
    "parts": ((*LISTED, "-o", "out/", "--shard-size", "1KiB"), b"", "out/part-00000.jsonl"),
    "page on a pipe that stays open": (("1.html", "gone.html", "-"), b"<html>", ""),
    "list that stays open": (("--files-from", "-"), "\n".join((*LISTED, "")).encode(), ""),
}
"""What is run, what it reads, and where the record that is done stands: on standard output if
nothing is said, nowhere if None is."""


@ONLY_LINUX
@pytest.mark.parametrize("group", [False, True], ids=["command", "group"])
@pytest.mark.parametrize("way", ENDINGS)
def test_ctrl_c_ends_within_two_seconds_with_what_is_done_written(
    command: Command, tmp_path: Path, way: str, *, group: bool
) -> None:
    (tmp_path / "1.html").write_bytes(page(1))
    (tmp_path / "2.html").write_bytes(ENDLESS())
    tries = (interrupted(command, way, group=group) for _ in range(3))
    assert any(seconds < 2 for seconds in tries)  # a busy machine may be late, not each time


def interrupted(command: Command, way: str, *, group: bool) -> float:
    """Press Ctrl-C while a page takes for ever; return the seconds until the end."""
    arguments, fed, where = ENDINGS[way]
    out = command.folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    process = command.start("convert", "--page-timeout", "60", *arguments, before=["setsid"])
    assert process.stdin
    assert process.stderr
    process.stdin.write(fed)
    said = process.stderr.readline() if way != "parts" else b""
    assert said.startswith(b"gone.html: ") or soon(lambda: any(out.glob("*00001.done")))
    time.sleep(0.2)  # the page after that is being read
    workers, begun = children(process), time.monotonic()
    (os.killpg if group else os.kill)(process.pid, signal.SIGINT)
    process.wait(60)
    seconds = time.monotonic() - begun
    output, talk = process.communicate()
    assert (process.returncode, b"Traceback" in talk) == (130, False)
    assert workers
    assert not any(map(alive, workers))
    if where is not None:
        assert pmids((command.folder / where).read_bytes() if where else output) == ["1"]
    return seconds


@ONLY_LINUX
def test_no_worker_outlives_a_killed_command(busy: Process) -> None:
    assert soon(lambda: len(children(busy)) == 2)
    workers = children(busy)
    busy.kill()
    busy.wait()
    assert soon(lambda: not any(map(alive, workers)))


@ONLY_LINUX
def test_a_killed_worker_changes_nothing(command: Command, tmp_path: Path) -> None:
    for number in range(1, 300):
        (tmp_path / f"{number:03}.html").write_bytes(page(number))
    process = command.start("convert", "--jobs", "2", ".", stderr=subprocess.DEVNULL)
    assert process.stdout
    lines = [process.stdout.readline()]
    for _ in range(3):
        for pid in children(process):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.1)
        lines += [process.stdout.readline() for _ in range(20)]
    lines += process.communicate(timeout=60)[0].splitlines(keepends=True)
    assert pmids(b"".join(lines)) == [str(number) for number in range(1, 300)]
    assert process.returncode == 0


def test_a_page_may_be_given_more_time(command: Command, tmp_path: Path) -> None:
    (tmp_path / "long.html").write_bytes(b"<p>x" * 10**5)
    assert b"not_pubmed" in command.run("convert", "--page-timeout", "30s", "long.html").stderr
    short = command.run("convert", "--page-timeout", ".001", "long.html")
    assert short.returncode == 1
    assert short.stderr.startswith(b"long.html: parser_limit: reading it takes more processor time")


def test_fail_fast_ends_with_the_page_that_breaks_a_worker(
    command: Command, tmp_path: Path
) -> None:
    for number in range(1, 50):
        (tmp_path / f"{number:03}.html").write_bytes(page(number))
    (tmp_path / "010.html").write_bytes(ENDLESS())
    run = command.run("convert", "--fail-fast", "--page-timeout", "0.5", ".")
    assert pmids(run.stdout) == [str(number) for number in range(1, 10)]
    assert run.returncode == 1
    assert run.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--jobs", "0"], "x>=1"),
        (["--page-timeout", "0"], "'0' is no time"),
        (["--page-timeout", "soon"], "'soon' is no time"),
        (["--page-memory", "1MiB"], "64MiB is the least"),
        (["--page-memory", "much"], "'much' is no size"),
    ],
)
def test_bad_limits_are_refused(command: Command, arguments: list[str], said: str) -> None:
    run = command.run("convert", *arguments, "x.html")
    assert run.returncode == 2
    assert said in run.stderr.decode()


@pytest.mark.parametrize("name", ["strip", "convert"])
def test_a_page_alone_that_breaks_a_worker(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "x.html").write_bytes(ENDLESS())
    run = command.run(name, "--page-timeout", "0.5", "x.html")
    assert (run.returncode, run.stdout) == (1, b"")
    assert run.stderr.startswith(b"x.html: parser_limit: ")
