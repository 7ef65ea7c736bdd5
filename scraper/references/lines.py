"""A record whose every text is one line.

Records that this package made hold no line break but between the parts of an abstract. Those
of another hand can, and in formats made of lines a line break is as good as a forged field.
"""

from typing import Any

import attrs

from scraper.model import Article
from scraper.normalize import squash


def one_line(article: Article) -> Article:
    """Return the record with each of its texts squashed to one line."""
    return attrs.evolve(article, **_changed(article))


def _changed(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any part of a record
    names = (field.name for field in attrs.fields(type(record)))
    return {name: _squashed(getattr(record, name)) for name in names}


def _squashed(value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    if isinstance(value, str):
        return squash(value)
    if isinstance(value, tuple):
        return tuple(map(_squashed, value))
    return attrs.evolve(value, **_changed(value)) if attrs.has(type(value)) else value
