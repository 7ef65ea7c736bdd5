"""Which section is read from which layout: ``python -m tests.matrix`` prints the table.

A test holds it against the one in CONTRIBUTING.
"""

import sys
from typing import TYPE_CHECKING, Any, cast

from scraper import sections
from scraper.abstractplus import AbstractPlusPage
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage

if TYPE_CHECKING:
    from functools import _SingleDispatchCallable

LAYOUTS: tuple[type[Layout], ...] = (ModernPage, LegacyPage, AbstractPlusPage, TextPage)


def matrix() -> str:
    """Return the table in Markdown: ``read``, or a dash where the layout does not carry it."""
    head = ["section", *(f"`{layout.name}`" for layout in LAYOUTS)]
    rows = [head, ["---"] * len(head)]
    for section in sorted((*sections.FAMILIES, *sections.FIELDS), key=lambda s: s.__name__):
        cells = ["read" if is_read(section, layout) else "–" for layout in LAYOUTS]
        rows.append([f"`{section.__name__}`", *cells])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def is_read(section: object, layout: type[Layout]) -> bool:
    """Tell whether a section has a reader of its own for a layout."""
    readers = cast("_SingleDispatchCallable[Any]", section)
    return readers.dispatch(layout) is not readers.dispatch(Layout)


if __name__ == "__main__":
    sys.stdout.write(matrix())
