"""Text as other programs make it of a page: each renderer is a function from HTML to text."""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

import html2text
import inscriptis
import markdownify
import trafilatura
from inscriptis.model.config import ParserConfig
from resiliparse.extract.html2text import extract_plain_text

from tests.rendering.inner_text import inner_text, parsed

Renderer = Callable[[str], str]

_CHARSET = re.compile(r"(?i)(charset\s*=\s*[\"']?)[\w-]+")
_HIDDEN: Final = (
    "[aria-hidden=true], .usa-sr-only, .dropdown, .dropdown-container, .short-authors,"
    " .short-journal-citation, .figure-caption-short, .figure-caption-medium, nav"
)
"""What PubMed's own stylesheet does not show."""
_LYNX: Final = ("lynx", "-dump", "-stdin", "-assume_charset=utf-8", "-display_charset=utf-8")


def _html2text(html: str, **options: object) -> str:
    renderer = html2text.HTML2Text()
    vars(renderer).update(options)
    return renderer.handle(html)


def _get_text(html: str, separator: str, *, strip: bool = False) -> str:
    return parsed(html).get_text(separator, strip=strip)


def _trafilatura(html: str, **options: Any) -> str:  # noqa: ANN401 - of many types
    return trafilatura.extract(html, **options) or ""


def _system(html: str, command: tuple[str, ...]) -> str:
    page = _CHARSET.sub(r"\1utf-8", html).encode()
    return subprocess.run(command, input=page, capture_output=True, check=True).stdout.decode()


PYTHON: Final[Mapping[str, Renderer]] = {
    "resiliparse, main content": partial(extract_plain_text, main_content=True),
    "resiliparse, main content without alt": partial(
        extract_plain_text, main_content=True, alt_texts=False
    ),
    "resiliparse": extract_plain_text,
    "resiliparse without alt": partial(extract_plain_text, alt_texts=False),
    "resiliparse with links": partial(extract_plain_text, links=True),
    "html2text": _html2text,
    "html2text, plain": partial(
        _html2text, ignore_links=True, ignore_emphasis=True, ignore_images=True, body_width=0
    ),
    "inscriptis": inscriptis.get_text,
    "inscriptis with links": partial(
        inscriptis.get_text, config=ParserConfig(display_links=True, display_images=True)
    ),
    "trafilatura": _trafilatura,
    "trafilatura, precise": partial(_trafilatura, favor_precision=True),
    "trafilatura, Markdown": partial(
        _trafilatura, output_format="markdown", include_formatting=True, include_links=True
    ),
    "BeautifulSoup, lines": partial(_get_text, separator="\n"),
    "BeautifulSoup, stripped lines": partial(_get_text, separator="\n", strip=True),
    "BeautifulSoup, bare": partial(_get_text, separator=""),
    "markdownify": markdownify.markdownify,
    "markdownify, wrapped": partial(markdownify.markdownify, heading_style="ATX", wrap=True),
    "innerText": inner_text,
    "innerText, styled": partial(inner_text, hidden=_HIDDEN),
}
"""Renderers that are Python packages, in the forms that people use."""

_COMMANDS: Final[Mapping[str, tuple[str, ...]]] = {
    "lynx": _LYNX,
    "lynx without links": (*_LYNX, "-nolist"),
    "lynx, wide": (*_LYNX, "-nolist", "-width=1000"),
}
SYSTEM: Final[Mapping[str, Renderer]] = {
    name: partial(_system, command=command)
    for name, command in _COMMANDS.items()
    if shutil.which(command[0])
}
"""Renderers that are programs of the system, as far as it has them."""
