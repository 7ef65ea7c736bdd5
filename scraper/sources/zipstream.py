"""Zip archives as they come: from standard input, or after their directory was lost.

Each member has a header of its own before it. What the directory alone knows, such as
that a member was replaced later on, is not known here.
"""

from collections.abc import Iterator

from scraper.errors import Unreadable
from scraper.sources.archive import Archive, Found, confirmed, sourced
from scraper.sources.forward import Forward, Part
from scraper.sources.members import counts, shown
from scraper.sources.zipentry import (
    DIRECTORY,
    LOCAL,
    NEXT,
    SIZES_AFTER,
    Body,
    Entry,
    SelfEnding,
    local_entry,
)


def streamed_members(stream: Forward, archive: Archive) -> Iterator[tuple[str, Found]]:
    """Yield name and page of each member that is a page, and an error for each damaged place.

    Raises:
        Unreadable: the archive ends before its directory begins.
    """
    while not (head := stream.peek(4)).startswith(DIRECTORY):
        if len(head) < len(LOCAL):
            raise Unreadable("cut off: the archive has no directory at its end; get it again")
        if head != LOCAL:
            error = Unreadable(f"damaged: no member begins at byte {stream.position:,}")
            yield "", sourced(error, archive.source)
            if _go_on(stream):
                continue
            return
        entry = local_entry(stream)
        read = _self_ending if entry.flags & SIZES_AFTER else _sized
        for found in read(stream, entry, archive):
            if counts(entry.name):
                yield entry.name, found


def _sized(stream: Forward, entry: Entry, archive: Archive) -> Iterator[Found]:
    name = shown(entry.name)
    part = Part(stream, entry.packed)

    def check() -> None:
        if not stream.skip(part.rest):
            message = "cut off in the middle; get the archive again"
            raise Unreadable(message, source=archive.named(name))

    body = Body(Forward(part), entry)
    return confirmed(archive.pages(name, body) if counts(entry.name) else (), check)


def _self_ending(stream: Forward, entry: Entry, archive: Archive) -> Iterator[Found]:
    name = shown(entry.name)
    try:
        body = SelfEnding(stream, entry)
    except Unreadable as error:
        _go_on(stream)
        yield sourced(error, archive.named(name))
        return
    if counts(entry.name):
        yield from archive.pages(name, body)
    try:
        body.end()
    except Unreadable:  # which was said of its pages
        body.resume()
        _go_on(stream)


def _go_on(stream: Forward) -> bool:
    """Go to what may come after a damaged member, or to the end; tell which."""
    while (found := stream.find(b"PK")) and stream.peek(4) not in NEXT:
        stream.skip(2)
    return found
