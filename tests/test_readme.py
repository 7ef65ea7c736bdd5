"""What the README shows is true: its commands are understood, and print what stands below them."""

import ast
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from scraper.cli.root import root
from tests.pairs import ROOT, SAMPLES
from tests.readme import shell
from tests.readme.blocks import Block, blocks, matches, steps

FILES = ("README.md", "CONTRIBUTING.md")
BLOCKS = [b for name in FILES for b in blocks((ROOT / name).read_text(encoding="utf-8"), name)]
LANGUAGES = {"console", "sh", "python", "pycon", "html", ""}
COMMANDS = root.list_commands(click.Context(root))

PRELUDE = "from pathlib import Path\npage_bytes = Path('page.html').read_bytes()\n"
"""What the README's Python has at hand: the page of ``page.html``."""


def of(*languages: str) -> list[Block]:
    return [block for block in BLOCKS if block.language in languages]


class Shell:
    """A folder that looks like the project's, and the program in it; what it writes is apart."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.folder.mkdir()
        for entry in ROOT.iterdir():
            if not entry.name.startswith("."):
                (self.folder / entry.name).symlink_to(entry)
        tools = folder / "bin"
        tools.mkdir()
        for name, words in {"pubmed-scraper": ' -m scraper "$@"', "python": ' "$@"'}.items():
            tool = tools / name
            tool.write_text(f'#!/bin/sh\nexec "{sys.executable}"{words}\n')
            tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
        self.env: Mapping[str, str] = os.environ | {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "80",
            "LC_ALL": "C.UTF-8",
        }

    def run(self, command: str) -> tuple[int, str]:
        """Run a line of shell; return its status and all that a terminal would show."""
        for program in shell.programs(command):
            if shutil.which(program, path=self.env["PATH"]) is None:
                pytest.skip(f"no {program} here")
        return self.start("bash", "-c", command)

    def start(self, *words: str) -> tuple[int, str]:
        """Run a program."""
        done = subprocess.run(
            words,
            cwd=self.folder,
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=300,
        )
        return done.returncode, done.stdout.decode()


@pytest.fixture
def project(tmp_path: Path) -> Shell:
    """Give a folder that looks like the project's."""
    return Shell(tmp_path)


def runnable(language: str) -> list[Block]:
    """Return the blocks of a language that no mark exempts."""
    return [block for block in of(language) if not block.not_run]


@pytest.mark.parametrize("block", runnable("console"), ids=str)
def test_a_console_shows_what_is_printed(block: Block, project: Shell) -> None:
    for step in steps(block.text):
        _, printed = project.run(step.command)
        if not matches(step.output, printed):
            shown, real = step.output.splitlines(), printed.splitlines()
            diff = "\n".join(unified_diff(shown, real, str(block), "printed", lineterm="", n=1))
            pytest.fail(f"{block}: $ {step.command}\nprints something else:\n{diff}", pytrace=False)


def commands_of_shell() -> Iterator[tuple[str, str]]:
    """Yield each line of shell that calls the program, after its place; of help pages, too."""
    for block in of("sh"):
        yield from ((str(block), line) for line in shell.lines(block.text))
    for block in of("console"):
        yield from ((str(block), step.command) for step in steps(block.text))
    for name in ("", *COMMANDS):
        command = root.get_command(click.Context(root), name) if name else root
        examples = (command.epilog or "" if command else "").replace("\b", "")
        for line in shell.lines("\n".join(x for x in examples.splitlines() if x[:1] == " ")):
            yield f"pubmed-scraper {name} --help".replace("  ", " "), line


@pytest.mark.parametrize(
    ("place", "line"), [found for found in commands_of_shell() if [*shell.calls(found[1])]]
)
def test_a_command_is_understood(place: str, line: str) -> None:
    for arguments in shell.calls(line):
        try:
            shell.parsed(arguments)
        except click.exceptions.Exit:
            continue  # --help, --version
        except click.ClickException as error:
            said = error.format_message()
            pytest.fail(f"{place}: {line}\nis not understood: {said}", pytrace=False)


def make_files(block: Block, project: Shell) -> None:
    """Make the files that a block of Python reads: a page, and what its section converts."""
    shutil.copy(SAMPLES / "modern" / "cited-by-count.html", project.folder / "page.html")
    saved = project.folder / "saved"
    saved.mkdir(exist_ok=True)
    for sample in (SAMPLES / "modern").glob("*.html"):
        shutil.copy(sample, saved)
    before = [b for b in of("sh") if (b.file, b.section) == (block.file, block.section)]
    for line in (line for b in before if b.line < block.line for line in shell.lines(b.text)):
        if line.startswith("pubmed-scraper ") and " samples/" in line:
            status, printed = project.run(line)
            assert status == 0, f"{block}: {line}\n{printed}"


def skip_where_missing(source: str) -> None:
    """Skip what imports a library that is not here."""
    for node in ast.walk(ast.parse(source)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            if name and find_spec(name.partition(".")[0]) is None:
                pytest.skip(f"no {name} here")


@pytest.mark.parametrize("block", of("python"), ids=str)
def test_python_is_python(block: Block) -> None:
    ast.parse(block.text, str(block))


@pytest.mark.parametrize("block", runnable("python"), ids=str)
def test_python_runs(block: Block, project: Shell) -> None:
    skip_where_missing(block.text)
    make_files(block, project)
    (project.folder / "block.py").write_text(PRELUDE + block.text, encoding="utf-8")
    status, printed = project.start(sys.executable, "block.py")
    assert status == 0, f"{block}\n{printed}"


@pytest.mark.parametrize("block", runnable("pycon"), ids=str)
def test_a_session_of_python_shows_what_comes_out(block: Block, project: Shell) -> None:
    prompts = [line for line in block.text.splitlines() if line.startswith((">>>", "..."))]
    skip_where_missing("\n".join(line[4:] for line in prompts))
    make_files(block, project)
    (project.folder / "block.txt").write_text(block.text, encoding="utf-8")
    status, printed = project.start(sys.executable, "-m", "doctest", "block.txt")
    assert status == 0, f"{block}\n{printed}"


def test_every_language_is_known() -> None:
    unknown = [str(b) for b in BLOCKS if b.language not in LANGUAGES]
    assert not unknown, "say console, sh, python or pycon, or teach this test the language"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_tells_of_the_command(name: str) -> None:
    assert f"pubmed-scraper {name}" in (ROOT / "README.md").read_text(encoding="utf-8")
