"""The pieces of the JSON schemas that a language model's answers follow, and the type of a place in a resume.

vLLM's grammar (xgrammar) writes the properties in the order given, all of them and no others. It refuses
`multipleOf`, `uniqueItems`, `contains` and `pattern` with a length, so none of them is used. Everything has a greatest
length, because a small model otherwise loops.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

Schema = dict[str, Any]


class Lines(BaseModel, frozen=True):
    """A place in the resume, by line numbers; checked later against the lines that exist."""

    first_line: int
    last_line: int


def object_of(**properties: Schema) -> Schema:
    """All of these properties, in this order."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def list_of(items: Schema, least: int = 0, *, most: int) -> Schema:
    """From `least` to `most` of these."""
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


def text_of(most: int) -> Schema:
    """A text of 1 to `most` characters."""
    return {"type": "string", "minLength": 1, "maxLength": most}


def one_of(*words: str) -> Schema:
    """One of these words."""
    return {"type": "string", "enum": [*words]}


def number_to(most: int) -> Schema:
    """A whole number from 1; of a line, up to the last that exists."""
    return {"type": "integer", "minimum": 1, "maximum": most}


def place(line_count: int) -> Schema:
    """The schema of `Lines` for a text of so many lines."""
    return object_of(first_line=number_to(line_count), last_line=number_to(line_count))
