"""Help, version, usage errors, and a quick start."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

import scraper
from scraper.cli.root import root
from tests.cli.command import Command, page

HEAVY = ("selectolax", "bs4", "httpx", "rich", "msgspec", "attrs")


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("name", ["", *root.list_commands(click.Context(root))])
def test_help(command: Command, name: str, flag: str) -> None:
    done = command.run(*filter(None, [name, flag]))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(f"Usage: pubmed-scraper {name}".encode())
    assert b"Examples:\n  pubmed-scraper " in done.stdout.replace(b"    ", b"  ")
    assert done.stdout.isascii()


def test_every_listed_command_is_there() -> None:
    context = root.make_context("pubmed-scraper", ["schema"])
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        assert command is not None
        assert command.name == name


def test_version(command: Command) -> None:
    done = command.run("--version")
    assert done.stdout.decode() == f"pubmed-scraper {scraper.__version__}\n"


def usage(command: Command, *arguments: str | Path, text: bytes = b"") -> str:
    """Run what must be a usage error and return its last line."""
    done = command.run(*arguments, text=text)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"Usage: pubmed-scraper ")
    return done.stderr.decode().splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name a command"),
        (("convert",), "- for a page on standard input"),
        (("strip",), "- for standard input"),
        (("strip", "."), "no folder"),
        (("nonsense",), "No such command 'nonsense'"),
        (("convert", "-", "-"), "standard input can be read once only"),
        (("convert", "-", "--files-from", "-"), "standard input can be read once only"),
        (("convert", "1.html", "-0"), "-0/--null goes with --files-from"),
        (("convert", "1.html", "2.html", "--pmid", "1"), "for exactly one page"),
        (("convert", ".", "--url", "https://x.org/"), "for exactly one page"),
        (("convert", "*.htm", "--url", "https://x.org/"), "for exactly one page"),
        (("convert", "--files-from", "x", "--pmid", "1"), "for exactly one page"),
        (("convert", "1.html", "--pmid", "0012"), "'0012' is no PMID"),
        (("convert", "1.html", "--url", "pubmed"), "'pubmed' is no address"),
        (("convert", "1.html", "--fields", "titel,pmid"), "no field 'titel'; near: title"),
        (("convert", "1.html", "--fields", "CITED_BY"), "near: cited_by"),
        (("convert", "1.html", "--fields", "zzzz"), "near: schema_version, kind, pmid"),
        (("convert", "1.html", "--fields", " , "), "name at least one field"),
        (("convert", "1.html", "--max-bytes", "lots"), "'lots' is no size"),
        (("convert", "1.html", "--max-bytes", "0"), "'0' is no size"),
        (("convert", "1.html", "--format", "xml"), "'xml' is not one of"),
        (("convert", "1.html", "--nonsense"), "No such option"),
        (("strip", "1.html", "--as", "pdf"), "'pdf' is not one of"),
    ],
)
def test_a_usage_error(command: Command, arguments: tuple[str, ...], message: str) -> None:
    assert message in usage(command, *arguments)


def test_a_path_in_the_place_of_a_command(command: Command, tmp_path: Path) -> None:
    (tmp_path / "my page.html").touch()
    assert usage(command, "my page.html").endswith("pubmed-scraper convert 'my page.html'")


def test_a_usage_error_is_harmless_to_a_terminal(command: Command, tmp_path: Path) -> None:
    assert "\x1b" not in usage(command, "convert", "--\x1b[31m")
    name = "\x1b[31m\u202e"
    (tmp_path / name).touch()
    assert r"\u202e is an input" in usage(command, "convert", name, "-o", name)


@pytest.mark.parametrize("option", ["-o", "--errors"])
def test_an_output_is_no_input(command: Command, three: list[str], option: str) -> None:
    assert "1.html is an input" in usage(command, "convert", *three, option, "1.html")
    assert "1.html is an input" in usage(
        command, "convert", "gone", "--files-from", "1.html", option, "1.html"
    )


@pytest.mark.parametrize(("size", "status"), [("1k", 0), ("1KiB", 0), ("1024B", 0), ("1KB", 1)])
def test_units_of_size(command: Command, tmp_path: Path, size: str, status: int) -> None:
    (tmp_path / "x.html").write_bytes(page(1).ljust(1024))
    assert command.run("convert", "x.html", "--max-bytes", size).returncode == status


def test_completion(command: Command) -> None:
    command.env |= {"_PUBMED_SCRAPER_COMPLETE": "bash_complete", "COMP_CWORD": "1"}
    command.env["COMP_WORDS"] = "pubmed-scraper con"
    assert command.run().stdout == b"plain,convert\n"
    command.env |= {"COMP_CWORD": "3", "COMP_WORDS": "pubmed-scraper convert --fields title,cit"}
    assert command.run().stdout == b"plain,title,citation\nplain,title,cited_by\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        *([name, "--help"] for name in ["", *root.list_commands(click.Context(root))]),
    ],
)
def test_nothing_heavy_is_imported_for(command: Command, arguments: list[str]) -> None:
    arguments = [*filter(None, arguments)]
    code = (
        "import atexit, json, sys\n"
        "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "from scraper.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=command.env, capture_output=True, check=True
    )
    assert not set(HEAVY) & set(json.loads(done.stderr))


def test_a_short_run_does_without_rich(command: Command, three: list[str]) -> None:
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('rich' in sys.modules, file=sys.stderr))\n"
        f"sys.argv[1:] = {['convert', *three]!r}\n"
        "from scraper.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=command.env,
        cwd=command.folder,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b"False\n"
