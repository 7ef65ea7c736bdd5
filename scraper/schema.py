"""The JSON Schema (2020-12) of the kinds of line: a record, a listing, an item, an error object.

Made from the model: types by msgspec, descriptions from the docstring under each field.
A copy ships as ``schema.json``; a test proves that it is current.
"""

import ast
import inspect
from importlib.resources import files
from typing import Any, Final

import msgspec

from scraper import model

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_REFERENCE: Final = "#/$defs/{name}"
_LINES: Final = (model.Article, model.Listing, model.ItemRecord, model.ErrorRecord)

_OPTIONAL: Final = frozenset({"retrieved_at"})
"""Keys that are there only where their value is known."""


def schema() -> dict[str, Any]:
    """Return the schema: ``anyOf`` the kinds of line, with ``$defs`` of all parts."""
    refs, parts = msgspec.json.schema_components(_LINES, ref_template=_REFERENCE)
    descriptions = _field_descriptions()
    for name, part in parts.items():
        _complete(part, descriptions[name])
    return {
        "$schema": _DRAFT,
        "title": "PubMed page record",
        "description": f"A line of pubmed-scraper's output, schema version {model.SCHEMA_VERSION}.",
        "anyOf": list(refs),
        "$defs": dict(parts),
    }


def schema_json() -> bytes:
    """Return the schema as indented JSON with a final newline."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2) + b"\n"


def shipped() -> bytes:
    """Return the copy that ships in the package."""
    return files("scraper").joinpath("schema.json").read_bytes()


def _complete(part: dict[str, Any], descriptions: dict[str, str]) -> None:
    """Every key is always there, and there are no others."""
    properties = part["properties"]
    part["properties"] = {
        name: {**properties[name], "description": description}
        for name, description in descriptions.items()
    }
    for definition in part["properties"].values():
        definition.pop("default", None)
    part["required"] = [name for name in descriptions if name not in _OPTIONAL]
    part["additionalProperties"] = False


def _field_descriptions() -> dict[str, dict[str, str]]:
    """Return the docstring under each field of the model, by class; heirs have them all."""
    tree = ast.parse(inspect.getsource(model))
    own = {node.name: _docstrings(node) for node in tree.body if isinstance(node, ast.ClassDef)}
    found = {}
    for name in own:
        family = reversed(getattr(model, name).__mro__)
        found[name] = {k: v for kin in family for k, v in own.get(kin.__name__, {}).items()}
    return found


def _docstrings(node: ast.ClassDef) -> dict[str, str]:
    found = {}
    for field, docstring in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match docstring:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    found[field.target.id] = " ".join(text.split())
    return found
