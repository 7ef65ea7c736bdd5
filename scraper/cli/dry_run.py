"""``crawl --dry-run``: what a list costs. Asks nothing and writes nothing."""

import os
import time
from collections.abc import Iterator
from typing import Final

import attrs
import click
import msgspec

from scraper.cli.crawling import Given, options_of, own_job, settings_of
from scraper.cli.durations import counted, words
from scraper.cli.lists import Lists
from scraper.cli.report import Report
from scraper.cli.visible import visible
from scraper.crawler.job import Job
from scraper.crawler.options import Options, from_kept
from scraper.crawler.plan import Plan, needs, plan

_NOBODY: Final = "nobody@example.org"
"""Stands in for a contact where nobody is asked."""
_BETTER_DOOR: Final = "https://www.ncbi.nlm.nih.gov/books/NBK25497/"


def dry_run(given: Given) -> int:
    """Print what a crawl would cost; return the exit status."""
    given["contact"] = given["contact"] or _NOBODY
    report = Report(bar=False, quiet=True, total=None)
    lists = Lists(given["pmids"], given["inputs"])
    for error in lists.read():
        report.failure(error)
    options = options_of(given)
    path = given["job"] or own_job(lists.numbers, options)
    found = _plan(path, lists, given, options)
    if given["as_json"]:
        click.echo(msgspec.json.encode(_facts(found, lists, path, options.rate)).decode())
    else:
        click.echo("\n".join(_lines(found, lists, path, options.rate)))
    return report.status


def _plan(path: str, lists: Lists, given: Given, options: Options) -> Plan:
    if not os.path.isfile(path):  # noqa: PTH113 - never raises
        return plan(len(lists.numbers), 0, options)
    with Job(path, read_only=True) as job:
        kept = job.settings()
        options = attrs.evolve(options, **(from_kept(kept) | settings_of(given)))
        if kept:
            job.keep_settings(options.kept())
        return plan(*needs(job, lists.numbers, options, time.time()), options)


def _lines(found: Plan, lists: Lists, path: str, rate: float) -> Iterator[str]:
    told = [counted(found.pmids, "PMID"), *lists.extras()]
    told += [f"{found.stored:,} settled already in {visible(path)}"] * bool(found.stored)
    yield "; ".join(told)
    least = f"at least {counted(found.least, 'request')}"
    yield f"{least}: {words(found.least / rate)} at {rate:g} a second"
    if found.with_lists > found.least:
        more = f"{found.with_lists:,} requests: {words(found.with_lists / rate)}"
        yield f"with one page of 200 entries for each list that is wanted in full: {more}"
    if found.many:
        yield f"for so many, NCBI's E-utilities are the better door: {_BETTER_DOOR}"


def _facts(found: Plan, lists: Lists, path: str, rate: float) -> dict[str, object]:
    return {
        "pmids": found.pmids,
        "doubled": lists.count.doubled,
        "invalid": lists.count.invalid,
        "job": path,
        "settled": found.stored,
        "requests": found.least,
        "requests_with_lists": found.with_lists,
        "rate": rate,
        "seconds": round(found.least / rate),
        "seconds_with_lists": round(found.with_lists / rate),
        "better_door": _BETTER_DOOR if found.many else None,
    }
