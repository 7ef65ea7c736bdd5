"""The parent: pages go to workers, answers come back in input order, no death ends the run.

It is one thread, and nothing in it blocks: pages go out as far as sockets take them, and
answers come in at any time, so that no two sides wait for each other. Bytes on the way are
bounded on both sides; a slow page stops the others when too much waits behind it.
"""

import os
import sys
from collections.abc import Generator, Iterable
from selectors import EVENT_READ
from time import monotonic
from types import TracebackType
from typing import Final, Self

from scraper.batch import Work
from scraper.errors import ScraperError
from scraper.sources import Input
from scraper.workers import wire
from scraper.workers.crew import Crew
from scraper.workers.feed import Ahead, Ended, Feed, Prompt
from scraper.workers.limits import Limits
from scraper.workers.slots import Line, Result, Slot
from scraper.workers.start import Start

_HELD: Final = 2**24
"""Bytes of results that wait for those before them."""
_TURN: Final = 0.005
"""Seconds after which answers are looked for, however many pages could be handed out."""


def cpus() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - systems that cannot tell


class Workers:
    """Supervised worker processes, as a context manager; they end with its block.

    A page costs at most itself: one that takes too much, or that a worker dies of, becomes
    `ParserLimit` in its place. What a worker had to do that somebody else killed is done
    again. When the parent dies, whatever the way, its workers end.
    """

    def __init__(
        self, jobs: int, limits: Limits | None = None, *, start: Start | None = None
    ) -> None:
        """Prepare; a worker starts when there is a page for it.

        Args:
            jobs: how many processes.
            limits: what one page may take.
            start: how they start; None takes what is safe and quick here.
        """
        self._crew = Crew(max(1, jobs), limits or Limits(), start)
        self._run: Generator[Result, None, None] | None = None

    def run(
        self, pages: Iterable[Input], work: Work, *, streaming: bool = False
    ) -> Generator[Result, None, None]:
        """Do the work on each page, as `batch.run` does; results come in input order.

        One run at a time. Pages are asked for before they are needed, some megabytes at most.

        Args:
            pages: the pages; what was no page passes through.
            work: a function of a module, or a ``partial`` of one, as it has to travel.
            streaming: pages may be long in coming: a thread waits for them, so that the
                results of those that came are not held up.
        """
        self._stop()
        self._run = self._results(pages, work, streaming=streaming)
        return self._run

    def _results(
        self, pages: Iterable[Input], work: Work, *, streaming: bool
    ) -> Generator[Result, None, None]:
        self._crew.tell(wire.work_frame(work, sys.path))
        if streaming:
            self._crew.begin_all()  # a fork wants no thread beside it
            feed: Feed = Ahead(pages)
        else:
            feed = Prompt(pages)
        line = Line()
        if feed.bell:
            self._crew.selector.register(feed.bell, EVENT_READ)
        try:
            more = True
            while more or line:
                at_once = False
                try:
                    at_once = more and self._hand_out(feed, line)
                except Ended:
                    more = False
                self._crew.deliver()
                yield from line.ready()
                if more or line:
                    self._crew.wait(line, full=line.held >= _HELD, at_once=at_once)
        finally:
            if feed.bell:
                self._crew.selector.unregister(feed.bell)
            feed.close()
            self._crew.dismiss(busy=True)

    def _hand_out(self, feed: Feed, line: Line) -> bool:
        """Give pages to workers that have room; tell whether there is time for more only.

        Raises:
            Ended: There are no more pages.
        """
        end = monotonic() + _TURN
        while line.held < _HELD and self._crew.has_room():
            found = feed.take()
            if found is None:
                return False
            if isinstance(found, ScraperError):
                line.join(Slot.of_error(found))
            else:
                slot = Slot(found)
                line.join(slot)
                self._crew.next().give(slot)
            if monotonic() > end:
                return True
        return False

    def close(self) -> None:
        """End all workers."""
        self._stop()
        self._crew.dismiss(busy=False)
        self._crew.selector.close()

    def leave(self) -> None:
        """In a fork of the parent: let go of its workers without ending them."""
        self._crew.leave()

    def _stop(self) -> None:
        """End a run that is not at its end."""
        if self._run is not None:
            self._run.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
