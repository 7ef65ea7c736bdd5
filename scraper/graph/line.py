"""What the network needs of a line."""

from msgspec import Struct

from scraper.brief import Brief, Date


class Entry(Struct):
    """An article in a list: cited by, similar, a notice, a listing."""

    pmid: str | None = None
    doi: str | None = None
    title: str | None = None
    journal: str | None = None
    pub_date: Date | None = None

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.pub_date.year if self.pub_date else None


class Links(Struct):
    """A list of articles."""

    items: tuple[Entry, ...] = ()


class Reference(Struct):
    """A reference of an article."""

    pmid: str | None = None
    doi: str | None = None


class Refs(Struct):
    """The references of an article."""

    items: tuple[Reference, ...] = ()


class Notice(Struct):
    """A comment, a correction or another notice."""

    ref_type: str
    article: Entry


class Line(Brief):
    """A line of any kind, with its lists."""

    cited_by: Links | None = None
    similar_articles: Links | None = None
    references: Refs | None = None
    comments_corrections: tuple[Notice, ...] | None = None
    linkname: str | None = None
    from_uid: str | None = None
    items: tuple[Entry, ...] = ()
