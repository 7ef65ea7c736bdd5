"""``convert -o DIR/``: parts, markers and a manifest; the same command goes on."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow.parquet
import pytest

from scraper.errors import BatchError, ShardFailed
from scraper.shards.marker import Done
from scraper.shards.plan import Shard
from scraper.shards.session import session
from scraper.shards.shard import Job
from scraper.shards.store import store_at
from tests.cli.command import Command, page
from tests.cli.here import Here
from tests.pairs import SAMPLES
from tests.shards.folder import manifest, snapshot, union

SIZE = ("--shard-size", "20KiB")


@pytest.fixture
def plain(here: Here, saved: Path) -> bytes:
    """Convert all pages into one file."""
    assert saved
    assert here.run("convert", "saved", "-o", "plain.jsonl").status == 1
    return (here.folder / "plain.jsonl").read_bytes()


def test_parts_are_the_file_and_a_second_run_writes_nothing(here: Here, plain: bytes) -> None:
    done = here.run("convert", "saved", "-o", "out/", *SIZE)
    out = here.folder / "out"
    assert (done.status, done.output) == (1, b"")
    assert [line.split(": ")[:2] for line in done.talk.splitlines()] == [
        ["saved/07.html", "unreadable"],
        ["saved/b/18.html", "unreadable"],
    ]
    assert union(out) == plain
    before = {path: path.stat().st_mtime_ns for path in out.glob("part-*")}
    again = here.run("convert", "saved", "-o", "out/", *SIZE)
    assert (again.status, again.talk) == (1, "")
    assert {path: path.stat().st_mtime_ns for path in out.glob("part-*")} == before
    assert here.run("convert", "saved", "-o", "out", *SIZE).status == 1  # the folder is there


def test_what_stands_in_manifest_and_markers(here: Here, saved: Path) -> None:
    here.run("convert", "saved", "-o", "out/", *SIZE, "--fields", "title,pmid")
    out = here.folder / "out"
    found = manifest(out)
    assert found["complete"] is True
    assert found["settings"] == {
        "format": "jsonl",
        "compress": None,
        "csv_raw": False,
        "fields": ["pmid", "title"],
        "items": False,
        "max_bytes": 2**24,
        "shard_size": 20 * 2**10,
    }
    assert found["counts"] == {
        "pages": 20,
        "records": 18,
        "failures": {"unreadable": 2},
        "other_hosts": 0,
        "other_xml": 0,
    }
    assert sum(shard["inputs"] for shard in found["shards"]) == 20
    assert sum(shard["size"] for shard in found["shards"]) == sum(
        path.stat().st_size for path in saved.rglob("*.html")
    )
    for shard in found["shards"]:
        marker = json.loads((out / f"{shard['name']}.done").read_text())
        part = (out / marker["part"]).read_bytes()
        assert (marker["shard"], marker["size"]) == (shard, len(part))
        assert marker["sha256"] == hashlib.sha256(part).hexdigest()
        assert marker["records"] == part.count(b"\n")
        assert (out / f"{shard['name']}.errors.jsonl").exists() == bool(marker["failures"])


@pytest.mark.parametrize(
    "name",
    ["part-00001.done", "part-00001.jsonl", "part-00001.errors.jsonl", ".pubmed-scraper-9.tmp"],
)
def test_what_is_missing_or_torn_is_made_again(here: Here, saved: Path, name: str) -> None:
    assert saved
    here.run("convert", "saved", "-o", "out/", *SIZE)
    out = here.folder / "out"
    whole = snapshot(out)
    (out / name).unlink(missing_ok=True)
    assert here.run("convert", "saved", "-o", "out/", *SIZE).status == 1
    assert snapshot(out) == whole
    (out / name).write_bytes(b'{"shard"')
    if "errors" not in name:
        here.run("convert", "saved", "-o", "out/", *SIZE)
        assert snapshot(out) == whole
    assert not list(out.glob(".pubmed-scraper-*"))


def test_a_run_that_is_stopped_says_how_to_go_on(
    here: Here,
    plain: bytes,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    def stopped(*_: object) -> None:
        raise SystemExit(130)

    with monkeypatch.context() as patch:
        patch.setattr("scraper.cli.parts._make", stopped)
        with pytest.raises(SystemExit):
            here.run("convert", "saved", "-o", "out/")
    assert (
        capfdbinary.readouterr().err == b"out/: stopped; the same command makes what is missing\n"
    )
    assert here.run("convert", "saved", "-o", "out/").status == 1
    assert union(here.folder / "out") == plain


def test_errors_of_a_killed_run_do_not_stay(here: Here) -> None:
    (here.folder / "1.html").write_bytes(page(1))
    (here.folder / "out").mkdir()
    here.run("convert", "1.html", "-o", "out/")
    (here.folder / "out/part-00000.done").unlink()
    (here.folder / "out/part-00000.errors.jsonl").write_bytes(b"{}\n")
    assert here.run("convert", "1.html", "-o", "out/").status == 0
    assert not (here.folder / "out/part-00000.errors.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("saved", "--items"),
            "its parts were made with --items left out, not given; name another",
        ),
        (("saved", "--fields", "pmid,doi"), "with --fields left out, not doi,pmid"),
        (("saved", "--format", "csv"), "with --format jsonl, not csv"),
        (("saved", "--compress", "gz"), "with --compress left out, not gz"),
        (("saved", "--max-bytes", "1MiB"), "with --max-bytes 16777216, not 1048576"),
        (("saved", "--shard-size", "1MiB"), "with --shard-size 20480, not 1048576"),
    ],
)
def test_another_run_is_refused(
    here: Here, saved: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert saved
    here.run("convert", "saved", "-o", "out/", *SIZE)
    before = snapshot(here.folder / "out")
    done = here.run("convert", "-o", "out/", *SIZE, *arguments)
    assert done.status == 2
    assert done.talk.startswith(f"{here.folder / 'out'}: batch_unusable: ")
    assert said in done.talk
    assert snapshot(here.folder / "out") == before


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        (("2.html", "1.html"), "part-00000 was made of 1 from 1.html on, "),
        (
            ("1.html", "2.html", "3.html"),
            "more inputs than before; the first new ones are at 3.html",
        ),
        (("1.html",), "fewer inputs than before; the first that are missing are at 2.html"),
    ],
)
def test_other_inputs_are_refused(here: Here, inputs: tuple[str, ...], said: str) -> None:
    for number in (1, 2, 3):
        (here.folder / f"{number}.html").write_bytes(page(number))
    here.run("convert", "1.html", "2.html", "-o", "out/", "--shard-size", "1")
    done = here.run("convert", *inputs, "-o", "out/", "--shard-size", "1")
    assert (done.status, said in done.talk) == (2, True)


def test_a_page_that_changed_its_size_is_seen(here: Here, saved: Path) -> None:
    here.run("convert", "saved", "-o", "out/")
    (saved / "03.html").write_bytes(page(3))
    done = here.run("convert", "saved", "-o", "out/")
    assert done.status == 2
    assert "remove this one to begin anew" in done.talk


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "cannot be read"),
        ('{"manifest": 1}', "cannot be read"),
        (
            '{"settings":{},"shards":[],"program":"0.0.1"}',
            "its parts were made with version 0.0.1 of this program, not ",
        ),
    ],
)
def test_a_manifest_of_another_program(here: Here, saved: Path, text: str, said: str) -> None:
    assert saved
    (here.folder / "out").mkdir()
    (here.folder / "out/manifest.json").write_text(text)
    done = here.run("convert", "saved", "-o", "out/")
    assert (done.status, said in done.talk) == (2, True)


def test_parts_of_somebody_else_are_left_alone(here: Here, saved: Path) -> None:
    assert saved
    (here.folder / "out").mkdir()
    (here.folder / "out/part-0.parquet").touch()
    done = here.run("convert", "saved", "-o", "out")
    assert done.status == 2
    assert "it holds parts without a manifest.json" in done.talk
    assert [path.name for path in (here.folder / "out").glob("*")].count("part-0.parquet") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-", "-o", "out/"), "standard input cannot be read again after a crash"),
        (("x", "-o", "out/", "--append"), "--append does not go with -o DIR/"),
        (("x", "-o", "out/", "--fail-fast"), "--fail-fast does not go with -o DIR/"),
        (("x", "-o", "out/", "--errors", "e"), "part-NNNNN.errors.jsonl"),
        (("x.html", "-o", "out/", "--pmid", "1"), "--pmid does not go with -o DIR/"),
        (("x.html", "-o", "out/", "--url", "http://x"), "--url does not go with -o DIR/"),
        (("x", "-o", "out/", "--scheduler", "tcp://x"), "--scheduler goes with --engine dask"),
        (("x", "-o", "out.jsonl", "--engine", "dask"), "--engine goes with a folder"),
        (("x", "--shard-size", "1MiB"), "--shard-size goes with a folder: -o DIR/"),
        (("x", "--compress", "gz", "-o", "out.jsonl"), "--compress goes with a folder"),
        (("x", "-o", "out/", "--format", "sqlite", "--compress", "gz"), "is compressed as it is"),
        (("x", "-o", "out/", "--csv-raw"), "--csv-raw goes with CSV"),
    ],
)
def test_options_that_do_not_go_together(here: Here, arguments: tuple[str, ...], said: str) -> None:
    done = here.run("convert", *arguments)
    assert (done.status, done.output) == (2, b"")
    assert said in done.talk
    assert not list(here.folder.glob("out/part*"))


def test_a_list_of_names_on_standard_input(here: Here, saved: Path, plain: bytes) -> None:
    assert saved
    done = here.run("convert", "--files-from", "-", "-o", "out/", *SIZE, text=b"saved\n")
    assert (done.status, union(here.folder / "out")) == (1, plain)
    again = here.run("convert", "--files-from", "-", "-o", "out/", *SIZE, text=b"saved\n")
    assert (again.status, again.talk) == (1, "")
    done = here.run("convert", "--files-from", "gone", "-o", "nothing/")
    assert "gone: unreadable: no such file" in done.talk


def test_inputs_that_cannot_be_found_are_errors_of_their_part(here: Here) -> None:
    (here.folder / "1.html").write_bytes(page(1))
    done = here.run("convert", "gone*.html", "1.html", "gone.html", "-o", "out/", "-q")
    assert (done.status, done.talk.count(": unreadable: ")) == (1, 2)
    assert here.run("convert", "gone*.html", "1.html", "gone.html", "-o", "out/").talk == ""
    (here.folder / "gone1.html").write_bytes(page(2))
    assert here.run("convert", "gone*.html", "1.html", "gone.html", "-o", "out/").status == 2


def test_no_input_at_all(here: Here) -> None:
    assert here.run("convert", "--files-from", "-", "-o", "out/").status == 0
    assert manifest(here.folder / "out")["complete"] is True


def test_compressed_parts_and_tables(here: Here, plain: bytes) -> None:
    here.run("convert", "saved", "-o", "gz/", *SIZE, "--compress", "gz")
    assert gzip.decompress(union(here.folder / "gz", ".jsonl.gz")) == plain
    here.run("convert", "saved", "-o", "table/", *SIZE, "--format", "parquet", "--fields", "pmid")
    rows = pyarrow.parquet.read_table(min((here.folder / "table").glob("*.parquet")))
    assert rows.column("pmid").to_pylist() == ["1", "2", "3"]
    for name, options in {"gz": ("--compress", "gz"), "table": ("--format", "parquet")}.items():
        out = here.folder / name
        whole = snapshot(out)
        (out / "part-00001.done").unlink()
        fields = ("--fields", "pmid") if name == "table" else ()
        here.run("convert", "saved", "-o", f"{name}/", *SIZE, *options, *fields)
        assert snapshot(out) == whole


def test_a_damaged_container(here: Here) -> None:
    (here.folder / "a.tar").write_bytes(b"x" * 2000)
    (here.folder / "1.html").write_bytes(page(1))
    assert here.run("convert", "a.tar", "1.html", "-o", "out/").status == 1
    assert here.run("convert", "a.tar", "1.html", "-o", "plain.jsonl").status == 1
    assert union(here.folder / "out") == (here.folder / "plain.jsonl").read_bytes()


def test_all_samples(here: Here) -> None:
    here.run("convert", str(SAMPLES), "-o", "out/", "--shard-size", "300KiB", "--items")
    here.run("convert", str(SAMPLES), "-o", "plain.jsonl", "--errors", "e.jsonl", "--items")
    assert union(here.folder / "out") == (here.folder / "plain.jsonl").read_bytes()
    assert union(here.folder / "out", ".errors.jsonl") == (here.folder / "e.jsonl").read_bytes()


def test_a_full_disk_and_the_next_run(command: Command, saved: Path, here: Here) -> None:
    assert saved
    (saved / "11.html").write_bytes(page(11, "long " * 10_000))
    here.run("convert", "saved", "-o", "whole/", *SIZE)
    for name in [name for name in command.env if name.startswith("COVERAGE")]:
        del command.env[name]  # its data file would run into the limit too
    limit = ("sh", "-c", 'ulimit -f 80; exec "$@"', "sh")
    done = command.run("convert", "saved", "-o", "out/", *SIZE, before=limit)
    assert done.returncode == 3
    assert b".jsonl: not_written: File too large; make room" in done.stderr
    out = here.folder / "out"
    assert 0 < len(list(out.glob("*.done"))) < len(list((here.folder / "whole").glob("*.done")))
    assert not list(out.glob(".pubmed-scraper-*"))
    assert manifest(out)["complete"] is False
    assert here.run("convert", "saved", "-o", "out/", *SIZE).status == 1
    assert snapshot(out) == snapshot(here.folder / "whole")


def test_a_part_that_cannot_be_written_ends_the_run(here: Here, saved: Path) -> None:
    assert saved
    here.run("convert", "saved", "-o", "out/", *SIZE)
    part = here.folder / "out/part-00002.jsonl"
    part.unlink()
    part.mkdir()
    (here.folder / "out/part-00003.done").unlink()
    done = here.run("convert", "saved", "-o", "out/", *SIZE)
    assert done.status == 3
    assert done.talk.startswith(f"{part}: not_written: Is a directory; ")
    assert not (here.folder / "out/part-00003.done").exists()


@pytest.mark.parametrize("output", ["out", "memory://elsewhere"])
def test_parts_of_another_machine_that_do_not_arrive(here: Here, output: str) -> None:
    (here.folder / "1.html").write_bytes(page(1))

    def elsewhere(shards: Iterable[Shard], _job: Job) -> Iterator[Done | ShardFailed]:
        for shard in shards:
            part = f"{shard.name}.jsonl"
            yield Done(shard=shard.summary(), part=part, size=9, sha256="", errors=None)

    job = Job(output=output, folder=".", format_="jsonl", max_bytes=9)
    with session(["1.html"], job, 2**20) as run:
        with pytest.raises(BatchError, match="do not arrive here; name a folder that all"):
            list(run.make(run.there(), elsewhere))
        assert run.there() == {}


def test_a_folder_of_a_store_that_holds_nothing() -> None:
    assert store_at("memory://nothing/").sizes() == {}


def test_a_folder_that_cannot_be_made(here: Here, saved: Path) -> None:
    assert saved
    (here.folder / "file").touch()
    done = here.run("convert", "saved", "-o", "file/")
    assert done.status == 3
    assert "not_written: " in done.talk
