"""RIS, BibTeX, CSL-JSON and MEDLINE: records as references, one after the other.

A record is a reference only where it is that of an article, a book or a part of one. Others
are left out, and at the end it is said how many.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from scraper import encode, references
from scraper.errors import OutputError
from scraper.model import Article
from scraper.references.keys import Keys
from scraper.sinks.formats import JsonArray, Sink, Stream
from scraper.sinks.options import Options, Output
from scraper.sinks.streams import open_new, refuse_append

Write = Callable[[Article], str]


class Parted(Sink):
    """Texts with a blank line between them."""

    _before = b""

    def write(self, record: bytes) -> None:
        """Write what parts the text from the one before, and the text."""
        self._stream.write(self._before + record)
        self._before = b"\n"


class References(Sink):
    """Makes a reference of each record, for a sink that takes references."""

    def __init__(self, inner: Sink, write: Write, tell: Callable[[str], None]) -> None:
        self._inner, self._written, self._tell = inner, write, tell
        self._left_out = 0

    def write(self, record: bytes) -> None:
        """Write the reference.

        Raises:
            NoReference: the format cannot carry this record; others can follow.
        """
        if encode.kind(record) in encode.ARTICLES:
            self._inner.write(self._written(encode.decode(record)).encode())
        else:
            self._left_out += 1

    def close(self) -> None:
        """End the file, and say what was left out."""
        self._inner.close()
        if self._left_out:
            said = "listings and their entries are no references"
            self._tell(f"{said}; left out: {self._left_out}")


@contextmanager
def ris(output: Output, options: Options) -> Iterator[Sink]:
    """Open a file of RIS."""
    with _opened(output, options, Parted, references.ris) as sink:
        yield sink


@contextmanager
def nbib(output: Output, options: Options) -> Iterator[Sink]:
    """Open a file of MEDLINE text."""
    with _opened(output, options, Parted, references.nbib) as sink:
        yield sink


@contextmanager
def bibtex(output: Output, options: Options) -> Iterator[Sink]:
    """Open a BibTeX file, in which each key stands once."""
    with _opened(output, options, Parted, _keyed(references.bibtex)) as sink:
        yield sink


@contextmanager
def csl_json(output: Output, options: Options) -> Iterator[Sink]:
    """Open a file of CSL-JSON, one array, in which each id stands once."""
    with _opened(output, options, JsonArray, _keyed(references.csl_json)) as sink:
        yield sink


def _keyed(write: Callable[[Article, str], str]) -> Write:
    keys = Keys()
    return lambda article: write(article, keys.of(article))


@contextmanager
def _opened(
    output: Output, options: Options, form: Callable[[Stream], Sink], write: Write
) -> Iterator[Sink]:
    refuse_append(options, "references; JSON Lines (.jsonl) can be added to, then exported")
    if options.fields is not None:
        raise OutputError("--fields is not for references, which have fields of their own")
    with (
        open_new(output) as stream,
        References(form(stream), write, options.tell) as sink,
    ):
        yield sink
