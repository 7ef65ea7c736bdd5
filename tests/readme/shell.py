"""Lines of shell, as far as it takes to find the program's commands in them, and to check these."""

import re
import shlex
from collections.abc import Iterator

import click

from scraper.cli.root import root

_PROGRAM = "pubmed-scraper"
_ENDS = frozenset({"|", "||", "&&", ";", "&", "(", ")", "|&"})
_REDIRECTIONS = frozenset({">", ">>", "<", "<<", "<<<", ">&", "&>"})
_SUBSTITUTION = re.compile(r"\$\(([^()]*)\)")


def uncommented(line: str) -> str:
    """Return a line without its comment.

    >>> uncommented("jq '.a # b' x#y  # the page's")
    "jq '.a # b' x#y  "
    """
    quote = ""
    for at, char in enumerate(line):
        if char in "'\"" and quote in {"", char}:
            quote = "" if quote else char
        elif char == "#" and not quote and (at == 0 or line[at - 1].isspace()):
            return line[:at]
    return line


def lines(script: str) -> Iterator[str]:
    """Yield the lines of a script without comments; one that is continued is one line."""
    for line in script.replace("\\\n", " ").splitlines():
        if bare := uncommented(line).strip():
            yield bare


def simple_commands(line: str) -> Iterator[list[str]]:
    """Yield the words of each command of a line, without redirections."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.commenters = ""
    lexer.whitespace_split = True
    words: list[str] = []
    skip = False
    for token in lexer:
        if token in _ENDS:
            yield words
            words = []
        elif token in _REDIRECTIONS:
            if words and words[-1].isdigit():
                words.pop()  # 2> file
            skip = True
        elif skip:
            skip = False
        else:
            words.append(token)
    yield words


def programs(line: str) -> list[str]:
    """Return the programs that a line starts.

    >>> programs("pubmed-scraper convert a.html 2> x | jq -r .pmid && ls")
    ['pubmed-scraper', 'jq', 'ls']
    """
    return [words[0] for words in simple_commands(line) if words]


def calls(line: str) -> Iterator[list[str]]:
    """Yield the arguments of each call of the program in a line, also behind ``xargs`` and ``$(``.

    >>> list(calls("find . | xargs -0 pubmed-scraper convert --items > x"))
    [['convert', '--items']]
    """
    for words in simple_commands(line):
        names = [word.rpartition("/")[2] for word in words]
        if _PROGRAM in names:
            yield words[names.index(_PROGRAM) + 1 :]
    for inside in _SUBSTITUTION.findall(line):
        yield from calls(inside)


def parsed(arguments: list[str]) -> click.Context:
    """Let the program read arguments, and do nothing.

    Raises:
        click.ClickException: it does not understand them.
        click.exceptions.Exit: it has shown its help or version.
    """
    whole = root.make_context(_PROGRAM, list(arguments) or ["--help"])
    name = arguments[0]
    command = root.get_command(whole, name)
    if command is None:
        raise click.UsageError(f"No such command {name!r}.")
    return command.make_context(name, list(arguments[1:]), parent=whole)
