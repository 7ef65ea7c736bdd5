"""What all containers have in common: whose member a page is, how large it may be."""

from collections.abc import Callable, Iterable, Iterator

from attrs import define, evolve, field, frozen

from scraper.errors import ScraperError, Unreadable
from scraper.sources.codec import codec
from scraper.sources.forward import Forward, Readable
from scraper.sources.inflate import DIFFERS, Inflated
from scraper.sources.kinds import COMPRESSED, HEAD, is_crawl, is_pubmed_xml, is_xml, kind_of
from scraper.sources.read import RawPage, whole

Found = RawPage | ScraperError
"""What is found in a container: a page, or why there is none."""


@define
class Tally:
    """What was passed over without an error, over all inputs of a run."""

    other_hosts: int = 0
    """Records of a WARC or WET file that are of other hosts than PubMed's."""
    other_xml: int = 0
    """XML files that a search of folders or archives came upon, and that are not PubMed's."""


@frozen
class Archive:
    """A container that is being read."""

    source: str
    """Its path, ``-`` for standard input."""
    max_bytes: int
    """The largest page that is read."""
    tally: Tally = field(factory=Tally)
    """Counts what is passed over."""

    def named(self, member: str) -> str:
        """Return the source of a member: ``saved.zip!dir/page.html``."""
        return f"{self.source}!{member}"

    def pages(self, name: str, stream: Readable) -> Iterator[Found]:
        """Read a member: a page, which may be compressed once more, or the pages of a crawl.

        XML of another kind than PubMed's gives nothing and is counted; what cannot be read
        is an error in its place.
        """
        source = self.named(name)
        try:
            if is_crawl(name):
                yield from _crawled(Forward(stream), evolve(self, source=source))
                return
            plain = _plain(Forward(stream))
            if is_xml(name) and not is_pubmed_xml(plain.peek(HEAD)):
                self.tally.other_xml += 1
            else:
                yield RawPage(source, whole(plain, source, self.max_bytes))
        except ScraperError as error:
            yield sourced(error, source)


def confirmed(pages: Iterable[Found], check: Callable[[], object]) -> Iterator[Found]:
    """Pass on what was found in a member, the last of it once ``check`` has not raised.

    So a page that its member's end shows to be damaged is an error only.
    """
    last: Found | None = None
    for found in pages:
        if last is not None:
            yield last
        last = found
    check()
    if last is not None:
        yield last


def _crawled(stream: Forward, archive: Archive) -> Iterator[Found]:
    from scraper.sources.warcs import warc_pages  # noqa: PLC0415 - imports this module

    kind = kind_of(stream.peek(HEAD), "")
    told = False
    try:
        for found in warc_pages(stream, codec(kind) if kind in COMPRESSED else None, archive):
            told = told or isinstance(found, Unreadable)
            yield found
    except Unreadable as error:
        if not (told and error.message == DIFFERS):  # by the damage that was found
            raise


def _plain(stream: Forward) -> Forward:
    kind = kind_of(stream.peek(HEAD), "")
    if kind in COMPRESSED:
        stream = Forward(Inflated(stream, codec(kind)))
        kind = kind_of(stream.peek(HEAD), "")
    if kind is not None:
        message = "a container inside a container is not opened; unpack the outer one first"
        raise Unreadable(message)
    return stream


def sourced(error: ScraperError, source: str) -> ScraperError:
    """Say where an error comes from, unless it says that itself; let go of its frames."""
    error.source = error.source or source
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)
