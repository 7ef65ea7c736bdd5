"""What the head of a rendering gives: title, people, journal, citation, identifiers."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal, Unpack

from scraper.books import BookLine
from scraper.citations import Notes, notes
from scraper.layout import Origin
from scraper.model import Author, Date, FreeFullText, Investigator, Journal
from scraper.rendering.completeness import certain, complaints, unknown_headings
from scraper.rendering.doubt import DOUBT
from scraper.rendering.forms import read_lines
from scraper.rendering.identity import Identity, identity
from scraper.rendering.layout import Rendering
from scraper.rendering.lines import Line, physical
from scraper.rendering.segment import Region, Segments, segment


class TextHead(Rendering):
    """A rendering, cut up once; the fields that stand above its first section."""

    def __init__(self, text: str, **origin: Unpack[Origin]) -> None:
        super().__init__(**origin)
        self.text = text
        self.physical_lines = physical(text)
        lines = read_lines(certain(self.physical_lines))
        self._marked = any(DOUBT in line.text or DOUBT in (line.joint or "") for line in lines)
        self.segments: Segments = segment(lines)
        for heading in unknown_headings(self.segments):
            self.unknown(heading)
        for code, message, path in complaints(self.segments, text):
            self.warn(code, message, path)

    @property
    def is_doubtful(self) -> bool:
        """True where a value may hold the mark of doubt."""
        return self._marked or any(DOUBT in text for text in self.affiliations or ())

    @cached_property
    def _by_field(self) -> dict[str | None, list[Region]]:
        found: dict[str | None, list[Region]] = {}
        for region in self.segments.regions:
            found.setdefault(region.field, []).append(region)
        return found

    def _regions(self, field: str) -> Sequence[Region]:
        return self._by_field.get(field, ())

    def _lines(self, field: str) -> tuple[Line, ...]:
        """Return the lines of a field's first region that has any."""
        for region in self._regions(field):
            if region.lines:
                return region.lines
        return ()

    @cached_property
    def _identity(self) -> Identity:
        return identity(self.segments, self._notes.doi)

    @property
    def pmid(self) -> str | None:
        """The page's own PMID, never one of a list on it."""
        return self._identity.pmid

    @property
    def pmcid(self) -> str | None:
        """PubMed Central id."""
        return self._identity.pmcid

    @property
    def doi(self) -> str | None:
        """DOI, from the citation line or the identifiers."""
        return self._identity.doi

    @property
    def bookaccession(self) -> str | None:
        """Bookshelf id."""
        return self._identity.bookaccession

    @property
    def title(self) -> str | None:
        """Title as printed."""
        return self._identity.title

    @property
    def vernacular_title(self) -> str | None:
        """Title in the article's own language, printed by the language."""
        return self._identity.vernacular_title

    @property
    def languages(self) -> tuple[str, ...] | None:
        """Languages, from ``[Article in …]``."""
        return self._identity.languages

    @property
    def authors(self) -> tuple[Author, ...] | None:
        """The byline, or the first author of the short line."""
        return self._identity.authors

    @property
    def authors_complete(self) -> bool | None:
        """False where only the first author is printed."""
        return self._identity.authors_complete

    @property
    def affiliations(self) -> tuple[str, ...] | None:
        """Affiliations without their numbers."""
        return self._identity.affiliations

    @property
    def investigators(self) -> tuple[Investigator, ...] | None:
        """Collaborators, by the group over them."""
        return self._identity.investigators

    @property
    def book_line(self) -> BookLine | None:
        """The line of a book, where it stands in the place of the journal's."""
        anchor = self.segments.anchor
        return anchor.book if anchor else None

    @property
    def editors(self) -> tuple[str, ...] | None:
        """Editors of a book."""
        return self._identity.editors

    @property
    def journal(self) -> Journal | None:
        """The journal; a rendering prints the abbreviation only."""
        name = self._identity.journal
        return Journal(medline_ta=name) if name else None

    @property
    def citation(self) -> str | None:
        """Date, volume, issue and pages as printed."""
        anchor = self.segments.anchor
        return anchor.citation if anchor else None

    @cached_property
    def _notes(self) -> Notes:
        anchor = self.segments.anchor
        return notes(anchor.notes if anchor else "")

    @property
    def article_date(self) -> Date | None:
        """``Epub`` date."""
        return self._notes.article_date

    @property
    def publication_status(self) -> Literal["aheadofprint"] | None:
        """``aheadofprint`` from ``Online ahead of print.``."""
        return "aheadofprint" if self._notes.ahead_of_print else None

    @property
    def free_full_text(self) -> FreeFullText | None:
        """The mark for free full text."""
        return self._identity.free
