"""Every kind of container, as a file and through a pipe, gives the record of its page."""

import bz2
import gzip
import io
import json
import lzma
import plistlib
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import zstandard

import scraper
from scraper import batch, sources
from scraper.errors import ScraperError
from scraper.sources import RawPage
from tests.containers.packing import (
    DATE,
    PAGE,
    RENDERING,
    URL,
    gzipped,
    mail,
    message,
    mhtml,
    piped,
    read,
    record,
    streamed_zip,
    tarred,
    told,
    webarchive,
    wet,
    zipped,
)

Record = dict[str, Any]
MEMBERS = {
    "a.html": PAGE,
    "d/b.txt": RENDERING,
    "c.png": b"\x89PNG",
    "d/x.HTM.gz": gzip.compress(PAGE),
}
TAR = tarred(MEMBERS)
RECORDS = (record(1), record(2, url="https://example.org/"), wet(3))

SINGLE = {
    "page.html.gz": gzip.compress(PAGE),
    "two-members.html.gz": gzip.compress(PAGE[:999]) + gzip.compress(PAGE[999:]) + bytes(512),
    "page.html.zst": zstandard.compress(PAGE),
    "page.html.xz": lzma.compress(PAGE),
    "page.html.bz2": bz2.compress(PAGE),
    "bare.html.gz": PAGE,
    "chrome.mhtml": mhtml(PAGE),
    "edge.mht": mhtml(PAGE, "base64"),
    "8bit.mhtml": mhtml(PAGE, "8bit"),
    "chrome.mhtml.gz": gzip.compress(mhtml(PAGE)),
    "safari.webarchive": webarchive(PAGE),
    "xml.webarchive": webarchive(PAGE, plistlib.FMT_XML),
    "explorer.mht": b"\xef\xbb\xbf" + mhtml(PAGE),
    "without-parts.mht": mail(PAGE),
    "no-ending": gzip.compress(webarchive(PAGE)),
}
ARCHIVES = {
    "a.zip": zipped(MEMBERS),
    "stored.zip": zipped(MEMBERS, zipfile.ZIP_STORED),
    "bzip2.zip": zipped(MEMBERS, zipfile.ZIP_BZIP2),
    "sizes-after.zip": streamed_zip(MEMBERS),
    "a.tar": TAR,
    "a.tgz": gzip.compress(TAR),
    "a.tar.xz": lzma.compress(TAR),
    "a.tar.bz2": bz2.compress(TAR),
    "a.tar.zst": zstandard.compress(TAR),
    "a.bin": gzip.compress(TAR),
}
WARCS = {
    "a.warc": b"".join(RECORDS),
    "a.warc.gz": gzipped(*RECORDS),
    "one-member.warc.gz": gzip.compress(b"".join(RECORDS)),
    "a.warc.zst": b"".join(map(zstandard.compress, RECORDS)),
    "a.warc.xz": lzma.compress(b"".join(RECORDS)),
}


def converted(found: list[RawPage | ScraperError]) -> list[Record]:
    """Convert what was read; of ``page`` only what the page itself says."""
    records = []
    for item in found:
        assert isinstance(item, RawPage), item
        ((line,),) = batch.to_json(item)
        made = json.loads(line)
        made["page"] |= {"source": None}
        made["page"].pop("retrieved_at", None)
        records.append(made)
    return records


def bare(page: bytes) -> Record:
    made: Record = json.loads(scraper.convert_json(page))
    return made


@pytest.fixture(params=["file", "pipe"])
def way(request: pytest.FixtureRequest, tmp_path: Path) -> Any:  # noqa: ANN401
    """Give a way to hand over a container: as a file, or through standard input."""

    def hand_over(name: str, data: bytes) -> Path | bytes:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name if request.param == "file" else data

    return hand_over


@pytest.mark.parametrize("name", SINGLE)
def test_one_page(name: str, way: Any) -> None:  # noqa: ANN401
    found = read(way(name, SINGLE[name]))
    assert told(found) == [("", PAGE)]
    assert converted(found) == [bare(PAGE)]


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive(name: str, way: Any) -> None:  # noqa: ANN401
    place = way(name, ARCHIVES[name])
    found = read(place)
    assert told(found) == [("a.html", PAGE), ("d/b.txt", RENDERING), ("d/x.HTM.gz", PAGE)]
    assert converted(found) == [bare(PAGE), bare(RENDERING), bare(PAGE)]
    source = "-" if isinstance(place, bytes) else str(place)
    assert found[0].source == f"{source}!a.html"


@pytest.mark.parametrize("name", WARCS)
def test_a_warc_file(name: str, way: Any) -> None:  # noqa: ANN401
    tally = sources.Tally()
    found = read(way(name, WARCS[name]), tally=tally)
    assert told(found) == [("urn:uuid:00000001", PAGE), ("urn:uuid:00000003", RENDERING)]
    assert tally.other_hosts == 1
    first, second = (
        json.loads(next(batch.to_json(item))[0]) for item in found if isinstance(item, RawPage)
    )
    assert first["page"] == bare(PAGE)["page"] | {"source": found[0].source, "retrieved_at": DATE}
    assert second["page"]["url"] == URL
    assert second["page"]["retrieved_at"] == DATE
    assert second["pmid"] == "90400005"  # which the rendering does not say, but its address


def test_what_a_container_says_of_its_page() -> None:
    (chrome,) = read(mhtml(PAGE, charset="latin-1"))
    assert isinstance(chrome, RawPage)
    assert (chrome.url, chrome.charset, chrome.retrieved_at) == (URL, "latin-1", DATE)
    (safari,) = read(webarchive(PAGE))
    assert isinstance(safari, RawPage)
    assert (safari.url, safari.charset, safari.retrieved_at) == (URL, "UTF-8", None)
    html = b'<html><body class="x">caf\xe9'
    latin = record(http="HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=latin-1", page=html)
    (crawled,) = read(latin)
    assert isinstance(crawled, RawPage)
    assert (crawled.url, crawled.charset, crawled.retrieved_at) == (URL, "latin-1", DATE)


@pytest.mark.parametrize(
    ("old", "new", "part", "expected"),
    [
        (b"-0000", b"+0200", "retrieved_at", "2021-03-04T03:06:07Z"),
        (b"Thu, 4 Mar", b"once upon", "retrieved_at", None),
        (b"\nContent-Location: https://p", b"\nX: https://p", "url", f"{URL}?from=snapshot"),
        (b"https://pubmed", b"cid:pubmed", "url", None),
        (b"; charset=utf-8", b"", "charset", None),
    ],
)
def test_headers_of_mhtml(old: bytes, new: bytes, part: str, expected: str | None) -> None:
    (page,) = read(mhtml(PAGE).replace(old, new))
    assert isinstance(page, RawPage)
    assert getattr(page, part) == expected


def test_the_root_part_that_mhtml_names() -> None:
    other = b"Content-Type: text/html\r\nContent-ID: <other>\r\n\r\n<p>frame\r\n"
    mark = b"------MultipartBoundary--abc----\r\n"
    with_frame = mhtml(PAGE).replace(b"\r\n" + mark, b"\r\n" + mark + other + mark, 1)
    assert told(read(with_frame)) == [("", b"<p>frame")]
    named = with_frame.replace(b"related;", b'related; start="<frame-1@mhtml.blink>";', 1)
    assert told(read(named)) == [("", PAGE)]


def test_singlefile_is_html() -> None:
    comment = f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Thu Mar 04 2021\n-->"
    saved = PAGE.replace(b"<head>", b"<head><style>.sf-hidden{display:none!important}</style>", 1)
    saved = saved.replace(b"<html", comment.encode() + b"<html", 1)
    assert converted(read(saved)) == [bare(PAGE)]


def self_opening(zipped_page: bytes, *, bom: bool = False) -> bytes:
    """Write a page as SingleFile does when it compresses: HTML that unpacks the zip archive in it."""
    start = b"<!DOCTYPE html> <html data-sfz><!--\n Page saved with SingleFile \n-->"
    script = b"<meta charset=windows-1252><title>Dust</title><script>" + b"PK;" * 999 + b"</script>"
    return b"\xef\xbb\xbf" * bom + start + script + b"<!--" + zipped_page + b"--><p>wait</p>"


@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("pack", [zipped, streamed_zip])
def test_a_page_that_singlefile_compressed(pack: Any, way: Any, *, bom: bool) -> None:  # noqa: ANN401
    data = self_opening(pack({"index.html": PAGE, "images/1.png": b"\x89PNG"}), bom=bom)
    assert told(read(way("a.html", data))) == [("index.html", PAGE)]


def test_a_mozilla_archive(way: Any) -> None:  # noqa: ANN401
    members = {
        "125/index.html": PAGE,
        "125/index_files/ad.html": b"<p>",
        "125/index.rdf": b"<RDF:RDF/>",
    }
    assert told(read(way("a.maff", zipped(members)))) == [("125/index.html", PAGE)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({"mimetype": b"application/epub+zip", "c/1.xhtml": b"<html><p>1"}), "not_pubmed"),
        (zipped({"word/document.xml": b"<w/>"}), "unreadable"),
        (b"7z\xbc\xaf\x27\x1c\0\4" + bytes(99), "unreadable"),
        (b"Rar!\x1a\x07\1\0" + bytes(99), "unreadable"),
        (b"\x04\x22\x4d\x18" + bytes(99), "unreadable"),
        (b"filedesc://x.arc 0.0.0.0 20100101000000 text/plain 76\n1 0 x\n", "not_pubmed"),
        (b"\xff\xfe" + mhtml(PAGE).decode().encode("utf-16-le"), "not_pubmed"),
    ],
    ids=["epub", "docx", "7z", "rar", "lz4", "arc", "utf-16"],
)
def test_what_is_not_read_gives_one_error(data: bytes, code: str) -> None:
    (found,) = read(data)
    if isinstance(found, RawPage):
        with pytest.raises(ScraperError) as raised:
            batch.to_json(found)
        found = raised.value
    assert found.code == code


def test_containers_in_a_folder(tmp_path: Path) -> None:
    for name, data in ({"e.css": b"", "f.csv.gz": b""} | SINGLE | ARCHIVES).items():
        (tmp_path / name).write_bytes(data)
    found = read(tmp_path)
    known = [name for name in SINGLE if "." in name] + [n for n in ARCHIVES if n != "a.bin"] * 3
    names = [Path((item.source or "").partition("!")[0]).name for item in found]
    assert sorted(names) == sorted(known)
    assert all(isinstance(item, RawPage) for item in found)


def test_a_list_names_containers(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(ARCHIVES["a.zip"])
    listing = io.BytesIO(f"{tmp_path}/a.zip\n".encode())
    assert len(list(sources.listed_inputs("-", stdin=listing))) == 3


def test_the_first_page_comes_before_the_last_is_read() -> None:
    stdin = piped(TAR + bytes(2**20))
    pages = sources.pages(["-"], stdin=stdin)
    next(pages)
    assert stdin.read(1)


@pytest.mark.parametrize(
    ("name", "single"),
    [
        ("a.html", True),
        ("a.html.gz", True),
        ("a.mhtml", True),
        ("A.ZIP", False),
        ("a.wet.gz", False),
    ],
)
def test_what_can_be_one_page(name: str, *, single: bool) -> None:
    assert sources.is_single(name) is single


@pytest.mark.parametrize(
    ("module", "data", "extra"),
    [
        ("zstandard", zstandard.compress(PAGE), "zst"),
        (
            "brotli",
            record(
                page=b"\x0b",
                http="HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Type: text/html",
            ),
            "warc",
        ),
    ],
)
def test_a_missing_extra_is_named(
    module: str, data: bytes, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, "scraper.sources.zstd", raising=False)
    (error,) = read(data)
    assert f"pip install 'pubmed-scraper[{extra}]'" in message(error)
