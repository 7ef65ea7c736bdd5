"""The JSON Schema (2020-12) of the two kinds of line: a record and an error object.

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


def schema() -> dict[str, Any]:
    """Return the schema: ``anyOf`` a record and an error object, with ``$defs`` of all parts."""
    refs, parts = msgspec.json.schema_components(
        (model.Article, model.ErrorRecord), ref_template=_REFERENCE
    )
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
    part["required"] = list(descriptions)
    part["additionalProperties"] = False


def _field_descriptions() -> dict[str, dict[str, str]]:
    """Return the docstring under each field of the model, by class and field."""
    tree = ast.parse(inspect.getsource(model))
    return {node.name: _docstrings(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _docstrings(node: ast.ClassDef) -> dict[str, str]:
    found = {}
    for field, docstring in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match docstring:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    found[field.target.id] = " ".join(text.split())
    return found
