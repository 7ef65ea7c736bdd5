"""The Jinja2 environment: templates beside this module and the few filters that they need."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import Any
from urllib.parse import quote, quote_plus

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


def token(seed: object, length: int = 64) -> str:
    """Make up a token (CSRF, hash, session) that is the same on every run.

    >>> token("a", 8)
    'ca978112'
    """
    return sha256(str(seed).encode()).hexdigest()[:length]


def stop(text: str) -> str:
    """End a title with a full stop, as lists print it, unless it ends in another mark.

    >>> stop("A title"), stop("A title?")
    ('A title.', 'A title?')
    """
    return text + final_stop(text)


def final_stop(title: str) -> str:
    """Give the full stop that a printed title ends in, unless it ends in a mark already."""
    return "" if title.endswith((".", "?", "!")) else "."


def authors_line(item: Mapping[str, Any]) -> str:
    """Give ``Doe A, Roe B.``; semicolons stand round a group; a cut list ends in ``et al.``."""
    names: Sequence[str] = item["authors"]
    if not names:
        return ""
    groups = item.get("_groups", ())
    line = names[0]
    for before, name in pairwise(names):
        line += ("; " if name in groups or before in groups else ", ") + name
    return stop(line) if item["authors_complete"] else f"{line}, et al."


@lru_cache(maxsize=4096)
def figures_of(seed: object, length: int = 7) -> str:
    """Make up a number of so many digits that is the same on every run."""
    return str(int(token(seed, 16), 16))[:length]


def shorten(text: str, words: int) -> str:
    """Cut a caption after so many words, with an ellipsis, as the figure strip does.

    >>> shorten("One two three", 2)
    'One two…'
    """
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]) + "…"


@cache
def constant(template: str) -> Markup:
    """Render, once, a template that is the same on every page."""
    return Markup(environment().get_template(template).render())  # noqa: S704 - templates are ours


@cache
def environment() -> Environment:
    """The one environment.

    Autoescaping, strict about names, blank lines kept as Django leaves them.
    """
    env = Environment(
        loader=PackageLoader("tests.pagegen"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    env.globals["constant"] = constant
    env.filters.update(
        plus=lambda text: quote_plus(str(text)),
        percent=lambda text: quote(str(text), safe=""),
        token=token,
        digits=figures_of,
        shorten=shorten,
        final_stop=final_stop,
        authors_line=authors_line,
    )
    return env
