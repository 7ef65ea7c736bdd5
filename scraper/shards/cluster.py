"""Shards on a Dask cluster: that of a scheduler, or one of processes on this machine.

Dask brings a lost worker's shard to another one. A shard whose workers die again and again is
given up and reported; the next run tries it again.
"""

import asyncio
import logging
import signal
import sys
from collections.abc import Iterable, Iterator
from concurrent import futures
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from scraper import __version__
from scraper.errors import BatchError, ClusterFailed, ShardFailed
from scraper.shards.local import FATAL, failed
from scraper.shards.marker import Done
from scraper.shards.plan import Shard
from scraper.shards.shard import Job, convert_shard
from scraper.workers import Limits, Workers

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

_OURS: Final = ["pubmed-scraper", "scraper"]
"""What distributed knows us by, as a distribution; before 2024.9 as a module."""
_RETRIES: Final = 2
_AHEAD: Final = 2
"""How many shards each thread of the cluster has at hand or waiting."""
_SETTINGS: Final = {
    "distributed.worker.daemon": False,  # else it could not have workers of its own
    "distributed.worker.multiprocessing-method": "spawn",
    "distributed.admin.event-loop": "asyncio",
}

_LOGS: Final = ("distributed", "distributed.client")
_LOST: Final = (OSError, RuntimeError, ValueError, futures.CancelledError, asyncio.CancelledError)
"""What distributed raises, depending on its version, where a cluster does not answer."""
_IDLE: Final[dict[Limits, list[Workers]]] = {}
"""In a worker of a cluster: processes that wait for the next shard, as they take long to start.
They end with it."""


def cluster(
    shards: Iterable[Shard], job: Job, *, jobs: int, scheduler: str | None = None
) -> Iterator[Done | ShardFailed]:
    """Convert shards on a cluster; see :data:`scraper.shards.local.Engine`.

    Args:
        shards: the shards; few are asked for ahead of the cluster.
        job: what they have in common.
        jobs: how many processes a cluster of our own has.
        scheduler: the address of a cluster's scheduler (``tcp://host:8786``).

    Raises:
        BatchError: Dask is not installed, or the cluster cannot be used.
        OSError: the disk is full, or cannot be written.
    """
    with _client(jobs, scheduler) as client:
        from distributed import as_completed  # noqa: PLC0415 - an extra

        row = iter(shards)
        running: dict[Future[Done], str] = {}
        ended = as_completed()
        while True:
            for shard in islice(row, _room(client, len(running), scheduler)):
                with _reached(scheduler):
                    future = client.submit(convert_alone, shard, job, pure=False, retries=_RETRIES)
                running[future] = shard.name
                ended.add(future)
            if not running:
                return
            future = next(ended)
            yield _result(future, running.pop(future), scheduler)


def _room(client: "Client", running: int, scheduler: str | None) -> int:
    """Say how many more shards the cluster shall have now; its size may change."""
    with _reached(scheduler):
        threads: int = sum(client.nthreads().values())
    return max(0, _AHEAD * max(1, threads) - running)


@contextmanager
def _reached(scheduler: str | None) -> Iterator[None]:
    try:
        yield
    except _LOST as error:
        message = f"the cluster does not answer ({error}); check its address and that it runs"
        raise ClusterFailed(message, source=scheduler) from error


def convert_alone(shard: Shard, job: Job) -> Done:
    """Convert a shard in a worker of a cluster, which no page of it can break."""
    idle = _IDLE.setdefault(job.limits, [])
    workers = idle.pop() if idle else Workers(1, job.limits)
    try:
        return convert_shard(shard, job, workers.run)
    finally:
        idle.append(workers)


def _result(future: "Future[Done]", name: str, scheduler: str | None) -> Done | ShardFailed:
    with _reached(scheduler):
        error = future.exception()
        if error is None:
            return future.result()
    if future.cancelled():
        message = "the cluster lost its scheduler; run the same command again"
        raise ClusterFailed(message, source=scheduler)
    if isinstance(error, FATAL):
        raise error
    return failed(name, error)


@contextmanager
def _client(jobs: int, scheduler: str | None) -> Iterator["Client"]:
    try:
        import dask  # noqa: PLC0415 - an extra
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "to run on Dask: pip install 'pubmed-scraper[dask]'"
        raise BatchError(message) from error
    for name in _LOGS:  # what matters comes to us as an exception
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(_SETTINGS))
        with _reached(scheduler):
            place = scheduler or stack.enter_context(_own(jobs))
            client = stack.enter_context(Client(place))
        if scheduler:
            _check(client, scheduler)
        yield client


def _own(jobs: int) -> "LocalCluster":
    """Start a cluster of processes on this machine."""
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    with _uninterrupted():
        return LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # else it takes port 8787
            silence_logs=logging.CRITICAL,
        )


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Have processes that are started here, and by threads of here, pass over Ctrl-C.

    It is for this process, which is told when the block ends.
    """
    if sys.platform == "win32":  # pragma: no cover - where a signal cannot be held back
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415 - with the cluster only

    resource_tracker.ensure_running()  # later it would let signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _check(client: "Client", scheduler: str) -> None:
    """Refuse workers that would not write the same records."""
    said: Any = client.get_versions(packages=_OURS)
    here = (__version__, "{}.{}".format(*sys.version_info))
    for address, worker in said["workers"].items():
        python = ".".join(worker["host"]["python"].split(".")[:2])
        packages = worker["packages"]
        there = (next(filter(None, map(packages.get, _OURS)), None), python)
        if there != here:
            message = (
                f"worker {address} has pubmed-scraper {there[0]} and Python {there[1]}, this "
                f"machine {here[0]} and {here[1]}; install the same on all"
            )
            raise ClusterFailed(message, source=scheduler)
