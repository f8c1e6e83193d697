from __future__ import annotations

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.embedding import INSTRUCTIONS, QWEN3_QUERY_PROMPT, Vectors, normalised, query_prompt, wording_digest

FINITE = st.floats(-1e6, 1e6, width=32)
TABLES = arrays.arrays(np.float32, arrays.array_shapes(min_dims=2, max_dims=2, max_side=6), elements=FINITE)


def test_qwen3_is_told_the_task_in_the_form_it_was_trained_with() -> None:
    instruction = INSTRUCTIONS["resume_to_postings"]

    assert query_prompt(QWEN3_QUERY_PROMPT, "resume_to_postings") == f"Instruct: {instruction}\nQuery:"


def test_a_model_trained_with_a_space_after_the_colon_keeps_it() -> None:
    assert query_prompt("Instruct: any\nQuery: ", "free_search").endswith("\nQuery: ")


@pytest.mark.parametrize("own", ["", "query: ", "Represent this sentence: "])
def test_a_model_without_instructions_keeps_its_own_prompt(own: str) -> None:
    assert query_prompt(own, "free_search") == own


def test_instructions_are_english_and_differ() -> None:
    assert len(set(INSTRUCTIONS.values())) == len(INSTRUCTIONS)
    assert all(instruction.isascii() for instruction in INSTRUCTIONS.values())


def test_the_wording_of_a_model_without_prompts_is_empty() -> None:
    assert wording_digest("", "") == ""


def test_another_wording_has_another_digest() -> None:
    assert wording_digest(QWEN3_QUERY_PROMPT) != wording_digest("query: ") != wording_digest("query: ", "passage: ")


@given(TABLES, st.integers(1, 6))
def test_normalised_rows_are_as_wide_as_asked_and_have_length_one_or_zero(table: Vectors, dimensions: int) -> None:
    rows = normalised(table, dimensions)

    lengths = np.linalg.norm(rows.astype(float), axis=1)
    assert rows.shape == (len(table), min(dimensions, table.shape[1]))
    assert rows.dtype == np.float32
    assert all(length == pytest.approx(1, abs=1e-3) or length == 0 for length in lengths)


def test_normalising_keeps_the_direction() -> None:
    assert normalised(np.array([[3, 4, 12]], dtype=np.float32), 2).tolist() == [
        [pytest.approx(0.6), pytest.approx(0.8)]
    ]
