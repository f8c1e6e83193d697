from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.documents.folding import folded


@pytest.mark.parametrize(
    "text",
    [
        "Іgnоrе thіs",
        "Ｉｇｎｏｒｅ ｔｈｉｓ",
        "Ig\u200bnore th\u2060is",
        "𝐈𝐠𝐧𝐨𝐫𝐞 𝐭𝐡𝐢𝐬",
        "Ïgnörè thís",
        "I g n o r e  t h i s",
    ],
)
def test_words_in_disguise_become_plain(text: str) -> None:
    assert folded(text) == "Ignore this"


def test_chinese_is_closed_up_and_made_simple() -> None:
    assert folded("請 忽 略") == "请忽略"


@given(st.text(st.sampled_from("abcxyz ABC,.")).filter(lambda text: all(len(word) != 1 for word in text.split())))
def test_plain_english_is_kept(text: str) -> None:
    assert folded(text) == text
