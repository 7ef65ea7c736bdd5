"""The work of ``pubmed-scraper diagnose``."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import click

from scraper import batch, diagnosis, sinks, sources
from scraper.cli.diagnosis_table import lines
from scraper.cli.inputs import Inputs, may_be_slow, named_inputs, workers
from scraper.cli.report import Report
from scraper.cli.signals import SIGNALS
from scraper.cli.stdio import destination, on_terminal
from scraper.cli.visible import visible
from scraper.diagnosis.observation import decode
from scraper.errors import RecordError, ScraperError


class Options(Inputs):
    """The arguments and options of ``diagnose``."""

    output: str
    as_json: bool
    baseline: str | None
    fail_on_drop: float | None
    min_records: int
    text: bool
    quiet: bool


def diagnose_all(options: Options, points: float) -> int:
    """Diagnose every page that the options name; return the exit status."""
    baseline = options["baseline"] and _baseline(options["baseline"])
    found = _diagnosis(options)
    with sinks.open_stream(destination(options["output"])) as stream:
        text = "".join(f"{line}\n" for line in lines(found, _width(options["output"])))
        stream.write(diagnosis.encode(found) if options["as_json"] else text.encode())
    drifted = 0
    if baseline:
        limits = diagnosis.Limits(points, options["min_records"])
        drifted = _compare(baseline, found, limits)
    return int(not found.records or (options["fail_on_drop"] is not None and drifted > 0))


def _baseline(path: str) -> diagnosis.Diagnosis:
    try:
        return diagnosis.decode(Path(path).read_bytes())
    except RecordError as error:
        reason = error.message
    except OSError as error:
        reason = error.strerror or str(error)
    raise click.UsageError(f"{visible(path)} is no baseline: {visible(reason)}")


def _diagnosis(options: Options) -> diagnosis.Diagnosis:
    tally, found = sources.Tally(), diagnosis.Diagnosis()
    report = Report(bar=None, quiet=options["quiet"], total=None, tally=tally)
    with report, workers(options) as crew:
        pages = report.counted(named_inputs(options, tally))
        work = partial(batch.to_observations, text=options["text"])
        results = crew.run(pages, work, streaming=may_be_slow(options))
        _count(results, found, report)
        found.pages = report.pages
    return found


def _count(
    results: Iterable[bytes | ScraperError], found: diagnosis.Diagnosis, report: Report
) -> None:
    for result in results:
        if isinstance(result, ScraperError):
            report.failures += 1
            found.add(result)
        else:
            found.add(decode(result))
            report.record()
        if SIGNALS.has_come:
            break
    SIGNALS.check()


def _compare(
    before: diagnosis.Diagnosis, now: diagnosis.Diagnosis, limits: diagnosis.Limits
) -> int:
    """Say what has become worse; return how much."""
    found = list(diagnosis.drift(before, now, limits))
    for drift in found:
        was = "none" if drift.before is None else f"{drift.before:.1f} %"
        line = f"{drift.place}: {drift.what}: {was} before, {drift.now:.1f} % now"
        click.echo(visible(line), err=True)
    for name in diagnosis.too_few(before, now, limits):
        line = f"{name}: not compared: fewer than {limits.least} records, now or then"
        click.echo(visible(line), err=True)
    return len(found)


def _width(output: str) -> int:
    """Return how wide a table may be: the terminal, up to 100; 80 where there is none."""
    if output == "-" and on_terminal(sys.stdout):
        from shutil import get_terminal_size  # noqa: PLC0415 - of a terminal only

        return min(get_terminal_size().columns, 100)
    return 80
