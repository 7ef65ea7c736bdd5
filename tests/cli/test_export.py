"""``export`` of records; that of jobs is in ``test_jobs``."""

import json
import os
from pathlib import Path

import pytest
import rispy

from tests.cli.command import RENDERING, Command, page
from tests.cli.here import Here
from tests.pairs import ROOT, SAMPLES
from tests.sinks.records import article, lines

BROKEN = b'{"kind":"article",'
ERROR = b'{"schema_version":"1.0","kind":"error","code":"blocked","message":"Wait."}'


@pytest.fixture
def records(here: Here) -> str:
    """Write a file with two records, a broken line and an error object."""
    name = "records.jsonl"
    here.folder.joinpath(name).write_bytes(
        b"\n".join([article("1"), BROKEN, ERROR, article("2"), b""])
    )
    return name


def test_a_broken_line_costs_one_line_and_the_others_are_exported(here: Here, records: str) -> None:
    done = here.run("export", records, "--to", "ris")
    assert done.status == 1
    assert [said["accession_number"] for said in rispy.loads(done.output.decode())] == ["1", "2"]
    broken, left_out = done.talk.splitlines()
    assert broken.startswith("records.jsonl:2: invalid_record: This is not a record: ")
    assert left_out == "records.jsonl: error objects are no records; left out: 1"


@pytest.mark.parametrize(
    ("format_", "begins"),
    [
        ("ris", b"TY  - JOUR\n"),
        ("bibtex", b"@article{"),
        ("csl-json", b'[\n{"id":"'),
        ("nbib", b"PMID- 1\n"),
        ("csv", b"schema_version,"),
        ("jsonl", b'{"schema_version":"1.0",'),
    ],
)
def test_each_format_from_standard_input(here: Here, format_: str, begins: bytes) -> None:
    done = here.run("export", "-", "--to", format_, text=article("1"))
    assert (done.status, done.talk) == (0, "")
    assert done.output.startswith(begins)


def test_lines_come_out_as_they_were(here: Here) -> None:
    text = b"".join(line + b"\n" for line in lines())
    assert here.run("export", "-", text=text).records == [json.loads(line) for line in lines()]
    done = here.run("export", "-", "--fields", "pmid,total", text=text)
    assert {key for record in done.records for key in record} == {"pmid", "total"}


def test_the_ending_says_the_format(here: Here, records: str) -> None:
    assert here.run("export", records, "-o", "refs.bib", "--errors", "e.jsonl").status == 1
    assert Path("refs.bib").read_text().count("@article{") == 2
    (error,) = map(json.loads, Path("e.jsonl").read_text().splitlines())
    assert (error["code"], error["source"]) == ("invalid_record", "records.jsonl:2")
    again = here.run("export", records, "-o", records)
    assert (again.status, "is an input" in again.talk) == (2, True)


def test_what_a_file_is_its_content_says(here: Here) -> None:
    here.folder.joinpath("records.db").write_bytes(article("1"))
    assert here.run("export", "records.db").pmids == ["1"]
    here.folder.joinpath("records.jsonl").write_bytes(b"SQLite format 3\0" + bytes(99))
    done = here.run("export", "records.jsonl")
    assert (done.status, "job_unusable" in done.talk) == (2, True)


def test_many_files_and_folders_are_exported_as_one(here: Here, records: str) -> None:
    parts = here.folder / "parts"
    parts.mkdir()
    parts.joinpath("part-00000.jsonl").write_bytes(article("3"))
    done = here.run("export", records, "parts/", "-", text=article("4"))
    assert (done.status, done.pmids) == (1, ["1", "2", "3", "4"])
    done = here.run("export", "-", "-")
    assert (done.status, "standard input can be read once only" in done.talk) == (2, True)


def test_a_job_is_exported_by_itself(here: Here, records: str) -> None:
    here.folder.joinpath("crawl.db").write_bytes(b"SQLite format 3\0" + bytes(99))
    done = here.run("export", records, "crawl.db")
    assert (done.status, "crawl.db is a crawl's job; export it by itself" in done.talk) == (2, True)


def test_nothing_to_export(here: Here) -> None:
    here.folder.joinpath("empty.jsonl").touch()
    done = here.run("export", "empty.jsonl", "--to", "csl-json")
    assert (done.status, done.output) == (0, b"[]\n")
    done = here.run("export", "gone.jsonl")
    assert (done.status, done.output) == (1, b"")
    assert done.talk == "gone.jsonl: unreadable: no such file or folder; check the path\n"


def test_a_file_that_no_record_came_of_is_not_written(here: Here) -> None:
    here.folder.joinpath("r.jsonl").write_bytes(BROKEN)
    done = here.run("export", "r.jsonl", "-o", "refs.ris")
    assert done.status == 1
    assert "refs.ris: not_written" in done.talk
    assert not Path("refs.ris").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo(command: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    process = command.start("export", "pipe", "--to", "bibtex")
    (tmp_path / "pipe").write_bytes(article("1") + b"\n")
    output, _ = process.communicate(timeout=60)
    assert (process.returncode, output.count(b"@article{")) == (0, 1)


def test_convert_makes_references_too(here: Here) -> None:
    here.folder.joinpath("1.html").write_bytes(page(1))
    here.folder.joinpath("2.txt").write_bytes(RENDERING)
    done = here.run("convert", "1.html", "2.txt", "--format", "nbib")
    assert done.status == 1
    assert done.output.startswith(b"PMID- 1\n")
    assert done.talk == (
        "2.txt: no_reference: The record names no PMID, without which there is no MEDLINE record.\n"
    )
    done = here.run("convert", "1.html", "--format", "ris", "--fields", "pmid")
    assert (done.status, "--fields is not for references" in done.talk) == (2, True)


def test_the_example_of_the_readme(here: Here) -> None:
    records = here.run("convert", str(SAMPLES / "modern" / "no-abstract-2020.html")).output
    done = here.run("export", "-", "--to", "bibtex", text=records)
    assert f"--to bibtex\n{done.output.decode()}```" in (ROOT / "README.md").read_text()
