"""Shards on this machine, one after the other."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from scraper.errors import OutputError, ScraperError, ShardFailed
from scraper.shards.marker import Done
from scraper.shards.plan import Shard
from scraper.shards.shard import Job, convert_shard
from scraper.workers import Workers

Engine = Callable[[Iterable[Shard], Job], Iterator[Done | ShardFailed]]
"""Converts shards, in any order; asks for them as it can take them.

A part that cannot be made is an error in its place. What means that none can be made, it raises.
"""

FATAL: Final = (OSError, OutputError)
"""No part can be made: the disk is full, a library is missing."""


def local(shards: Iterable[Shard], job: Job, *, jobs: int) -> Iterator[Done | ShardFailed]:
    """Convert shards one after the other, the pages of each in ``jobs`` processes; an engine."""
    with Workers(jobs, job.limits) as workers:
        for shard in shards:
            try:
                yield convert_shard(shard, job, workers.run)
            except FATAL:
                raise
            except Exception as error:  # noqa: BLE001 - the fault of one part
                yield failed(shard.name, error)


def failed(name: str, error: BaseException) -> ShardFailed:
    """Say of a part why it was not made."""
    if isinstance(error, ScraperError):
        where = f"{error.source}: " if error.source else ""
        return ShardFailed(f"{where}{error.message}", source=name)
    message = f"{type(error).__name__}: {error}; run the same command again"
    return ShardFailed(message, source=name)
