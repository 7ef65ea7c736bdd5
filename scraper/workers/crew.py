"""The worker processes of one parent: who has room, who has said something, who has died."""

import selectors
from operator import attrgetter
from time import monotonic, sleep
from typing import Final

from scraper.errors import ScraperError
from scraper.workers.child import HAS_TIMER
from scraper.workers.limits import Limits
from scraper.workers.process import Worker
from scraper.workers.slots import Line
from scraper.workers.start import Start, preferred

_LOAD: Final = 2**21
"""Bytes of pages that a worker has before it at most, unless one page is larger."""
_PATIENCE: Final = 10.0 if HAS_TIMER else 1.0
"""How much longer than its processor time a page may take by the clock."""
_START: Final = 10.0
"""Seconds that a worker may take to start."""
_CHECK: Final = 1.0
_NAP: Final = 0.008
"""Seconds for which answers gather while every worker has enough to do: waking costs more than
taking one."""

_load: Final = attrgetter("load")


class Crew:
    """Some workers."""

    def __init__(self, jobs: int, limits: Limits, start: Start | None) -> None:
        self.selector = selectors.DefaultSelector()
        """What wakes the parent."""
        self._jobs, self._limits, self._start = jobs, limits, start
        self._workers: list[Worker] = []
        self._told: list[bytes] = []

    def tell(self, frame: list[bytes]) -> None:
        """Say what is to be done with pages."""
        if frame != self._told:
            self._told = frame
            for worker in self._workers:
                worker.post(frame)

    def begin(self) -> Worker:
        """Start one more worker."""
        try:
            worker = Worker(self._limits, self._start or preferred())
        except OSError as error:
            message = f"no process could be started ({error.strerror}); try fewer --jobs"
            raise ScraperError(message) from error
        worker.post(self._told)
        self._workers.append(worker)
        return worker

    def begin_all(self) -> None:
        """Start all that there may be."""
        while len(self._workers) < self._jobs:
            self.begin()

    def has_room(self) -> bool:
        """Tell whether any worker, started or not, has less to do than it may."""
        load: int = sum(map(_load, self._workers))
        return load < self._jobs * _LOAD

    def next(self) -> Worker:
        """Return the worker that shall have the next page; one is started only for a page."""
        best = min(self._workers, key=_load, default=None)
        if best is None or (best.slots and len(self._workers) < self._jobs):
            return self.begin()
        return best

    def deliver(self) -> None:
        """Send what waits to go out with more, as much as goes."""
        for worker in self._workers:
            worker.send()

    def wait(self, line: Line, *, full: bool, at_once: bool) -> None:
        """Wait until a worker has said something, or the pages' bell rings; deal with it.

        Args:
            line: the pages on their way.
            full: listen only to the worker that has the first of them.
            at_once: only look.
        """
        heard = [
            w for w in self._workers if not (full and w.slots and not line.is_head(w.slots[0]))
        ]
        for worker in self._workers:
            self._watch(worker, reading=worker in heard)
        begun = monotonic()
        if not at_once and self._workers and all(map(_is_content, self._workers)):
            sleep(_NAP)
        for key, events in self.selector.select(0 if at_once else _CHECK):
            worker = key.data
            if worker is None:
                key.fileobj.recv(2**10)  # type: ignore[union-attr] # the bell
                continue
            if events & selectors.EVENT_WRITE:
                worker.send()
            if events & selectors.EVENT_READ:
                self._hear(worker, line)
        self._supervise(heard, monotonic() - begun)

    def _watch(self, worker: Worker, *, reading: bool) -> None:
        events = selectors.EVENT_READ * reading | selectors.EVENT_WRITE * worker.has_mail
        if events == worker.watched:
            return
        if worker.watched:
            self.selector.unregister(worker.sock)
        if events:
            self.selector.register(worker.sock, events, worker)
        worker.watched = events

    def _hear(self, worker: Worker, line: Line) -> None:
        answers = worker.receive()
        if answers is None:
            self._bury(worker)
            return
        for answer in answers:
            if answer is None:
                worker.finish()
            else:
                line.held += worker.slots[0].take(answer)

    def _supervise(self, heard: list[Worker], seconds: float) -> None:
        for worker in heard:
            if not worker.slots or worker.sock.fileno() < 0:
                continue
            worker.waited += seconds
            patience = self._limits.allow(worker.slots[0].size).seconds * _PATIENCE
            if worker.waited > patience + _START * (not worker.has_spoken):
                worker.late = True
                worker.kill()

    def _bury(self, worker: Worker) -> None:
        """Part with a worker that has died; another one goes on with what it had to do."""
        self._forget(worker)
        verdict = worker.verdict()
        slots = worker.slots
        if slots and verdict != "renew" and slots[0].blame(verdict):
            slots.popleft()
        if slots:
            heir = self.begin()
            for slot in slots:
                heir.give(slot)

    def dismiss(self, *, busy: bool) -> None:
        """End those workers that have something to do, or all."""
        leaving = [worker for worker in self._workers if worker.slots or not busy]
        for worker in leaving:
            self._forget(worker)
            if worker.slots:
                worker.kill()
            worker.sock.close()
        for worker in leaving:
            worker.end()

    def leave(self) -> None:
        """Let go of all workers without ending them: they are another process's."""
        self.selector.close()
        for worker in self._workers:
            worker.leave()
        self._workers = []

    def _forget(self, worker: Worker) -> None:
        self._workers.remove(worker)
        if worker.watched:
            self.selector.unregister(worker.sock)
            worker.watched = 0


def _is_content(worker: Worker) -> bool:
    """Tell whether a worker has all it needs for as long as a nap takes."""
    return worker.load >= _LOAD // 2 and not worker.has_mail
