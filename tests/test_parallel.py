"""`convert_many`: records of many pages, in order, from several processes."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice
from pathlib import Path

import pytest

import scraper
from tests.cli.command import page
from tests.pairs import SAMPLES, pairs
from tests.workers.hostile import EVASIONS

PAGES = pairs(SAMPLES / "modern") + pairs(SAMPLES / "text")


def test_paths_give_what_they_give_alone() -> None:
    alone = [scraper.convert(path.read_bytes(), source=str(path)) for path in PAGES]
    assert [*scraper.convert_many(PAGES, jobs=2)] == alone


def test_threads_do_not_disturb_each_other() -> None:
    given = [page(number, f"{number} " * 2000) for number in range(100)]

    def titles(start: int) -> list[str | None]:
        found = scraper.convert_many(given[start:], jobs=1)
        return [record.title for record in found if isinstance(record, scraper.Article)]

    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(titles, range(3)))
    assert together == [
        [f"{number} " * 1999 + f"{number}" for number in range(start, 100)] for start in range(3)
    ]


def test_bytes_have_their_place_as_source() -> None:
    found = [*scraper.convert_many(page(number) for number in range(1, 4))]
    assert [*map(said, found)] == [("1", "0"), ("2", "1"), ("3", "2")]


def said(found: scraper.Article | scraper.Listing | scraper.ScraperError) -> tuple[str | None, ...]:
    """Say which article it is, or the error's code, and of which input."""
    if isinstance(found, scraper.Article):
        return found.pmid, found.page.source
    assert isinstance(found, scraper.ScraperError)
    return found.code, found.source


def test_what_cannot_be_read_is_an_error_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for number in (4, 5):
        (tmp_path / "folder" / f"{number}.html").write_bytes(page(number))
    archive = shutil.make_archive(str(tmp_path / "folder"), "zip", tmp_path / "folder")
    hostile, missing = EVASIONS["deep-between-end-tags"](), tmp_path / "missing.html"
    given: list[bytes | Path] = [
        page(1),
        hostile,
        missing,
        page(3),
        tmp_path / "folder",
        Path(archive),
    ]
    assert [*map(said, scraper.convert_many(given, page_timeout=0.5))] == [
        ("1", "0"),
        ("parser_limit", "1"),
        ("unreadable", str(missing)),
        ("3", "3"),
        ("4", str(tmp_path / "folder" / "4.html")),
        ("5", str(tmp_path / "folder" / "5.html")),
        ("4", f"{archive}!4.html"),
        ("5", f"{archive}!5.html"),
    ]


def test_pages_without_end_are_asked_for_as_they_are_needed() -> None:
    asked = 0

    def endless() -> Iterator[bytes]:
        nonlocal asked
        for asked in count(1):
            yield page(asked, "x" * 2**16)

    results = scraper.convert_many(endless(), jobs=1)
    assert [said(result)[0] for result in islice(results, 3)] == ["1", "2", "3"]
    assert asked < 300


def test_a_name_is_no_page() -> None:
    with pytest.raises(TypeError, match=r"page 1 is neither bytes nor a path .*: 'page.html'"):
        list(scraper.convert_many([page(1), "page.html"]))  # type: ignore[list-item]
