"""The work of ``pubmed-scraper convert -o DIR/``: parts that outlive any crash."""

import os
from collections.abc import Iterable, Iterator
from functools import partial

import click
import msgspec

from scraper import sinks, sources
from scraper.cli.conversion import Options
from scraper.cli.report import Report
from scraper.cli.stdio import stdin
from scraper.cli.visible import visible
from scraper.errors import ScraperError
from scraper.model import ErrorRecord
from scraper.shards.local import Engine, local
from scraper.shards.marker import Done
from scraper.shards.session import Session, session
from scraper.shards.shard import Job
from scraper.sources.find import find
from scraper.sources.listing import listed
from scraper.sources.remote import is_url
from scraper.workers import Limits, cpus


def convert_parts(options: Options) -> int:
    """Make the parts that are missing; return the exit status of all."""
    tally = sources.Tally()
    report = _Parts(bar=options["progress"], quiet=options["quiet"], total=None, tally=tally)
    try:
        with session(_items(options, tally), _job(options), options["shard_size"]) as run, report:
            _make(run, report, _engine(options))
    except SystemExit:
        message = "stopped; the same command makes what is missing"
        click.echo(f"{visible(options['output'])}: {message}", err=True)
        raise
    return report.status


def _make(run: Session, report: "_Parts", engine: Engine) -> None:
    there = run.there()
    report.begin(run.parts, there.values())
    for result in run.make(there, engine):
        if isinstance(result, Done):
            for line in run.errors(result):
                report.tell(_error(line))
            report.part(result)
        else:
            report.failure(result)


def _error(line: bytes) -> ScraperError:
    """Return the error that an error object is of."""
    said = msgspec.json.decode(line, type=ErrorRecord)
    error = ScraperError(said.message, source=said.source, pmid=said.pmid)
    error.code = said.code
    return error


def _items(options: Options, tally: sources.Tally) -> Iterator[str | ScraperError]:
    """Look for the inputs that the options name."""
    yield from find(options["paths"], tally=tally)
    listing = options["files_from"]
    if listing is None:
        return
    for path in listed(stdin() if listing == sources.STDIN else listing, null=options["null"]):
        if isinstance(path, ScraperError):
            yield path
        else:
            yield from find((path,), patterns=False, tally=tally)


def _job(options: Options) -> Job:
    output, fields = options["output"], options["fields"]
    format_ = options["format_"] or "jsonl"
    if options["csv_raw"] and format_ != "csv":
        raise click.UsageError("--csv-raw goes with CSV: --format csv")
    if options["compress"] and not sinks.FORMATS[format_].is_text:
        raise click.UsageError(f"{format_} is compressed as it is; leave out --compress")
    return Job(
        output=output if is_url(output) else os.path.abspath(output),  # noqa: PTH100 - keeps links
        folder=os.getcwd(),  # noqa: PTH109 - a string
        format_=format_,
        compress=options["compress"],
        csv_raw=options["csv_raw"],
        fields=tuple(sorted(fields)) if fields else None,
        items=options["items"],
        max_bytes=options["max_bytes"],
        limits=Limits(options["page_timeout"], options["page_memory"]),
    )


def _engine(options: Options) -> Engine:
    jobs = options["jobs"] or cpus()
    if options["engine"] == "local":
        return partial(local, jobs=jobs)
    from scraper.shards.cluster import cluster  # noqa: PLC0415 - an extra

    return partial(cluster, jobs=jobs, scheduler=options["scheduler"])


class _Parts(Report):
    """Counts parts beside pages and records."""

    _tally: sources.Tally
    _found = 0
    """How many parts were there already."""

    def begin(self, total: int, there: Iterable[Done]) -> None:
        """Take note of how many parts there are to be, and of those that are there."""
        self._total = total
        for done in there:
            self.part(done)
        self._found = self._done

    def part(self, done: Done) -> None:
        """Count what is in a part."""
        self._done += 1
        self.pages += done.pages
        self.records += done.records
        if failures := sum(done.failures.values()):
            self.failures += failures
            self.status = max(self.status, 1)
        self._tally.other_hosts += done.other_hosts
        self._tally.other_xml += done.other_xml
        self._advance()

    def _advance(self) -> None:
        parts = f"{self._done}/{self._total} parts"
        text = f"{parts}, {self.records} records, {self.failures} failed"
        self._show(text, self._done, self._total)

    def _passed_over(self) -> list[str]:
        found = [f"{self._found} of {self._total} parts were there"] * bool(self._found)
        return [*found, *super()._passed_over()]
