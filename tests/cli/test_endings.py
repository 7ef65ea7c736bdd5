"""How a run may end before its time: signals, a closed pipe. And that it streams."""

import os
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from tests.cli.command import Command, Process, page, pmids

pytestmark = pytest.mark.usefixtures("unmeasured")

PATIENCE = 30
SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


def feed(process: Process, *names: str) -> None:
    """Name pages to a command that reads ``--files-from -``."""
    assert process.stdin is not None
    process.stdin.write("".join(f"{name}\n" for name in names).encode())
    process.stdin.flush()


def line(stream: IO[bytes] | None) -> bytes:
    """Read one line that is there now or soon."""
    assert stream is not None
    assert select.select([stream], [], [], PATIENCE)[0], "no line came"
    return stream.readline()


def test_the_first_record_comes_before_the_list_ends(command: Command, three: list[str]) -> None:
    process = command.start("convert", "--files-from", "-")
    for number, name in enumerate(three, start=1):
        feed(process, name)
        assert pmids(line(process.stdout)) == [str(number)]
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 0


def test_an_error_line_comes_before_the_list_ends(command: Command, tmp_path: Path) -> None:
    process = command.start("convert", "--files-from", "-", "--errors", "errors.jsonl")
    feed(process, "gone.html")
    assert line(process.stderr).startswith(b"gone.html: unreadable: ")
    wait_for(lambda: (tmp_path / "errors.jsonl").read_bytes().endswith(b"\n"))


@pytest.mark.parametrize(("number", "status"), SIGNALS)
def test_a_signal_leaves_the_records_done(
    command: Command, three: list[str], number: signal.Signals, status: int
) -> None:
    process = command.start("convert", "--files-from", "-", "--format", "json")
    feed(process, *three[:2])
    first = [line(process.stdout) for _ in range(2)]
    process.send_signal(number)
    rest, talk = process.communicate(timeout=60)
    assert (process.returncode, talk) == (status, b"")
    assert first[0] == b"[\n"
    assert rest.endswith(b"\n]\n")


@pytest.mark.parametrize(("number", "status"), SIGNALS)
def test_a_signal_leaves_the_file(
    command: Command, three: list[str], tmp_path: Path, number: signal.Signals, status: int
) -> None:
    (tmp_path / "out.jsonl").write_text("before")
    process = command.start("convert", "gone.html", *three, "--files-from", "-", "-o", "out.jsonl")
    assert line(process.stderr).startswith(b"gone.html: ")
    assert any(path.suffix == ".tmp" for path in tmp_path.iterdir())
    process.send_signal(number)
    assert process.communicate(timeout=60) == (
        b"",
        b"out.jsonl: not_written: the run did not come to a good end\n",
    )
    assert process.returncode == status
    assert (tmp_path / "out.jsonl").read_text() == "before"
    assert not any(path.suffix == ".tmp" for path in tmp_path.iterdir())


def test_a_signal_that_the_parent_ignores_stays_ignored(command: Command, three: list[str]) -> None:
    process = command.start(
        "convert", "--files-from", "-", before=("sh", "-c", 'trap "" INT; exec "$@"', "sh")
    )
    feed(process, three[0])
    assert line(process.stdout)
    process.send_signal(signal.SIGINT)
    feed(process, three[1])
    assert pmids(line(process.stdout)) == ["2"]
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 0


def test_a_signal_waits_for_the_line_and_a_second_one_does_not(
    command: Command, tmp_path: Path
) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.html").write_bytes(page(number, f"{number}" + "long " * 50_000))
    process = command.start("convert", "1.html", "2.html")
    assert process.stdout is not None
    head = os.read(
        process.stdout.fileno(), 1
    )  # the rest does not fit into the pipe: it is being written
    process.send_signal(signal.SIGTERM)
    time.sleep(0.2)
    assert process.poll() is None
    whole = head + process.communicate(timeout=60)[0]
    assert process.returncode == 143
    assert pmids(whole) == ["1"]
    assert whole.endswith(b"}\n")

    process = command.start("convert", "1.html", "2.html")
    assert process.stdout is not None
    os.read(process.stdout.fileno(), 1)
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
    assert process.wait(timeout=60) == 143


@pytest.mark.parametrize("format_", ["jsonl", "json", "pretty"])
def test_a_closed_pipe_ends_quietly(command: Command, three: list[str], format_: str) -> None:
    process = command.start("convert", "--files-from", "-", "--format", format_)
    feed(process, three[0])
    assert line(process.stdout)
    assert process.stdout is not None
    process.stdout.close()
    feed(process, *three)
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 141


def test_head_ends_quietly(command: Command, three: list[str]) -> None:
    assert three
    shell = ("bash", "-c", 'set -o pipefail; "$@" | head -1', "bash")
    done = command.run("convert", *[name for name in three for _ in range(50)], before=shell)
    assert pmids(done.stdout) == ["1"]
    assert done.stderr == b""
    assert done.returncode in {0, 141}


def test_talk_that_nobody_reads_ends_quietly(command: Command, three: list[str]) -> None:
    process = command.start("convert", "--files-from", "-")
    feed(process, three[0])
    assert line(process.stdout)
    assert process.stderr is not None
    process.stderr.close()
    feed(process, "gone.html")
    assert process.wait(timeout=60) == 1


def test_standard_input_that_cannot_be_read(command: Command) -> None:
    with Path("/proc/self/mem").open("rb") as memory:
        done = command.run("convert", "-", stdin=memory.fileno())
    assert done.returncode == 1
    assert done.stderr.startswith(b"-: unreadable: ")


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)
