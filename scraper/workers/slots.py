"""The pages that are on their way, in input order, and what has come of them."""

from collections import deque
from collections.abc import Iterator
from typing import Final, Self

from attrs import define, field

from scraper.errors import Limit, ParserLimit, ScraperError
from scraper.sources import PageFile, RawPage

Result = bytes | ScraperError

_TRIES: Final = 4
"""Workers that a page may see die before it is blamed, where it is not known who killed them:
an operator who kills workers at random can meet the same page twice."""


@define(eq=False)
class Slot:
    """A page on its way."""

    page: RawPage | PageFile | None
    results: deque[Result] = field(factory=deque)
    """What has come and was not handed on yet."""
    done: bool = False
    _came: int = 0
    """How many results have come in all."""
    _again: int = 0
    """How many of those come a second time, from a worker that began anew."""
    _tries: int = 0

    @classmethod
    def of_error(cls, error: ScraperError) -> Self:
        """Make a slot of what was no page."""
        return cls(None, deque([error]), done=True)

    @property
    def size(self) -> int:
        """The page's bytes."""
        return self.page.size if self.page else 0

    def take(self, result: Result) -> int:
        """Keep a result; return its bytes."""
        if self._again:
            self._again -= 1
            return 0
        self._came += 1
        self.results.append(result)
        return _size(result)

    def finish(self) -> None:
        """Need no more of the page."""
        self.page, self.done = None, True

    def blame(self, limit: Limit | None) -> bool:
        """Note that a worker died of the page; False where another one shall try it.

        Args:
            limit: what the page went beyond, where that is known.
        """
        self._tries += 1
        if limit is None and self._tries < _TRIES:
            self._again = self._came
            return False
        source = self.page.source if self.page else None
        problem = ParserLimit(limit=limit or "crash", source=source)
        self.results.append(problem)
        self.finish()
        return True


class Line:
    """Slots in input order. Results leave at its head only."""

    def __init__(self) -> None:
        self._slots: deque[Slot] = deque()
        self.held = 0
        """Bytes of results that wait."""

    def __bool__(self) -> bool:
        return bool(self._slots)

    def join(self, slot: Slot) -> None:
        """Put a slot at the end."""
        self._slots.append(slot)

    def is_head(self, slot: Slot) -> bool:
        """Tell whether all before a slot has been handed on."""
        return self._slots[0] is slot

    def ready(self) -> Iterator[Result]:
        """Hand on what can be."""
        while self._slots:
            head = self._slots[0]
            while head.results:
                result = head.results.popleft()
                self.held -= _size(result)
                yield result
            if not head.done:
                return
            self._slots.popleft()


def _size(result: Result) -> int:
    return len(result) if isinstance(result, bytes) else 0
