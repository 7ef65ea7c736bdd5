"""What only a terminal sees: help without arguments, a bar, a summary, escapes."""

import json
import time
from pathlib import Path

import pytest

from tests.cli.command import Command, page, pmids
from tests.cli.terminal import Terminal

CLEAR_SCREEN = "\x1b[2J\u202e\x9b2J"


@pytest.mark.parametrize("arguments", [(), ("convert",), ("strip",)])
def test_no_arguments_print_help(
    command: Command, terminal: Terminal, arguments: tuple[str, ...]
) -> None:
    process = command.start(*arguments, stdin=terminal.stream, stdout=terminal.stream)
    shown = terminal.output(process)
    assert process.returncode == 0
    assert shown.startswith(f"Usage: {' '.join(['pubmed-scraper', *arguments])} ")
    assert "Examples:" in shown


def test_a_record_on_a_terminal_is_harmless_and_the_same(
    command: Command, terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "x.html").write_bytes(page(1, f"T {CLEAR_SCREEN[4:]} &#127; e"))
    process = command.start("convert", "x.html", stdout=terminal.stream)
    shown = terminal.output(process)
    assert r"\u202e\u009b2J" in shown
    title = json.loads(shown)["title"]
    assert title == json.loads(command.run("convert", "x.html").stdout)["title"]
    assert "\u202e" in title


def test_a_stripped_page_on_a_terminal_is_harmless(
    command: Command, terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "x.html").write_bytes(page(1, f"T {CLEAR_SCREEN} e"))
    process = command.start("strip", "x.html", "--as", "text", stdout=terminal.stream)
    shown = terminal.output(process)
    assert not {"\x1b", "\u202e", "\x9b"} & set(shown)
    assert shown.count("\n") > 1


def test_a_summary(command: Command, terminal: Terminal, three: list[str]) -> None:
    process = command.start("convert", *three, "gone.html", stderr=terminal.stream)
    first, second = terminal.output(process).splitlines()
    assert first.startswith("gone.html: unreadable: ")
    assert second == "3 records from 4 pages, 1 failed"


@pytest.mark.parametrize("flags", [("-q",), ("-q", "--progress")])
def test_quiet_leaves_the_error_lines(
    command: Command, terminal: Terminal, three: list[str], flags: tuple[str, ...]
) -> None:
    process = command.start("convert", *flags, *three, "gone.html", stderr=terminal.stream)
    (line,) = terminal.output(process).splitlines()
    assert line.startswith("gone.html: unreadable: ")


def test_one_page_needs_no_summary(command: Command, terminal: Terminal, three: list[str]) -> None:
    process = command.start("convert", three[0], stderr=terminal.stream)
    assert terminal.output(process) == ""


def test_a_bar_at_once(command: Command, terminal: Terminal, three: list[str]) -> None:
    process = command.start("convert", "--progress", *three, "gone.html", stderr=terminal.stream)
    shown = terminal.plain(process)
    assert "4/4 pages, 3 records, 1 failed" in shown
    assert "gone.html: unreadable: no such file or folder" in shown
    assert shown.endswith("3 records from 4 pages, 1 failed\n")
    assert process.stdout is not None
    assert pmids(process.stdout.read()) == ["1", "2", "3"]


def test_a_name_in_a_bar_is_no_markup(command: Command, terminal: Terminal) -> None:
    name = "[red]:smile: " + "long " * 30 + ".html"
    process = command.start("convert", "--progress", "gone", name, stderr=terminal.stream)
    assert f"{name}: unreadable: " in terminal.plain(process)


@pytest.mark.parametrize(("flags", "bar"), [((), True), (("--no-progress",), False)])
def test_a_bar_when_the_work_is_long(
    command: Command, terminal: Terminal, three: list[str], flags: tuple[str, ...], *, bar: bool
) -> None:
    process = command.start("convert", "--files-from", "-", *flags, stderr=terminal.stream)
    assert process.stdin is not None
    for name in three[:2]:
        process.stdin.write(name.encode() + b"\n")
        process.stdin.flush()
        time.sleep(3)
    process.stdin.close()
    assert ("2/?" in terminal.plain(process)) is bar


def test_no_bar_among_records_on_the_same_terminal(
    command: Command, terminal: Terminal, three: list[str]
) -> None:
    process = command.start(
        "convert", "--progress", *three, stdout=terminal.stream, stderr=terminal.stream
    )
    *lines, summary = terminal.output(process).splitlines()
    assert [json.loads(line)["pmid"] for line in lines] == ["1", "2", "3"]
    assert summary == "3 records from 3 pages, 0 failed"


def test_a_bar_beside_a_file(
    command: Command, terminal: Terminal, three: list[str], tmp_path: Path
) -> None:
    process = command.start(
        "convert", "--progress", *three, "-o", "out.jsonl",
        stdout=terminal.stream, stderr=terminal.stream,
    )  # fmt: skip
    assert "3/3 pages" in terminal.plain(process)
    assert pmids((tmp_path / "out.jsonl").read_bytes()) == ["1", "2", "3"]
