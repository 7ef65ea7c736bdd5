"""``pubmed-scraper man``."""

import click

from scraper.cli.parameters import complete_commands, output_option
from scraper.cli.stdio import destination


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper man | man -l -
  pubmed-scraper man convert | man -l -
  pubmed-scraper man -o ~/.local/share/man/man1/pubmed-scraper.1
"""
)
@click.argument("command", metavar="[COMMAND]", required=False, shell_complete=complete_commands)
@output_option
@click.pass_context
def man(ctx: click.Context, command: str | None, output: str) -> None:
    """Print the manual page, of the whole program or of one COMMAND.

    It says what --help says, in the form that man(1) reads. The page of the program comes with
    the package, in share/man/man1.
    """
    from scraper import sinks  # noqa: PLC0415 - keeps --help quick
    from scraper.cli.manual import manual  # noqa: PLC0415
    from scraper.cli.root import root  # noqa: PLC0415

    if command is not None and command not in root.list_commands(ctx):
        ctx.fail(f"there is no command {command!r}; pubmed-scraper --help names them")
    with sinks.open_stream(destination(output)) as stream:
        stream.write(manual(command).encode())
