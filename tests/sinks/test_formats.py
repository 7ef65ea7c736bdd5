"""Which format a file gets, compressed or not, and that the same records give the same bytes."""

import gzip
import json
import sys
from pathlib import Path

import pytest
import zstandard

from scraper import sinks
from scraper.errors import OutputError
from tests.sinks.records import lines, write

PLAIN = [b'{"pmid":"1"}', '{"title":"流れ"}'.encode()]


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("x.jsonl", "jsonl"),
        ("x.ndjson.gz", "jsonl"),
        ("X.JSON", "json"),
        ("x.json.zst", "json"),
        ("x.csv", "csv"),
        ("x.Parquet", "parquet"),
        ("x.sqlite", "sqlite"),
        ("x.sqlite3", "sqlite"),
        ("x.db", "sqlite"),
        ("x.ris", "ris"),
        ("x.bib.gz", "bibtex"),
        ("x.CSL.json", "csl-json"),
        ("x.nbib", "nbib"),
        ("x.txt", "jsonl"),
        ("x.gz", "jsonl"),
        ("csv", "jsonl"),
        ("-", "jsonl"),
    ],
)
def test_the_ending_of_a_name_says_the_format(name: str, format_: str) -> None:
    assert sinks.format_of(name) == format_


def test_every_format_has_an_ending_for_new_names() -> None:
    assert sinks.ENDINGS.keys() == sinks.FORMATS.keys()
    for format_, ending in sinks.ENDINGS.items():
        assert sinks.format_of(f"part-00000{ending}") == {"pretty": "json"}.get(format_, format_)


@pytest.mark.parametrize("ending", ["gz", "zst"])
@pytest.mark.parametrize("records", [[], PLAIN], ids=["none", "some"])
def test_a_compressed_file_holds_the_same(
    tmp_path: Path, ending: str, records: list[bytes]
) -> None:
    for format_ in ("jsonl", "json", "csv"):
        rows = lines()[:3] if format_ == "csv" and records else records
        plain = write(tmp_path / f"x.{format_}", rows).read_bytes()
        packed = write(tmp_path / f"x.{format_}.{ending}", rows).read_bytes()
        assert unpacked(packed, ending) == plain


def unpacked(data: bytes, ending: str) -> bytes:
    if ending == "gz":
        return gzip.decompress(data)
    with zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True) as reader:
        return reader.read()


@pytest.mark.parametrize(
    "ending",
    "jsonl jsonl.gz jsonl.zst json csv parquet sqlite ris bib csl.json ris.gz".split(),
)
def test_the_same_records_give_the_same_bytes(tmp_path: Path, ending: str) -> None:
    first = write(tmp_path / f"one.{ending}", lines()).read_bytes()
    (tmp_path / "other").mkdir()
    assert write(tmp_path / "other" / f"two.{ending}", lines()).read_bytes() == first


@pytest.mark.parametrize("format_", ["parquet", "sqlite"])
def test_what_is_compressed_as_it_is_has_no_such_ending(tmp_path: Path, format_: str) -> None:
    with pytest.raises(OutputError, match=r"leave \.gz or \.zst off"):
        write(tmp_path / f"x.{format_}.gz", [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "module", "advice"),
    [
        ("x.parquet", "pyarrow", "pip install 'pubmed-scraper[parquet]'"),
        ("x.jsonl.zst", "zstandard", "pip install 'pubmed-scraper[zst]'"),
    ],
)
def test_a_library_that_is_missing_is_named_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, advice: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setitem(sys.modules, "compression.zstd", None)
    monkeypatch.delitem(sys.modules, "scraper.sinks.parquet", raising=False)
    with pytest.raises(OutputError) as caught:
        write(tmp_path / name, [])
    assert advice in caught.value.message
    assert caught.value.exit_status == 2
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_our_own_is_not_taken_for_a_missing_library(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "scraper.sinks.delimited", None)
    with pytest.raises(ImportError):
        write(tmp_path / "x.csv", [])


def test_lines_are_the_records() -> None:
    kinds = {json.loads(line)["kind"] for line in lines()}
    assert kinds == {"article", "book", "book_section", "listing", "listing_item"}
