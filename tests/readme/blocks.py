"""The fenced blocks of a Markdown file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCE = re.compile(r"```(\w*)[^\n]*")
_NOT_RUN = re.compile(r"<!-- not run: (.+) -->")
_HEADING = re.compile(r"#+ ")


class Block(NamedTuple):
    """A fenced block."""

    file: str
    line: int
    """The number of its first line, from 1."""
    language: str
    text: str
    not_run: str | None
    """Why it cannot be run."""
    section: int
    """The number of the line of the heading above it."""

    def __str__(self) -> str:
        """Name the place."""
        return f"{self.file}:{self.line}"


class Step(NamedTuple):
    """A command of a console, and what it prints."""

    command: str
    output: str


def blocks(markdown: str, file: str) -> Iterator[Block]:
    """Yield the blocks of a file, in order."""
    section, above, lines = 0, "", enumerate(markdown.splitlines(), 1)
    for number, line in lines:
        if fence := _FENCE.fullmatch(line):
            inside = []
            for _, text in lines:
                if text == "```":
                    break
                inside.append(f"{text}\n")
            mark = _NOT_RUN.fullmatch(above)
            reason = mark and mark[1]
            yield Block(file, number + 1, fence[1], "".join(inside), reason, section)
        elif _HEADING.match(line):
            section = number
        above = line


def steps(console: str) -> Iterator[Step]:
    """Yield the commands of a console; one that ends with a backslash goes on in the next line."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        found = re.match(r"((?:.*\\\n)*.*)\n?", part)
        command = found[1] if found else ""
        yield Step(command, part[len(found[0]) if found else 0 :])


def matches(shown: str, printed: str) -> bool:
    """Tell whether a program prints what is shown of it, where ``…`` stands for anything.

    >>> matches("1 page, … ms", "1 page, 20 ms"), matches("1 page", "2 pages")
    (True, False)
    """
    pattern = ".*".join(map(re.escape, shown.rstrip().split("…")))
    return re.fullmatch(pattern, printed.rstrip(), re.DOTALL) is not None
