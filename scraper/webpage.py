"""A page of our own: one HTML file that needs nothing else and may do nothing else.

Style and script stand in the page; its Content-Security-Policy allows these two by their
hashes and forbids all other scripts, styles, images and requests. Jinja2 escapes whatever
a template puts in.
"""

import base64
import hashlib
from functools import cache
from typing import Any, Final

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from scraper.printable import shown

_POLICY: Final = (
    "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def render(template: str, **values: Any) -> bytes:  # noqa: ANN401 - a template takes anything
    """Fill ``template.html.j2`` with its style and script."""
    style, script = (_source("page.css") + _source(f"{template}.css"), _source(f"{template}.js"))
    page = (
        _environment()
        .get_template(f"{template}.html.j2")
        .render(
            policy=_POLICY.format(style=_hash(style), script=_hash(script)),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            **values,
        )
    )
    return page.encode("utf-8")


def data(value: object) -> Markup:
    r"""Write a value as JSON that can stand in a ``script`` element and cannot end it.

    >>> print(data(["</script><b>"]))
    ["\u003c/script>\u003cb>"]
    """
    text = shown(msgspec.json.encode(value).decode())
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - escaped


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("scraper", "templates"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _finalize(value: object) -> object:
    """Make a template's value fit for a page, unless it is HTML of our own."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _source(name: str) -> str:
    environment = _environment()
    if environment.loader is None:  # pragma: no cover - it was given one
        raise RuntimeError(name)
    return environment.loader.get_source(environment, name)[0]


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
