"""All generated samples: from the hand-written specs to the bytes of ``samples/``."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from . import articles, texts
from .build import Json
from .errors import error_pages
from .modern import modern_page
from .records import expected
from .text import text_rendering

SAMPLES = Path(__file__).parents[2] / "samples"
"""The folder that the pages are written to."""


@dataclass(frozen=True, kw_only=True)
class Article:
    """One invented article and how its page is rendered.

    The sample has the name of the spec's module.
    """

    record: Json
    options: Mapping[str, Any] = field(default_factory=dict)
    after: Callable[[str], str] = str
    """What happened to the page after it was served: saved by a browser, highlighted …"""
    encoding: str = "utf-8"
    page: str | None = None
    """The page itself, where it is written by hand: a copy from a browser."""


def dump(value: Json) -> bytes:
    """Encode as the expected files are: UTF-8, one space of indentation, a final newline."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _specs(package: ModuleType) -> Iterator[tuple[str, Any]]:
    for module in sorted(iter_modules(package.__path__), key=lambda info: info.name):
        spec = import_module(f"{package.__name__}.{module.name}")
        yield module.name.replace("_", "-"), spec.SAMPLE


def _modern() -> Iterator[tuple[str, bytes]]:
    for name, article in _specs(articles):
        page = article.after(modern_page(article.record, **article.options))
        yield f"modern/{name}.html", page.encode(article.encoding)
        yield (
            f"modern/{name}.json",
            dump(expected(article.record, f"{name}.html", article.encoding)),
        )


def _text() -> Iterator[tuple[str, bytes]]:
    for name, article in _specs(texts):
        page = article.page or text_rendering(article.record, **article.options)
        yield f"text/{name}.txt", page.encode()
        yield f"text/{name}.json", dump(expected(article.record, f"{name}.txt"))


def _errors() -> Iterator[tuple[str, bytes]]:
    for name, content, code in error_pages():
        answer = {
            "schema_version": "1.0",
            "kind": "error",
            "source": name,
            "code": code,
            "pmid": None,
        }
        yield f"errors/{name}", content
        yield f"errors/{Path(name).stem}.json", dump(answer)


def sample_pages() -> Iterator[tuple[str, bytes]]:
    """Give every generated file as its path below ``samples/`` and its bytes."""
    from .formats import format_pages  # noqa: PLC0415 - its specs need this module
    from .legacy_samples import legacy_samples  # noqa: PLC0415 - likewise

    yield from _modern()
    yield from _text()
    yield from _errors()
    yield from format_pages()
    yield from legacy_samples()
