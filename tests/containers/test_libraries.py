"""Why archives are read by hand: what the libraries make of the same bytes.

When a test fails here, a library has learned something: look again at whether it can
take the place of the module that is named.
"""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from scraper.errors import ScraperError
from scraper.sources import RawPage
from tests.containers.packing import (
    PAGE,
    message,
    piped,
    python,
    read,
    record,
    tarred,
    told,
    zip_of_many,
    zipped,
)

MEMBERS = [gzip.compress(record(n, PAGE)) for n in range(5)]
HTML = {name: b"<p>%d" % n * 99 for n, name in enumerate(["1.html", "2.html", "3.html"])}


def pages(data: bytes) -> list[str]:
    return [name[-1:] for name, found in told(read(data)) if isinstance(found, bytes)]


def by_fastwarc(data: bytes) -> tuple[list[str], BaseException | None]:
    """Return the records that come whole, and what ends the reading."""
    seen: list[str] = []
    try:
        for item in ArchiveIterator(io.BytesIO(data), parse_http=False):
            is_whole = item.reader.read().endswith(PAGE)
            seen += [str(item.record_id).strip("<>")[-1:]] * is_whole
    except Exception as error:  # noqa: BLE001 - it differs from version to version
        return seen, error
    return seen, None


def test_fastwarc_ends_at_the_first_damaged_record() -> None:
    """warcs.py goes on behind it, and says where it is."""
    broken = MEMBERS[2][:5000] + b"\xff" * 9 + MEMBERS[2][5009:]
    data = b"".join([*MEMBERS[:2], broken, *MEMBERS[3:]])
    assert by_fastwarc(data)[0] == ["0", "1"]
    assert pages(data) == ["0", "1", "3", "4"]


def test_fastwarc_does_not_say_that_a_file_is_cut_off() -> None:
    """warcs.py does: the rest may be a download away."""
    data = b"".join(MEMBERS)[:-300]
    assert by_fastwarc(data) == (["0", "1", "2", "3"], None)
    assert message(read(data)[-1]).startswith("cut off")


def test_fastwarc_wants_to_seek() -> None:
    """warcs.py reads standard input; at 2.0 fastwarc panics, past ``except Exception``."""
    with pytest.raises(BaseException, match="seek"):
        next(iter(ArchiveIterator(piped(MEMBERS[0]))))
    assert pages(MEMBERS[0]) == ["0"]


def test_zipfile_refuses_an_archive_without_its_end() -> None:
    """zipstream.py reads what is there."""
    data = zipped(HTML)[:-30]
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(data))
    assert pages(data) == ["l"] * 3


def test_zipfile_holds_all_members_in_memory(tmp_path: Path) -> None:
    """zips.py reads the directory as it goes: see test_a_million_members_come_one_by_one."""
    zip_of_many(tmp_path / "many.zip", 100_000)
    grown = python(
        "import zipfile\n"
        "from tests.memory import peak\n"
        "before = peak()\n"
        "zipfile.ZipFile('many.zip')\n"
        "print(peak() - before)\n",
        tmp_path,
    )
    assert int(grown) > 20_000  # KiB


def test_tarfile_takes_a_damaged_header_for_the_end() -> None:
    """tars.py goes on at the next one."""
    data = bytearray(tarred(HTML))
    data[data.index(b"2.html")] ^= 0xFF
    with tarfile.open(fileobj=io.BytesIO(data), mode="r|") as archive:
        assert [info.name for info in archive] == ["1.html"]
    found = read(bytes(data))
    assert [isinstance(item, RawPage) for item in found] == [True, False, True]
    assert isinstance(found[1], ScraperError)
