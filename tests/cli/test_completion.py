"""Completion: the scripts, and what they complete."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import BashComplete

import scraper
from scraper.cli.completion import _SHELLS
from scraper.cli.root import root
from tests.cli.here import Here


def completed(monkeypatch: pytest.MonkeyPatch, line: str) -> list[tuple[str, str]]:
    """Return type and value of what click completes at the end of a line."""
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
    shell = BashComplete(root, {}, "pubmed-scraper", "_PUBMED_SCRAPER_COMPLETE")
    args, incomplete = shell.get_completion_args()
    return [(item.type, item.value) for item in shell.get_completions(args, incomplete)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("pubmed-scraper conv", [("plain", "convert")]),
        ("pubmed-scraper convert x", [("file", "x")]),
        ("pubmed-scraper convert -o x", [("file", "x")]),
        ("pubmed-scraper diagnose --baseline x", [("file", "x")]),
        ("pubmed-scraper diagnose --fail", [("plain", "--fail-on-drop")]),
        ("pubmed-scraper strip --as t", [("plain", "text")]),
        ("pubmed-scraper completion f", [("plain", "fish")]),
        ("pubmed-scraper man conv", [("plain", "convert")]),
        (
            "pubmed-scraper convert --fields title,cit",
            [("plain", "title,citation"), ("plain", "title,cited_by")],
        ),
    ],
)
def test_what_is_completed(
    monkeypatch: pytest.MonkeyPatch, line: str, found: list[tuple[str, str]]
) -> None:
    assert completed(monkeypatch, line) == found


def test_every_path_is_completed_by_files() -> None:
    ctx = click.Context(root)
    for name in root.list_commands(ctx):
        command = root.get_command(ctx, name)
        assert command is not None
        for param in command.params:
            if param.metavar and {"FILE", "PATH", "DIR"} & set(param.metavar.split("|")):
                (item,) = param.shell_complete(click.Context(command), "x")
                assert item.type == "file", f"{name} {param.name}"


def test_a_program_of_one_command_has_no_commands() -> None:
    command = root.get_command(click.Context(root), "man")
    assert command is not None
    assert command.params[0].shell_complete(click.Context(command), "c") == []


@pytest.mark.parametrize("shell", sorted(_SHELLS))
def test_the_script(here: Here, shell: str) -> None:
    done = here.run("completion", shell)
    assert (done.status, done.talk) == (0, "")
    script = done.output.decode()
    assert f"_PUBMED_SCRAPER_COMPLETE={shell}_complete" in script
    assert script == script.strip() + "\n"
    here.run("completion", shell, "-o", "script")
    assert (here.folder / "script").read_text() == script


@pytest.mark.parametrize("shell", sorted(_SHELLS))
def test_the_shell_reads_its_script(here: Here, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    here.run("completion", shell, "-o", "script")
    done = subprocess.run(
        [shell, "-n", "script"], cwd=here.folder, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["pubmed-scraper", "st"], ["status", "strip"]),
        (["pubmed-scraper", "convert", "--fields", "titl"], ["title", "title_html"]),
        (["pubmed-scraper", "schema", "--out"], ["--output"]),
    ],
)
def test_bash_completes(here: Here, words: list[str], found: list[str]) -> None:
    if (bash := shutil.which("bash")) is None:
        pytest.skip("no bash here")
    here.run("completion", "bash", "-o", "script")
    program = here.folder / "pubmed-scraper"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scraper "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    code = (
        ". ./script; COMP_WORDS=(" + " ".join(words) + f"); COMP_CWORD={len(words) - 1}; "
        '_pubmed_scraper_completion ./pubmed-scraper; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        [bash, "-c", code],
        cwd=here.folder,
        env=os.environ | {"PYTHONPATH": str(Path(scraper.__file__).parents[1])},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().split() == found
    assert done.stderr == b""
