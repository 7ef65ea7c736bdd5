"""What a list costs before anything is fetched."""

from collections.abc import Iterable
from math import inf
from typing import Final

from attrs import frozen

from scraper.crawler.job import Job
from scraper.crawler.options import Options
from scraper.crawler.pmids import Seen

MANY: Final = 300
"""Requests from which on E-utilities are the better door."""


@frozen(kw_only=True)
class Plan:
    """How many requests a list costs, and how long they take."""

    pmids: int
    stored: int
    """Of these, how many need no request."""
    least: int
    """Requests where every PMID is an article and no list has more than its page shows."""
    with_lists: int
    """Requests where each list that is wanted in full takes one page more."""
    seconds: float
    """The time of the least requests."""

    @property
    def many(self) -> bool:
        """Whether E-utilities are the better door."""
        return self.least > MANY


def plan(pmids: int, stored: int, options: Options) -> Plan:
    """Count the cost of a list.

    Args:
        pmids: how many different PMIDs it has.
        stored: how many of them are done in the job.
        options: rate and lists.
    """
    asked = pmids - stored
    lists = (options.cited_by, options.similar).count("all")
    least = asked + (1 if asked else 0)  # robots.txt
    return Plan(
        pmids=pmids,
        stored=stored,
        least=least,
        with_lists=least + asked * lists,
        seconds=least / options.rate,
    )


def needs(job: Job, numbers: Iterable[int], options: Options, now: float) -> tuple[int, int]:
    """Return how many PMIDs a job has together with a list, and how many need no request.

    Args:
        job: the job as it is.
        numbers: PMIDs, each once.
        options: how old a page may be.
        now: seconds since 1970.
    """
    known = Seen()
    for item in job.items:
        known.add(item.pmid)
    of_job = len(known)
    new = sum(known.add(str(number)) for number in numbers)
    old = now - options.refresh if options.refresh is not None else -inf
    return of_job + new, of_job - job.items.to_fetch(old)
