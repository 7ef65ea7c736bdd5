"""Every bad input costs one plain line and exit status 1; the others are converted."""

from pathlib import Path

import pytest

from tests.cli.command import Command, page, pmids


def lines(talk: bytes) -> list[str]:
    return talk.decode().splitlines()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "unreadable"),
        (b"%PDF-1.7\n\x00\x01", "unreadable"),
        (b"\x89PNG\r\n\x1a\n", "unreadable"),
        (b"\0" * 64, "unreadable"),
        (b'{"pmid": "1"}', "not_pubmed"),
        (b"<!DOCTYPE html><title>Shop</title><p>Buy", "not_pubmed"),
    ],
)
def test_what_is_no_page(
    command: Command, three: list[str], tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "bad.html").write_bytes(content)
    done = command.run("convert", three[0], "bad.html", three[1])
    assert (done.returncode, pmids(done.stdout)) == (1, ["1", "2"])
    (line,) = lines(done.stderr)
    assert line.startswith(f"bad.html: {code}: ")


def test_a_path_that_does_not_exist(command: Command) -> None:
    done = command.run("convert", "gone.html")
    assert (done.returncode, done.stdout) == (1, b"")
    assert lines(done.stderr) == ["gone.html: unreadable: no such file or folder; check the path"]


def test_a_web_address_is_none_of_our_paths(command: Command) -> None:
    address = "https://pubmed.ncbi.nlm.nih.gov/1/"
    why = "this is a web address; crawl fetches articles, by their PMIDs"
    assert lines(command.run("convert", address).stderr) == [f"{address}: unreadable: {why}"]


def test_a_pattern_without_a_match(command: Command) -> None:
    done = command.run("convert", "*.html")
    assert lines(done.stderr) == [
        "*.html: unreadable: no file matches this pattern; check the path"
    ]


def test_a_folder_without_pages(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.md").touch()
    done = command.run("convert", "empty")
    assert done.returncode == 1
    (line,) = lines(done.stderr)
    assert line.startswith("empty: unreadable: no pages in this folder")


def test_a_page_that_is_too_large(command: Command, three: list[str]) -> None:
    done = command.run("convert", three[0], "--max-bytes", "100")
    (line,) = lines(done.stderr)
    assert line.startswith("1.html: too_large: larger than 100 bytes")
    done = command.run("convert", "-", "--max-bytes", "100", text=page(1))
    assert lines(done.stderr)[0].startswith("-: too_large: ")
    size = str(len(page(1)))
    assert command.run("convert", three[0], "--max-bytes", size).returncode == 0


def test_a_file_that_the_system_does_not_give(command: Command) -> None:
    done = command.run("convert", "/proc/self/mem")
    (line,) = lines(done.stderr)
    assert line.startswith("/proc/self/mem: unreadable: cannot be read (")


def test_a_list_that_does_not_exist(command: Command) -> None:
    done = command.run("convert", "--files-from", "list")
    assert (done.returncode, lines(done.stderr)) == (
        1,
        ["list: unreadable: no such file or folder; check the path"],
    )


def test_a_nul_separated_list_without_the_option(command: Command) -> None:
    done = command.run("convert", "--files-from", "-", text=b"1.html\x002.html\x00")
    (line,) = lines(done.stderr)
    assert line.startswith("1.html\\u00002.html\\u0000: unreadable: no file can have this name")


def test_a_name_cannot_forge_a_line_or_colour_the_terminal(command: Command) -> None:
    done = command.run("convert", "a\nb: fake: line\x1b[31m\u202e\x9b1m.html")
    (line,) = lines(done.stderr)
    assert line.startswith(r"a\nb: fake: line\u001b[31m\u202e\u009b1m.html: unreadable: ")


def test_a_page_cannot_either(command: Command, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<!DOCTYPE html><title>&#27;[31m \u202e\u2066</title>")
    (line,) = lines(command.run("convert", "x.html").stderr)
    assert line.startswith("x.html: not_pubmed: ")
    assert not {"\x1b", "\u202e", "\u2066"} & set(line)
