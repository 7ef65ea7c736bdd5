"""Inputs on any store that fsspec knows, such as ``s3://``, ``gs://`` and ``file://``.

The same rules as for folders on the disk, on the listings of a store. A store that does
not answer is no page's fault: :class:`~scraper.errors.StoreError` says so, and a run in
shards tries the whole shard again.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from glob import has_magic
from posixpath import basename
from typing import TYPE_CHECKING, BinaryIO, Final

from scraper.errors import ScraperError, StoreError, Unreadable
from scraper.sources.kinds import FOUND_ENDINGS, NAMES

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

PARTS_FOLDER: Final = "_files"
SAVED_ENDINGS: Final = (".html", ".htm", ".xhtml", ".HTML", ".HTM", ".XHTML")
_URL: Final = r"(?i:(?!https?:)[a-z][a-z0-9+.-]+://)"
_OURS: Final = (FileNotFoundError, PermissionError, IsADirectoryError, ScraperError)


def is_url(path: str) -> bool:
    """Tell the address of something in a store from a path; the web is no store.

    >>> is_url("s3://bucket/saved/"), is_url("saved/"), is_url("https://pubmed.ncbi.nlm.nih.gov/1/")
    (True, False, False)
    """
    return "://" in path and re.match(_URL, path) is not None


def filesystem(url: str) -> "tuple[AbstractFileSystem, str]":
    """Return the store that an address is of, and the path in it.

    Raises:
        StoreError: fsspec, or what it needs for this store, is not installed or not known.
    """
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "to read and write addresses: pip install 'pubmed-scraper[remote]'"
        raise StoreError(message, source=url) from error
    try:
        store, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        message = f"this store cannot be reached ({error}); install what it needs for fsspec"
        raise StoreError(message, source=url) from error
    return store, path


@contextmanager
def answering(url: str) -> Iterator[None]:
    """Turn what a store's library raises into :class:`StoreError`.

    That a file is not there, or may not be read, stays what it is.
    """
    try:
        yield
    except _OURS:
        raise
    except Exception as error:  # each library has errors of its own
        message = f"its store does not answer ({error}); run the same command again"
        raise StoreError(message, source=url) from error


@contextmanager
def opened_url(url: str) -> Iterator[BinaryIO]:
    """Open a file of a store for reading."""
    store, path = filesystem(url)
    with answering(url), store.open(path, "rb") as stream:
        yield stream


def size_of(url: str) -> int:
    """Return the size of a file of a store; nothing is asked that a listing has said."""
    store, path = filesystem(url)
    with answering(url):
        return int(store.size(path) or 0)


def find_urls(url: str, *, patterns: bool) -> Iterator[str | ScraperError]:
    """Yield the addresses of pages that an address stands for, as `find` does for paths."""
    try:
        store, path = filesystem(url)
        with answering(url):
            if patterns and has_magic(path):
                for match in _matches(store, path, url):
                    yield from find_urls(match, patterns=False)
            elif _is_folder(store, path):
                yield from _search(store, path, url)
            else:
                yield url
    except ScraperError as error:
        yield error.with_traceback(None)


def _matches(store: "AbstractFileSystem", pattern: str, url: str) -> list[str]:
    """Expand a pattern in the order of names; only a dot stands for one at a name's beginning."""
    dotted = basename(pattern).startswith(".")
    paths = [path for path in store.glob(pattern) if dotted or not basename(path).startswith(".")]
    if not paths:
        raise Unreadable("nothing matches this pattern; check the address", source=url)
    return sorted(map(store.unstrip_protocol, paths))


def _is_folder(store: "AbstractFileSystem", path: str) -> bool:
    """Ask what a path is; the store's own ``isdir`` says no where it gets no answer."""
    try:
        return bool(store.info(path)["type"] == "directory")
    except FileNotFoundError:
        return False


def _search(store: "AbstractFileSystem", top: str, url: str) -> Iterator[str]:
    """Yield pages in the order of their names, a folder's at its place."""
    found, stack = False, [(top.rstrip("/"), True)]
    while stack:
        path, is_folder = stack.pop()
        if is_folder:
            stack += _children(store, path)
        else:
            found = True
            yield url.rstrip("/") + path[len(top.rstrip("/")) :]
    if not found:
        raise Unreadable(f"no pages in this folder or below it; {NAMES}", source=url)


def _children(store: "AbstractFileSystem", folder: str) -> list[tuple[str, bool]]:
    """Pages and folders directly in a folder, last name first; dot names are left out."""
    entries = {
        str(entry["name"]).rstrip("/"): entry["type"] == "directory"
        for entry in store.ls(folder, detail=True)
    }
    return sorted(
        (
            (path, is_folder)
            for path, is_folder in entries.items()
            if path != folder and _counts(path, is_folder=is_folder, beside=entries)
        ),
        reverse=True,
    )


def _counts(path: str, *, is_folder: bool, beside: dict[str, bool]) -> bool:
    if basename(path).startswith("."):
        return False
    if not is_folder:
        return path.lower().endswith(FOUND_ENDINGS)
    stem = path.removesuffix(PARTS_FOLDER)
    return stem == path or not any(stem + ending in beside for ending in SAVED_ENDINGS)
