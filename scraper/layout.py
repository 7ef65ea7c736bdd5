"""What every page has, whatever its layout: where it came from, and what could not be read."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import ClassVar, NamedTuple, TypedDict, TypeVar, Unpack, cast

from scraper import model

_T = TypeVar("_T")


class Origin(TypedDict, total=False):
    """What is known of a record: address, name, encoding and age of its page, PMID, number."""

    url: str | None
    source: str | None
    encoding: str | None
    pmid: str | None
    retrieved_at: str | None
    number: int


class UnknownSection(NamedTuple):
    """A section that no reader knows, as the page shows it."""

    heading: str
    """The heading as printed."""
    element_id: str | None = None
    """The ``id`` of the element that holds it, in HTML."""


class Layout:
    """A page in one of the layouts that PubMed has served.

    ``warn`` collects what could not be read fully; it is the only thing that
    changes after construction.
    """

    name: ClassVar[model.LayoutName]

    def __init__(self, **origin: Unpack[Origin]) -> None:
        self.given_url = origin.get("url")
        self.given_pmid = origin.get("pmid")
        self.source = origin.get("source")
        self.encoding = origin.get("encoding")
        self.retrieved_at = origin.get("retrieved_at")
        self.number = origin.get("number")
        """Which record of its page this is, from 1; None where there is no other."""
        self.warnings: list[model.Warning] = []
        self.unknown_sections: list[UnknownSection] = []

    @property
    def absent(self) -> tuple[()] | None:
        """What a list is without its section: ``()`` = there is none, None = cannot tell."""
        return None

    def warn(self, code: str, message: str, path: str | None = None) -> None:
        """Note something that could not be read fully."""
        self.warnings.append(model.Warning(code=code, path=path, message=message))

    def unknown(self, heading: str, element_id: str | None = None) -> None:
        """Note a section that no reader knows."""
        self.unknown_sections.append(UnknownSection(heading, element_id))
        message = f"No reader knows the section {heading!r}."
        self.warn("unknown_section", message, "page.sections")


def numbered(records: Iterable[_T], origin: Origin) -> Iterator[tuple[_T, bool, Origin]]:
    """Give each record of a page, whether it is the last one, and where it comes from.

    Of many, each has a number; a PMID that the caller names is that of one article, so
    that it is none of theirs.
    """
    for number, (record, following) in enumerate(pairwise(chain(records, (None,))), 1):
        last = following is None
        if number > 1 or not last:
            origin = {**origin, "pmid": None, "number": number}
        yield cast("_T", record), last, origin
