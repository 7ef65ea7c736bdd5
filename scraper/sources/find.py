"""From arguments to the paths of pages: walk folders, expand patterns, keep the order."""

import glob
import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePath
from typing import Literal

from scraper.errors import ScraperError, Unreadable
from scraper.sources.archive import Tally
from scraper.sources.containers import is_other_xml
from scraper.sources.kinds import FOUND_ENDINGS, MEMBER_ENDINGS, NAMES, is_archive
from scraper.sources.read import problems_of, source_name
from scraper.sources.remote import PARTS_FOLDER, SAVED_ENDINGS, find_urls, is_url


def find(
    paths: Collection[str], *, patterns: bool = True, tally: Tally | None = None
) -> Iterator[str | ScraperError]:
    """Yield the paths of pages that the arguments stand for, in order.

    An argument that is a folder is searched to any depth; one that is no existing file
    and holds ``*``, ``?`` or ``[`` is expanded; any other is itself. A browser's folder
    ``x_files`` is left out where its page ``x.html`` is an argument too, as in ``saved/*``.
    The address of a store (``s3://…``) stands for what lies there by the same rules.
    What a search finds of XML that is not PubMed's is counted in ``tally`` and left out.
    """
    tally = tally or Tally()
    given = frozenset(paths)
    for path in paths:
        if is_url(path):
            yield from _without_other_xml(find_urls(path, patterns=patterns), path, tally)
        elif patterns and _is_pattern(path):
            yield from _matches(path, tally)
        elif not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir() raises where this says no
            yield path
        elif given.isdisjoint(_pages_beside(path)):
            yield from _search(path, tally)


def is_single(path: str) -> bool:
    """Tell whether an argument can stand for one page only: no folder, pattern or archive."""
    if is_url(path):
        return path.lower().endswith(MEMBER_ENDINGS)
    is_folder = os.path.isdir(path)  # noqa: PTH112 - as in find
    return not (is_folder or _is_pattern(path) or is_archive(path))


def is_stream(path: str) -> bool:
    """Tell whether a path is a FIFO or a device, which may be long in giving what it has."""
    exists, regular = os.path.lexists(path), os.path.isfile(path)  # noqa: PTH113 - never raises
    return exists and not regular and not os.path.isdir(path)  # noqa: PTH112 - as in find


def _is_pattern(path: str) -> bool:
    return glob.has_magic(path) and not os.path.lexists(path)


def _matches(pattern: str, tally: Tally) -> Iterator[str | ScraperError]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - keeps the spelling given
    if "**" in pattern:  # it goes down by itself, so the folders on the way are no arguments
        matches = [path for path in matches if not _is_within_parts(path)]
    if not matches:
        message = "no file matches this pattern; check the path"
        yield Unreadable(message, source=source_name(pattern))
    yield from find(matches, patterns=False, tally=tally)


def _is_within_parts(path: str) -> bool:
    """Tell a folder, or a file below a browser's folder of page parts."""
    return os.path.isdir(path) or any(  # noqa: PTH112 - as in find
        _holds_parts(str(parent)) for parent in PurePath(path).parents
    )


def _holds_parts(folder: str) -> bool:
    """Tell whether a folder holds the images and scripts of a saved page beside it."""
    return any(Path(page).exists() for page in _pages_beside(folder))


def _pages_beside(folder: str) -> list[str]:
    stem = folder.rstrip(os.sep)
    if not stem.endswith(PARTS_FOLDER):
        return []
    return [stem.removesuffix(PARTS_FOLDER) + ending for ending in SAVED_ENDINGS]


def _search(folder: str, tally: Tally) -> Iterator[str | ScraperError]:
    found = False
    for item in _without_other_xml(_walk(folder), folder, tally):
        found = True
        yield item
    if not found:
        message = f"no pages in this folder or below it; {NAMES}"
        yield Unreadable(message, source=source_name(folder))


def _without_other_xml(
    items: Iterator[str | ScraperError], given: str, tally: Tally
) -> Iterator[str | ScraperError]:
    """Leave out what a search came upon of XML that is not PubMed's, and count it."""
    for item in items:
        if isinstance(item, str) and item != given and is_other_xml(item):
            tally.other_xml += 1
        else:
            yield item


def _walk(top: str) -> Iterator[str | ScraperError]:
    """Yield pages in the order of their names, each real folder once, also behind links."""
    seen = set()
    stack = [(top, True)]
    while stack:
        path, is_folder = stack.pop()
        if not is_folder:
            yield path
            continue
        try:
            with problems_of(source_name(path)):
                status = Path(path).stat()
                if (status.st_dev, status.st_ino) not in seen:
                    stack += _children(path)
                seen.add((status.st_dev, status.st_ino))
        except ScraperError as error:
            yield error.with_traceback(None)


def _children(folder: str) -> list[tuple[str, bool]]:
    """Pages and folders directly in a folder, last name first; dot names are left out."""
    with os.scandir(folder) as entries:
        kinds = [(entry.path, _kind(entry)) for entry in entries if entry.name[0] != "."]
    return sorted(((path, kind == "folder") for path, kind in kinds if kind), reverse=True)


def _kind(entry: os.DirEntry[str]) -> Literal["folder", "page"] | None:
    named = entry.name.lower().endswith(FOUND_ENDINGS)
    try:
        if entry.is_dir():
            return None if _holds_parts(entry.path) else "folder"
        # A FIFO or device would block a walk; a broken link is kept, so that reading reports it.
        named = named and (entry.is_file() or not Path(entry.path).exists())
    except OSError:
        pass  # such as a link to itself: reading it says what is wrong
    return "page" if named else None
