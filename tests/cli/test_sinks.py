"""``-o FILE`` in every format, ``--format``, ``--append`` and ``--csv-raw``."""

import csv
import gzip
import io
import json
import re
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from pyarrow import parquet as pq

from tests.cli.command import Command, page, pmids
from tests.cli.here import Here
from tests.cli.terminal import Terminal
from tests.crawler.site import Site


def stored(path: Path) -> list[str]:
    """Return the PMIDs in a file, by its ending."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
        path = path.with_suffix("")
    match path.suffix:
        case ".parquet":
            return [str(pmid) for pmid in pq.read_table(path)["pmid"].to_pylist()]
        case ".sqlite":
            with closing(sqlite3.connect(path)) as connection:
                return [pmid for (pmid,) in connection.execute("SELECT pmid FROM articles")]
        case ".csv":
            text = io.StringIO(data.decode(), newline="")
            return [row["pmid"] for row in csv.DictReader(text)]
        case ".ris" | ".bib" | ".nbib":
            return re.findall(r"(?m)^(?:AN  -|  pmid =|PMID-) \W?(\d+)", data.decode())
        case ".json":
            return [record.get("pmid") or record["PMID"] for record in json.loads(data)]
        case _:
            return pmids(data)


NAMES = (
    "x.jsonl x.jsonl.gz x.json x.csv x.csv.gz x.parquet x.sqlite"
    " x.ris x.ris.gz x.bib x.csl.json x.nbib"
).split()


@pytest.mark.parametrize("name", NAMES)
def test_the_ending_of_the_file_says_the_format(
    here: Here, three: list[str], tmp_path: Path, name: str
) -> None:
    done = here.run("convert", *three, "-o", name)
    assert (done.status, done.output, done.talk) == (0, b"", "")
    assert stored(tmp_path / name) == ["1", "2", "3"]


def test_format_goes_before_the_ending(here: Here, three: list[str], tmp_path: Path) -> None:
    here.run("convert", *three, "-o", "x.json.gz", "--format", "jsonl")
    assert pmids(gzip.decompress((tmp_path / "x.json.gz").read_bytes())) == ["1", "2", "3"]
    done = here.run("convert", *three, "--format", "csv", "--fields", "pmid")
    assert done.output == b"pmid\r\n1\r\n2\r\n3\r\n"


def test_parquet_goes_through_a_pipe(here: Here, three: list[str]) -> None:
    done = here.run("convert", *three, "--format", "parquet", "--fields", "pmid")
    assert pq.read_table(io.BytesIO(done.output)).to_pylist() == [{"pmid": p} for p in "123"]


@pytest.mark.parametrize("format_", ["parquet", "sqlite"])
def test_what_is_binary_does_not_go_to_a_terminal(
    command: Command, terminal: Terminal, three: list[str], format_: str
) -> None:
    process = command.start("convert", *three, "--format", format_, stdout=terminal.stream)
    _, talk = process.communicate(timeout=60)
    assert process.returncode == 2
    assert f"{format_} is binary; name a file (-o FILE) or pipe it on".encode() in talk


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--format", "sqlite"), "SQLite is a file and no stream"),
        (("--append",), "--append needs a file: name it with -o FILE"),
        (("--append", "-o", "x.json"), "--append is not for a JSON array"),
        (("--append", "-o", "x.parquet"), "--append is not for Parquet"),
        (("-o", "x.parquet.gz"), "leave .gz or .zst off"),
        (("--csv-raw", "-o", "x.jsonl"), "--csv-raw goes with CSV"),
        (("--fields", "pmid", "-o", "x.sqlite"), "SQLite needs the fields kind and pmid"),
    ],
)
def test_what_makes_no_sense_is_refused_before_any_work(
    here: Here, three: list[str], tmp_path: Path, arguments: tuple[str, ...], reason: str
) -> None:
    before = set(tmp_path.iterdir())
    done = here.run("convert", *three, "gone.html", *arguments)
    assert (done.status, done.output) == (2, b"")
    assert reason in done.talk
    assert "gone.html" not in done.talk
    assert set(tmp_path.iterdir()) == before


def test_a_missing_extra_is_named_before_any_work(
    here: Here, three: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "scraper.sinks.parquet", raising=False)
    monkeypatch.delitem(sys.modules, "scraper.sinks.columns", raising=False)
    done = here.run("convert", *three, "gone.html", "-o", "x.parquet")
    advice = "this needs pyarrow: pip install 'pubmed-scraper[parquet]'"
    assert (done.status, done.talk) == (2, f"output_unusable: {advice}\n")


@pytest.mark.parametrize("name", ["x.jsonl", "x.jsonl.gz", "x.csv", "x.sqlite"])
def test_append(here: Here, three: list[str], tmp_path: Path, name: str) -> None:
    for pages in (three[:1], three[1:]):
        done = here.run("convert", *pages, "-o", name, "--append")
        assert (done.status, done.talk) == (0, "")
    assert stored(tmp_path / name) == ["1", "2", "3"]
    before = (tmp_path / name).read_bytes()
    done = here.run("convert", "--fail-fast", *three, "gone.html", "-o", name, "--append")
    assert done.status == 1
    assert done.talk.splitlines()[1].startswith(f"{name}: not_written: ")
    assert (tmp_path / name).read_bytes() == before


def test_a_torn_end_is_mended_and_told_of(here: Here, three: list[str], tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b'{"pmid":"0"}\n{"pm')
    done = here.run("convert", *three, "-o", "x.jsonl", "--append", "-q")
    assert (
        done.talk == "x.jsonl: mended: a torn end was cut back to the last whole record (4 bytes)\n"
    )
    assert stored(tmp_path / "x.jsonl") == ["0", "1", "2", "3"]


@pytest.mark.usefixtures("unmeasured")  # whose data file would run into the limit too
def test_a_full_disk_while_appending(command: Command, tmp_path: Path) -> None:
    (tmp_path / "long.html").write_bytes(page(1, "long " * 10_000))
    (tmp_path / "x.jsonl").write_bytes(b'{"pmid":"0"}\n')
    limit = ("sh", "-c", 'ulimit -f 8; exec "$@"', "sh")
    done = command.run("convert", "long.html", "-o", "x.jsonl", "--append", before=limit)
    assert done.returncode == 3
    assert done.stderr.startswith(b"x.jsonl: not_written: File too large; ")
    assert (tmp_path / "x.jsonl").read_bytes() == b'{"pmid":"0"}\n'


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("name", ["x.jsonl.zst", "x.parquet", "x.sqlite"])
def test_a_full_disk_behind_a_new_file(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "long.html").write_bytes(page(1, "".join(map(chr, range(0x4E00, 0x9000))) * 3))
    limit = ("sh", "-c", 'ulimit -f 24; exec "$@"', "sh")
    done = command.run("convert", "long.html", "-o", name, before=limit)
    assert done.returncode == 3
    assert done.stderr.startswith(f"{name}: not_written: ".encode())
    assert done.stderr.count(b"\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["long.html"]


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_a_closed_pipe_ends_quietly(command: Command, three: list[str], format_: str) -> None:
    process = command.start("convert", *three, "--format", format_)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    talk = process.stderr.read()
    process.wait(timeout=60)
    assert (process.returncode, talk) == (141, b"")


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("name", ["x.parquet", "x.sqlite"])
def test_ctrl_c_leaves_no_file(
    command: Command, three: list[str], tmp_path: Path, name: str
) -> None:
    process = command.start("convert", "--files-from", "-", "-o", name)
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write(b"1.html\ngone.html\n")
    assert process.stderr.readline().startswith(b"gone.html")  # it is at work
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == three


@pytest.mark.parametrize("name", NAMES)
def test_crawls_and_their_jobs_give_every_format_too(
    here: Here, loopback: Site, tmp_path: Path, name: str
) -> None:
    done = here.crawl(loopback, "11", "12", "-o", name)
    assert done.status == 0
    assert stored(tmp_path / name) == ["11", "12"]
    crawled = (tmp_path / name).read_bytes()
    assert here.run("export", "c.db", "-o", f"again-{name}").status == 0
    assert (tmp_path / f"again-{name}").read_bytes() == crawled


def test_a_job_is_not_written_over(here: Here, loopback: Site, tmp_path: Path) -> None:
    here.crawl(loopback, "11")
    before = (tmp_path / "c.db").read_bytes()
    (tmp_path / "1.html").write_bytes(page(1))
    done = here.run("convert", "1.html", "-o", "c.db")
    assert done.status == 2
    assert "c.db: output_unusable: this is a database of something else" in done.talk
    assert (tmp_path / "c.db").read_bytes() == before
