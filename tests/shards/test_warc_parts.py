"""Parts of a compressed WARC: together they give what the file gives, wherever it is cut."""

import gzip
import random
from pathlib import Path

import pytest

from scraper.errors import ScraperError
from scraper.sources import RawPage, Tally
from scraper.sources.archive import Archive
from scraper.sources.containers import pages_between, pages_of
from tests.containers.packing import PAGE, crawl, gzipped, record, wet

Told = list[tuple[str | None, bytes | str]]


def told(found: list[RawPage | ScraperError]) -> Told:
    """Return pages with their sources; errors without: when damage shows is a matter of chance."""
    return [
        (item.source, item.data) if isinstance(item, RawPage) else (None, item.code)
        for item in found
    ]


def whole(path: Path) -> tuple[Told, int]:
    tally = Tally()
    return told(list(pages_of(str(path), Archive("x", 2**24, tally)))), tally.other_hosts


def parted(path: Path, cuts: list[int]) -> tuple[Told, int]:
    tally, found = Tally(), []
    for start, end in zip([0, *cuts], [*cuts, path.stat().st_size], strict=True):
        found += list(pages_between(str(path), Archive("x", 2**24, tally), start, end))
    return told(found), tally.other_hosts


@pytest.mark.parametrize("kind", ["response", "conversion"])
def test_cut_anywhere(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "crawl.warc.gz"
    crawl(path, 20, kind)  # one member of which is broken
    size, rng = path.stat().st_size, random.Random(1)  # noqa: S311 - a test's
    expected = whole(path)
    assert any(data == "unreadable" for _, data in expected[0])
    for count in (1, 2, 5, 30):
        cuts = sorted(rng.sample(range(1, size), count))
        assert parted(path, cuts) == expected


def test_damage_at_a_cut(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    members = [gzipped(wet(number)) for number in range(4)]
    broken = members[1][:40] + b"\xff" * 9 + members[1][49:]
    path.write_bytes(members[0] + broken + b"garbage" + members[2] + members[3])
    expected = whole(path)
    assert len(expected[0]) == 4
    for cut in range(1, path.stat().st_size, 7):
        assert parted(path, [cut]) == expected


def test_cut_between_two_members_and_beside(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wet.gz"
    members = [gzipped(wet(number)) for number in range(4)]
    path.write_bytes(b"".join(members))
    at = len(members[0]) + len(members[1])
    for cut in range(at - 4, at + 4):
        assert parted(path, [cut]) == whole(path)


def test_what_only_looks_like_a_member(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    noise = record(1, PAGE + random.Random(2).randbytes(50_000) + gzip.compress(b"x") * 99)  # noqa: S311
    path.write_bytes(gzip.compress(noise, 0) + gzipped(record(2)))
    for cut in range(60_000, path.stat().st_size, 997):
        assert parted(path, [cut]) == whole(path)


def test_one_member_around_all_records(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(record(1) + record(2)))
    assert parted(path, [100, 5000]) == whole(path)


def test_a_part_of_nothing_is_an_error(tmp_path: Path) -> None:
    (found,) = pages_between(str(tmp_path / "gone.warc.gz"), Archive("x", 9), 5, 9)
    assert isinstance(found, ScraperError)
    assert found.source == "x"
