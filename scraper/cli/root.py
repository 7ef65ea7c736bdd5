"""The command group. A command's module is imported when the command is called."""

import io
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, NoReturn

import click

from scraper import __version__
from scraper.cli.stdio import NAME, abandon, on_terminal
from scraper.cli.visible import visible, visible_lines
from scraper.errors import ScraperError

_COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "convert": "Convert saved PubMed pages to JSON, one record a line.",
        "crawl": "Fetch articles of PubMed, politely, and convert them.",
        "status": "Say how far a crawl is.",
        "retry": "Have a crawl's failed PMIDs tried again.",
        "export": "Write a crawl's records again, or records as RIS, BibTeX, CSL-JSON or CSV.",
        "warc": "Write the raw pages of a crawl as WARC.",
        "summary": "Write a page about records: counts, charts, a table.",
        "graph": "Write the citation network of records, or draw it.",
        "inspect": "Show where in a page each value of its record stands.",
        "diagnose": "Report how well many pages are read, and whether that drifts.",
        "strip": "Print a page without its boilerplate, as HTML or text.",
        "schema": "Print the JSON Schema of records, listings and errors.",
        "completion": "Print what has a shell complete the command line.",
        "man": "Print the manual page.",
    }
)
_ADVICE = "make room or write somewhere else"
_NOT_WRITTEN = 3


class _Commands(click.Group):
    """Knows each command's name and short help without importing it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"scraper.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and os.path.exists(args[0]):  # noqa: PTH110 - never raises
            import shlex  # noqa: PLC0415 - for who mistypes

            name = shlex.quote(args[0])
            ctx.fail(f"{name} is no command; to convert it: pubmed-scraper convert {name}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  pubmed-scraper convert saved/ > records.jsonl
  pubmed-scraper convert saved/ | jq -r '[.pmid, .title] | @tsv'
  pubmed-scraper convert --items search.html | jq -r .pmid
  pubmed-scraper crawl -i pmids.txt --job crawl.db --contact you@example.org -o records.jsonl
  pubmed-scraper strip --as text saved/15613317.html | less
  pubmed-scraper schema -o record.schema.json

\b
Exit status: 0 all well, 1 some inputs failed, 2 usage, 3 output cannot be written, 4 blocked
or limited by the site, 5 another process works on the job, 130 Ctrl-C, 141 closed pipe,
143 terminated.

\b
Shell completion:
  pubmed-scraper completion bash -o ~/.local/share/bash-completion/completions/pubmed-scraper
""",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def root(ctx: click.Context) -> None:
    """Turn saved PubMed pages, HTML, text or XML, into normalized JSON.

    Data goes to standard output, messages to standard error. Only crawl fetches anything from
    the network.
    """
    if ctx.invoked_subcommand is None:
        help_or_fail(ctx, "name a command")


def help_or_fail(ctx: click.Context, message: str) -> NoReturn:
    """Print help to a person who typed no arguments; tell a script what is missing."""
    if on_terminal(sys.stdin):
        click.echo(ctx.get_help())
        ctx.exit()
    ctx.fail(message)


def run() -> int:
    """Run the command that ``sys.argv`` asks for and return the exit status."""
    try:
        status = root.main(
            prog_name="pubmed-scraper", standalone_mode=False, windows_expand_args=False
        )
    except click.ClickException as error:
        text = io.StringIO()
        error.show(text)
        click.echo(visible_lines(text.getvalue()), nl=False, err=True)  # it can quote a file's name
        return error.exit_code
    except ScraperError as error:
        from scraper.cli.report import error_line  # noqa: PLC0415 - keeps --help quick

        click.echo(error_line(error), err=True)
        return error.exit_status
    except OSError as error:
        abandon()
        click.echo(f"{_where(error)}: not_written: {error.strerror}; {_ADVICE}", err=True)
        return _NOT_WRITTEN
    return int(status or 0)


def _where(error: OSError) -> str:
    """Name the output that failed; click, which prints help, gives none."""
    return visible(error.filename) if isinstance(error.filename, str) else NAME
