"""The fault matrix, rows 23 to 25: lists of PMIDs. The reader never raises and never guesses."""

import io
import os
import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler import crawl, gate
from scraper.crawler.pmids import ListCount, Seen, distinct, from_list, from_words, pmid
from scraper.errors import CrawlError
from tests.crawler.crawling import CONTACT, FAST
from tests.crawler.site import Site

LINES = 10_000_000 if os.environ.get("CRAWLER_TESTS") == "full" else 100_000


def read(data: bytes) -> list[str]:
    """Read a list; an error as its source and message."""
    return [
        found if isinstance(found, str) else f"{found.source} {found.message}"
        for found in from_list(io.BytesIO(data), "list")
    ]


def invalid(number: int, word: str) -> str:
    return f"list:{number} {word!r} is no PMID: 1 to 9 digits, one a line"


@pytest.mark.parametrize(
    "word",
    [
        "\uff11\uff12\uff13",
        "\u0663",
        "1_000",
        "0",
        "012",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "0x10",
        "1234567890",
        "1 2",
        "1,2",
        "1;",
        "12#3",
        "PMID",
        "PMC123",
        "PMID 1 2",
        "10.1000/123",
        "https://example.org/123/",
        "https://pubmed.ncbi.nlm.nih.gov/",
        "https://pubmed.ncbi.nlm.nih.gov/?term=123",
        "https://pubmed.ncbi.nlm.nih.gov/\uff11\uff12/",
        "http://[::1/",
        "/123/",
    ],
)
def test_23_invalid(word: str) -> None:
    assert pmid(word) is None
    shown = f"{word[:40]}…" if len(word) > 40 else word
    assert read(b"5\n" + word.encode() + b"\n7\n") == ["5", invalid(2, shown), "7"]


@pytest.mark.parametrize(
    "word",
    [
        "123",
        " 123\t",
        "PMID:123",
        "PMID: 123",
        "pmid 123",
        "PMID123",
        "https://pubmed.ncbi.nlm.nih.gov/123",
        "https://pubmed.ncbi.nlm.nih.gov/123/#abstract",
        "http://www.ncbi.nlm.nih.gov/pubmed/123?dopt=Abstract",
        "pubmed.ncbi.nlm.nih.gov/123/",
        "123 # a comment",
        "123\t# https://example.org",
        "https://pubmed.ncbi.nlm.nih.gov/123/ # a comment",
    ],
)
def test_23_24_valid(word: str) -> None:
    assert read(word.encode()) == ["123"]


def test_23_doubled(pubmed: Site, job: Path) -> None:
    gate._DOORS.clear()  # noqa: SLF001
    words: list[str | int] = ["5", "6", "05", 5, "PMID: 6", "\uff17"]
    results = list(crawl(words, job=str(job), contact=CONTACT, rate=FAST, base_url=pubmed.url))
    assert [found.pmid for found in results] == [None, None, "5", "6"]
    assert [getattr(found, "source", None) for found in results[:2]] == ["PMID 3", "PMID 6"]
    assert [getattr(found, "state", None) for found in results] == ["invalid"] * 2 + [None] * 2
    assert pubmed.paths == ["/5/", "/6/"]


def test_23_counts() -> None:
    count, seen = ListCount(), Seen()
    found = list(distinct(from_words(["7", "7", "x", "8", "7"], "PMID"), count, seen))
    assert [str(one) for one in found if isinstance(one, str)] == ["7", "8"]
    assert (count.accepted, count.doubled, count.invalid, len(seen)) == (4, 2, 1, 2)


@pytest.mark.parametrize(
    "data",
    [
        b"1\n2\n3\n",
        b"1\n2\n3",
        b"1\r\n2\r\n3\r\n",
        b"1\r2\r3\r",
        b"1\n\n  \n2\n# 9\n   # 9\n3\n",
        b"\xef\xbb\xbf1\n2\n3\n",
        "\ufeff1\n2\n3\n".encode("utf-16-le"),
        "\ufeff1\r\n2\r\n3\r\n".encode("utf-16-be"),
        b"1 #" + b"x" * 10_000 + b"\n2\n3\n",
        b"1\n" + b" " * 10_000 + b"\n2\n3",
    ],
    ids=["lf", "no-end", "crlf", "cr", "blank", "bom", "utf-16-le", "utf-16-be", "long", "wide"],
)
def test_24_encodings_and_line_ends(data: bytes) -> None:
    found = read(data)
    assert [word for word in found if word.isdigit()] == ["1", "2", "3"]
    assert len(found) == 3 or found[1].startswith("list:2 '…' is no PMID")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"1\x00\n2\n", [invalid(1, "1\x00"), "2"], id="nul"),
        pytest.param(
            "1\n2\n".encode("utf-16-le"),
            [invalid(1, "1\x00"), invalid(2, "\x002\x00"), invalid(3, "\x00")],
            id="utf-16-without-mark",
        ),
        pytest.param(b"\xff1\n2\n", [invalid(1, "\\xff1"), "2"], id="latin-1"),
        pytest.param(b"", [], id="nothing"),
        pytest.param(b"\xef\xbb\xbf", [], id="mark-only"),
        pytest.param(b"\xff\xfe1", [invalid(1, "\\x31")], id="half-a-character"),
        pytest.param(b"1\x0b\n2\x0c3\n", ["1", invalid(2, "2\x0c3")], id="form-feed"),
        pytest.param("1\u20282\n".encode(), [invalid(1, "1\u20282")], id="line-separator"),
    ],
)
def test_24_what_is_refused_in_words(data: bytes, expected: list[str]) -> None:
    assert read(data) == expected


@pytest.mark.parametrize("between", [b" ", b"0", b" 7"], ids=repr)
def test_24_overlong_line(between: bytes) -> None:
    found = read(b"1" + between * 100_000 + b"2\n3\n")
    assert len(found) == 2
    assert re.match(r"list:1 '1[ 07]*…' is no PMID", found[0])
    assert found[1] == "3"


@pytest.mark.parametrize("size", [499, 500, 501, 999, 1000, 1001])
def test_24_a_line_as_long_as_what_is_read_at_once(size: int) -> None:
    comment = b"#" + b"x" * (size - 3)
    assert read(b"1 " + comment + b"\n2\n" + b"3 " + comment) == ["1", "2", "3"]


def test_24_the_stream_stays_open(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"1\n")
    for stream in (io.BytesIO(b"1\n"), path.open("rb"), path.open("rb", buffering=0)):
        with stream:
            assert list(from_list(stream, "list")) == ["1"]
            assert not stream.closed


class Lines(io.RawIOBase):
    """A list that is written while it is read."""

    def __init__(self, count: int) -> None:
        self._lines = (b"%d\n" % (10_000_000 + at) for at in range(count))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray") -> int:  # type: ignore[override]
        line = next(self._lines, b"")
        buffer[: len(line)] = line
        return len(line)


def test_25_ten_million_lines() -> None:
    tracemalloc.start()
    seen = Seen()
    found: Iterator[str | CrawlError] = distinct(
        from_list(cast("BinaryIO", Lines(LINES)), "list"),
        ListCount(),
        seen,
    )
    assert sum(1 for _ in found) == len(seen) == LINES
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 300_000 + LINES  # a bit a PMID, and a little


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_their_line(data: bytes) -> None:
    found = list(from_list(io.BytesIO(data), "list"))
    assert len(found) <= len(data) + 1
    for one in found:
        if isinstance(one, str):
            assert re.fullmatch("[1-9][0-9]{0,8}", one, re.ASCII)
            bare = data.replace(b"\x00", b"")
            assert one.encode() in bare  # nothing is guessed
        else:
            assert re.fullmatch(r"list:[1-9]\d*", one.source or "")


@given(st.text(max_size=60))
def test_any_word_is_a_pmid_or_none(word: str) -> None:
    found = pmid(word)
    assert found is None or (found in word and re.fullmatch("[1-9][0-9]{0,8}", found, re.ASCII))


@given(st.lists(st.integers(1, 999_999_999) | st.integers(1, 70_000)))
def test_seen_is_a_set(numbers: list[int]) -> None:
    seen, known = Seen(), set[int]()
    for number in numbers:
        assert seen.add(str(number)) == (number not in known)
        known.add(number)
    assert len(seen) == len(known)
