"""Pages out of whatever an input is: a page, a compressed page, a container of pages.

Containers are read from front to end, in bounded memory, and never unpacked to disk.
The module of a kind is imported when the first container of that kind comes.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import BinaryIO

from scraper.errors import ScraperError, Unreadable
from scraper.sources.archive import Archive, Found, sourced
from scraper.sources.codec import Codec, codec
from scraper.sources.forward import CHUNK, Forward
from scraper.sources.inflate import Inflated
from scraper.sources.kinds import (
    COMPRESSED,
    HEAD,
    NAMES,
    inner_name,
    is_pubmed_xml,
    is_xml,
    kind_of,
)
from scraper.sources.read import RawPage, opened, whole


def pages_of(place: str | BinaryIO, archive: Archive, end: int | None = None) -> Iterator[Found]:
    """Yield the page or pages of one input; what cannot be read is an error in its place.

    Args:
        place: a path (file, FIFO, device), the address of a store, or an open stream.
        archive: what to call it, and its limits.
        end: of a compressed WARC, read only the members that begin before this offset.
    """
    try:
        with opened(place, archive.source) as file:
            stream = Forward(file)
            kind = kind_of(stream.peek(HEAD), archive.source)
            if kind in COMPRESSED:
                yield from _compressed(stream, codec(kind), archive, end)
            elif kind == "zip":
                from scraper.sources.zips import zip_members  # noqa: PLC0415

                yield from _members(zip_members(file, stream, archive), archive)
            elif kind == "job":
                from scraper.sources.jobs import job_pages  # noqa: PLC0415

                yield from job_pages(place, archive)
            else:
                yield from _plain(stream, kind, archive)
    except ScraperError as error:
        yield sourced(error, archive.source)


def is_other_xml(path: str) -> bool:
    """Tell an XML file, compressed or not, that is not PubMed's; of one that is damaged, no."""
    if not is_xml(path):
        return False
    try:
        with opened(path, path) as file:
            stream = Forward(file)
            kind = kind_of(stream.peek(HEAD), "")
            if kind in COMPRESSED:
                stream = Forward(Inflated(stream, codec(kind)))
            return not is_pubmed_xml(stream.peek(HEAD))
    except ScraperError:  # which reading it will tell of
        return False


def pages_between(place: str, archive: Archive, start: int, end: int) -> Iterator[Found]:
    """Yield the pages of a part of a compressed WARC or WET file, as :func:`pages_of` does.

    A record belongs to the part in which its member begins, so that parts which follow each
    other give together what the file gives.

    Args:
        place: its path or address.
        archive: what to call it, and its limits.
        start: where the part begins.
        end: where the next one begins.
    """
    if not start:
        yield from pages_of(place, archive, end)
        return
    from scraper.sources.warcs import begins_record  # noqa: PLC0415

    try:
        with opened(place, archive.source) as file:
            file.seek(start)
            stream, how = Forward(file, start), codec("gz")
            while stream.find(how.magic) and stream.position < end:
                if begins_record(stream, how):
                    yield from _warc(stream, how, archive, end)
                    return
                stream.skip(1)  # it only looked like the beginning of a member
    except ScraperError as error:
        yield sourced(error, archive.source)


def _compressed(stream: Forward, how: Codec, archive: Archive, end: int | None) -> Iterator[Found]:
    name = inner_name(archive.source)
    if kind_of(_look(stream, how), name) == "warc":  # each of its records is compressed by itself
        yield from _warc(stream, how, archive, end)
        return
    plain = Forward(Inflated(stream, how))
    kind = kind_of(plain.peek(HEAD), name)
    if kind in COMPRESSED or kind == "zip":
        raise Unreadable("compressed twice; unpack it once and give what comes out")
    yield from _plain(plain, kind, archive)
    while plain.some():  # to its end, as the checksum stands there
        pass


def _look(stream: Forward, how: Codec) -> bytes:
    """Return what the first compressed bytes hold, as far as they tell, without taking them."""
    try:
        return Inflated(Forward(BytesIO(stream.peek(CHUNK))), how).read(HEAD)
    except Unreadable:
        return b""


def _plain(stream: Forward, kind: str | None, archive: Archive) -> Iterator[Found]:
    match kind:
        case "tar":
            from scraper.sources.tars import tar_members  # noqa: PLC0415

            yield from _members(tar_members(stream, archive), archive)
        case "warc":
            yield from _warc(stream, None, archive)
        case "mhtml":
            from scraper.sources.mhtml import mhtml_page  # noqa: PLC0415

            yield mhtml_page(stream, archive)
        case "webarchive":
            from scraper.sources.webarchive import webarchive_page  # noqa: PLC0415

            yield webarchive_page(stream, archive)
        case _:
            yield RawPage(archive.source, whole(stream, archive.source, archive.max_bytes))


def _warc(
    stream: Forward, how: Codec | None, archive: Archive, end: int | None = None
) -> Iterator[Found]:
    from scraper.sources.warcs import warc_pages  # noqa: PLC0415

    return warc_pages(stream, how, archive, end)


def _members(members: Iterable[tuple[str, Found]], archive: Archive) -> Iterator[Found]:
    from scraper.sources.members import PartsFolders  # noqa: PLC0415

    found, others = False, archive.tally.other_hosts
    for page in PartsFolders(archive.max_bytes).without(members):
        found = True
        yield page
    if not found and archive.tally.other_hosts == others:
        raise Unreadable(f"no pages in this archive; {NAMES}")
