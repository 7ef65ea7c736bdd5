"""What every page has, whatever its layout: where it came from, and what could not be read."""

from typing import ClassVar, TypedDict, Unpack

from scraper import model


class Origin(TypedDict, total=False):
    """What the caller knows of a page: its address, name, encoding, PMID and age."""

    url: str | None
    source: str | None
    encoding: str | None
    pmid: str | None
    retrieved_at: str | None


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
        self.warnings: list[model.Warning] = []

    @property
    def absent(self) -> tuple[()] | None:
        """What a list is without its section: ``()`` = there is none, None = cannot tell."""
        return None

    def warn(self, code: str, message: str, path: str | None = None) -> None:
        """Note something that could not be read fully."""
        self.warnings.append(model.Warning(code=code, path=path, message=message))
