"""The records that every format is tried with."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

import pytest

from scraper.encode import decode
from scraper.model import Article
from tests.pagegen.drawing import legacy, modern, text
from tests.pairs import CORPUS, LATER, NO_CORPUS, SAMPLES

_KINDS = {"article", "book", "book_section"}


def samples() -> list[Any]:
    """Return the records of ``samples/`` as test parameters."""
    return [
        pytest.param(record, id=f"{path.parent.name}/{path.name}/{at}")
        for path in sorted(SAMPLES.rglob("*.json*"))
        for at, record in enumerate(_articles(path.read_text()))
    ]


def corpus() -> list[Any]:
    """Return the records of the corpus; one skipped parameter where there is none."""
    if not CORPUS.is_dir():
        return [pytest.param(None, marks=pytest.mark.skip(reason=NO_CORPUS), id="no-corpus")]
    return [
        pytest.param(record, marks=pytest.mark.corpus, id=f"{path.parent.name}/{path.name}")
        for path in sorted(CORPUS.rglob("*.json"))
        for record in _articles(path.read_text())
    ]


@cache
def drawn(layout: str, count: int = 60) -> tuple[Article, ...]:
    """Draw articles as a layout shows them, the same in each run."""
    draw: Callable[[Random], Any] = {
        "modern": modern.article,
        "legacy": lambda random: legacy.article(random, "2017"),
        "text": lambda random: text.article(random)[0],
    }[layout]
    records: Iterator[Any] = (draw(Random(seed)) for seed in range(count))  # noqa: S311 - no secret
    return tuple(decode(json.dumps(_whole(record))) for record in records)


def _articles(written: str) -> Iterator[Article]:
    """Read a file of one record over many lines, or of one a line."""
    try:
        records = [json.loads(written)]
    except json.JSONDecodeError:
        records = [json.loads(line) for line in written.splitlines()]
    for record in records:
        if record.get("kind") in _KINDS:
            yield decode(json.dumps(_whole(record)))


def _whole(record: dict[str, Any]) -> dict[str, Any]:
    """Drop what a drawing keeps for itself; what came later into the contract is null."""
    return {name: said for name, said in record.items() if name not in LATER or said is not None}
