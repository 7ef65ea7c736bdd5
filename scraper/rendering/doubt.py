"""Doubt: a place in the text where the renderer has hidden what the page printed.

Some renderers put spaces or marks of their own into prose: ``_P_ <0.05`` may have been
``P<0.05`` or ``P <0.05``. Such a place gets the mark `DOUBT`, and a value that holds the
mark is none: null rather than a guess.
"""

from typing import Any, Final

import attrs

from scraper.model import Article

DOUBT: Final = "\ufdd0"
"""A noncharacter of Unicode, which no text means anything by."""

_OF_THE_READING: Final = frozenset({"page", "warnings"})
"""Fields that say where the record came from."""


def without_doubt(article: Article) -> Article:
    """Return the record with null in place of every value that is in doubt."""
    fields = attrs.asdict(article, recurse=False)
    sure = {name: _sure(value) for name, value in fields.items() if name not in _OF_THE_READING}
    if sure["authors"] is None:
        sure["authors_complete"] = None
    elif sure["affiliations"] is None:  # nobody points into a list that is not there
        sure["authors"] = tuple(attrs.evolve(a, affiliations=()) for a in sure["authors"])
    return attrs.evolve(article, **sure)


def _sure(value: Any) -> Any:  # noqa: ANN401 - any part of a record
    r"""Return a value without what is in doubt; None where it cannot be without that.

    >>> _sure("sure"), _sure(("sure", "un\ufdd0sure"))
    ('sure', None)
    """
    if isinstance(value, str):
        return None if DOUBT in value else value
    if isinstance(value, tuple):
        parts = tuple(map(_sure, value))
        return None if None in parts else parts
    return _sure_part(value) if attrs.has(type(value)) else value


def _sure_part(part: Any) -> Any:  # noqa: ANN401 - any class of a record
    found = {name: _sure(value) for name, value in attrs.asdict(part, recurse=False).items()}
    if "authors_complete" in found and found["authors"] is None:  # an entry may print none
        found |= {"authors": (), "authors_complete": False}
    needed = (field.name for field in attrs.fields(type(part)) if field.default is not None)
    return None if any(found[name] is None for name in needed) else attrs.evolve(part, **found)
