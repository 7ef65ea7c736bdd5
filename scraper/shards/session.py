"""One run over a folder of parts: what is there is counted, what is missing is made."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

import attrs
from attrs import frozen

from scraper.errors import BatchError, ScraperError, ShardFailed
from scraper.shards.local import Engine
from scraper.shards.manifest import Counts, Manifest
from scraper.shards.marker import Done, markers
from scraper.shards.plan import Plan, Shard, planned
from scraper.shards.shard import Job
from scraper.shards.store import Store, store_at

_SUMMED: Final = ("pages", "records", "other_hosts", "other_xml")


@contextmanager
def session(items: Iterable[str | ScraperError], job: Job, shard_size: int) -> Iterator["Session"]:
    """Open a folder of parts, made where there is none, for one run.

    Args:
        items: the inputs, as :func:`scraper.sources.find.find` gives them.
        job: how they are converted, and to where.
        shard_size: how many bytes of input a shard has at least.

    Raises:
        BatchError: the folder is another run's; :class:`BatchLocked` while that goes on.
        StoreError: a store does not answer.
        OSError: the folder cannot be written.
    """
    store = store_at(job.output)
    store.open()
    with store.lock(), planned(items, shard_size) as plan:
        manifest = Manifest(settings=job.settings(shard_size), shards=plan.summaries)
        try:
            manifest.settle(store)
        except BatchError as error:
            error.source = job.output
            raise
        yield Session(plan, manifest, store, job)


@frozen
class Session:
    """A run with its plan."""

    _plan: Plan
    _manifest: Manifest
    _store: Store
    _job: Job

    @property
    def parts(self) -> int:
        """How many parts there are to be."""
        return len(self._plan.summaries)

    def there(self) -> dict[int, Done]:
        """Return the markers of the parts that are there, by their numbers."""
        return markers(self._plan.summaries, self._store)

    def make(self, there: dict[int, Done], engine: Engine) -> Iterator[Done | ShardFailed]:
        """Make the parts that are missing, and say so when all are there.

        Args:
            there: what is there; what is made comes to it.
            engine: what makes them.
        """
        numbers = {summary.name: at for at, summary in enumerate(self._plan.summaries)}
        is_whole = len(there) == self.parts  # and no cluster has to be started for it
        for result in () if is_whole else engine(self._missing(there), self._job):
            if isinstance(result, Done):
                there[numbers[result.shard.name]] = self._seen(result)
            yield result
        if len(there) == self.parts:
            whole = attrs.evolve(self._manifest, complete=True, counts=_sum(there.values()))
            whole.write(self._store)

    def errors(self, done: Done) -> Iterator[bytes]:
        """Return a part's error objects, a line each."""
        return iter((self._store.read(done.errors) or b"").splitlines() if done.errors else ())

    def _missing(self, there: dict[int, Done]) -> Iterator[Shard]:
        return (self._plan.shard(number) for number in range(self.parts) if number not in there)

    def _seen(self, done: Done) -> Done:
        """Have a part that another machine made.

        Raises:
            BatchError: it is not where this machine looks for it.
        """
        if self._store.size(done.part) != done.size:
            message = (
                "a worker wrote parts that do not arrive here; name a folder that all "
                "machines share, or an address such as s3://bucket/parts/"
            )
            raise BatchError(message, source=self._job.output)
        return done


def _sum(parts: Iterable[Done]) -> Counts:
    sums, failures = Counter[str](), Counter[str]()
    for done in parts:
        sums.update({name: getattr(done, name) for name in _SUMMED})
        failures.update(done.failures)
    return Counts(**sums, failures=dict(sorted(failures.items())))
