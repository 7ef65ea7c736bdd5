"""The text of a page, drawn with marks: which field took it, or that none did."""

from collections.abc import Iterator
from typing import Any

from attrs import Factory, define, frozen
from markupsafe import escape

from scraper.inspection.known import Known
from scraper.inspection.marks import Marks
from scraper.normalize import squash
from scraper.printable import clean
from scraper.provenance import Printed, Span


@frozen
class Share:
    """Letters of the content: all, and those that are unread."""

    letters: int
    unread: int

    @property
    def percent(self) -> float:
        """The share that is taken or known, rounded down to a tenth."""
        return int(1000 * (1 - self.unread / max(self.letters, 1))) / 10


@define
class Pen:
    """Draws texts, and keeps what was unread."""

    printed: Printed[Any]
    marks: Marks
    known: Known
    letters: int = 0
    unread: list[tuple[Span, str]] = Factory(list)

    @property
    def share(self) -> Share:
        """How much of all that was drawn as content is unread."""
        return Share(self.letters, sum(span.end - span.start for span, _ in self.unread))

    def text(self, text: str, span: Span, *, content: bool = True, known: bool = False) -> str:
        """Draw a text that prints a span.

        Args:
            text: The text.
            span: What it prints.
            content: False for text around the article: it does not count.
            known: True where it stands in a place that says what it is.
        """
        self.letters += (span.end - span.start) if content else 0
        letters = list(_letters(clean(text)))
        drawn = []
        at = span.start
        for mark in (*self.marks.within(span), None):
            start = mark.span.start if mark else span.end
            if start > at:
                left = Span(at, start)
                words = "".join(letters[at - span.start : start - span.start])
                drawn.append(self._left(words, left, known=known or not content))
            if mark:
                at = mark.span.end
                words = "".join(letters[mark.span.start - span.start : at - span.start])
                drawn.append(_marked(words, " ".join(map(str, mark.fields))))
        return "".join(drawn) + (" " if text[-1:].isspace() else "")

    def _left(self, words: str, span: Span, *, known: bool) -> str:
        if known or words in self.known:
            return str(escape(words))
        self.unread.append((span, words.strip()))
        return _spaced(words, '<mark class="unread" title="no field took this">')


def _marked(words: str, fields: str) -> str:
    return _spaced(words, f'<mark data-f="{fields}">')


def _spaced(words: str, opening: str) -> str:
    """Put white space before a mark, not into it."""
    bare = words.lstrip()
    return f"{' ' if bare != words else ''}{opening}<bdi>{escape(bare)}</bdi></mark>"


def _letters(text: str) -> Iterator[str]:
    """Yield the letters of a text, each with the white space before it.

    >>> list(_letters(" a  b "))
    [' a', ' b']
    """
    gap = " " if text[:1].isspace() else ""
    for letter in squash(text):
        if letter == " ":
            gap = " "
        else:
            yield gap + letter
            gap = ""
