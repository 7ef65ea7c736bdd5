"""Which nodes the reader of each section asked for text and attributes.

Readers get all text through `scraper.dom`. While a reading is traced, its functions take note
of what they are asked; at any other time nothing is there that could cost anything.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from scraper import dom
from scraper.dom import Node
from scraper.layout import Layout
from scraper.sections import FAMILIES, FIELDS

_LOCK: Final = threading.Lock()
_NOTED: Final = ("text", "text_from", "lines", "attr")


class Attribute(NamedTuple):
    """An attribute that a reader asked for, and its value."""

    node: Node
    name: str
    value: str


class Trace:
    """The nodes that the reader of one section asked."""

    def __init__(self) -> None:
        self.texts: list[tuple[Node, bool]] = []
        """Nodes whose text was asked for; true where that of the siblings after it was, too."""
        self.attributes: list[Attribute] = []

    def text(self, _answer: str, node: Node) -> None:
        """Note a question for a node's text."""
        self.texts.append((node, False))

    def text_from(self, _answer: str, node: Node) -> None:
        """Note a question for the text of a node and its siblings after it."""
        self.texts.append((node, True))

    def lines(self, _answer: list[str], nodes: Iterable[Node]) -> None:
        """Note a question for the lines of nodes."""
        self.texts += [(node, False) for node in nodes]

    def attr(self, answer: str, node: Node, name: str) -> None:
        """Note a question for an attribute."""
        self.attributes.append(Attribute(node, name, answer))


def traced(layout: Layout) -> dict[str, Trace]:
    """Run the reader of each section; return what each asked, by its name.

    What they warn of goes to ``layout``, which therefore is a copy.
    """
    found: dict[str, Trace] = {}
    for section in (*FAMILIES, *FIELDS):
        found[section.__name__] = trace = Trace()
        with _noting(trace):
            section(layout)
    return found


@contextmanager
def _noting(trace: Trace) -> Iterator[None]:
    """Have the functions of `scraper.dom` take note, of this thread's questions only."""
    with _LOCK:
        plain = {name: getattr(dom, name) for name in _NOTED}
        owner = threading.get_ident()
        try:
            for name, function in plain.items():
                setattr(dom, name, _noted(function, getattr(trace, name), owner))
            yield
        finally:
            for name, function in plain.items():
                setattr(dom, name, function)


def _noted(plain: Callable[..., Any], note: Callable[..., None], owner: int) -> Callable[..., Any]:
    def asked(*args: Any) -> Any:  # noqa: ANN401 - whatever the function takes and gives
        kept = [arg if isinstance(arg, Node | str | None) else list(arg) for arg in args]
        answer = plain(*kept)
        if answer and threading.get_ident() == owner:
            note(answer, *kept)
        return answer

    return asked
