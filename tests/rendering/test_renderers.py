"""What other programs make of our pages never gives a wrong value, and mostly gives a record.

Where too little is left of a page, a refusal in words may stand in a record's place.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

import scraper
from scraper.decode import decode
from tests.pairs import CORPUS, NO_CORPUS, SAMPLES, Record, expected, pairs
from tests.rendering.floors import FLOORS, Yield
from tests.rendering.renderers import PYTHON, SYSTEM
from tests.rendering.yardstick import Difference, contradictions, leaves, named

RENDERERS: Final = {**PYTHON, **SYSTEM}
FOLDERS: Final[Mapping[str, Path]] = {"samples": SAMPLES, "corpus": CORPUS}


def measured(folder: str, name: str) -> tuple[Yield, dict[str, list[Difference]]]:
    """Render and convert all HTML pages of a folder; return the yield, and what is wrong."""
    records = kept = values = 0
    wrong: dict[str, list[Difference]] = {}
    for page in pages(folder):
        text = RENDERERS[name](decode(page.read_bytes())[0])
        if record := converted(text):
            records += 1
            kept += len(named(record, expected(page))[0])
            values += leaves(record)
            if found := contradictions(record, expected(page), text):
                wrong[page.name] = found
    return Yield(records, kept, values), wrong


def pages(folder: str) -> list[Path]:
    found = (page for era in ("modern", "legacy") for page in pairs(FOLDERS[folder] / era))
    return [page for page in found if page.suffix == ".html"]


def converted(text: str) -> Record | None:
    """Return the record of a text, or None: it is refused."""
    try:
        record: Record = json.loads(scraper.convert_json(text))
    except scraper.ScraperError:
        return None
    return record


@pytest.mark.parametrize("name", RENDERERS)
def test_our_pages(name: str) -> None:
    check("samples", name)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason=NO_CORPUS)
@pytest.mark.parametrize("name", RENDERERS)
def test_third_party_pages(name: str) -> None:
    check("corpus", name)


def check(folder: str, name: str) -> None:
    found, wrong = measured(folder, name)
    print(f"{name}: {len(pages(folder))} pages, {found}")  # noqa: T201 - seen with -rP
    assert wrong == {}
    floor = FLOORS[folder][name]
    assert all(now >= then for now, then in zip(found, floor, strict=True)), (found, floor)


def test_every_renderer_has_a_floor() -> None:
    for floors in FLOORS.values():
        assert RENDERERS.keys() <= floors.keys()
