"""What all containers have in common: whose member a page is, how large it may be."""

from attrs import define, field, frozen

from scraper.errors import ScraperError, Unreadable
from scraper.sources.codec import codec
from scraper.sources.forward import Forward, Readable
from scraper.sources.inflate import Inflated
from scraper.sources.kinds import COMPRESSED, HEAD, is_pubmed_xml, is_xml, kind_of
from scraper.sources.read import RawPage, whole


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

    def page(self, name: str, stream: Readable) -> RawPage | ScraperError | None:
        """Read a member, which may be compressed once more; None is XML of another kind."""
        source = self.named(name)
        try:
            plain = _plain(Forward(stream))
            if is_xml(name) and not is_pubmed_xml(plain.peek(HEAD)):
                self.tally.other_xml += 1
                return None
            return RawPage(source, whole(plain, source, self.max_bytes))
        except ScraperError as error:
            return sourced(error, source)


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
