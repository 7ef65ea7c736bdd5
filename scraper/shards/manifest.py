"""``manifest.json``: what a folder of parts is made of, so that another run can go on.

It is written before the first part. Another run makes the same plan anew and compares.
"""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any, Final

import attrs
import msgspec

from scraper import __version__
from scraper.errors import BatchError
from scraper.model import SCHEMA_VERSION
from scraper.shards.plan import Summary
from scraper.shards.store import Store

NAME: Final = "manifest.json"
PART: Final = "part-"
_LAYOUT: Final = 1
_AGAIN: Final = "name another folder, or remove this one to begin anew"
_OPTIONS: Final = {
    "format": "--format",
    "compress": "--compress",
    "csv_raw": "--csv-raw",
    "fields": "--fields",
    "items": "--items",
    "max_bytes": "--max-bytes",
    "shard_size": "--shard-size",
}


@attrs.frozen(kw_only=True)
class Counts:
    """What parts hold together."""

    pages: int = 0
    records: int = 0
    failures: Mapping[str, int] = attrs.field(factory=dict)
    """How many pages or records gave none, by the code of the error."""
    other_hosts: int = 0
    """Records of WARC and WET files that are of other hosts than PubMed's."""
    other_xml: int = 0
    """XML files in archives that are not PubMed's."""


@attrs.frozen(kw_only=True)
class Manifest:
    """What stands in the file."""

    manifest: int = _LAYOUT
    """The version of this layout and of the rules that part inputs."""
    program: str = __version__
    schema_version: str = SCHEMA_VERSION
    settings: Mapping[str, Any]
    """The options that the records depend on."""
    complete: bool = False
    """Every part is there."""
    counts: Counts | None = None
    """Of all parts, once they are complete."""
    shards: list[Summary]

    def write(self, store: Store) -> None:
        """Write it, one shard a line."""
        rows = [msgspec.json.encode(row).decode() for row in self.shards]
        head = msgspec.json.encode(attrs.evolve(self, shards=[])).decode().removesuffix("[]}")
        store.put(NAME, (head + "[\n" + ",\n".join(rows) + "\n]}\n").encode())

    def settle(self, store: Store) -> None:
        """Write it into a new folder; in one that has a manifest, go on where it is the same.

        Raises:
            BatchError: it is another one, or the parts there have none.
        """
        data = store.read(NAME)
        if data is None:
            if any(name.startswith(PART) for name in store.sizes()):
                raise BatchError(f"it holds parts without a {NAME}; {_AGAIN}")
            self.write(store)
        elif found := next(self.differences(_read(data)), None):
            raise BatchError(f"{found}; {_AGAIN}")

    def differences(self, other: "Manifest") -> Iterator[str]:
        """Say in words what was otherwise in another run."""
        for name, mine, its in (
            ("version", self.program, other.program),
            ("schema", self.schema_version, other.schema_version),
        ):
            if mine != its:
                yield f"its parts were made with {name} {its} of this program, not {mine}"
        for key, option in _OPTIONS.items():
            now, then = self.settings.get(key), other.settings.get(key)
            if now != then:
                yield f"its parts were made with {option} {_shown(then)}, not {_shown(now)}"
        for shard, was in zip_longest(self.shards, other.shards):
            if shard != was:
                yield _other_inputs(shard, was)


def _other_inputs(shard: Summary | None, was: Summary | None) -> str:
    if was is None:
        return (
            f"there are more inputs than before; the first new ones are at {shard and shard.first}"
        )
    if shard is None:
        return f"there are fewer inputs than before; the first that are missing are at {was.first}"
    return (
        f"the inputs are not the same as before: {was.name} was made of {was.inputs:,} from "
        f"{was.first} on, {was.size:,} bytes; now it would be of {shard.inputs:,} from "
        f"{shard.first} on, {shard.size:,} bytes"
    )


def _shown(value: object) -> str:
    match value:
        case None | False:
            return "left out"
        case list() | tuple():
            return ",".join(value)
        case True:
            return "given"
        case _:
            return str(value)


def _read(data: bytes) -> Manifest:
    try:
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, UnicodeError) as error:
        message = f"its {NAME} cannot be read ({error}): another program's or version's; {_AGAIN}"
        raise BatchError(message) from error
