"""Files that are written on: what is whole stays, what is torn goes, and nothing else."""

import csv
import fcntl
import gzip
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from scraper import sinks
from scraper.errors import OutputError
from scraper.sinks.delimited import row
from scraper.sinks.ends import Ends, LineEnds, RowEnds
from tests.sinks.records import article, write

FIELDS = {"pmid", "title"}
OLD = [b'{"pmid":"%d","title":"%s"}' % (n, b'\\n\\",r\xc3\xados' * n) for n in range(1, 4)]
MORE = [b'{"pmid":"%d","title":null}' % n for n in range(4, 6)]
NEW = [b'{"pmid":"6","title":"new"}']
ENDINGS = ["jsonl", "jsonl.gz", "jsonl.zst", "csv", "csv.gz", "csv.zst"]


def append(path: Path, records: list[bytes]) -> list[str]:
    """Append records; return what was said."""
    said: list[str] = []
    write(path, records, append=True, fields=FIELDS, tell=said.append)
    return said


def plain(data: bytes, name: str) -> bytes:
    """Return the plain bytes of a file, as far as they can be read."""
    if name.endswith(".gz"):
        found = b""
        while data:
            machine = zlib.decompressobj(31)
            found += machine.decompress(data)
            data = machine.unused_data
        return found
    if name.endswith(".zst"):
        found = b""
        while len(data) > 4:
            frame = zstandard.ZstdDecompressor().decompressobj()
            found += frame.decompress(data)
            data = frame.unused_data
        return found
    return data


def expected(records: list[bytes], name: str) -> bytes:
    """Return the plain bytes of a file of these records."""
    memory = io.BytesIO()
    asked = sinks.Options(fields=FIELDS)
    with sinks.open_sink(sinks.format_of(f"x.{name}"), memory, asked) as sink:
        for record in records:
            sink.write(record)
    return memory.getvalue()


@pytest.mark.parametrize("ending", ENDINGS)
def test_records_follow_those_that_are_there(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"x.{ending}"
    assert [append(path, records) for records in (OLD, MORE, [], NEW)] == [[]] * 4
    assert plain(path.read_bytes(), ending) == expected(OLD + MORE + NEW, ending)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_cut_at_any_byte_keeps_its_whole_records(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"x.{ending}"
    write(path, OLD, fields=FIELDS)
    first = path.stat().st_size
    append(path, MORE)
    data = path.read_bytes()
    stands = [expected((OLD + MORE)[:n], ending) for n in range(6)]
    for end in range(len(data) + 1):
        path.write_bytes(data[:end])
        said = append(path, NEW)
        left = plain(data[:end], ending)
        kept = max((n for n in range(6) if left.startswith(stands[n].rstrip(b"\n"))), default=0)
        if "csv" in ending:  # the last cell may be torn
            kept = max((n for n in range(6) if left.startswith(stands[n])), default=0)
        assert plain(path.read_bytes(), ending) == expected([*(OLD + MORE)[:kept], *NEW], ending)
        assert kept >= len(OLD) * (end >= first)
        assert len(said) == (end not in whole_ends(data, first, ending, stands))
        assert [file.name for file in tmp_path.iterdir()] == [path.name]


def whole_ends(data: bytes, first: int, ending: str, stands: list[bytes]) -> set[int]:
    """Return the lengths at which nothing has to be cut off."""
    if ending.endswith(("gz", "zst")):
        return {0, first, len(data)}
    ends = {0, *map(len, stands)}
    return ends | {end - 1 for end in ends if end} if ending == "jsonl" else ends


def test_what_was_mended_is_said_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(OLD[0] + b"\n" + OLD[1][:7])
    assert append(path, NEW) == [
        "mended: a torn end was cut back to the last whole record (7 bytes)"
    ]


def test_of_a_torn_member_nothing_may_be_readable(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl.gz"
    path.write_bytes(gzip.compress(OLD[0] + b"\n", mtime=0) + b"\x1f\x8b")
    assert append(path, NEW) == ["mended: a torn end was cut back to the last whole record"]
    assert plain(path.read_bytes(), path.name) == expected([OLD[0], *NEW], "jsonl")


def test_a_last_record_that_only_lacks_its_line_end_is_kept(tmp_path: Path) -> None:
    for name, pack in (("x.jsonl", bytes), ("x.jsonl.gz", gzip.compress)):
        path = tmp_path / name
        path.write_bytes(pack(OLD[0] + b"\n" + OLD[1]))
        assert append(path, NEW) == []
        assert plain(path.read_bytes(), name) == expected([*OLD[:2], *NEW], name)


def test_members_that_end_within_a_record_are_whole_together(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl.gz"
    whole = expected(OLD, "x.jsonl")
    parts = [gzip.compress(whole[at : at + 10]) for at in range(0, len(whole), 10)]
    path.write_bytes(b"".join(parts))
    assert append(path, NEW) == []
    path.write_bytes(b"".join(parts[:-1]))
    assert len(append(path, NEW)) == 1
    assert plain(path.read_bytes(), path.name) == expected([*OLD[:2], *NEW], path.name)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.jsonl", b"\x89PNG\r\n\x1a\n..."),
        ("x.jsonl", b'[\n{"pmid":"1"}\n]\n'),
        ("x.jsonl.gz", gzip.compress(b"notes\n", mtime=0)),
        ("x.jsonl.gz", b"notes, and long ones\n"),
        ("x.csv", b"pmid,name\r\n1,a\r\n"),
        ("x.csv", b"pm"[:1] + b"id"),
    ],
)
def test_a_file_of_something_else_is_refused_and_stays(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(OutputError, match="append to another file") as caught:
        append(path, NEW)
    assert caught.value.source == str(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("ending", ["jsonl.gz", "jsonl.zst"])
def test_damage_that_is_no_torn_end_is_refused(tmp_path: Path, ending: str) -> None:
    path = write(tmp_path / f"x.{ending}", OLD)
    first = path.stat().st_size
    append(path, MORE)
    data = bytearray(path.read_bytes())
    data[first - 6] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(OutputError, match="damaged"):
        append(path, NEW)
    assert path.read_bytes() == data


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_after_an_error_the_file_has_its_former_length(
    tmp_path: Path, ending: str, error: type[BaseException]
) -> None:
    path = write(tmp_path / f"x.{ending}", OLD, fields=FIELDS)
    before = path.read_bytes()

    def broken() -> Iterator[bytes]:
        yield from [b'{"pmid":"7","title":"%s"}' % os.urandom(99).hex().encode()] * 2000
        raise error

    with pytest.raises(error):
        write(path, broken(), append=True, fields=FIELDS)
    assert path.read_bytes() == before


@pytest.mark.parametrize("ending", ENDINGS)
def test_after_a_full_disk_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = write(tmp_path / f"x.{ending}", OLD, fields=FIELDS)
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space") as caught:
        append(path, NEW)
    assert caught.value.filename == str(path)
    assert path.read_bytes() == before


def test_one_process_at_a_time(tmp_path: Path) -> None:
    path = write(tmp_path / "x.jsonl", OLD)
    with path.open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="another process writes to it"):
            append(path, NEW)
    assert append(path, NEW) == []


def test_a_file_that_another_process_has_just_replaced_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "x.jsonl", OLD)
    real, answers = os.path.samestat, [False]
    monkeypatch.setattr("os.path.samestat", lambda *of: answers.pop() if answers else real(*of))
    append(path, NEW)
    assert path.read_bytes() == expected(OLD + NEW, "x.jsonl")
    assert answers == []


def test_a_stream_cannot_be_appended_to(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="--append needs a file"):
        with_options("jsonl", io.BytesIO())
    for format_ in ("json", "pretty"):
        with pytest.raises(OutputError, match=r"--append is not for .* \(.jsonl\) can be"):
            with_options(format_, str(tmp_path / "x"))


def with_options(format_: str, output: sinks.Stream | str) -> None:
    with sinks.open_sink(format_, output, sinks.Options(append=True)):
        pass


def test_a_device_takes_what_comes() -> None:
    with_options("jsonl", os.devnull)


CELLS = st.text(st.sampled_from('a,"\r\n;'), max_size=6)


@given(
    rows=st.lists(st.tuples(CELLS, CELLS), max_size=6),
    cut=st.integers(0, 99),
    piece=st.integers(1, 9),
)
def test_whole_rows_are_told_from_torn_ones(
    rows: list[tuple[str, str]], cut: int, piece: int
) -> None:
    header = row(["a", "b"])
    data = header + b"".join(map(row, rows))
    data = data[: max(len(data) - cut, 0)]
    ends = fed(RowEnds(header), data, piece)
    assert ends.seen == len(data)
    kept = list(csv.reader(io.StringIO(data[: ends.whole].decode(), newline=""), strict=True))
    all_rows = [["a", "b"], *map(list, rows)]
    assert kept == all_rows[: len(kept)]
    following = b"".join(map(row, all_rows[: len(kept) + 1]))
    assert ends.whole + len(row(all_rows[len(kept)]) if len(kept) < len(all_rows) else b"") == len(
        following
    )
    assert len(kept) == len(all_rows) or len(data) < len(following)


@given(
    sizes=st.lists(st.integers(0, 9), max_size=6), cut=st.integers(0, 40), piece=st.integers(1, 9)
)
def test_whole_lines_are_told_from_torn_ones(sizes: list[int], cut: int, piece: int) -> None:
    data = b"".join(b'{"a":"%s"}\n' % (b"x" * size) for size in sizes)
    data = data[: max(len(data) - cut, 0)]
    ends = fed(LineEnds(), data, piece)
    lacking = data.endswith(b"}")
    assert ends.finish() == (b"\n" if lacking else b"")
    assert ends.whole == (len(data) if lacking else data.rfind(b"\n") + 1)


def fed(ends: Ends, data: bytes, piece: int) -> Ends:
    for at in range(0, len(data), piece):
        ends.feed(data[at : at + piece])
    return ends


def test_a_long_last_line_is_looked_for_from_the_end(tmp_path: Path) -> None:
    long = b'{"pmid":"9","title":"%s"}' % (b"x" * 300_000)
    path = tmp_path / "x.jsonl"
    for whole in ([long], [OLD[0], long], [long, OLD[0]]):
        path.write_bytes(b"\n".join(whole) + b"\n" + long[:-1])
        assert append(path, NEW) == [
            f"mended: a torn end was cut back to the last whole record ({len(long) - 1:,} bytes)"
        ]
        assert path.read_bytes() == expected(whole + NEW, path.name)


KILLED = """
import sys, time
from random import Random
from tests.sinks.records import article
from scraper import sinks
path, count = sys.argv[1], int(sys.argv[2])
with sinks.open_sink(sinks.format_of(path), path, sinks.Options(append=True)) as sink:
    for number in range(100, 100 + count):
        sink.write(article(str(number), abstract=Random(number).randbytes(2000).hex()))
    print("written", flush=True)
    time.sleep(60)
"""


def kill_while_appending(path: Path, count: int) -> None:
    """Have a process append records, and kill it before it comes to an end."""
    command = [sys.executable, "-c", KILLED, str(path), str(count)]
    home = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=home) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        process.send_signal(signal.SIGKILL)


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_killed_run_costs_its_last_records_only(tmp_path: Path, ending: str) -> None:
    old = [article(str(number)) for number in range(3)]
    new = [article(str(number)) for number in range(9, 12)]
    path = write(tmp_path / f"x.{ending}", old)
    kill_while_appending(path, 300)
    write(path, new, append=True)
    pmids = pmids_of(plain(path.read_bytes(), ending), ending)
    assert pmids[:3] + pmids[-3:] == ["0", "1", "2", "9", "10", "11"]
    assert pmids[3:-3] == [str(number) for number in range(100, 100 + len(pmids) - 6)]
    assert 100 < len(pmids) < 306


def pmids_of(data: bytes, ending: str) -> list[str]:
    if ending.startswith("csv"):
        text = io.StringIO(data.decode(), newline="")
        return [found["pmid"] for found in csv.DictReader(text, strict=True)]
    return [json.loads(line)["pmid"] for line in data.splitlines()]


@pytest.mark.parametrize("append", [False, True])
def test_of_a_killed_run_nothing_is_in_a_database(tmp_path: Path, *, append: bool) -> None:
    path = write(tmp_path / "x.sqlite", [article(str(number)) for number in range(3)])
    kill_while_appending(path, 400)
    assert path.with_name("x.sqlite-journal").stat().st_size, "written before the end"
    write(path, [article("9")], append=append)
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT pmid FROM articles ORDER BY id").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert [pmid for (pmid,) in found] == ["0", "1", "2", "9"] if append else ["9"]
    assert [file.name for file in tmp_path.iterdir()] == ["x.sqlite"]
