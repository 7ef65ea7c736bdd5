"""Kill -9 of the parent, and of its workers, at any moment: the next run gives the same bytes."""

import os
import random
import time
from contextlib import suppress
from pathlib import Path

import pytest

from scraper.shards.lock import locked
from tests.cli.command import Command, Process, page
from tests.cli.here import Here
from tests.shards.folder import manifest, snapshot, union
from tests.workers.hostile import EVASIONS

pytestmark = pytest.mark.usefixtures("unmeasured")

ENDLESS = EVASIONS["deep-between-end-tags"]
PAGES = 120
ROUNDS = int(os.environ.get("SHARD_KILLS", "10"))
ARGUMENTS = ("convert", "many", "-o", "out/", "--shard-size", "8KiB", "-j", "2")
CHILDREN = Path("/proc/self/task")


@pytest.fixture
def whole(command: Command) -> bytes:
    """Write pages and convert them undisturbed, into a file and into parts."""
    many = command.folder / "many"
    many.mkdir()
    for number in range(1, PAGES + 1):
        (many / f"{number:03}.html").write_bytes(page(number))
    (many / "007.html").write_bytes(b"")
    assert command.run("convert", "many", "-o", "plain.jsonl").returncode == 1
    undisturbed = [name if name != "out/" else "undisturbed/" for name in ARGUMENTS]
    assert command.run(*undisturbed).returncode == 1
    plain = (command.folder / "plain.jsonl").read_bytes()
    assert union(command.folder / "undisturbed") == plain
    return plain


def wait_for(process: Process, folder: Path, parts: int) -> None:
    """Wait until so many parts are there, or the process has ended."""
    while process.poll() is None and len(list(folder.glob("*.done"))) < parts:
        time.sleep(0.002)


def children(pid: int) -> list[int]:
    """Return the processes that any thread of a process started, where the system tells."""
    listed = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for text in map(_read, listed) for child in text.split()]


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def is_alive(pid: int) -> bool:
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def test_the_parent(command: Command, whole: bytes) -> None:
    out, rng, kills = command.folder / "out", random.Random(1), 0  # noqa: S311 - a test's
    while kills < ROUNDS:
        if kills % 5 == 4 and out.exists():  # begin anew now and then
            for path in out.iterdir():
                path.unlink()
        before = len(list(out.glob("*.done")))
        process = command.start(*ARGUMENTS)
        wait_for(process, out, before + rng.randint(0, 6))
        time.sleep(rng.uniform(0, 0.03))
        workers = children(process.pid)
        process.kill()
        process.wait()
        kills += 1
        deadline = time.monotonic() + 20
        while any(map(is_alive, workers)) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not any(map(is_alive, workers))
    done = command.run(*ARGUMENTS)
    assert done.returncode == 1
    assert union(out) == whole
    assert snapshot(out) == snapshot(command.folder / "undisturbed")


@pytest.mark.skipif(not CHILDREN.exists(), reason="finds processes through /proc")
def test_a_converting_worker(command: Command, whole: bytes) -> None:
    out, rng = command.folder / "out", random.Random(2)  # noqa: S311 - a test's
    process = command.start(*ARGUMENTS)
    kills = 0
    while process.poll() is None:
        if workers := children(process.pid):
            with suppress(ProcessLookupError):  # it has come to its end by itself
                os.kill(rng.choice(workers), 9)
                kills += 1
        # The second worker that dies of a page costs the page: not before its part is made.
        wait_for(process, out, len(list(out.glob("*.done"))) + rng.randint(1, 9))
        time.sleep(rng.uniform(0, 0.02))
    assert kills
    assert process.returncode == 1
    assert union(out) == whole
    assert snapshot(out) == snapshot(command.folder / "undisturbed")


@pytest.mark.parametrize("signal", [2, 15])
def test_a_signal_is_told_and_the_next_run_goes_on(
    command: Command, whole: bytes, signal: int
) -> None:
    out = command.folder / "out"
    (command.folder / "many" / "last.html").write_bytes(ENDLESS())
    process = command.start(*ARGUMENTS, "--page-timeout", "60")
    wait_for(process, out, 3)
    process.send_signal(signal)
    _, talk = process.communicate(timeout=60)
    assert process.returncode == 128 + signal
    assert talk.endswith(b"out/: stopped; the same command makes what is missing\n")
    assert not manifest(out)["complete"]
    assert not list(out.glob(".pubmed-scraper-*"))
    assert command.run(*ARGUMENTS, "--page-timeout", "0.5").returncode == 1
    assert union(out) == whole


def test_two_runs_in_one_folder(here: Here) -> None:
    (here.folder / "1.html").write_bytes(page(1))
    out = here.folder / "out"
    out.mkdir()
    with locked(out):
        done = here.run("convert", "1.html", "-o", "out/")
        assert done.status == 5
        assert f"batch_locked: process {os.getpid()} on " in done.talk
        (out / ".lock.owner").unlink()
        assert (
            "another process writes into this" in here.run("convert", "1.html", "-o", "out/").talk
        )
    assert here.run("convert", "1.html", "-o", "out/").status == 0
