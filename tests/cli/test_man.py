"""Manual pages: what ``--help`` says, in roff that no program complains of."""

import os
import re
import shutil
import subprocess

import click
import pytest

from scraper import __version__
from scraper.cli import roff
from scraper.cli.manual import manual
from scraper.cli.root import root
from tests.cli.here import Here
from tests.pairs import ROOT

COMMANDS = root.list_commands(click.Context(root))
PAGES = [None, *COMMANDS]


def through(program: str, *arguments: str, page: str) -> str:
    """Return all that a program says of a page; skip where it is not there."""
    if shutil.which(program) is None:
        pytest.skip(f"no {program} here")
    env = {key: value for key, value in os.environ.items() if key != "MANPATH"}
    done = subprocess.run(
        [program, *arguments],
        input=page.encode(),
        capture_output=True,
        check=False,
        env=env | {"LC_ALL": "C.UTF-8", "MANWIDTH": "100", "MAN_KEEP_FORMATTING": ""},
    )
    return (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("name", PAGES)
def test_groff_has_nothing_to_say(name: str | None) -> None:
    assert through("groff", "-man", "-ww", "-z", "-Tutf8", page=manual(name)) == ""


@pytest.mark.parametrize("name", PAGES)
def test_mandoc_has_nothing_to_say_but_of_the_date(name: str | None) -> None:
    said = through("mandoc", "-Tlint", "-Wwarning", page=manual(name)).splitlines()
    assert [line for line in said if "missing date" not in line] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_of_a_command_says_what_help_says(name: str) -> None:
    command = root.get_command(click.Context(root), name)
    assert command is not None
    ctx = click.Context(command, info_name=name, parent=click.Context(root, info_name="x"))
    plain = ("-E", "ascii", "--no-hyphenation", "--no-justification", "-l", "-")
    shown = " ".join(through("man", *plain, page=manual(name)).split())
    for param in command.get_params(ctx):
        if isinstance(param, click.Option) and (record := param.get_help_record(ctx)):
            assert " ".join(" ".join(record).split()) in shown
    for text in f"{command.help}\n\n{command.epilog}".split("\n\n"):
        paragraph = " ".join(text.replace("\b", "").split())
        assert re.sub(r"^[A-Z][a-z]+( [a-z]+)?: ", "", paragraph) in shown


def test_the_page_of_the_program_holds_all_commands() -> None:
    page = manual()
    for name in COMMANDS:
        assert f'\n.SS "{roff.escaped(name)}"\n' in page
    assert page.count(r"\fB\-h, \-\-help\fR") == len(COMMANDS) + 1
    sections = [line for line in page.splitlines() if line.startswith(".SH")]
    assert sections == [
        f'.SH "{title}"'
        for title in (
            *("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXAMPLES", "EXIT STATUS"),
            "SHELL COMPLETION",
        )
    ]


def test_the_page_of_a_command_stands_alone() -> None:
    page = manual("strip")
    assert page.startswith(r'.TH "PUBMED\-SCRAPER\-STRIP" 1 "" "pubmed\-scraper ')
    assert page.endswith('.SH "SEE ALSO"\n\\fBpubmed\\-scraper\\fR(1)\n')
    assert r"pubmed\-scraper\-strip \- print a saved PubMed page without its boilerplate" in page


@pytest.mark.parametrize("name", PAGES)
def test_no_line_of_text_is_a_macro(name: str | None) -> None:
    macros = {".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".ad"}
    lines = manual(name).splitlines()
    assert all(line.split()[0] in macros for line in lines if line.startswith((".", "'")))
    assert all(line and line == line.rstrip() for line in lines)
    assert all(line.isascii() for line in lines)


def test_the_page_that_ships_is_current() -> None:
    shipped = (ROOT / "scraper" / "pubmed-scraper.1").read_text()
    assert shipped == manual(), "run: pubmed-scraper man -o scraper/pubmed-scraper.1"
    assert f'"{roff.escaped(f"pubmed-scraper {__version__}")}"' in shipped


def test_the_command(here: Here) -> None:
    assert here.run("man").output.decode() == manual()
    assert here.run("man", "schema").output.decode() == manual("schema")
    assert here.run("man", "schema", "-o", "x.1").output == b""
    assert (here.folder / "x.1").read_text() == manual("schema")


def test_a_command_that_is_none(here: Here) -> None:
    done = here.run("man", "convrt")
    assert done.status == 2
    assert "there is no command 'convrt'; pubmed-scraper --help names them" in done.talk


def test_text_outside_of_titled_parts_is_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    command = root.get_command(click.Context(root), "schema")
    assert command is not None
    monkeypatch.setattr(command, "epilog", "\b\n.dot and 'quote' here\n\nsecond: part")
    monkeypatch.setattr(command, "help", None)
    page = manual("schema")
    assert ".PP\n\\&.dot and \\(aqquote\\(aq here\n.PP\nsecond: part\n" in page
    assert '.SH "DESCRIPTION"\n.SH "OPTIONS"' in page
