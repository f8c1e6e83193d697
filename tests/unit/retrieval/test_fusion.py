from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from retrieval.fusion import fused

SCORES = arrays(np.float64, 6, elements=st.integers(-100, 100).map(float))
SCALE = st.floats(min_value=0.01, max_value=100)


@given(SCORES, SCORES, SCALE, st.floats(min_value=-50, max_value=50))
def test_the_scale_and_zero_of_either_score_do_not_matter(
    lexical: np.ndarray, dense: np.ndarray, scale: float, shift: float
) -> None:
    moved = fused(lexical * scale + shift, dense / scale - shift)

    assert np.allclose(moved, fused(lexical, dense), atol=1e-6)


@given(SCORES, SCORES)
def test_the_order_of_the_texts_does_not_matter(lexical: np.ndarray, dense: np.ndarray) -> None:
    turned = np.arange(6)[::-1]

    assert np.allclose(fused(lexical, dense)[turned], fused(lexical[turned], dense[turned]))


def test_a_score_that_tells_nothing_apart_changes_nothing() -> None:
    dense = np.array([0.2, 0.4, 0.3])

    assert np.argsort(fused(np.full(3, 7.0), dense)).tolist() == [0, 2, 1]


def test_nothing_and_a_single_text_can_be_fused() -> None:
    assert fused(np.zeros(0), np.zeros(0)).tolist() == []
    assert fused(np.ones(1), np.ones(1)).tolist() == [0.0]
