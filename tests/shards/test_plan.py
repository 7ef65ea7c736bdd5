"""Which input goes into which part, and what a person sees of it."""

import os
from itertools import islice
from pathlib import Path

import pytest

from scraper.errors import BatchError, ScraperError, StoreError, Unreadable
from scraper.shards.plan import Piece, Shard, pieces, planned, shards
from tests.cli.command import Command, page
from tests.cli.here import Here
from tests.cli.terminal import Terminal
from tests.containers.packing import crawl, record, tarred
from tests.shards.folder import manifest, union


def sized(*sizes: int) -> list[Piece]:
    return [Piece(f"{number}.html", size) for number, size in enumerate(sizes)]


def test_a_part_is_full_with_its_bytes() -> None:
    found = list(shards(sized(5000, 5000, 20_000, 4096, 1, 1, 1), 10_000))
    assert [
        [piece.size for piece in shard.pieces if isinstance(piece, Piece)] for shard in found
    ] == [
        [5000, 5000],
        [20_000],
        [4096, 1, 1],  # a small file counts 4 KiB
        [1],
    ]
    assert [shard.name for shard in found] == [f"part-0000{number}" for number in range(4)]


def test_parts_keep_their_order_by_name() -> None:
    pages = (Piece("a", 5000) for _ in range(100_001))
    found = shards(pages, 5000)
    assert [shard.name for shard in islice(found, 100_000)][-1] == "part-99999"
    with pytest.raises(BatchError, match="make them larger: --shard-size 50000"):
        next(found)


def test_the_same_names_and_sizes_give_the_same_digest() -> None:
    def digest(*row: Piece | Unreadable) -> str:
        return Shard(0, row).summary().sha256

    error = Unreadable("no such file", source="x")
    rows: list[tuple[Piece | Unreadable, ...]] = [
        (Piece("a", 1),),
        (Piece("a", 2),),
        (Piece("b", 1),),
        (Piece("a", 1, 5, 6),),
        (Piece("a", 1), Piece("b", 1)),
        (Piece("a\udce9", 1),),
        (error,),
        (Unreadable("no such folder", source="x"),),
    ]
    assert len({digest(*row) for row in rows}) == len(rows)
    assert [digest(*row) for row in rows] == [digest(*row) for row in rows]
    assert Shard(0, (error,)).summary().first == "x"
    assert Shard(0, (Piece("a\udce9", 1),)).summary().first == "a\\xe9"


def test_a_plan_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"x")
    items: list[str | ScraperError] = [
        str(path),
        Unreadable("gone", source="b"),
        "bad\0name",
        str(tmp_path / "c.html"),
    ]
    with planned(iter(items), 8192) as plan:
        assert [summary.inputs for summary in plan.summaries] == [2, 2]
        (second,), (first, error) = plan.shard(1).pieces[:1], plan.shard(0).pieces
    assert (first, second) == (Piece(str(path), 1), Piece("bad\0name", 0))
    assert isinstance(error, Unreadable)


def test_a_store_that_does_not_answer_makes_no_plan() -> None:
    with pytest.raises(StoreError):
        list(pieces([StoreError("down")], 1))


def test_large_crawls_are_cut(here: Here) -> None:
    crawl(here.folder / "crawl.warc.gz", 20)
    (here.folder / "x.warc").write_bytes(record(1) * 2)
    here.run("convert", "crawl.warc.gz", "x.warc", "-o", "plain.jsonl", "--errors", "plain.errors")
    size = ("--shard-size", "100KiB")
    here.run("convert", "crawl.warc.gz", "x.warc", "-o", "out/", *size)
    out = here.folder / "out"
    found = manifest(out)
    assert [shard["first"] for shard in found["shards"]].count("crawl.warc.gz") > 3
    assert union(out) == (here.folder / "plain.jsonl").read_bytes()
    errors = (here.folder / "plain.errors").read_bytes()
    assert union(out, ".errors.jsonl").count(b"\n") == errors.count(b"\n") == 3
    assert found["counts"]["other_hosts"] == 6


def test_what_lies_in_archives_is_counted(here: Here) -> None:
    (here.folder / "a.tar").write_bytes(tarred({"1.html": page(1), "x.xml": b"<article/>"}))
    here.run("convert", "a.tar", "-o", "out/")
    counts = manifest(here.folder / "out")["counts"]
    assert (counts["pages"], counts["other_xml"]) == (1, 1)


@pytest.mark.skipif(os.name != "posix", reason="a terminal")
def test_what_a_terminal_shows(command: Command, terminal: Terminal, saved: Path) -> None:
    (saved / "x.xml").write_bytes(b"<article/>")
    arguments = ("convert", "saved", "-o", "out/", "--shard-size", "20KiB")
    shown = terminal.plain(command.start(*arguments, "--progress", stderr=terminal.stream))
    assert "6/6 parts, 18 records, 2 failed" in shown
    assert shown.splitlines()[-1].endswith(
        "18 records from 20 pages, 2 failed, 1 other XML file passed over"
    )
    command.folder.joinpath("out", "part-00005.done").unlink()
    again = Terminal()
    shown = again.plain(command.start(*arguments, stderr=again.stream))
    assert shown.splitlines()[-1] == (
        "18 records from 20 pages, 2 failed, 5 of 6 parts were there, 1 other XML file passed over"
    )
