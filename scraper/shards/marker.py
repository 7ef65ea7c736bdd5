"""``part-00000.done``: a part is whole, and what is in it."""

from collections.abc import Iterable, Mapping
from typing import Final

import attrs
import msgspec

from scraper.shards.manifest import Counts
from scraper.shards.plan import Summary
from scraper.shards.store import Store

DONE: Final = ".done"
"""What the names of markers end with."""


@attrs.frozen(kw_only=True)
class Done(Counts):
    """A marker: a part is whole."""

    shard: Summary
    """What the part is made of."""
    part: str
    """The part's name."""
    size: int
    """The part's bytes."""
    sha256: str
    """Of the part."""
    errors: str | None
    """The name of the error objects' file, where there are some."""


def markers(summaries: Iterable[Summary], store: Store) -> dict[int, Done]:
    """Return the markers of the shards whose parts are whole, by number."""
    sizes = store.sizes()
    found = store.read_all([name for name in sizes if name.endswith(DONE)])
    there: dict[int, Done] = {}
    for number, summary in enumerate(summaries):
        done = _marker(found.get(summary.name + DONE))
        if done and done.shard == summary and _is_whole(done, sizes):
            there[number] = done
    return there


def _marker(data: bytes | None) -> Done | None:
    try:
        return msgspec.json.decode(data or b"", type=Done)
    except (msgspec.DecodeError, UnicodeError):  # torn, where the store can do that
        return None


def _is_whole(done: Done, sizes: Mapping[str, int]) -> bool:
    return sizes.get(done.part) == done.size and (done.errors is None or done.errors in sizes)
