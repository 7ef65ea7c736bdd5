"""Which input goes into which part: the same names and sizes give the same parts."""

import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from tempfile import TemporaryFile
from typing import IO, Final

from attrs import frozen

from scraper.errors import BatchError, ScraperError, StoreError
from scraper.sources import source_name
from scraper.sources.kinds import can_be_split
from scraper.sources.remote import is_url, size_of

SHARD_SIZE: Final = 128 * 2**20
"""Bytes of input in a shard: ten million pages of 100 KB give 7,500 parts."""

_LEAST: Final = 4096
"""What an input counts at least, so that no shard has too many."""

_MOST: Final = 100_000


@frozen
class Piece:
    """One input: a page, a container, or a part of a compressed WARC."""

    path: str
    """As the user gave it; it becomes the records' source."""
    size: int
    """How many bytes; 0 where that cannot be told."""
    start: int = 0
    """Where the part begins."""
    end: int | None = None
    """Where the next part begins; None for a whole file."""


@frozen
class Shard:
    """The inputs of one part."""

    number: int
    """Counted from 0."""
    pieces: tuple[Piece | ScraperError, ...]
    """The inputs in order; an error stands for one that cannot be found."""

    @property
    def name(self) -> str:
        """What its files' names begin with: ``part-00000``."""
        return f"part-{self.number:05}"

    def summary(self) -> "Summary":
        """Return what the manifest keeps of it."""
        digest = sha256()
        for piece in self.pieces:
            digest.update(_said(piece))
        size = sum(piece.size for piece in self.pieces if isinstance(piece, Piece))
        return Summary(self.name, _name(self.pieces[0]), len(self.pieces), size, digest.hexdigest())


@frozen
class Summary:
    """A shard in the manifest."""

    name: str
    first: str
    """The name of its first input."""
    inputs: int
    """How many there are."""
    size: int
    """Their bytes together."""
    sha256: str
    """Of the names and sizes of its inputs."""


class Plan:
    """All shards of a run; the names of their inputs lie on the disk, not in memory."""

    def __init__(self, row: Iterable[Shard], spool: IO[bytes]) -> None:
        """Take the shards, and keep them in a file."""
        self._spool = spool
        self._offsets: list[int] = []
        self.summaries: list[Summary] = []
        """The shards in order."""
        for shard in row:
            self._offsets.append(spool.tell())
            pickle.dump(shard, spool)
            self.summaries.append(shard.summary())

    def shard(self, number: int) -> Shard:
        """Return a shard with all its inputs."""
        self._spool.seek(self._offsets[number])
        shard = pickle.load(self._spool)  # noqa: S301 - written above
        assert isinstance(shard, Shard)  # noqa: S101 - for the types
        return shard


@contextmanager
def planned(items: Iterable[str | ScraperError], shard_size: int) -> Iterator[Plan]:
    """Make a plan.

    Args:
        items: the inputs, as :func:`scraper.sources.find.find` gives them.
        shard_size: how many bytes of input a shard has at least, but the last.

    Raises:
        StoreError: a store does not answer.
    """
    with TemporaryFile() as spool:
        yield Plan(shards(pieces(items, shard_size), shard_size), spool)


def shards(row: Iterable[Piece | ScraperError], shard_size: int) -> Iterator[Shard]:
    """Part a row of inputs where ``shard_size`` bytes are full.

    Raises:
        BatchError: the parts are so many that their names would be out of order.
    """
    held: list[Piece | ScraperError] = []
    number = weight = 0
    for piece in row:
        if number == _MOST:
            message = f"more than {_MOST:,} parts; make them larger: --shard-size {shard_size * 10}"
            raise BatchError(message)
        held.append(piece)
        weight += max(piece.size if isinstance(piece, Piece) else 0, _LEAST)
        if weight >= shard_size:
            yield Shard(number, tuple(held))
            held, number, weight = [], number + 1, 0
    if held:
        yield Shard(number, tuple(held))


def pieces(items: Iterable[str | ScraperError], shard_size: int) -> Iterator[Piece | ScraperError]:
    """Look up the sizes of inputs, and cut what is too large and can be cut."""
    for item in items:
        if isinstance(item, StoreError):
            raise item
        if isinstance(item, ScraperError):
            yield item
            continue
        size = _size(item)
        if can_be_split(item) and size > shard_size:
            for start in range(0, size, shard_size):
                end = start + shard_size
                yield Piece(item, min(end, size) - start, start, end)
        else:
            yield Piece(item, size)


def _size(path: str) -> int:
    """Return a file's size; 0 where reading it will tell what is wrong."""
    try:
        return size_of(path) if is_url(path) else os.stat(path).st_size  # noqa: PTH116 - a million
    except (OSError, ValueError):
        return 0


def _name(piece: Piece | ScraperError) -> str:
    return source_name(piece.path) if isinstance(piece, Piece) else str(piece.source)


def _said(piece: Piece | ScraperError) -> bytes:
    if isinstance(piece, Piece):
        parts = [piece.path, str(piece.size), str(piece.start)]
    else:
        parts = [str(piece.source), piece.code, piece.message]
    return "\0".join([*parts, "\n"]).encode("utf-8", "surrogateescape")
