"""The work of ``pubmed-scraper export``."""

import sys

from scraper.cli.durations import counted
from scraper.cli.output import OutputOptions, encoded, opened
from scraper.cli.report import Report
from scraper.cli.stdio import on_terminal
from scraper.crawler import reading
from scraper.crawler.job import Job
from scraper.crawler.results import results
from scraper.errors import CrawlError
from scraper.workers import Limits


class Given(OutputOptions):
    """The argument and the options of ``export``."""

    job: str
    page_timeout: float
    page_memory: int


def export_all(given: Given) -> int:
    """Write the records of a job; return the exit status."""
    reading.limit(Limits(given["page_timeout"], given["page_memory"]))
    with Job(given["job"], read_only=True) as job:
        total, waiting = len(job.items), job.items.counts().get("pending", 0)
        crowded = given["output"] == "-" and on_terminal(sys.stdout)
        bar = False if crowded else None
        report = Report(bar=bar, quiet=given["quiet"], total=total - waiting)
        with opened(given, report) as output:
            output.take_all(encoded(results(job), given["fields"]))
            if waiting:
                message = f"{counted(waiting, 'PMID')} still to be fetched; crawl --job goes on"
                output.take(CrawlError(message, source=job.path, code="not_fetched"))
            return output.end()
