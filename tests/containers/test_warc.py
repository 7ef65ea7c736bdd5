"""WARC and WET files: which records count, what damage costs, how much memory a crawl takes."""

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
import zstandard
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from scraper.errors import HttpStatus, ScraperError
from scraper.sources import RawPage, Tally
from scraper.sources.address import pmid_of
from tests.containers.packing import (
    PAGE,
    RENDERING,
    URL,
    crawl,
    gzipped,
    message,
    read,
    record,
    streamed_zip,
    tarred,
    told,
    wet,
    zipped,
)
from tests.pairs import ROOT

HTML = b"<!DOCTYPE html><title>small</title>" + bytes(range(48, 122)) * 9
OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html"


@pytest.mark.parametrize(
    ("url", "counts"),
    [
        ("https://pubmed.ncbi.nlm.nih.gov/?term=dust", True),
        ("http://www.ncbi.nlm.nih.gov/pubmed/90400005", True),
        ("https://www.ncbi.nlm.nih.gov/m/pubmed/90400005/", True),
        ("http://ncbi.nlm.nih.gov:80/pubmed", True),
        ("http://www.ncbi.nlm.nih.gov/sites/entrez?Db=pubmed&list_uids=9", True),
        ("<https://pubmed.ncbi.nlm.nih.gov/9/>", True),
        ("http://www.ncbi.nlm.nih.gov/sites/entrez?db=gene", False),
        ("https://www.ncbi.nlm.nih.gov/pubmedhealth/PMH1/", False),
        ("https://pubmed.ncbi.nlm.nih.gov.example.org/9/", False),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC1/", False),
        ("http://[broken/pubmed", False),
        ("", False),
    ],
)
def test_hosts(url: str, *, counts: bool) -> None:
    tally = Tally()
    found = read(record(1, HTML, url=url), tally=tally)
    assert [isinstance(item, RawPage) for item in found] == [True] * counts
    assert tally.other_hosts == (not counts)


def test_the_pmid_of_an_address_is_pubmeds_only() -> None:
    assert pmid_of("https://pubmed.ncbi.nlm.nih.gov/9/") == "9"
    assert pmid_of("https://example.org/9/") is None


def test_what_is_passed_over_without_a_word() -> None:
    tally = Tally()
    silent = [
        record(1, HTML, kind="request"),
        record(2, b"{}", http="HTTP/1.1 200 OK\r\nContent-Type: application/json"),
        record(3, b"body{}", http="HTTP/1.1 200 OK"),
        record(4, HTML, kind="revisit"),
        record(5, b"software: x", kind="warcinfo", http=""),
    ]
    assert read(b"".join(silent), tally=tally) == []
    assert tally.other_hosts == 0


def test_a_status_that_is_no_page() -> None:
    statuses = ("HTTP/1.1 404 Not Found", "HTTP/2 503", "HTTP/1.0 301 Moved\r\nLocation: /9/")
    found = read(b"".join(record(n, HTML, http=http) for n, http in enumerate(statuses)))
    assert [item.code for item in found if isinstance(item, HttpStatus)] == [
        "http_404",
        "http_503",
        "http_301",
    ]
    assert found[0].source == "-!urn:uuid:00000000"


@pytest.mark.parametrize(
    ("http", "body"),
    [
        ("HTTP/1.1 200 OK", HTML),
        (OK, HTML),
        (f"{OK}\r\nContent-Encoding: gzip", gzip.compress(HTML)),
        (f"{OK}\r\nContent-Encoding: x-gzip, identity", gzip.compress(HTML)),
        (f"{OK}\r\nContent-Encoding: deflate", zlib.compress(HTML)),
        (f"{OK}\r\nContent-Encoding: deflate", zlib.compress(HTML)[2:-4]),
        (f"{OK}\r\nContent-Encoding: br", brotli.compress(HTML)),
        (f"{OK}\r\nContent-Encoding: zstd", zstandard.compress(HTML)),
        (f"{OK}\r\nContent-Encoding: gzip", HTML),
        (f"{OK}\r\nContent-Encoding: rot13", HTML),
        (
            f"{OK}\r\nTransfer-Encoding: chunked",
            b"a;x=y\r\n%s\r\n%X\r\n%s\r\n0\r\n\r\n" % (HTML[:10], len(HTML) - 10, HTML[10:]),
        ),
        (
            f"{OK}\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip",
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(HTML)), gzip.compress(HTML)),
        ),
        (f"{OK}\r\nTransfer-Encoding: chunked", HTML),
    ],
)
def test_codings_of_a_response(http: str, body: bytes) -> None:
    assert told(read(record(1, body, http=http))) == [("urn:uuid:00000001", HTML)]


@pytest.mark.parametrize(
    ("http", "body", "words"),
    [
        (f"{OK}\r\nContent-Encoding: gzip", gzip.compress(HTML)[:-9], "cut off"),
        (f"{OK}\r\nContent-Encoding: br", b"\xff" * 9, "damaged"),
        (f"{OK}\r\nContent-Encoding: br", brotli.compress(HTML)[:-2], "cut off"),
        (f"{OK}\r\nContent-Encoding: rot13", b"\x00", "its content coding 'rot13' is not known"),
        (f"{OK}\r\nTransfer-Encoding: chunked", b"5\r\nabcde\r\n", "cut off: its last chunk"),
        ("GET / HTTP/1.1", b"", "damaged: no HTTP response"),
    ],
)
def test_a_response_that_is_damaged(http: str, body: bytes, words: str) -> None:
    bad, good = read(record(1, body, http=http) + record(2, HTML))
    assert message(bad).startswith(words)
    assert isinstance(good, RawPage)


def test_records_without_an_id_or_a_date() -> None:
    first, second = record(1, HTML), record(2, HTML, with_id=False).replace(b"2021-", b"yore-")
    found = read(first + second)
    assert told(found)[1] == (f"@{len(first)}", HTML)
    assert [item.retrieved_at is None for item in found if isinstance(item, RawPage)] == [
        False,
        True,
    ]
    compressed = read(gzipped(first, second))
    assert told(compressed)[1][0] == f"@{len(gzip.compress(first))}"


def test_a_dictionary_for_all_records() -> None:
    words: list[bytes | bytearray | memoryview] = [record(n, HTML + b"%d" % n) for n in range(200)]
    trained = zstandard.train_dictionary(2000, words)
    compressor = zstandard.ZstdCompressor(dict_data=trained)
    records = b"".join(compressor.compress(record(n, HTML)) for n in range(3))
    for content in (trained.as_bytes(), zstandard.compress(trained.as_bytes())):
        frame = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content
        assert [data for _, data in told(read(frame + records))] == [HTML] * 3


def test_a_frame_of_zstandard_without_data_is_passed_over() -> None:
    note = b"\x50\x2a\x4d\x18" + (4).to_bytes(4, "little") + b"note"
    frames = [zstandard.compress(record(n, HTML)) for n in range(2)]
    assert [data for _, data in told(read(note + frames[0] + note + frames[1]))] == [HTML] * 2


def test_a_file_that_begins_with_something_else(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"\x1f\x8b\x07junk" * 9 + gzipped(record(1, HTML)))
    error, page = read(path)
    assert message(error).startswith("damaged: nothing known begins at byte 0")
    assert isinstance(page, RawPage)


def test_damage_costs_one_record() -> None:
    parts = [gzip.compress(record(n, PAGE)) for n in range(6)]
    offset = len(parts[0] + parts[1])
    flipped = parts[2][:5000] + bytes([parts[2][5000] ^ 255]) + parts[2][5001:]
    for broken in (
        flipped,
        parts[2][:5000],
        parts[2][:5000] + parts[2][5100:],
        b"\x1f\x8b\x08\x00junk" * 9,
    ):
        found = read(b"".join([*parts[:2], broken, *parts[3:]]))
        kept = [name for name, data in told(found) if data == PAGE]
        assert kept == [f"urn:uuid:{n:08d}" for n in (0, 1, 3, 4, 5)]
        (error,) = (item for item in found if isinstance(item, ScraperError))
        assert f"at byte {offset:,}" in message(error)


def test_damage_in_a_plain_file() -> None:
    records = [record(n, HTML) for n in range(4)]
    for broken in (
        b"junk\r\n" * 3,
        records[1].replace(b"WARC/1.0", b"WXRC"),
        records[1].replace(b"Content-Length", b"Content-Size", 1),
    ):
        found = read(b"".join([records[0], broken, *records[2:]]))
        assert [name[-1:] for name, _ in told(found)] == ["0", "", "2", "3"]
        assert f"no record begins at byte {len(records[0]):,}" in message(found[1])


def test_garbage_between_members() -> None:
    first, second = (gzip.compress(record(n, HTML)) for n in (1, 2))
    found = read(first + b"garbage" * 99 + second + bytes(600))
    assert [name[-1:] for name, _ in told(found)] == ["1", "", "2"]
    (only,) = read(b"\x1f\x8b\x08garbage" * 9)
    assert isinstance(only, ScraperError)
    path_found = read(first[:3] + b"\xff" * 9 + second)
    assert len(path_found) == 1


@pytest.mark.parametrize("cut", [1, 30, 300])
@pytest.mark.parametrize("pack", [gzipped, lambda *records: b"".join(records)])
def test_a_file_that_is_cut_off(pack: object, cut: int) -> None:
    data = pack(record(1, PAGE), record(2, PAGE), record(3, PAGE))  # type: ignore[operator]
    first, second, last = read(data[: -4 - cut])
    assert [data for _, data in told([first, second])] == [PAGE, PAGE]
    assert message(last).startswith("cut off")


OTHERS = gzipped(record(1, url="https://x.example/"), record(2, url="https://x.example/"))
PACKED = pytest.mark.parametrize("pack", [zipped, streamed_zip, tarred])
Pack = Callable[[dict[str, bytes]], bytes]


@PACKED
def test_crawls_in_an_archive_as_in_wacz(pack: Pack, tmp_path: Path) -> None:
    members = {
        "datapackage.json": b"{}",
        "pages/pages.jsonl": b"{}",
        "archive/a.warc.gz": gzipped(record(1, HTML), record(2), record(3, http="HTTP/1.1 404 No")),
        "archive/b.WARC": record(4, HTML) + record(5, HTML),
        "archive/c.warc.wet.gz": gzipped(wet(6)),
        "archive/d.warc.zst": zstandard.compress(record(7, HTML)),
        "archive/others.warc.gz": OTHERS,
        "index.html": HTML,
    }
    (tmp_path / "a.wacz").write_bytes(pack(members))
    for place in (tmp_path / "a.wacz", pack(members)):
        tally = Tally()
        found = told(read(place, tally=tally))
        assert [name.removeprefix("archive/").replace("urn:uuid:0000000", "") for name, _ in found] == [
            "a.warc.gz!1", "a.warc.gz!2", "a.warc.gz!3", "b.WARC!4", "b.WARC!5",
            "c.warc.wet.gz!6", "d.warc.zst!7", "index.html",
        ]  # fmt: skip
        assert [data for _, data in found if data != HTML] == [PAGE, "http_404", RENDERING]
        assert tally.other_hosts == 2


@PACKED
def test_crawls_of_other_hosts_in_an_archive_are_no_error(pack: Pack) -> None:
    tally = Tally()
    assert read(pack({"archive/others.warc.gz": OTHERS}), tally=tally) == []
    assert tally.other_hosts == 2


@PACKED
def test_a_damaged_crawl_in_an_archive_costs_one_error(pack: Pack) -> None:
    inner = b"".join(record(n, PAGE) for n in range(3))
    members = {"a.warc": inner, "b.html": HTML, "c.warc.gz": gzipped(record(4, HTML))}
    data = pack(members)
    at = data.index(b"WARC/", 2000) if pack is tarred else data.index(b"b.html") - 20_000
    found = told(read(data[:at] + b"\xff" * 9 + data[at + 9 :]))
    assert [code for _, code in found if isinstance(code, str)] == ["unreadable"]
    assert [name for name, _ in found][-2:] == ["b.html", "c.warc.gz!urn:uuid:00000004"]


def test_records_before_a_damaged_place_in_an_archive_are_read() -> None:
    inner = [gzip.compress(record(n, HTML)) for n in range(4)]
    broken = inner[2][:200] + b"\xff" * 9 + inner[2][209:]
    data = zipped({"a.warc.gz": b"".join(inner)}, zipfile.ZIP_STORED)
    found = told(read(data.replace(inner[2], broken)))
    assert [name[-1:] for name, data in found if data == HTML] == ["0", "1", "3"]
    assert len(found) == 4  # the member's checksum says nothing more
    other = data.replace(inner[3][:10], b"\x1f\x8b\x08" + bytes(7))  # a header that nobody checks
    *pages, error = read(other)
    assert [page for _, page in told(pages)] == [HTML] * 4
    assert message(error) == "damaged or cut off: its checksum differs"


def test_a_last_line_end_may_be_missing() -> None:
    assert told(read(record(1, HTML)[:-4])) == [("urn:uuid:00000001", HTML)]


def test_files_that_fastwarc_writes_and_reads() -> None:
    file = io.BytesIO()
    for status in ("200 OK", "404 Not Found"):
        made = WarcRecord()
        made.init_headers(content_length=0, record_type=WarcRecordType.response)
        made.headers["WARC-Target-URI"] = URL
        made.set_bytes_content(
            f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n".encode() + HTML
        )
        made.write(file)
    page, error = read(file.getvalue())
    assert isinstance(page, RawPage)
    assert (page.data, page.url, error.__class__) == (HTML, URL, HttpStatus)
    theirs = ArchiveIterator(io.BytesIO(gzipped(record(1), wet(2))), parse_http=False)
    assert [item.record_id for item in theirs] == ["<urn:uuid:00000001>", "<urn:uuid:00000002>"]


COMMAND = """
import sys
from pathlib import Path
from scraper.cli import main
from tests.memory import peak
try:
    main()
finally:
    Path("peak").write_text(str(peak()))
"""


def converted(folder: Path, size: int, kind: str) -> tuple[int, Counter[str]]:
    """Convert a crawl by the command; count the PMIDs, and the codes on standard error."""
    crawl(folder / "crawl.warc.gz", size, kind)
    run = subprocess.run(
        [sys.executable, "-c", COMMAND, "convert", "crawl.warc.gz", "--fields", "pmid"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    codes = Counter(line.split(": ")[1] for line in run.stderr.decode().splitlines())
    return len({json.loads(line)["pmid"] for line in run.stdout.splitlines()}), codes


@pytest.mark.parametrize("kind", ["response", "conversion"])
def test_a_crawl_of_a_thousand_records_in_flat_memory(kind: str, tmp_path: Path) -> None:
    memory = []
    for size in (100, 1000):
        articles, errors = (6, {"http_429": size // 10}) if kind == "response" else (7, {})
        assert converted(tmp_path, size, kind) == (
            articles * size // 10 - 1,
            errors | {"unreadable": 1},
        )
        memory.append(int((tmp_path / "peak").read_text()))
    assert memory[1] - memory[0] < 8_000  # KiB
