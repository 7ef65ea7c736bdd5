"""The engine: one request at a time, each answer and its state on the disk before the next.

Every PMID ends in one state. What comes out is derived from the job alone, in the order of
the list: the results of all PMIDs up to the first that is still pending.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from scraper.crawler import listings
from scraper.crawler.clock import Clock
from scraper.crawler.health import LONGEST, Jitter
from scraper.crawler.host import Host, Judge
from scraper.crawler.items import Item, State
from scraper.crawler.job import Job
from scraper.crawler.options import Options
from scraper.crawler.outcome import Outcome, article_outcome, listing_outcome
from scraper.crawler.pages import PageKind, stored
from scraper.crawler.response import Response
from scraper.crawler.results import Result, full_lists, read_article, result

Hook = Callable[[str], None]
"""Called with the name of each point where a crash would hurt most: ``before_request``,
``after_body``, ``before_commit``, ``after_commit``."""


def _nothing(_point: str) -> None:
    """Do nothing at a crash point."""


class Engine:
    """Works on a job until nothing is pending."""

    def __init__(  # noqa: PLR0913 - what a crawl needs, all of it injected
        self,
        job: Job,
        options: Options,
        clock: Clock,
        user_agent: str,
        *,
        jitter: Jitter = random.uniform,
        hook: Hook = _nothing,
    ) -> None:
        self.job, self.options = job, options
        self.host = Host(job, options, clock, user_agent, jitter)
        self._clock, self._hook = clock, hook
        self._position = 0

    def run(self) -> Iterator[Result]:
        """Work and yield the results as they are settled.

        Raises:
            CrawlStopped: The crawl cannot go on now; the job keeps what there is.
        """
        with self.host.client:
            yield from self.settled()
            while (item := self._next()) is not None:
                self._work(item)
                yield from self.settled()

    def settled(self) -> Iterator[Result]:
        """Yield the results that have become certain since the last call."""
        for item in self.job.items.settled(self._position):
            self._position = item.position
            found = result(self.job, item, self.options)
            if found is not None:
                yield found

    def _next(self) -> Item | None:
        """Wait for the next item whose time has come; None where nothing is left, or at a stop."""
        while not self._clock.stopping:
            now = self._clock.now()
            if (item := self.job.items.waiting(now, LONGEST)) is not None:
                return item
            if (at := self.job.items.next_time()) is None:
                return None
            self._clock.sleep(min(max(at - now, 0.0), LONGEST))
        return None

    def _work(self, item: Item) -> None:
        """Do the next thing that an item needs: one request, or none where all is there."""
        page = None if item.refetch else self.job.pages.get(item.target)
        if page is None:
            self._get_article(item)
            return
        most = self.options.max_pages
        for kind in full_lists(read_article(page), self.options):
            number = listings.missing_page(self.job, item.target, kind, most)
            if number is not None:
                self._get_listing(item, kind, number)
                return
            _, changed = listings.joined(self.job, item.target, kind, most)
            if changed and not item.reread:
                with self._commit():
                    self.job.pages.drop(item.target, kind)
                    self.job.items.update(item, reread=1)
                return
        with self._commit():
            self._settle(item, "merged" if item.merged_into else "done")

    def _get_article(self, item: Item) -> None:
        answer = self._ask(item, f"/{item.pmid}/", lambda got: article_outcome(item.pmid, got))
        if answer is None:
            return
        outcome, response = answer
        own = outcome.pmid or item.pmid
        page = stored(own, "article", 1, response, self._clock.now())
        merged = int(own) if own != item.pmid else None
        with self._commit():
            self.job.pages.store(page)
            if item.refetch:  # its lists are as old
                for kind in listings.LINKNAMES:
                    self.job.pages.drop(own, kind)
            self.job.items.update(item, merged_into=merged, refetch=0, reread=0, attempts=0)
            if not full_lists(read_article(page), self.options):
                self._settle(item, "done" if merged is None else "merged")

    def _get_listing(self, item: Item, kind: PageKind, number: int) -> None:
        path = listings.path(item.target, kind, number)
        answer = self._ask(item, path, lambda got: listing_outcome(got, item.target))
        if answer is not None:
            page = stored(item.target, kind, number, answer[1], self._clock.now())
            with self._commit():
                self.job.pages.store(page)
                self.job.items.update(item, attempts=0)

    def _ask(self, item: Item, path: str, judge: Judge) -> tuple[Outcome, Response] | None:
        """Ask for a page; None where it did not come, which the job then says."""
        if not self.host.rules().allows(path):
            with self._commit():
                self._settle(item, "blocked", "robots", f"robots.txt does not allow {path}")
            return None
        self.host.health.wait()
        if self._clock.stopping:
            return None
        self._hook("before_request")
        answer = self.host.ask(path, judge)
        self._hook("after_body")
        if answer.response is not None and answer.outcome.kind == "found":
            return answer.outcome, answer.response
        with self._commit():
            self.host.note()
            self._put_off(item, answer.outcome)
        if answer.stop is not None:
            raise answer.stop
        return None

    def _put_off(self, item: Item, outcome: Outcome) -> None:
        """Write an item's fault: it waits for another try, or has had its last."""
        health, said = self.host.health, (outcome.code, outcome.message)
        is_missing = outcome.kind == "missing"
        missed_at = item.missed_at
        if is_missing and missed_at is None:
            missed_at = health.good
        elif is_missing and missed_at is not None and health.good > missed_at:
            self._settle(item, "gone", *said)  # missing twice, and the host was well between
            return
        theirs = outcome.kind == "limited" or (health.is_broken and not is_missing)
        attempts = item.attempts + (not theirs)
        if attempts > self.options.retries:
            last: State = "blocked" if outcome.kind == "blocked" else "failed"
            self._settle(item, "gone" if outcome.says_so else last, *said)
            return
        wait = 0.0 if theirs else health.own_wait(item.attempts)
        self.job.items.update(
            item,
            attempts=attempts,
            next_at=self._clock.now() + wait,
            missed_at=missed_at,
            code=outcome.code,
            message=outcome.message,
        )

    def _settle(
        self, item: Item, state: State, code: str | None = None, message: str | None = None
    ) -> None:
        self.job.items.update(item, state=state, code=code, message=message)

    @contextmanager
    def _commit(self) -> Iterator[None]:
        """Write all of the block to the job, or nothing of it."""
        with self.job.transaction():
            yield
            self._hook("before_commit")
        self._hook("after_commit")
