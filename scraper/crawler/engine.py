"""The engine: one request at a time, each answer and its state on the disk before the next.

Every PMID ends in one state. What comes out is derived from the job alone, in the order of
the list: the results of all PMIDs up to the first that is still pending.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from scraper.crawler import listings
from scraper.crawler.clock import Clock, Stopped
from scraper.crawler.fault import weigh
from scraper.crawler.health import LONGEST, Jitter
from scraper.crawler.host import Host, Judge
from scraper.crawler.items import Item, State
from scraper.crawler.job import Job
from scraper.crawler.options import Options
from scraper.crawler.outcome import Outcome, article_outcome, listing_outcome
from scraper.crawler.pages import PageKind, StoredPage
from scraper.crawler.reading import read_article
from scraper.crawler.response import Response
from scraper.crawler.results import Result, full_lists, result, stored_article
from scraper.model import Article

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
        """Work and yield the results as they are settled, until all are or the clock stops.

        Raises:
            CrawlStopped: The crawl cannot go on now; the job keeps what there is.
        """
        with self.host.client, suppress(Stopped):
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
        """Wait for the next item whose time has come; None where nothing is left.

        Raises:
            Stopped: The crawl shall end.
        """
        while True:
            now = self._clock.now()
            if (item := self.job.items.waiting(now, LONGEST)) is not None:
                self._clock.sleep(0)
                return item
            if (at := self.job.items.next_time()) is None:
                return None
            self._clock.sleep(min(max(at - now, 0.0), LONGEST))

    def _work(self, item: Item) -> None:
        """Do the next thing that an item needs: one request, or none where all is there."""
        article = None if item.refetch else stored_article(self.job, item.target)
        if article is None:
            self._get_article(item)
            return
        most = self.options.max_pages
        for kind in full_lists(article, self.options):
            if self.job.pages.given_up(item.target, kind) is not None:
                continue
            number = listings.missing_page(self.job, item.target, kind, most)
            if number is not None:
                self._get_listing(item, article, kind, number)
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
        page = self._ask(
            item,
            "article",
            f"/{item.pmid}/",
            lambda answer: article_outcome(item.pmid, answer, self._clock.now()),
        )
        if page is None:
            return
        merged = None if page.pmid == item.pmid else int(page.pmid)
        with self._commit():
            if item.refetch or stored_article(self.job, page.pmid) is None:  # its record may be out
                self.job.pages.store(page)
            if item.refetch:  # its lists are as old
                for kind in listings.LINKNAMES:
                    self.job.pages.drop(page.pmid, kind)
            self._found(item, merged_into=merged, refetch=0, reread=0)
            if not full_lists(read_article(page), self.options):
                self._settle(item, "done" if merged is None else "merged")

    def _get_listing(self, item: Item, article: Article, kind: PageKind, number: int) -> None:
        least = len(listings.shown(article, kind))

        def judge(answer: Response) -> Outcome:
            now = self._clock.now()
            return listing_outcome(item.target, kind, number, answer, now, least=least)

        page = self._ask(item, kind, listings.path(item.target, kind, number), judge)
        if page is not None:
            with self._commit():
                self.job.pages.store(page)
                self._found(item)

    def _ask(self, item: Item, kind: PageKind, path: str, judge: Judge) -> StoredPage | None:
        """Ask for a page; None where it did not come, which the job then says."""
        self._hook("before_request")
        answer = self.host.ask(path, judge)
        self._hook("after_body")
        if answer.outcome.page is not None:
            return answer.outcome.page
        with self._commit():
            self._put_off(item, kind, answer.outcome)
        if answer.stop is not None:
            raise answer.stop
        return None

    def _put_off(self, item: Item, kind: PageKind, outcome: Outcome) -> None:
        """Write a fault: the item waits for another try, or goes on without the page."""
        fault = weigh(item, outcome, self.host.health, self.options)
        if fault.state is None:
            self.job.items.update(
                item,
                attempts=fault.attempts,
                next_at=self._clock.now() + fault.wait,
                good_at=fault.good_at,
                code=outcome.code,
                message=outcome.message,
            )
        elif kind == "article":
            self._settle(item, fault.state, outcome.code, outcome.message)
        else:
            self.job.pages.give_up(item.target, kind, outcome.message)
            self._found(item)

    def _found(self, item: Item, **values: object) -> None:
        """Write that an item is well: its faults are forgotten."""
        self.job.items.update(item, attempts=0, good_at=None, code=None, message=None, **values)

    def _settle(
        self, item: Item, state: State, code: str | None = None, message: str | None = None
    ) -> None:
        self.job.items.update(item, state=state, code=code, message=message)

    @contextmanager
    def _commit(self) -> Iterator[None]:
        """Write all of the block and how the host is, or nothing of it."""
        with self.job.transaction():
            yield
            self.host.note()
            self._hook("before_commit")
        self._hook("after_commit")
