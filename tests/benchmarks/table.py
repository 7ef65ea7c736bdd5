"""Numbers as a Markdown table that is readable as it stands."""

from collections.abc import Sequence


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], *below: str) -> str:
    """Return a title, a table and lines below it."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]

    def line(cells: Sequence[str]) -> str:
        first, *others = zip(cells, widths, strict=True)
        padded = [f"{first[0]:<{first[1]}}", *(f"{cell:>{width}}" for cell, width in others)]
        return f"| {' | '.join(padded)} |\n"

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    body = "".join(map(line, rows))
    return f"{title}\n\n{line(head)}{line(rule)}{body}" + "".join(f"\n{text}\n" for text in below)
