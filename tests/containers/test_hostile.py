"""Damage, tricks and sizes: each costs one error, and nothing is written anywhere."""

import gzip
import io
import random
import struct
import tarfile
import time
import zipfile
from pathlib import Path

import brotli
import pytest
import zstandard

from scraper.errors import ScraperError
from scraper.sources import RawPage
from scraper.sources.members import shown
from tests.containers.packing import (
    PAGE,
    Unseekable,
    gzipped,
    message,
    mhtml,
    python,
    read,
    record,
    streamed_zip,
    tarred,
    told,
    webarchive,
    zip_of_many,
    zipped,
)

SMALL = b"<!DOCTYPE html><title>small</title>" + bytes(range(48, 122)) * 9
THREE = {"1.html": SMALL, "2.html": SMALL + b"2", "3.html": SMALL + b"3"}
NAMES = {
    "../../up.html": "up.html",
    "/etc/root.html": "etc/root.html",
    "C:\\win\\disk.html": "win/disk.html",
    "a/./b//../c.html": "a/b/c.html",
    "red\x1b[31m\n.html": r"red\x1b[31m\x0a.html",
    "流れ.html": "流れ.html",
}


@pytest.mark.parametrize("pack", [zipped, tarred, streamed_zip])
def test_names_do_nothing(pack: object, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    place = tmp_path / "in" / "names"
    place.write_bytes(pack(dict.fromkeys(NAMES, SMALL)))  # type: ignore[operator]
    assert [name for name, _ in told(read(place))] == list(NAMES.values())
    assert [path.name for path in sorted(tmp_path.rglob("*"))] == ["in", "names"]


def test_names_that_are_no_utf_8() -> None:
    assert (
        told(read(tarred({"x.html": SMALL}).replace(b"x.html", b"\xe9.html")))[0][1] == "unreadable"
    )
    info = tarfile.TarInfo("caf\udce9.html")
    info.size = len(SMALL)
    header = info.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape")
    data = header + SMALL + bytes(-len(SMALL) % 512) + bytes(1024)
    assert told(read(data)) == [(r"caf\xe9.html", SMALL)]
    assert shown("\ud800") == r"\ud800"


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_in_a_tar_file(form: int) -> None:
    name = "long/" * 60 + "ü.html"
    assert told(read(tarred({name: SMALL, "b.html": SMALL}, form))) == [
        (name, SMALL),
        ("b.html", SMALL),
    ]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_what_counts_in_an_archive(pack: object) -> None:
    members = [
        "a.html", "B.HTM", "c.xhtml", "d.txt", "d.TXT.GZ", "e.pdf", "f.zip", ".g.html", "__MACOSX/._a.html",
        ".git/h.html", "i.html/", "./j.html", "k.mhtml",
    ]  # fmt: skip
    found = read(pack(dict.fromkeys(members, SMALL)))  # type: ignore[operator]
    assert [name for name, _ in told(found)] == [
        "a.html",
        "B.HTM",
        "c.xhtml",
        "d.txt",
        "d.TXT.GZ",
        "j.html",
    ]


def test_links_in_archives_are_not_followed() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo("x.html")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        archive.addfile(tarfile.TarInfo("empty.html"))
    assert told(read(file.getvalue())) == [("empty.html", b"")]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipper:
        link = zipfile.ZipInfo("x.html")
        link.external_attr = 0o120777 << 16
        zipper.writestr(link, "/etc/passwd")
        zipper.writestr("y.html", SMALL)
    assert told(read_file(file.getvalue())) == [("y.html", SMALL)]


def read_file(data: bytes, **options: int) -> list[RawPage | ScraperError]:
    path = Path("container")
    path.write_bytes(data)
    return read(path, **options)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


PARTS = {"s/x_files/f.html": b"<frame", "s/x.html": SMALL, "s/x_files/g.html": b"<frame",
         "s/my_files/z.html": SMALL, "_files/q.html": SMALL}  # fmt: skip


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_browsers_folder_inside_an_archive(pack: object) -> None:
    found = read(pack(PARTS))  # type: ignore[operator]
    assert sorted(name for name, _ in told(found)) == [
        "_files/q.html",
        "s/my_files/z.html",
        "s/x.html",
    ]


def test_pages_that_wait_for_their_page_take_bounded_memory() -> None:
    members = {f"{n}_files/f.html": SMALL for n in range(10)} | {"9.html": SMALL}
    names = [name for name, _ in told(read(tarred(members), max_bytes=4000))]
    assert names == [*(f"{n}_files/f.html" for n in range(8)), "9.html", "8_files/f.html"]


def test_pages_of_a_folder_are_remembered_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.sources.members._REMEMBERED", 2)
    members = dict.fromkeys(
        ["a.html", "b.html", "b_files/f.html", "c.html", "d.html", "a_files/f.html"], SMALL
    )
    names = [name for name, _ in told(read(tarred(members)))]
    assert names == ["a.html", "b.html", "c.html", "d.html", "a_files/f.html"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_without_pages(pack: object) -> None:
    (error,) = read(pack({"a.png": b"\x89PNG"}))  # type: ignore[operator]
    assert message(error).startswith("no pages in this archive")


@pytest.mark.parametrize(
    "inner", [zipped(THREE), tarred(THREE), gzip.compress(gzip.compress(SMALL)), mhtml(SMALL)]
)
def test_a_container_in_a_container_is_not_opened(inner: bytes) -> None:
    bad, good = read(tarred({"a.html": inner, "b.html": SMALL}))
    assert message(bad).startswith("a container inside a container is not opened")
    assert isinstance(good, RawPage)


@pytest.mark.parametrize("inner", [zipped(THREE), gzip.compress(SMALL), zstandard.compress(SMALL)])
def test_nothing_is_unpacked_twice(inner: bytes) -> None:
    (error,) = read(gzip.compress(inner))
    assert message(error).startswith("compressed twice")


BIG = bytes(200_000)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (zipped({"a.html": BIG, "b.html": SMALL}), "a.html"),
        (streamed_zip({"a.html": BIG, "b.html": SMALL}), "a.html"),
        (tarred({"a.html": BIG, "b.html": SMALL}), "a.html"),
        (zipped({"a.html.gz": gzip.compress(BIG), "b.html": SMALL}), "a.html.gz"),
        (record(1, BIG) + record(2, SMALL), "urn:uuid:00000001"),
        (gzipped(record(1, BIG), record(2, SMALL)), "urn:uuid:00000001"),
        (
            record(
                1,
                gzip.compress(BIG),
                http="HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html",
            )
            + record(2, SMALL),
            "urn:uuid:00000001",
        ),
        (
            record(
                1,
                brotli.compress(BIG),
                http="HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Type: text/html",
            )
            + record(2, SMALL),
            "urn:uuid:00000001",
        ),
    ],
)
def test_a_member_that_is_too_large(data: bytes, name: str) -> None:
    for found in (read(data, max_bytes=100_000), read_file(data, max_bytes=100_000)):
        assert told(found)[0] == (name, "too_large")
        assert told(found)[1][1] == SMALL


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(BIG),
        zstandard.compress(BIG),
        mhtml(BIG),
        mhtml(BIG, "base64"),
        webarchive(BIG),
        webarchive(BIG * 5),
    ],
)
def test_a_single_page_that_is_too_large(data: bytes) -> None:
    assert told(read(data, max_bytes=100_000)) == [("", "too_large")]


def bomb(kind: str) -> bytes:
    """Pack ten gigabytes of nothing into few bytes, or a member that claims as much."""
    zeros = bytes(10**7)
    match kind:
        case "gz":
            return gzip.compress(gzip.compress(zeros * 20))[:0] + gzip.compress(zeros * 50)
        case "zst":
            return zstandard.compress(zeros * 200)
        case "zip":
            return zipped({f"{n}.html": zeros * 10 for n in range(5)})
    return gzip.compress(tarred({"a.html": zeros * 50}))


@pytest.mark.parametrize("kind", ["gz", "zst", "zip", "tgz"])
def test_a_bomb_takes_little_memory(kind: str) -> None:
    Path("bomb").write_bytes(bomb(kind))
    code = (
        "import io\n"
        "from scraper import sources\n"
        "from tests.memory import peak\n"
        "before = peak()\n"
        "found = list(sources.pages(['bomb'], stdin=io.BytesIO(), max_bytes=2**20))\n"
        "after = peak()\n"
        "print({item.code for item in found}, after - before)\n"
    )
    codes, grown = python(code).rsplit(maxsplit=1)
    assert codes == "{'too_large'}"
    assert int(grown) < 60_000  # KiB; 16 MiB of it are Zstandard's


def test_a_million_members_come_one_by_one() -> None:
    zip_of_many(Path("many.zip"), 1_000_000)
    code = (
        "import io, itertools\n"
        "from scraper import sources\n"
        "from tests.memory import peak\n"
        "before = peak()\n"
        "pages = sources.pages(['many.zip'], stdin=io.BytesIO())\n"
        "print(sum(1 for _ in itertools.islice(pages, 20_000)))\n"
        "print(peak() - before)\n"
    )
    read_so_far, grown = python(code).split()
    assert read_so_far == "20000"
    assert int(grown) < 20_000


@pytest.mark.parametrize("pack", [zipped, streamed_zip])
def test_a_damaged_member_of_a_zip_file(pack: object) -> None:
    data = bytearray(pack(THREE))  # type: ignore[operator]
    data[data.index(b"2.html") + 20] ^= 0xFF
    for found in (read(bytes(data)), read_file(bytes(data))):
        assert [name for name, _ in told(found)] == ["1.html", "2.html", "3.html"]
        assert [told(found)[at][1] for at in (0, 2)] == [THREE["1.html"], THREE["3.html"]]
        assert message(found[1]).startswith("damaged")


def test_a_damaged_header_in_a_zip_file() -> None:
    data = bytearray(zipped(THREE))
    data[data.index(b"2.html") - 28] ^= 0xFF
    assert [name for name, _ in told(read(bytes(data)))] == ["1.html", "", "3.html"]
    assert [name for name, _ in told(read_file(bytes(data)))] == ["1.html", "2.html", "3.html"]


@pytest.mark.parametrize("cut", [25, 60, 150])
@pytest.mark.parametrize("pack", [zipped, streamed_zip])
def test_a_zip_file_without_its_end(pack: object, cut: int) -> None:
    data = pack(THREE)[:-cut]  # type: ignore[operator]
    for found in (read(data), read_file(data)):
        assert [item for _, item in told(found)][:3] == list(THREE.values())
        assert [message(item)[:7] for item in found[3:]] in ([], ["cut off"])
    half = zipped(THREE, zipfile.ZIP_STORED)[:1700]
    *whole, last = read(half)
    assert told(whole) == [("1.html", SMALL), ("2.html", SMALL + b"2")]
    assert message(last).startswith("cut off")
    assert (last.source or "").endswith("!3.html")


@pytest.mark.parametrize("file", [io.BytesIO, Unseekable])
def test_members_with_sizes_of_64_bits(file: type[io.BytesIO]) -> None:
    target = file()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.html", "b.html"):
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(SMALL)
    data = target.getvalue()
    assert told(read(data)) == told(read_file(data)) == [("a.html", SMALL), ("b.html", SMALL)]


def test_members_with_a_time_in_their_extra_field() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("a.html")
        info.extra = b"UT\x05\0\x01\0\0\0\0"
        archive.writestr(info, SMALL)
    data = file.getvalue()
    assert told(read(data)) == told(read_file(data)) == [("a.html", SMALL)]


def test_a_tar_header_that_names_a_size_of_its_own() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("a.html")
        info.size, info.pax_headers = len(SMALL), {"size": str(len(SMALL)), "mtime": "1.5"}
        archive.addfile(info, io.BytesIO(SMALL))
    assert told(read(file.getvalue())) == [("a.html", SMALL)]
    wrong = file.getvalue().replace(f"size={len(SMALL)}".encode(), b"size=-12")
    assert [code for _, code in told(read(wrong))] == ["unreadable"]


def test_a_zip_file_whose_long_end_is_missing() -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0, 0, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert [data for _, data in told(read_file(zipped(THREE)[:-22] + end))] == list(THREE.values())


def test_a_zip_file_behind_a_program() -> None:
    assert (
        len(read_file(b"#!/bin/sh\n" * 99 + zipped(THREE))) == 1
    )  # a page, as far as its bytes tell
    path = Path("setup.zip")
    path.write_bytes(b"MZ\x90\0" * 99 + zipped(THREE))
    assert [data for _, data in told(read(path))] == list(THREE.values())


def test_encrypted_and_unknown_members() -> None:
    data = bytearray(zipped({"a.html": SMALL, "b.html": SMALL}))
    for at, mark in ((6, b"PK\x03\x04"), (8, b"PK\x01\x02")):
        data[data.index(mark) + at] |= 1
    for found in (read(bytes(data)), read_file(bytes(data))):
        assert message(found[0]).startswith("encrypted")
        assert told(found)[1] == ("b.html", SMALL)
    (error,) = read(zipped({"a.html": SMALL}, zipfile.ZIP_LZMA))
    assert message(error) == "compressed by method 14, which is not known here"
    stored = read(streamed_zip({"a.html": SMALL, "b.html": SMALL}, zipfile.ZIP_STORED))
    assert [message(error)[:30] for error in stored] == ["does not say where it ends; gi"] * 2


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.warc", "a.mhtml", "a.webarchive"])
@pytest.mark.parametrize("data", [b"", b"\0" * 9, b"\x80\x81" * 999])
def test_a_name_that_promises_too_much(name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    found = read(Path(name))
    assert [item.code for item in found if isinstance(item, ScraperError)] in (["unreadable"], [])
    assert len(found) == (0 if (name, data) == ("a.warc", b"") else 1)


def test_a_damaged_header_in_a_tar_file() -> None:
    data = bytearray(tarred(THREE))
    data[data.index(b"2.html")] ^= 0xFF
    found = read(bytes(data))
    assert [name for name, _ in told(found)] == ["1.html", "", "3.html"]
    assert message(found[1]).startswith("damaged: no header at byte 1,")


@pytest.mark.parametrize("size", [600, 1800, 2048, 4096])
def test_a_tar_file_that_is_cut_off(size: int) -> None:
    *whole, last = read(tarred(THREE)[:size])
    assert [name for name, _ in told(whole)] == ["1.html", "2.html", "3.html"][: len(whole)]
    assert message(last).startswith("cut off")


def test_damaged_compression_around_a_tar_file() -> None:
    noise = random.Random(7).randbytes(100_000)  # noqa: S311 - the same each time
    data = gzip.compress(tarred({"1.html": SMALL, "2.html": noise.hex().encode(), "3.html": SMALL}))
    half = len(data) // 2
    for broken, words in (
        (data[:half] + b"\xff" * 99 + data[half:], "damaged"),
        (data[:half], "cut off"),
    ):
        page, error = read(broken)
        assert told([page]) == [("1.html", SMALL)]
        assert message(error).startswith(words)
        assert (error.source or "").endswith("!2.html")
    *pages, error = read(data[:-8] + b"\xff" * 8)
    assert len(pages) == 3
    assert message(error).startswith("damaged")


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(PAGE)[:-9],
        gzip.compress(PAGE) + b"garbage",
        gzip.compress(PAGE)[:99] + b"\xff" * 99,
        zstandard.compress(PAGE)[:-9],
        mhtml(PAGE)[:5000],
        mhtml(PAGE).replace(b"text/html; c", b"text/css; c"),
        mhtml(PAGE).replace(b"boundary", b"bounty"),
        mhtml(PAGE, "base64").replace(b"\r\n\r\nPC", b"\r\n\r\n=P"),
        webarchive(PAGE)[:-9],
        webarchive(PAGE).replace(b"WebMainResource", b"WebSideResource"),
        b"bplist00",
    ],
)
def test_a_single_page_that_is_damaged(data: bytes) -> None:
    assert [code for _, code in told(read(data))] == ["unreadable"]


def test_a_web_archive_whose_page_is_no_data() -> None:
    data = webarchive(b"PAGE").replace(b"\x44PAGE", b"\x54PAGE")
    assert "holds no page" in message(read(data)[0])


def test_random_damage_never_escapes() -> None:
    packed = [zipped(THREE), streamed_zip(THREE), tarred(THREE), gzip.compress(tarred(THREE)), mhtml(SMALL),
              webarchive(SMALL), gzipped(record(1, SMALL), record(2, SMALL)), zstandard.compress(SMALL),
              *(pack({"a.warc.gz": gzipped(record(1, SMALL)), "b.warc": record(2, SMALL)}) for pack in (zipped, streamed_zip, tarred))]  # fmt: skip
    chance = random.Random(5)  # noqa: S311 - the same each time
    until = time.monotonic() + 3
    while time.monotonic() < until:
        data = bytearray(chance.choice(packed))
        for _ in range(chance.randrange(6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        del data[chance.randrange(len(data) * 3) :]
        for found in (read(bytes(data)), read_file(bytes(data))):
            assert len(found) < 9
