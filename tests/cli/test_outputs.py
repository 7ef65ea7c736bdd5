"""Formats, fields, files and error objects of ``convert``."""

import json
import os
import stat
from pathlib import Path

import msgspec
import pytest

from scraper import sinks
from tests.cli.command import Command, page, pmids, records

UMASK = 0o022


def test_json_lines_end_with_a_line_end(command: Command, three: list[str]) -> None:
    output = command.run("convert", *three).stdout
    assert output.count(b"\n") == 3
    assert output.endswith(b"}\n")


def test_one_json_array(command: Command, three: list[str]) -> None:
    output = command.run("convert", *three, "--format", "json").stdout
    assert [record["pmid"] for record in json.loads(output)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("format_", "nothing"), [("jsonl", b""), ("json", b"[]\n"), ("pretty", b"")]
)
def test_no_record_at_all(command: Command, format_: str, nothing: bytes) -> None:
    done = command.run("convert", "--files-from", "-", "--format", format_)
    assert (done.returncode, done.stdout, done.stderr) == (0, nothing, b"")
    done = command.run("convert", "gone.html", "--format", format_)
    assert (done.returncode, done.stdout) == (1, nothing)


def test_pretty_documents_one_after_another(command: Command, three: list[str]) -> None:
    output = command.run("convert", *three[:2], "--format", "pretty", "--fields", "pmid").stdout
    assert output == b'{\n  "pmid": "1"\n}\n{\n  "pmid": "2"\n}\n'


def test_fields_come_in_the_order_of_the_contract(command: Command, three: list[str]) -> None:
    output = command.run("convert", three[0], "--fields", "title, pmid,").stdout
    assert output == b'{"pmid":"1","title":"On rivers"}\n'


def test_a_file_is_written_whole(command: Command, three: list[str], tmp_path: Path) -> None:
    done = command.run("convert", *three, "-o", "out.jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert pmids((tmp_path / "out.jsonl").read_bytes()) == ["1", "2", "3"]
    assert left_behind(tmp_path) == []


def test_a_failed_page_does_not_keep_the_others_out(
    command: Command, three: list[str], tmp_path: Path
) -> None:
    done = command.run("convert", three[0], "gone.html", three[2], "-o", "out.jsonl")
    assert done.returncode == 1
    assert pmids((tmp_path / "out.jsonl").read_bytes()) == ["1", "3"]


@pytest.mark.parametrize(
    "inputs", [("gone.html",), ("--fail-fast", "1.html", "gone.html", "2.html")]
)
def test_a_run_without_a_good_end_leaves_the_file(
    command: Command, three: list[str], tmp_path: Path, inputs: tuple[str, ...]
) -> None:
    assert three
    (tmp_path / "out.jsonl").write_text("before")
    done = command.run("convert", *inputs, "-o", "out.jsonl")
    assert done.returncode == 1
    assert done.stderr.splitlines()[1].startswith(b"out.jsonl: not_written: ")
    assert (tmp_path / "out.jsonl").read_text() == "before"
    assert left_behind(tmp_path) == []


def test_fail_fast_writes_what_came_before(command: Command, three: list[str]) -> None:
    done = command.run("convert", "--fail-fast", three[0], "gone.html", three[1])
    assert (done.returncode, pmids(done.stdout)) == (1, ["1"])
    done = command.run("convert", "--fail-fast", "--format", "json", three[0], "gone.html")
    assert [record["pmid"] for record in json.loads(done.stdout)] == ["1"]


def test_a_dash_is_standard_output(command: Command, three: list[str]) -> None:
    assert pmids(command.run("convert", three[0], "-o", "-").stdout) == ["1"]


def test_permissions_of_a_new_and_of_an_existing_file(
    command: Command, three: list[str], tmp_path: Path
) -> None:
    new, old, link = (tmp_path / name for name in ("new.jsonl", "old.jsonl", "link.jsonl"))
    old.touch()
    old.chmod(0o640)
    link.symlink_to(old)
    before = os.umask(UMASK)
    try:
        command.run("convert", three[0], "-o", new.name)
        command.run("convert", three[0], "-o", link.name)
    finally:
        os.umask(before)
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~UMASK
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert pmids(old.read_bytes()) == ["1"]


def test_a_device_is_written_to_and_stays(command: Command, three: list[str]) -> None:
    done = command.run("convert", three[0], "-o", "/dev/stdout")
    assert pmids(done.stdout) == ["1"]
    assert command.run("convert", three[0], "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


def test_error_objects_line_by_line(command: Command, three: list[str], tmp_path: Path) -> None:
    done = command.run("convert", "gone.html", three[0], ".", "--errors", "errors.jsonl", "-q")
    assert done.returncode == 1
    (error,) = records((tmp_path / "errors.jsonl").read_bytes())
    assert error | {"message": ""} == {
        "schema_version": "1.0",
        "kind": "error",
        "source": "gone.html",
        "code": "unreadable",
        "message": "",
        "pmid": None,
    }
    assert done.stderr.decode() == f"gone.html: unreadable: {error['message']}\n"


def test_no_error_leaves_an_empty_file(command: Command, three: list[str], tmp_path: Path) -> None:
    assert command.run("convert", three[0], "--errors", "errors.jsonl").returncode == 0
    assert (tmp_path / "errors.jsonl").read_bytes() == b""


def test_a_full_disk_behind_standard_output(command: Command, three: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = command.run("convert", *three, stdout=full.fileno())
    assert done.returncode == 3
    assert done.stderr.startswith(b"standard output: not_written: No space left on device; ")
    assert done.stderr.count(b"\n") == 1


def test_a_full_disk_behind_help(command: Command) -> None:
    with Path("/dev/full").open("wb") as full:
        done = command.run("convert", "--help", stdout=full.fileno())
    assert done.returncode == 3
    assert done.stderr.startswith(b"standard output: not_written: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("option", ["-o", "--errors"])
def test_a_full_disk_behind_a_device(command: Command, three: list[str], option: str) -> None:
    done = command.run("convert", *three, "gone.html", option, "/dev/full")
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1].startswith(
        b"/dev/full: not_written: No space left on device; "
    )


def test_a_full_disk_behind_a_file(command: Command, tmp_path: Path) -> None:
    (tmp_path / "long.html").write_bytes(page(1, "long " * 10_000))
    (tmp_path / "out.jsonl").write_text("before")
    for name in [name for name in command.env if name.startswith("COVERAGE")]:
        del command.env[name]  # its data file would run into the limit too
    limit = ("sh", "-c", 'ulimit -f 8; exec "$@"', "sh")
    done = command.run("convert", "long.html", "-o", "out.jsonl", before=limit)
    assert done.returncode == 3
    assert done.stderr.startswith(b"out.jsonl: not_written: File too large; ")
    assert done.stderr.count(b"\n") == 1
    assert left_behind(tmp_path) == []
    assert (tmp_path / "out.jsonl").read_text() == "before"


def test_an_output_that_cannot_be_opened(command: Command, three: list[str]) -> None:
    done = command.run("convert", three[0], "-o", "no/such/out.jsonl")
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"no/such/out.jsonl: not_written: No such file or directory")


@pytest.mark.parametrize("closed", ["1", "2"])
def test_a_stream_that_the_parent_closed(command: Command, three: list[str], closed: str) -> None:
    shell = ("sh", "-c", f'exec "$@" {closed}>&-', "sh")
    done = command.run("convert", three[0], "gone.html", before=shell)
    assert done.returncode == (3 if closed == "1" else 1)
    assert done.stderr.count(b"\n") == (1 if closed == "1" else 0)


def test_no_standard_input_at_all(command: Command) -> None:
    shell = ("sh", "-c", 'exec "$@" <&-', "sh")
    done = command.run("convert", "-", before=shell)
    assert done.returncode == 1
    assert done.stderr.startswith(b"-: unreadable: ")


def test_the_formats_are_those_of_the_sinks(command: Command) -> None:
    shown = f"[{'|'.join(sinks.FORMATS)}]".encode()
    assert shown in command.run("convert", "--help").stdout


def test_records_are_utf_8_as_they_are(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(1, "\u6d41\u308c \u202eabc"))
    output = command.run("convert", "a.html").stdout
    assert "\u6d41\u308c \u202eabc".encode() in output
    assert msgspec.json.decode(output)["title"] == "\u6d41\u308c \u202eabc"


def left_behind(folder: Path) -> list[str]:
    """Names of temporary files."""
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]
