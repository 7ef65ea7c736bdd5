"""What the arguments of ``convert`` may be."""

import os
from pathlib import Path

import pytest

from tests.cli.command import RENDERING, Command, page, pmids, records, without_pmid


def test_a_file(command: Command, three: list[str]) -> None:
    done = command.run("convert", three[0])
    assert (done.returncode, done.stderr) == (0, b"")
    assert pmids(done.stdout) == ["1"]
    assert records(done.stdout)[0]["page"]["source"] == "1.html"


def test_files_keep_their_order_and_may_come_twice(command: Command, three: list[str]) -> None:
    done = command.run("convert", three[2], three[0], three[2])
    assert pmids(done.stdout) == ["3", "1", "3"]


def test_a_text_rendering(command: Command, tmp_path: Path) -> None:
    (tmp_path / "rivers.TXT").write_bytes(RENDERING)
    (record,) = records(command.run("convert", ".").stdout)
    assert record["title"] == "A short study of long rivers"
    assert record["page"]["layout"] == "text"


def test_a_folder_is_searched_in_the_order_of_names(command: Command, tmp_path: Path) -> None:
    names = ["b/2.HTML", "b/c/3.htm", "d.Xhtml", "a.html", "b/.hidden.html", ".git/x.html", "e.css"]
    for number, name in enumerate(names):
        path = tmp_path / "saved" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page(number + 1))
    done = command.run("convert", "saved")
    sources = [record["page"]["source"] for record in records(done.stdout)]
    assert sources == ["saved/a.html", "saved/b/2.HTML", "saved/b/c/3.htm", "saved/d.Xhtml"]


def test_a_pattern_that_no_shell_expanded(command: Command, three: list[str]) -> None:
    assert three
    assert pmids(command.run("convert", "[12].*", "3.html").stdout) == ["1", "2", "3"]


def test_a_dash_is_one_page_on_standard_input(command: Command, three: list[str]) -> None:
    done = command.run("convert", three[1], "-", text=page(7))
    assert pmids(done.stdout) == ["2", "7"]
    assert records(done.stdout)[1]["page"]["source"] == "-"


@pytest.mark.parametrize(("flags", "end"), [((), "\n"), ((), "\r\n"), (("-0",), "\0")])
def test_a_list_on_standard_input(
    command: Command, three: list[str], flags: tuple[str, ...], end: str
) -> None:
    listing = end.join([*three, "", three[0]]).encode()
    done = command.run("convert", "--files-from", "-", *flags, text=listing)
    assert pmids(done.stdout) == ["1", "2", "3", "1"]


def test_a_list_in_a_file_comes_after_the_arguments(
    command: Command, three: list[str], tmp_path: Path
) -> None:
    (tmp_path / "list").write_text("2.html\n1.html\n")
    done = command.run("convert", "--files-from", "list", three[2])
    assert pmids(done.stdout) == ["3", "2", "1"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (b"two words.html", "two words.html"),
        (b"line\nend.html", "line\nend.html"),
        (b"caf\xe9.html", "caf\\xe9.html"),
        ("流れ.html".encode(), "流れ.html"),
        (b"-x.html", "./-x.html"),
    ],
)
def test_any_name_works(command: Command, tmp_path: Path, name: bytes, source: str) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(page(5))
    given = b"./" + name if name.startswith(b"-") else name
    for done in (
        command.run("convert", given),
        command.run("convert", "--files-from", "-", "--null", text=given),
    ):
        assert (done.returncode, done.stderr) == (0, b"")
        assert records(done.stdout)[0]["page"]["source"] == source


def test_a_fifo_is_read(command: Command, three: list[str]) -> None:
    shell = ("bash", "-c", 'exec "$@" <(cat 3.html)', "bash")
    done = command.run("convert", three[0], before=shell)
    assert pmids(done.stdout) == ["1", "3"]
    assert records(done.stdout)[1]["page"]["source"].startswith("/dev/fd/")


def test_the_address_and_pmid_of_the_one_page(command: Command, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_bytes(without_pmid())
    address = "https://pubmed.ncbi.nlm.nih.gov/12/"
    done = command.run("convert", "x.html", "--pmid", "12", "--url", address)
    (record,) = records(done.stdout)
    assert (record["pmid"], record["page"]["url"]) == ("12", address)
