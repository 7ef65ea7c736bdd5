"""``strip`` and ``schema``."""

import json
from pathlib import Path

import pytest

from scraper import schema, strip
from tests.cli.command import RENDERING, Command, page


def test_strip_gives_what_the_function_gives(command: Command, three: list[str]) -> None:
    for form in ("html", "text"):
        done = command.run("strip", three[0], "--as", form)
        assert (done.returncode, done.stderr) == (0, b"")
        expected = strip(page(1), as_="html" if form == "html" else "text")
        assert done.stdout.decode().rstrip("\n") == expected.rstrip("\n")
        assert done.stdout.endswith(b"\n")


def test_strip_reads_standard_input_and_writes_a_file(command: Command, tmp_path: Path) -> None:
    done = command.run("strip", "-", "-o", "out.txt", text=RENDERING)
    assert (done.returncode, done.stdout) == (0, b"")
    assert "Rivers are long." in (tmp_path / "out.txt").read_text()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("gone.html", None, "unreadable"), ("x.html", b"<!DOCTYPE html><p>Buy", "not_pubmed")],
)
def test_strip_of_what_is_no_page(
    command: Command, tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "out.html").write_text("before")
    done = command.run("strip", name, "-o", "out.html")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(f"{name}: {code}: ".encode())
    assert (tmp_path / "out.html").read_text() == "before"


def test_strip_refuses_a_page_that_is_too_large(command: Command, three: list[str]) -> None:
    done = command.run("strip", three[0], "--max-bytes", "10")
    assert (done.returncode, done.stderr.split(b": ")[1]) == (1, b"too_large")


def test_schema(command: Command, tmp_path: Path) -> None:
    done = command.run("schema")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == schema.shipped()
    assert json.loads(done.stdout)["$schema"].endswith("2020-12/schema")
    assert command.run("schema", "-o", "schema.json").stdout == b""
    assert (tmp_path / "schema.json").read_bytes() == done.stdout
