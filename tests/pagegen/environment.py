"""The Jinja2 environment: templates beside this module and the few filters that they need."""

from functools import cache
from hashlib import sha256
from urllib.parse import quote, quote_plus

from jinja2 import Environment, PackageLoader, StrictUndefined


def token(seed: object, length: int = 64) -> str:
    """Make up a token (CSRF, hash, session) that is the same on every run.

    >>> token("a", 8)
    'ca978112'
    """
    return sha256(str(seed).encode()).hexdigest()[:length]


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
def environment() -> Environment:
    """The one environment.

    Autoescaping, strict about names, blank lines kept as Django leaves them.
    """
    env = Environment(
        loader=PackageLoader("tests.pagegen"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    env.filters.update(
        plus=lambda text: quote_plus(str(text)),
        percent=lambda text: quote(str(text), safe=""),
        token=token,
        digits=figures_of,
        shorten=shorten,
    )
    return env
