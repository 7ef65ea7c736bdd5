"""The command in the test's own process, which is quicker than one of its own."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from scraper.cli.root import run
from tests.crawler.site import Site

CONTACT = "ada@example.org"


@frozen
class Done:
    """What a run gave."""

    status: int
    output: bytes
    talk: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON Lines on standard output."""
        return [json.loads(line) for line in self.output.splitlines()]

    @property
    def pmids(self) -> list[str]:
        """Their PMIDs."""
        return [record["pmid"] for record in self.records]


class Here:
    """Runs ``pubmed-scraper`` in a folder."""

    def __init__(
        self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[bytes], folder: Path
    ) -> None:
        self._patch, self._capture = patch, capture
        self.folder = folder
        patch.chdir(folder)
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("NO_PROXY", "*")
        patch.setattr("scraper.cli.root.abandon", lambda: None)  # it is the test's output too

    def run(self, *arguments: str, text: bytes = b"") -> Done:
        """Run it to its end with ``text`` on standard input."""
        self._patch.setattr(sys, "argv", ["pubmed-scraper", *arguments])
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        self._capture.readouterr()
        status = run()
        output, talk = self._capture.readouterr()
        return Done(status, output, talk.decode())

    def crawl(self, site: Site, *arguments: str, text: bytes = b"", job: str = "c.db") -> Done:
        """Crawl a site without long waits."""
        return self.run("crawl", *arguments, *quickly(site), "--job", job, text=text)


def quickly(site: Site, rate: str = "1000") -> Sequence[str]:
    """Return the options that crawl a loopback site without long waits."""
    return ("--base-url", site.url, "--contact", CONTACT, "--rate", rate, "--backoff", "0.01")
