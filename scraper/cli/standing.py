"""The work of ``pubmed-scraper status``: how a job stands, at rest or at work."""

import time
from collections.abc import Iterator
from typing import Any, Final

import msgspec
from attrs import frozen

from scraper import owner
from scraper.cli.durations import counted
from scraper.cli.visible import visible
from scraper.cli.watch import delay_in_words, pace_in_words
from scraper.crawler.job import Job
from scraper.crawler.options import RATE
from scraper.crawler.progress import Progress, Trouble, resting
from scraper.errors import JobLocked

_MEANING: Final = {
    "done": "",
    "merged": "their article has another PMID now",
    "gone": "PubMed has no such article",
    "blocked": "the site did not let us in",
    "failed": "retry has them tried again",
    "pending": "",
}


@frozen(kw_only=True)
class Standing:
    """How a job stands."""

    job: str
    process: str | None
    """Who works on it."""
    progress: Progress

    def as_json(self) -> str:
        """Return all of it as one line of JSON."""
        facts: dict[str, Any] = msgspec.to_builtins(self.progress)
        named = {"job": self.job, "running": self.process is not None, "process": self.process}
        return msgspec.json.encode(named | {"total": self.progress.total} | facts).decode()

    def lines(self) -> Iterator[str]:
        """Say it to a person."""
        progress = self.progress
        yield f"{visible(self.job)}: {counted(progress.total, 'PMID')}"
        for state, count in progress.counts.items():
            if count:
                meaning = f"  ({_MEANING[state]})" * bool(_MEANING[state])
                yield f"  {state:<8}{count:>9,}{meaning}"
        yield "; ".join([self._doing(), *pace_in_words(progress), *delay_in_words(progress)])
        if progress.last_errors:
            yield "last errors:"
            yield from map(_error_line, progress.last_errors)

    def _doing(self) -> str:
        if self.process:
            return f"running: {visible(self.process)}"
        if not self.progress.waiting:
            return "complete"
        return f"not running; at {RATE:g} request a second"


def _error_line(trouble: Trouble) -> str:
    at = trouble.next_at
    when = f"  (again at {at.astimezone():%H:%M:%S})" if at else ""
    return f"  PMID {trouble.pmid}: {visible(trouble.code)}: {visible(trouble.message)}{when}"


def standing(path: str) -> Standing:
    """Tell how a job stands.

    Raises:
        JobError: It cannot be read, or another process works on it that is no crawl.
    """
    try:
        with Job(path, read_only=True) as job:
            return Standing(job=path, process=None, progress=resting(job, time.time()))
    except JobLocked:
        said = owner.read(path)
        try:
            progress = msgspec.convert(said, Progress)
        except msgspec.ValidationError:
            progress = None
        if progress is None:
            raise
        process = f"process {said.get('pid')} on {said.get('host')}"
        return Standing(job=path, process=process, progress=progress)
