"""Records of an earlier run, line by line."""

import bz2
import gzip
import io
import json
from pathlib import Path

import msgspec
import pytest

from scraper import encode
from scraper.errors import RecordError, ScraperError, Unreadable
from scraper.model import Article, ErrorRecord, ItemRecord, Listing
from scraper.sources.saved import saved
from tests.pairs import SAMPLES
from tests.sinks.records import article, compact, lines


def read(data: bytes) -> list[encode.Record | ScraperError]:
    return list(saved(io.BytesIO(data), encode.decode_any))


def said(data: bytes) -> list[str]:
    return [str(found) for found in read(data) if isinstance(found, ScraperError)]


def test_every_kind_of_record_comes_back() -> None:
    error = b'{"schema_version":"1.0","kind":"error","code":"blocked","message":"Wait."}'
    found = read(b"\n".join([*lines(), error]))
    assert {type(record) for record in found} == {Article, Listing, ItemRecord, ErrorRecord}
    for record, line in zip(found, lines(), strict=False):
        assert isinstance(record, Article | Listing | ItemRecord)
        assert json.loads(encode.encode(record)) == json.loads(line)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress])
@pytest.mark.parametrize(
    "around", ["{}\n{}\n", "{}\n{}", "\ufeff{}\r\n\r\n{}\r\n", "[\n{},\n{}\n]\n"]
)
def test_line_ends_arrays_and_compression(pack: type[bytes], around: str) -> None:
    text = around.replace("{}", "%s") % (article("1").decode(), article("2").decode())
    found = read(pack(text.encode()))
    assert [record.pmid for record in found if isinstance(record, Article)] == ["1", "2"]
    assert len(found) == 2


@pytest.mark.parametrize("data", [b"", b"\n", b"[]\n", b"[\n]\n"])
def test_no_records(data: bytes) -> None:
    assert read(data) == []


def test_a_line_longer_than_a_piece() -> None:
    line = article("1", abstract="mud " * 50_000)
    assert [type(record) for record in read(line + b"\n" + line)] == [Article, Article]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'{"kind":"article"', "truncated"),
        (b"mud", "malformed"),
        (b'{"pmid":"1"}', "kind"),
        (b'{"kind":"poem"}', "there is no kind 'poem'"),
        (b'{"kind":"article","pmid":12}', r"\$.pmid"),
        (b'{"kind":"listing","total":"many"}', r"\$.total"),
        (b"\xff\xfe", "utf-8|malformed"),
        (b"[" * 100_000, "array"),
        (b'{"kind":"listing","x":' + b"[" * 100_000, "recursion"),
    ],
)
def test_a_broken_line_costs_itself_and_is_named(line: bytes, why: str) -> None:
    found = read(b"\n".join([article("1"), line, article("2")]))
    first, broken, last = found
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(broken, RecordError)
    assert broken.source == "-:2"
    assert broken.message.startswith("This is not a record: ")
    with pytest.raises(RecordError, match=f"(?i){why}"):
        raise broken


@pytest.mark.parametrize("name", ["modern/marked.html", "medline/view.html", "xml/two.xml"])
def test_a_page_is_no_record(name: str) -> None:
    assert said((SAMPLES / name).read_bytes()) == [
        "these are no records but pages, which convert reads"
    ]


def test_what_is_no_text_is_told_once() -> None:
    assert said(b"PAR1\x15\0\n\n\n") == [
        "these are no lines of text; wanted is what convert prints, one record a line"
    ]


def numbers(text: bytes, longest: int = 100) -> list[int | str]:
    found = saved(io.BytesIO(text), msgspec.json.Decoder(int).decode, longest=longest)
    return [f"{one.source}: {one}" if isinstance(one, ScraperError) else one for one in found]


def test_lines_may_say_something_else() -> None:
    assert numbers(b"1\n2\r\n\n  \n3") == [1, 2, 3]
    first, second, third, fourth = numbers(b'1\n\n{"a":\n"\xff"\n4\n')
    assert (first, fourth) == (1, 4)
    assert str(second).startswith("-:3: no record (")
    assert str(second).endswith("); wanted is what convert prints, one record a line")
    assert str(third).startswith("-:4: no record (")
    (nested,) = numbers(b"[" * 10_000, longest=10_000)
    assert str(nested).startswith("-:1: no record (")


@pytest.mark.parametrize("size", [95, 20, 200_000])
@pytest.mark.parametrize("end", [b"\n2\n", b"\n2", b""])
def test_a_line_too_long_is_passed_over_in_pieces(size: int, end: bytes) -> None:
    first, *others = numbers(b"7" * size + end, longest=10)
    assert first == "-:1: longer than 10 bytes; wanted is what convert prints, one record a line"
    assert others == ([2] if end else [])
    assert numbers(b"1234567890\n2", longest=10) == [1234567890, 2]


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (error,) = saved(str(tmp_path / "gone.jsonl"), encode.decode_any)
    assert isinstance(error, Unreadable)
    assert error.source == str(tmp_path / "gone.jsonl")
    packed = gzip.compress(compact({"kind": "error"}) * 9)[:-9]
    assert "cut off" in said(packed)[-1]


def test_a_folder_is_its_files(tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "part-00001.jsonl.gz").write_bytes(gzip.compress(article("2")))
    (parts / "part-00000.json").write_bytes(b"[\n" + article("1") + b"\n]\n")
    for name in ("manifest.json", "part-00000.done", ".part-00002.jsonl", "notes.txt"):
        (parts / name).write_bytes(b"{}")
    found = saved(str(parts), encode.decode_any)
    assert [one.pmid for one in found if isinstance(one, Article)] == ["1", "2"]
    (error,) = saved(str(tmp_path), encode.decode_any)
    assert isinstance(error, Unreadable)
    assert (error.source, error.message[:25]) == (str(tmp_path), "no records in this folder")
