from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from retrieval.fusion import fused

SCORES = arrays(np.float64, 6, elements=st.integers(-100, 100).map(float))
SCALE = st.floats(min_value=0.01, max_value=100)


@given(SCORES, SCORES, SCORES, SCALE)
def test_the_scale_and_zero_of_a_score_do_not_matter(
    lexical: np.ndarray, skills: np.ndarray, dense: np.ndarray, scale: float
) -> None:
    moved = fused(lexical * scale + 7, skills / scale, dense / scale - 3)

    assert np.allclose(moved, fused(lexical, skills, dense), atol=1e-6)


@given(SCORES, SCORES, SCORES)
def test_the_order_of_the_texts_does_not_matter(lexical: np.ndarray, skills: np.ndarray, dense: np.ndarray) -> None:
    turned = np.arange(6)[::-1]

    assert np.allclose(fused(lexical, skills, dense)[turned], fused(lexical[turned], skills[turned], dense[turned]))


def test_a_score_that_tells_nothing_apart_changes_nothing() -> None:
    dense, same = np.array([0.2, 0.4, 0.3]), np.full(3, 7.0)

    assert np.argsort(fused(same, same, dense)).tolist() == [0, 2, 1]


def test_words_in_common_weigh_more_than_skills_or_meaning_alone() -> None:
    first, second = np.array([1.0, 0.0, 0.0]), np.array([0.0, 1.0, 0.0])

    assert fused(first, second, np.zeros(3)).argmax() == 0
    assert fused(first, second, second)[0] == fused(first, second, second)[1]


def test_nothing_and_a_single_text_can_be_fused() -> None:
    assert fused(np.zeros(0), np.zeros(0), np.zeros(0)).tolist() == []
    assert fused(np.ones(1), np.ones(1), np.ones(1)).tolist() == [0.0]
