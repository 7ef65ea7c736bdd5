"""Every field of every sample and corpus page equals the expected record."""

from pathlib import Path

import attrs
import pytest

import scraper
from scraper.encode import FIELDS
from tests.pairs import CORPUS, LATER, NO_CORPUS, SAMPLES, converted, corpus_pairs, expected, pairs

RECORDS = [page for page in pairs(SAMPLES) if expected(page)["kind"] not in {"error", "listing"}]
ERRORS = [page for page in pairs(SAMPLES) if expected(page)["kind"] == "error"]

FLOORS = {"modern": 1.0, "text": 1.0, "legacy": 1.0}
"""Share of equal fields that each folder of the corpus must keep; raise, never lower."""

PAGES = [
    *(pytest.param(page, id=f"samples/{page.name}") for page in RECORDS),
    *corpus_pairs(*FLOORS),
]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("page", PAGES)
def test_field(page: Path, field: str) -> None:
    if SAMPLES in page.parents or field not in LATER:
        assert converted(page)[field] == expected(page)[field]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_else(page: Path) -> None:
    assert list(converted(page)) == list(FIELDS)


@pytest.mark.parametrize("page", PAGES)
def test_text_and_bytes_give_the_same_record(page: Path) -> None:
    data = page.read_bytes()
    read = scraper.convert(data)
    assert read.page.encoding is not None
    given = scraper.convert(data.decode(read.page.encoding))
    assert given.page.encoding is None
    noted = tuple(warning for warning in read.warnings if warning.code != "encoding_guessed")
    decoded = attrs.evolve(read.page, encoding=None)
    assert given == attrs.evolve(read, page=decoded, warnings=noted)


@pytest.mark.parametrize("page", ERRORS, ids=lambda page: page.name)
def test_error(page: Path) -> None:
    with pytest.raises(scraper.ScraperError) as caught:
        scraper.convert(page.read_bytes(), source=page.name)
    wanted = expected(page)
    assert (caught.value.code, caught.value.source, caught.value.pmid) == (
        wanted["code"],
        wanted["source"],
        wanted["pmid"],
    )


@pytest.mark.parametrize(("folder", "floor"), FLOORS.items())
def test_corpus_floor(folder: str, floor: float) -> None:
    if not CORPUS.is_dir():
        pytest.skip(NO_CORPUS)
    outcomes = [
        converted(page).get(field) == value
        for page in pairs(CORPUS / folder)
        for field, value in expected(page).items()
    ]
    assert outcomes, f"no pages in {folder}"
    assert sum(outcomes) / len(outcomes) >= floor


def test_enough_samples() -> None:
    assert len(RECORDS) >= 16
    assert len(ERRORS) >= 4
