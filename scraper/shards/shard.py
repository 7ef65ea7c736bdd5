"""One shard from its inputs to its part, its errors and, last of all, its marker."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final

import attrs
import msgspec

from scraper import batch, encode, sinks
from scraper.errors import ScraperError, StoreError
from scraper.shards.marker import DONE, Done
from scraper.shards.plan import Piece, Shard
from scraper.shards.store import Store, store_at
from scraper.sources import Tally, source_name
from scraper.sources.archive import Archive, Found
from scraper.sources.containers import pages_between, pages_of
from scraper.sources.remote import is_url
from scraper.workers import Limits

Run = Callable[[Iterable[Found], batch.Work], Iterator[bytes | ScraperError]]
"""Does the work on pages, as :func:`scraper.batch.run`."""

ERRORS: Final = ".errors.jsonl"


@attrs.frozen(kw_only=True)
class Job:
    """What all shards of a run have in common."""

    output: str
    """The folder of the parts: an absolute path, or an address."""
    folder: str
    """The folder that the paths of inputs start from."""
    format_: str
    compress: str | None = None
    """``gz`` or ``zst``, where the parts are compressed as a whole."""
    csv_raw: bool = False
    fields: tuple[str, ...] | None = None
    items: bool = False
    max_bytes: int
    limits: Limits = attrs.field(factory=Limits)
    """What a page may take of the machine; a run may have others than the one before."""

    @property
    def ending(self) -> str:
        """What the names of parts end with."""
        return sinks.ENDINGS[self.format_] + (f".{self.compress}" if self.compress else "")

    @property
    def options(self) -> sinks.Options:
        """What is asked of a sink."""
        return sinks.Options(fields=self.fields, csv_raw=self.csv_raw)

    def settings(self, shard_size: int) -> Mapping[str, Any]:
        """Return the options that the records depend on, for the manifest."""
        return {
            "format": self.format_,
            "compress": self.compress,
            "csv_raw": self.csv_raw,
            "fields": self.fields and list(self.fields),
            "items": self.items,
            "max_bytes": self.max_bytes,
            "shard_size": shard_size,
        }


def convert_shard(shard: Shard, job: Job, run: Run) -> Done:
    """Convert a shard and write all its files; the marker appears last.

    Args:
        shard: what is converted.
        job: how, and to where.
        run: does the work on its pages.

    Raises:
        StoreError: a store does not answer; nothing is marked.
        OSError: the disk is full, or cannot be written.
    """
    store, tally, pages = store_at(job.output), Tally(), Counter[str]()
    found = _counted(_pages(shard, job, tally), pages)
    results = run(found, partial(batch.to_json, fields=job.fields, items=job.items))
    part = shard.name + job.ending
    with store.writing(part) as path:
        records, failures = _write(results, path, shard, job, store)
        size, digest = _measured(path)
    if not failures:
        store.remove(shard.name + ERRORS)  # of a run that was killed, and read what is lost now
    done = Done(
        pages=pages.total(),
        records=records,
        failures=dict(sorted(failures.items())),
        other_hosts=tally.other_hosts,
        other_xml=tally.other_xml,
        shard=shard.summary(),
        part=part,
        size=size,
        sha256=digest,
        errors=shard.name + ERRORS if failures else None,
    )
    store.put(shard.name + DONE, msgspec.json.encode(done) + b"\n")
    return done


def _write(
    results: Iterable[bytes | ScraperError], path: str, shard: Shard, job: Job, store: Store
) -> tuple[int, Counter[str]]:
    """Write records and errors; return the number of records, and of errors by code."""
    records, failures = 0, Counter[str]()
    with ExitStack() as errors, sinks.open_sink(job.format_, path, job.options) as sink:
        log: sinks.Stream | None = None
        for result in results:
            if isinstance(result, StoreError):
                raise result
            if isinstance(result, ScraperError):
                failures[result.code] += 1
                log = log or errors.enter_context(_log(store, shard))
                log.write(encode.encode_error(result) + b"\n")
            else:
                records += 1
                sink.write(result)
    return records, failures


def _pages(shard: Shard, job: Job, tally: Tally) -> Iterator[Found]:
    for piece in shard.pieces:
        if isinstance(piece, Piece):
            yield from _piece_pages(piece, job, tally)
        else:
            yield piece


def _piece_pages(piece: Piece, job: Job, tally: Tally) -> Iterator[Found]:
    archive = Archive(source_name(piece.path), job.max_bytes, tally)
    place = piece.path if is_url(piece.path) else os.path.join(job.folder, piece.path)  # noqa: PTH118 - keeps the spelling
    if piece.end is None:
        return pages_of(place, archive)
    return pages_between(place, archive, piece.start, piece.end)


def _counted(found: Iterable[Found], pages: Counter[str]) -> Iterator[Found]:
    for page in found:
        pages["read"] += 1
        yield page


@contextmanager
def _log(store: Store, shard: Shard) -> Iterator[sinks.Stream]:
    with store.writing(shard.name + ERRORS) as path, sinks.atomic(path) as stream:
        yield stream


def _measured(path: str) -> tuple[int, str]:
    """Return a file's size and SHA-256."""
    with Path(path).open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
        return file.tell(), digest
