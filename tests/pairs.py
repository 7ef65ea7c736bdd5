"""Pairs of a saved page and the record expected of it, in ``samples/`` and the corpus."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import scraper

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
CORPUS = ROOT.parent / "shared" / "corpus"
NO_CORPUS = "the third-party pages are not beside the project (../shared/corpus)"

LATER = frozenset({"book", "investigators"})
"""Fields that the contract got after the records of the corpus were written."""

Record = dict[str, Any]


def pairs(folder: Path) -> list[Path]:
    """Return the pages of a folder that have an expected record beside them."""
    pages = [path for path in folder.rglob("*") if path.suffix in {".html", ".txt"}]
    return sorted(path for path in pages if path.with_suffix(".json").exists())


@cache
def expected(page: Path) -> Record:
    """Return the expected record."""
    found: Record = json.loads(page.with_suffix(".json").read_bytes())
    return found


@cache
def converted(page: Path) -> Record:
    """Return the record that we make of a page."""
    found: Record = json.loads(scraper.convert_json(page.read_bytes(), source=page.name))
    return found


def corpus_pairs(*folders: str) -> list[Any]:
    """Return corpus pages as test parameters; one skipped parameter where there is no corpus."""
    if not CORPUS.is_dir():
        return [pytest.param(Path(), marks=pytest.mark.skip(reason=NO_CORPUS), id="no-corpus")]
    return [
        pytest.param(page, marks=pytest.mark.corpus, id=f"{folder}/{page.name}")
        for folder in folders
        for page in pairs(CORPUS / folder)
    ]
