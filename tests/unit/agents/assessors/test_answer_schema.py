from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from agents.assessors.answer_schema import ModelAnswer, answer_schema
from invented import model_answer

SCHEMA = answer_schema(["R1", "R2", "R3"], 6)
REFUSED_BY_VLLM = {"multipleOf", "uniqueItems", "contains", "pattern", "$ref"}


def parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for child in [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]:
        yield from parts(child)


def conforms(value: Any, schema: dict[str, Any]) -> bool:
    """Just enough of JSON schema for this one."""
    if schema["type"] == "object":
        return list(value) == schema["required"] and all(
            conforms(value[name], part) for name, part in schema["properties"].items()
        )
    if schema["type"] == "array":
        return schema["minItems"] <= len(value) <= schema["maxItems"] and all(
            conforms(entry, schema["items"]) for entry in value
        )
    if schema["type"] == "integer":
        return schema["minimum"] <= value <= schema["maximum"]
    return value in schema["enum"] if "enum" in schema else len(value) <= schema["maxLength"]


def test_the_schema_and_the_types_agree() -> None:
    assert conforms(model_answer(), SCHEMA)
    assert ModelAnswer.model_validate(model_answer())


def test_line_numbers_are_limited_to_the_lines_that_exist() -> None:
    numbers = [part for part in parts(SCHEMA) if part["type"] == "integer" and part["maximum"] != 10]

    assert numbers
    assert all((part["minimum"], part["maximum"]) == (1, 6) for part in numbers)


def test_judgement_follows_evidence() -> None:
    assert list(SCHEMA["properties"]["ratings"]["properties"]["R1"]["properties"]) == ["lines", "verdict", "comment"]
    assert list(SCHEMA["properties"]["strengths"]["items"]["properties"]) == ["lines", "claim"]
    assert list(SCHEMA["properties"]["recommendation"]["properties"]) == ["reason", "decision"]


def test_the_whole_is_written_in_the_order_of_the_type() -> None:
    assert list(SCHEMA["properties"]) == list(ModelAnswer.model_fields)


def test_everything_has_a_greatest_length_and_nothing_may_be_added() -> None:
    for part in parts(SCHEMA):
        if part["type"] == "string":
            assert "enum" in part or part["maxLength"] <= 600
        if part["type"] == "array":
            assert part["maxItems"] <= 6
        if part["type"] == "object":
            assert part["additionalProperties"] is False


def test_nothing_that_vllm_refuses_is_used() -> None:
    assert not [part for part in parts(SCHEMA) if REFUSED_BY_VLLM & part.keys()]


def test_every_requirement_must_be_rated() -> None:
    assert SCHEMA["properties"]["ratings"]["required"] == ["R1", "R2", "R3"]


def test_a_strength_needs_at_least_one_place() -> None:
    assert SCHEMA["properties"]["strengths"]["items"]["properties"]["lines"]["minItems"] == 1
