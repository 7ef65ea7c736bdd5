"""An article of the network."""

from typing import Final
from urllib.parse import quote

from attrs import define

DOI: Final = "doi:"
"""What the id of an article without PMID begins with."""
LINKED: Final = "linked"
"""The kind of an article that no record is there of."""


@define
class Node:
    """An article. What neither a record nor a list says is None."""

    id: str
    """Its PMID, else ``doi:`` and its DOI in lower case."""
    kind: str = LINKED
    """``article``, ``book`` or ``book_section`` of a record; ``linked`` if only lists name it."""
    title: str | None = None
    year: int | None = None
    journal: str | None = None
    retracted: bool | None = None

    @property
    def url(self) -> str:
        """The article's address.

        >>> Node("90400005").url, Node("doi:10.5555/<a>").url
        ('https://pubmed.ncbi.nlm.nih.gov/90400005/', 'https://doi.org/10.5555/%3Ca%3E')
        """
        if self.id.startswith(DOI):
            return f"https://doi.org/{quote(self.id.removeprefix(DOI))}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.id}/"

    @property
    def label(self) -> str:
        """The title, or what else names the article."""
        return self.title or (self.id if self.id.startswith(DOI) else f"PMID {self.id}")

    def learn(self, title: str | None, year: int | None, journal: str | None) -> None:
        """Take what a list says of the article, where nothing is known yet."""
        self.title = self.title or title
        self.year = self.year or year
        self.journal = self.journal or journal

    def absorb(self, other: "Node") -> None:
        """Take what is known of the same article under its DOI."""
        if self.kind == LINKED:
            self.kind, self.retracted = other.kind, other.retracted
        self.learn(other.title, other.year, other.journal)
