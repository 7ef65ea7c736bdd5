"""Manual pages, made of what ``--help`` is made of: click's commands.

click-man, the library for this, knows only commands that are loaded ahead, leaves the epilog
with its examples out, writes the day's date, and does not escape what roff would take for a
macro.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from textwrap import dedent
from typing import Final

import click

from scraper import __version__
from scraper.cli import roff
from scraper.cli.root import root

PROGRAM: Final = "pubmed-scraper"
_KEPT: Final = "\b"
"""click's mark of a paragraph whose lines stay as they are."""
_TITLED: Final = re.compile(
    r"(?P<title>[A-Z][a-z]+(?: [a-z]+)?): *(?P<end>\n)?(?P<text>.*)", re.DOTALL
)
"""``Examples:`` and lines that stay as they are, or ``Exit status: 0 all well, …``."""

Heading = Callable[[str], str]


def manual(name: str | None = None) -> str:
    """Return the manual page of a command; without a name that of the program, with all of them.

    Raises:
        KeyError: There is no such command.
    """
    whole = click.Context(root, info_name=PROGRAM, **root.context_settings)
    commands = {each: _context(whole, each) for each in root.list_commands(whole)}
    shown = whole if name is None else commands[name]
    lines = list(_page(shown))
    if name is None:
        lines.append(roff.section("Commands"))
        for title, command in commands.items():
            lines += [roff.subsection(title), *_body(command, _inside)]
        lines += _extras(whole, roff.section)
    return "".join(f"{line}\n" for line in roff.tidied(lines))


def _context(parent: click.Context, name: str) -> click.Context:
    command = root.get_command(parent, name)
    if command is None:  # pragma: no cover - every listed command is there, as a test shows
        raise KeyError(name)
    return click.Context(command, info_name=name, parent=parent)


def _page(ctx: click.Context) -> Iterator[str]:
    """Yield the head of a page, and of a command all of it."""
    is_command = ctx.parent is not None
    name = "-".join(ctx.command_path.split())
    yield roff.header(name, f"{PROGRAM} {__version__}", "User Commands")
    yield roff.section("Name")
    yield roff.escaped(f"{name} - {_short(ctx)}")
    if is_command:
        yield from _body(ctx, roff.section)
        yield roff.section("See also")
        yield rf"{roff.bold(PROGRAM)}(1)"
    else:
        yield from _usage(ctx, roff.section)


def _short(ctx: click.Context) -> str:
    """Return the first sentence of the help, as in a list of commands."""
    first = inspect.cleandoc(ctx.command.help or "").split("\n\n", maxsplit=1)[0]
    first = " ".join(first.split()).removesuffix(".")
    return first[:1].lower() + first[1:]


def _inside(title: str) -> str:
    """Return a heading inside of a subsection; what a command does needs none."""
    return "" if title in {"Synopsis", "Description"} else f".PP\n{roff.bold(title)}"


def _body(ctx: click.Context, heading: Heading) -> Iterator[str]:
    yield from _usage(ctx, heading)
    yield from _extras(ctx, heading)


def _usage(ctx: click.Context, heading: Heading) -> Iterator[str]:
    """Yield how a command is called, what it does, and its options."""
    yield heading("Synopsis")
    pieces = " ".join(ctx.command.collect_usage_pieces(ctx))
    yield roff.bold(ctx.command_path, f" {pieces}")
    yield heading("Description")
    for paragraph in _paragraphs(ctx.command.help):
        yield from roff.paragraph(paragraph)
    yield heading("Options")
    for param in ctx.command.get_params(ctx):
        record = param.get_help_record(ctx)
        if isinstance(param, click.Option) and record is not None:
            names, help_ = record
            yield from roff.entry(roff.bold(names), help_)


def _extras(ctx: click.Context, heading: Heading) -> Iterator[str]:
    """Yield the parts of the epilog, each under its title: ``Examples:``, ``Exit status: …``."""
    for paragraph in _paragraphs(ctx.command.epilog):
        found = _TITLED.fullmatch(paragraph)
        if found is None:
            yield from roff.paragraph(paragraph)
            continue
        yield heading(found["title"])
        text = found["text"]
        yield from roff.verbatim(dedent(text)) if found["end"] else roff.paragraph(text)


def _paragraphs(text: str | None) -> Iterator[str]:
    """Yield the paragraphs of a help text or an epilog without click's marks."""
    for part in re.split(r"\n[ ]*\n", inspect.cleandoc(text or "")):
        paragraph = part.strip("\n").removeprefix(_KEPT).strip("\n")
        if paragraph.strip():
            yield paragraph
