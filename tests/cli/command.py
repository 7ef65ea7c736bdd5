"""The real command in a process of its own, and small pages to feed it."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import scraper

ARGV = (sys.executable, "-m", "scraper")
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - PubMed</title>
<meta name="ncbi_app" content="pubmed"><meta name="ncbi_pdid" content="abstract">
<meta name="uid" content="{pmid}"></head><body>
<main class="article-details" id="article-details">
<header class="heading" id="heading"><div class="full-view" id="full-view-heading">
<h1 class="heading-title">{title}</h1>
<ul class="identifiers" id="full-view-identifiers"><li><span class="identifier pubmed">
<span class="id-label">PMID:</span><strong class="current-id">{pmid}</strong></span></li></ul>
</div></header></main></body></html>
"""
RENDERING = b""". 2020 Jan;12(3):45-9.
doi: 10.5555/demo.1.

A short study of long rivers

Affiliations

A short study of long rivers

Ada Brook et al. J Invent Geogr. 2020 Jan.

Abstract

Rivers are long.
"""

Result = subprocess.CompletedProcess[bytes]
Process = subprocess.Popen[bytes]


def page(pmid: int, title: str = "On rivers") -> bytes:
    """Make a small page in PubMed's modern layout."""
    return _PAGE.format(pmid=pmid, title=title).encode()


def without_pmid() -> bytes:
    """Make a page of an article that does not say its PMID."""
    html = page(1).replace(b'<meta name="uid" content="1">', b"")
    start, end = html.index(b'<ul class="identifiers"'), html.index(b"</ul>")
    return html[:start] + html[end:]


def records(output: bytes) -> list[dict[str, Any]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in output.splitlines()]


def pmids(output: bytes) -> list[str]:
    """Return the PMIDs of the records in JSON Lines."""
    return [record["pmid"] for record in records(output)]


class Command:
    """Runs ``pubmed-scraper`` in a folder."""

    def __init__(self, folder: Path) -> None:
        home = Path(scraper.__file__).parents[1]  # any folder finds this very package
        self.folder = folder
        self.env = os.environ | {
            "PYTHONPATH": str(home),
            "PYTHONWARNINGS": "error",
            "TERM": "xterm",
            "COLUMNS": "100",
        }
        self._started: list[Process] = []

    def start(
        self,
        *arguments: str | bytes | Path,
        stdin: int = subprocess.PIPE,
        stdout: int = subprocess.PIPE,
        stderr: int = subprocess.PIPE,
        before: Sequence[str] = (),
    ) -> Process:
        """Start it, behind the command ``before``."""
        process = subprocess.Popen(
            [*before, *ARGV, *arguments],
            cwd=self.folder,
            env=self.env,
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            bufsize=0,
        )
        self._started.append(process)
        return process

    def run(self, *arguments: str | bytes | Path, text: bytes = b"", **streams: Any) -> Result:  # noqa: ANN401
        """Run it to its end with ``text`` on standard input."""
        process = self.start(*arguments, **streams)
        output, talk = process.communicate(text if process.stdin else None, timeout=60)
        return Result(process.args, process.returncode, output, talk)

    def close(self) -> None:
        """End what a failed test left running."""
        for process in self._started:
            with process:
                process.kill()
