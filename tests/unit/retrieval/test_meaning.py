from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.embedding import Vectors
from retrieval.meaning import from_neighbours, nearest_parts, nearest_passages


def directions(number: int, seed: int) -> Vectors:
    drawn = np.random.default_rng(seed).normal(size=(number, 8)).astype(np.float32)
    return drawn / np.maximum(np.linalg.norm(drawn, axis=1, keepdims=True), 1e-9)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=6), st.integers(1, 3))
def test_a_text_stands_at_the_mean_of_its_nearest_passages(sizes: list[int], asked: int) -> None:
    texts, queries = [directions(size, n) for n, size in enumerate(sizes)], directions(asked, 99)

    scores = nearest_passages(queries, texts)

    for text, score in zip(texts, scores, strict=True):
        expected = np.mean([(text @ query).max() for query in queries]) if len(text) else 0
        assert score == pytest.approx(expected, abs=1e-5)


def test_a_text_that_was_not_found_stands_at_the_farthest_found() -> None:
    scores = from_neighbours([{0: 0.9, 1: 0.5}, {0: 0.7}], size=3)

    assert scores.tolist() == pytest.approx([0.8, 0.6, 0.6])


def test_nothing_found_stands_at_nothing() -> None:
    assert from_neighbours([], size=2).tolist() == [0, 0]
    assert from_neighbours([{}], size=2).tolist() == [0, 0]


def test_each_requirement_has_its_nearest_line() -> None:
    lines = np.eye(3, 8, dtype=np.float32)

    places, cosines = nearest_parts(lines[[2, 0]], lines)

    assert (places.tolist(), cosines.tolist()) == ([2, 0], [1, 1])
    assert nearest_parts(lines, lines[:0])[0].tolist() == []
