"""The rules of CSL-JSON, for jsonschema.

Its types and variables are read from the schema of CSL 1.0.2 that citeproc-py carries; what
names and dates look like is the specification's:
https://docs.citationstyles.org/en/v1.0.2/specification.html.
"""

import re
from pathlib import Path
from typing import Any

import citeproc

_STYLES = Path(citeproc.SCHEMA_PATH).parent
_TEXT = {"type": "string", "minLength": 1}
_NAME = {
    "type": "object",
    "properties": dict.fromkeys(
        ("family", "given", "suffix", "non-dropping-particle", "dropping-particle", "literal"),
        _TEXT,
    ),
    "additionalProperties": False,
    "oneOf": [{"required": ["family"]}, {"required": ["literal"], "maxProperties": 1}],
}
_PEOPLE = {"type": "array", "minItems": 1, "items": _NAME}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}


def terms(file: str, name: str) -> list[str]:
    """Return the alternatives of a definition in the schema of styles."""
    written = re.sub("(?m)#.*$", "", (_STYLES / file).read_text())
    definition = re.search(rf'{re.escape(name)} =((?:\s*\|?\s*"[^"]+")+)', written)
    assert definition, name
    return re.findall('"([^"]+)"', definition[1])


def schema() -> dict[str, Any]:
    """Return a JSON Schema of one file."""

    def variables(kind: str) -> list[str]:
        return terms("csl-variables.rnc", f"variables.{kind}")

    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "id": _TEXT,
                "type": {"enum": terms("csl-types.rnc", "item-types")},
                **{
                    name: _TEXT
                    for kind in ("numbers", "titles", "strings")
                    for name in variables(kind)
                },
                **dict.fromkeys(variables("names"), _PEOPLE),
                **dict.fromkeys(variables("dates"), _DATE),
            },
            "required": ["id", "type"],
            "additionalProperties": False,
        },
    }
