"""Shards on this machine, one after the other."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from scraper import batch
from scraper.errors import ScraperError, ShardFailed
from scraper.shards.plan import Shard
from scraper.shards.shard import Done, Job, Run, convert_shard

Engine = Callable[[Iterable[Shard], Job], Iterator[Done | ShardFailed]]
"""Converts shards, in any order; asks for them as it can take them.

A part that cannot be made is an error in its place. :class:`OSError` means that none can: the
disk is full.
"""


def local(shards: Iterable[Shard], job: Job, run: Run = batch.run) -> Iterator[Done | ShardFailed]:
    """Convert shards one after the other; see :data:`Engine`."""
    for shard in shards:
        try:
            yield convert_shard(shard, job, run)
        except OSError:
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
