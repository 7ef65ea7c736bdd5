"""A value of a record as one cell of a flat table, which no spreadsheet takes for a formula."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import msgspec

_FORMULA: Final = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_JOINT: Final = "; "

Part = Mapping[str, Any]


def guarded(text: str) -> str:
    """Return text with an apostrophe before it where a spreadsheet would run it as a formula.

    That is, where it begins with one of ``= + - @``, their full-width forms, a tab or a line
    end, and is no number. See https://owasp.org/www-community/attacks/CSV_Injection.

    >>> guarded("=HYPERLINK(1)"), guarded("-1.5"), guarded("-a"), guarded("a=b")
    ("'=HYPERLINK(1)", '-1.5', "'-a", 'a=b')
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def cell(value: object) -> str:
    """Return a value as text: what a reader looks for in it, else its JSON.

    >>> cell([{"name": "Ada Brook", "last_name": "Brook", "fore_name": "Ada"}, "A Group"])
    'Brook, Ada; A Group'
    >>> cell([{"code": "truncated"}]), cell(None), cell([]), cell(True)
    ('[{"code":"truncated"}]', '', '', 'true')
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case list():
            parts = [_flat(part) for part in value]
            known = [part for part in parts if part is not None]
            return _json(value) if len(known) < len(parts) else _JOINT.join(known)
        case dict():
            found = _flat(value)
            return _json(value) if found is None else found
        case _:
            return _json(value)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _flat(value: object) -> str | None:
    """Return a part of a record, told by its keys, as text; None where it has no flat form."""
    if not isinstance(value, dict):
        return cell(value)
    return next((form(value) for key, form in _FORMS.items() if key in value), None)


def _value(*names: str) -> Callable[[Part], str]:
    """Return what gives the first of some values that is there."""
    return lambda part: cell(next((part[name] for name in names if part.get(name)), None))


def _person(part: Part) -> str:
    """Return ``Last, First`` and a suffix; the name as printed where it is not split."""
    names = [part.get(name) for name in ("last_name", "fore_name", "suffix")]
    return ", ".join(filter(None, names)) if names[0] else cell(part.get("name"))


def _heading(part: Part) -> str:
    """Return ``Descriptor*/qualifier*``, as PubMed prints it."""
    return "/".join([_starred(part), *map(_starred, part["qualifiers"])])


def _starred(part: Part) -> str:
    name = part.get("descriptor_name") or part.get("qualifier_name")
    return f"{name}*" if part["major_topic"] else f"{name}"


def _notice(part: Part) -> str:
    return f"{part['ref_type']} {cell(part['article'])}".strip()


_FORMS: Final[Mapping[str, Callable[[Part], str]]] = MappingProxyType(
    {
        "last_name": _person,
        "iso": _value("iso"),  # a date
        "medline_ta": _value("title", "medline_ta"),  # a journal
        "publisher_name": _value("title", "citation"),  # a book
        "descriptor_name": _heading,
        "ref_type": _notice,
        "items": _value("items"),  # a list of links or references
        "citation": _value("pmid", "citation", "title"),  # one of those
        "raw": _value("raw"),  # a grant
        "accession": lambda part: f"{part['source']}/{part['accession']}",
        "layout": lambda part: cell(part["source"]),  # the page
        "url": _value("url"),  # a link, a figure
    }
)
"""How a part is told, by the first key of these that it has, and what is shown of it."""
