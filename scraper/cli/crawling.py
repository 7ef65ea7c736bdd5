"""The work of ``pubmed-scraper crawl``, imported when there is some."""

import sys
from array import array
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import cast

import click
import platformdirs

from scraper.cli.durations import counted
from scraper.cli.lists import Lists
from scraper.cli.output import OutputOptions, encoded, opened
from scraper.cli.signals import SIGNALS
from scraper.cli.stdio import on_terminal
from scraper.cli.visible import visible
from scraper.cli.watch import Watch
from scraper.crawler.options import Options, Settings
from scraper.crawler.session import session
from scraper.errors import CrawlStopped


class Given(OutputOptions):
    """The arguments and options of ``crawl``; None where an option was not given."""

    pmids: tuple[str, ...]
    inputs: tuple[str, ...]
    job: str | None
    contact: str
    rate: float | None
    cited_by: str | None
    similar: str | None
    max_pages: int | None
    refresh: float | None
    retries: int | None
    backoff: float | None
    timeout: float | None
    max_bytes: int | None
    page_timeout: float | None
    page_memory: int | None
    base_url: str | None
    dry_run: bool
    as_json: bool
    log_json: bool


def crawl_all(given: Given) -> int:
    """Crawl the PMIDs that the options name; return the exit status."""
    crowded = given["output"] == "-" and on_terminal(sys.stdout)
    report = Watch(bar=not crowded, quiet=given["quiet"], as_json=given["log_json"])
    with opened(given, report) as output:
        lists = Lists(given["pmids"], given["inputs"])
        output.take_all(lists.read())
        if extras := lists.extras():
            report.note("; ".join([counted(len(lists.numbers), "PMID"), *extras]))
        options = options_of(given)
        path = given["job"]
        if path is None:
            path = own_job(lists.numbers, options)
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            report.note(f"job file: {visible(path)}; the same list goes on there")
        chosen, contact = settings_of(given), given["contact"]
        with (
            _keeping(path, report),
            session(path, contact=contact, watch=report.watch, **chosen) as run,
        ):
            run.job.items.add(map(str, lists.numbers))
            with SIGNALS.hold(run.stop), closing(run.run()) as results:
                output.take_all(encoded(results, given["fields"]))
        return output.end()


def settings_of(given: Given) -> Settings:
    """Return the settings that were given."""
    names = Settings.__annotations__
    chosen = {name: value for name, value in given.items() if name in names and value is not None}
    return cast("Settings", chosen)


def options_of(given: Given) -> Options:
    """Return what was given, together with the defaults.

    Raises:
        click.UsageError: a setting is out of bounds.
    """
    try:
        return Options(contact=given["contact"], **settings_of(given))
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def own_job(numbers: "array[int]", options: Options) -> str:
    """Return the job file of a list without ``--job``: in the user's cache, named after it."""
    named = sha256(numbers.tobytes() + repr(sorted(options.kept().items())).encode())
    folder = platformdirs.user_cache_path("pubmed-scraper", appauthor=False)
    return str(folder / f"crawl-{named.hexdigest()[:16]}.db")


@contextmanager
def _keeping(path: str, report: Watch) -> Iterator[None]:
    """Say that a run which ends before its time loses nothing."""
    said = f"{visible(path)} keeps what was fetched; the same command goes on from there"
    try:
        yield
    except CrawlStopped as error:
        report.tell(error)
        raise click.exceptions.Exit(error.exit_status) from error
    except (SystemExit, OSError):
        report.note(said)
        raise
