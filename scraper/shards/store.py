"""The folder that parts go to: on the disk, or in a store that fsspec knows."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from scraper import sinks
from scraper.shards.lock import locked
from scraper.sources.remote import answering, filesystem, is_url

_FILE = "file://"
_TEMPORARY = ".pubmed-scraper-*"  # see scraper/sinks/files.py


class Store(Protocol):
    """A folder whose files appear whole or not at all."""

    def open(self) -> None:
        """Make the folder where there is none."""

    def sizes(self) -> dict[str, int]:
        """Return the sizes of its files by their names."""

    def read(self, name: str) -> bytes | None:
        """Return a small file; None where there is none."""

    def read_all(self, names: list[str]) -> dict[str, bytes]:
        """Return small files by their names."""

    def size(self, name: str) -> int | None:
        """Return a file's size; None where there is none."""

    def put(self, name: str, data: bytes) -> None:
        """Write a small file."""

    def remove(self, name: str) -> None:
        """Remove a file where there is one."""

    def writing(self, name: str) -> AbstractContextManager[str]:
        """Give the path of a local file to write, which is ``name`` after the block."""

    def lock(self) -> AbstractContextManager[None]:
        """Keep other runs out, as far as the place can do that, and clean up after dead ones."""


class LocalFolder:
    """A folder on the disk."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)

    def open(self) -> None:
        """Make the folder."""
        self._path.mkdir(parents=True, exist_ok=True)

    def sizes(self) -> dict[str, int]:
        """List it."""
        with os.scandir(self._path) as entries:
            return {entry.name: entry.stat().st_size for entry in entries if entry.is_file()}

    def read(self, name: str) -> bytes | None:
        """Read a file."""
        with suppress(FileNotFoundError):
            return (self._path / name).read_bytes()
        return None

    def read_all(self, names: list[str]) -> dict[str, bytes]:
        """Read files."""
        return {name: (self._path / name).read_bytes() for name in names}

    def size(self, name: str) -> int | None:
        """Ask for a file's size."""
        with suppress(FileNotFoundError):
            return (self._path / name).stat().st_size
        return None

    def put(self, name: str, data: bytes) -> None:
        """Write a file, in one step."""
        with sinks.atomic(str(self._path / name)) as stream:
            stream.write(data)

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self._path / name).unlink(missing_ok=True)

    def writing(self, name: str) -> AbstractContextManager[str]:
        """Give the file's own path: sinks write it in one step."""
        return nullcontext(str(self._path / name))

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Lock the folder until the end of the process, however it comes."""
        with locked(self._path):
            self._clean()
            try:
                yield
            finally:
                self._clean()

    def _clean(self) -> None:
        """Remove what killed runs, and a signal at the wrong moment, left half written."""
        for left in self._path.glob(_TEMPORARY):
            left.unlink(missing_ok=True)


class RemoteFolder:
    """A place in a store. A file that is put there appears when it is whole."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._store, self._path = filesystem(url.rstrip("/"))

    def _at(self, name: str) -> str:
        return f"{self._path}/{name}"

    def open(self) -> None:
        """Make the folder, in stores that have some."""
        with answering(self._url):
            self._store.makedirs(self._path, exist_ok=True)

    def sizes(self) -> dict[str, int]:
        """List it."""
        with answering(self._url), suppress(FileNotFoundError):  # a folder that holds nothing
            self._store.invalidate_cache()
            entries = self._store.ls(self._path, detail=True)
            return {str(entry["name"]).rpartition("/")[2]: entry["size"] or 0 for entry in entries}
        return {}

    def read(self, name: str) -> bytes | None:
        """Get a file."""
        with answering(self._url), suppress(FileNotFoundError):
            return bytes(self._store.cat_file(self._at(name)))
        return None

    def read_all(self, names: list[str]) -> dict[str, bytes]:
        """Get files, many at a time where the store's library can do that."""
        with answering(self._url):
            found = self._store.cat([self._at(name) for name in names]) if names else {}
        return {path.rpartition("/")[2]: data for path, data in found.items()}

    def size(self, name: str) -> int | None:
        """Ask for a file's size."""
        with answering(self._url), suppress(FileNotFoundError):
            return int(self._store.size(self._at(name)))
        return None

    def put(self, name: str, data: bytes) -> None:
        """Put a file there."""
        with answering(self._url):
            self._store.pipe_file(self._at(name), data)

    def remove(self, name: str) -> None:
        """Remove a file."""
        with answering(self._url), suppress(FileNotFoundError):
            self._store.rm_file(self._at(name))

    @contextmanager
    def writing(self, name: str) -> Iterator[str]:
        """Give a file on the disk and put it there when it is whole."""
        with TemporaryDirectory(prefix="pubmed-scraper-") as folder:
            path = str(Path(folder) / name)
            yield path
            with answering(self._url):
                self._store.put_file(path, self._at(name))

    def lock(self) -> AbstractContextManager[None]:
        """Lock nothing: stores have no locks, and two runs write the same bytes."""
        return nullcontext()


def store_at(output: str) -> Store:
    """Return the folder of a path or address.

    Raises:
        StoreError: what its store needs is not installed.
    """
    if is_url(output) and not output.startswith(_FILE):
        return RemoteFolder(output)
    return LocalFolder(output.removeprefix(_FILE))
