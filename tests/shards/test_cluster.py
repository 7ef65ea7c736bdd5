"""Shards on a Dask cluster, which lives in processes of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scraper import __version__
from scraper.errors import ClusterFailed, OutputError, ShardFailed, StoreError
from scraper.shards import cluster
from scraper.shards.plan import Piece, Shard
from scraper.shards.shard import Job
from tests.cli.command import Command, page
from tests.cli.here import Here
from tests.shards.folder import snapshot, union
from tests.shards.test_kill import children, wait_for

SIZE = ("--shard-size", "8KiB", "--page-timeout", "0.5")
SCHEDULER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def dask(command: Command) -> Command:
    """Let libraries warn as they like."""
    command.env |= {"PYTHONWARNINGS": "default", "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    return command


@pytest.fixture
def whole(dask: Command) -> bytes:
    """Write pages, two of which cannot be read, and convert them without a cluster."""
    many = dask.folder / "many"
    many.mkdir()
    for number in range(1, 61):
        (many / f"{number:02}.html").write_bytes(page(number))
    (many / "07.html").write_bytes(b"")
    (many / "33.html").write_bytes(page(33, "<p>x" * 2_000_000))  # takes a parser a second
    dask.run("convert", "many", "-o", "undisturbed/", *SIZE)
    return union(dask.folder / "undisturbed")


@pytest.fixture
def scheduler(dask: Command, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a cluster that works in another folder."""
    with subprocess.Popen(
        [sys.executable, "-c", SCHEDULER],
        cwd=tmp_path_factory.mktemp("elsewhere"),
        env=dask.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        yield process.stdout.readline().decode().strip()
        process.stdin.close()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds processes through /proc")
def test_a_worker_is_killed(dask: Command, whole: bytes) -> None:
    out = dask.folder / "out"
    process = dask.start("convert", "many", "-o", "out/", *SIZE, "--engine", "dask", "-j", "2")
    wait_for(process, out, 3)
    started = [pid for pid in children(process.pid) if b"spawn_main" in cmdline(pid)]
    assert len(started) == 2
    os.kill(started[0], signal.SIGKILL)
    assert process.wait(60) == 1
    assert union(out) == whole
    assert snapshot(out) == snapshot(dask.folder / "undisturbed")


def cmdline(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


@pytest.mark.usefixtures("unmeasured")
def test_ctrl_c_and_the_next_run_without_a_cluster(dask: Command, whole: bytes) -> None:
    out = dask.folder / "out"
    process = dask.start(
        "convert", "many", "-o", "out/", *SIZE, "--page-timeout", "60", "--engine", "dask", "-j", "2",
        before=("setsid",),
    )  # fmt: skip
    wait_for(process, out, 1)
    os.killpg(process.pid, signal.SIGINT)
    begun = time.monotonic()
    _, talk = process.communicate(timeout=60)
    assert time.monotonic() - begun < 30
    assert process.returncode == 130
    assert talk.endswith(b"out/: stopped; the same command makes what is missing\n")
    assert b"Traceback" not in talk
    dask.run("convert", "many", "-o", "out/", *SIZE)
    assert union(out) == whole


def test_a_cluster_of_others(dask: Command, whole: bytes, scheduler: str) -> None:
    options = (*SIZE, "--engine", "dask", "--scheduler", scheduler)
    done = dask.run("convert", "many", "-o", "out/", *options)
    assert done.returncode == 1
    assert done.stderr.count(b"many/07.html: unreadable: ") == 1
    assert done.stderr.count(b"many/33.html: parser_limit: ") == 1
    assert union(dask.folder / "out") == whole


def test_a_cluster_that_goes_away(dask: Command, whole: bytes) -> None:
    script = [sys.executable, "-c", SCHEDULER]
    pipe = subprocess.PIPE
    with subprocess.Popen(script, env=dask.env, stdin=pipe, stdout=pipe) as scheduler:
        assert scheduler.stdout
        address = scheduler.stdout.readline().decode().strip()
        options = (*SIZE, "--engine", "dask", "--scheduler", address)
        process = dask.start("convert", "many", "-o", "out/", *options)
        wait_for(process, dask.folder / "out", 2)
        scheduler.kill()
        _, talk = process.communicate(timeout=60)
    assert process.returncode == 1
    assert f"{address}: cluster_failed: ".encode() in talk
    assert b"Traceback" not in talk
    dask.run("convert", "many", "-o", "out/", *SIZE)
    assert union(dask.folder / "out") == whole


def test_no_scheduler(dask: Command) -> None:
    (dask.folder / "1.html").write_bytes(page(1))
    options = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    done = dask.run("convert", "1.html", "-o", "out/", *options)
    assert done.returncode == 1
    assert done.stderr.startswith(b"tcp://127.0.0.1:9: cluster_failed: the cluster does not answer")


def test_without_dask(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    (here.folder / "1.html").write_bytes(page(1))
    monkeypatch.setitem(sys.modules, "dask", None)
    done = here.run("convert", "1.html", "-o", "out/", "--engine", "dask")
    assert (done.status, "pip install 'pubmed-scraper[dask]'" in done.talk) == (2, True)
    assert here.run("convert", "1.html", "-o", "out/").status == 0
    assert (
        here.run("convert", "1.html", "-o", "out/", "--engine", "dask").status == 0
    )  # all is there


class Client:
    """Says what its workers have."""

    def __init__(self, version: str | None, python: str) -> None:
        self._version, self._python = version, python

    def get_versions(self, packages: list[str]) -> dict[str, Any]:
        worker = {
            "host": {"python": self._python},
            "packages": dict.fromkeys(packages, self._version),
        }
        return {"workers": {"tcp://w": worker}}


def test_workers_of_another_version() -> None:
    here = "{}.{}.0.final.0".format(*sys.version_info)
    cluster._check(Client(__version__, here), "tcp://s")  # type: ignore[arg-type] # noqa: SLF001
    for version, python in (("0.0.1", here), (None, here), (__version__, "3.1.0")):
        with pytest.raises(ClusterFailed, match="worker tcp://w has pubmed-scraper") as caught:
            cluster._check(Client(version, python), "tcp://s")  # type: ignore[arg-type] # noqa: SLF001
        assert caught.value.source == "tcp://s"


class Failed:
    """A future of a task that failed."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def exception(self) -> Exception:
        return self._error

    def cancelled(self) -> bool:
        return False


class Lost(Failed):
    """A future of a cluster that is lost."""

    def exception(self) -> Exception:
        raise self._error


class Cancelled(Failed):
    """The same in other versions."""

    def cancelled(self) -> bool:
        return True


@pytest.mark.parametrize("future", [Lost(OSError("closed")), Cancelled(ValueError("x"))])
def test_a_lost_cluster_is_no_full_disk(future: Failed) -> None:
    with pytest.raises(ClusterFailed) as caught:
        cluster._result(future, "part-00001", "tcp://s")  # type: ignore[arg-type] # noqa: SLF001
    assert caught.value.source == "tcp://s"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (StoreError("gone", source="s3://x"), "s3://x: gone"),
        (StoreError("gone"), "gone"),
        (RuntimeError("worker died"), "RuntimeError: worker died; run the same command again"),
    ],
)
def test_a_shard_that_failed_is_told(error: Exception, message: str) -> None:
    result = cluster._result(Failed(error), "part-00001", None)  # type: ignore[arg-type] # noqa: SLF001
    assert isinstance(result, ShardFailed)
    assert (result.message, result.source) == (message, "part-00001")


@pytest.mark.parametrize("error", [OSError("full"), OutputError("no pyarrow")])
def test_what_no_shard_can_do_ends_the_run(error: Exception) -> None:
    with pytest.raises(type(error)):
        cluster._result(Failed(error), "part-00001", None)  # type: ignore[arg-type] # noqa: SLF001


def test_a_worker_keeps_its_processes(tmp_path: Path) -> None:
    (tmp_path / "1.html").write_bytes(page(1))
    job = Job(output=str(tmp_path), folder=str(tmp_path), format_="jsonl", max_bytes=2**20)
    try:
        for number in (0, 1):
            done = cluster.convert_alone(Shard(number, (Piece("1.html", 9),)), job)
            assert (done.records, done.part) == (1, f"part-0000{number}.jsonl")
        assert [*map(len, cluster._IDLE.values())] == [1]  # noqa: SLF001
    finally:
        cluster._IDLE.popitem()[1][0].close()  # noqa: SLF001
