"""What is shown of vectors, without a page."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from agents.vector_view import BINS, best_cells, histogram, vector_view

numbers = st.floats(-1, 1, width=32)
vectors = arrays(np.float32, st.integers(1, 300), elements=numbers)
tables = arrays(np.float32, st.tuples(st.integers(1, 20), st.integers(1, 30)), elements=numbers)


def test_the_first_fifty_numbers_are_shown_and_all_are_kept() -> None:
    view = vector_view(np.full(400, 0.05, dtype=np.float32))

    assert (view.dimensions, len(view.values), len(view.first), view.length) == (400, 400, 50, 1.0)


@given(vectors)
def test_a_histogram_counts_every_number_once(values: np.ndarray) -> None:
    found = histogram(values)

    assert sum(found.counts) == len(values)
    assert len(found.edges) == BINS + 1
    assert found.edges[0] == -found.edges[-1]


def test_a_text_of_nothing_has_a_histogram_too() -> None:
    assert max(histogram(np.zeros(8, dtype=np.float32)).counts) == 8


def test_the_rows_that_reach_highest_are_shown_with_their_best_columns_in_order() -> None:
    cosines = np.array([[0.1, 0.2, 0.1, 0.0], [0.3, 0.0, 0.1, 0.9], [0.0, 0.1, 0.8, 0.7]], dtype=np.float32)

    found = best_cells(cosines, most_rows=2, most_columns=2)

    assert (found.rows, found.columns) == ((1, 2), (2, 3))
    assert found.cosines == ((0.1, 0.9), (0.8, 0.7))


def test_a_rows_best_column_is_shown_before_another_rows_second_best() -> None:
    cosines = np.array([[0.9, 0.8, 0.0], [0.0, 0.0, 0.2]], dtype=np.float32)

    assert best_cells(cosines, most_columns=2).columns == (0, 2)


@pytest.mark.parametrize("shape", [(0, 5), (5, 0), (0, 0)])
def test_a_table_of_nothing_has_no_cells(shape: tuple[int, int]) -> None:
    assert best_cells(np.zeros(shape, dtype=np.float32)).rows == ()


@given(tables)
def test_each_cell_shown_is_the_tables_own(cosines: np.ndarray) -> None:
    found = best_cells(cosines)

    assert len(found.rows) <= 12
    assert len(found.columns) <= 12
    for row, shown in zip(found.rows, found.cosines, strict=True):
        assert shown == tuple(round(float(cosines[row, column]), 4) for column in found.columns)
        assert max(shown) == round(float(cosines[row].max()), 4)
