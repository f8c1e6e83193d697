from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.documents.formats.encodings import decoded

CHINESE = "沈样例，五年后端开发经验。\n工作经历：示例货运有限公司，负责订单系统的设计与开发。"
TRADITIONAL = "沈樣例，五年後端開發經驗。\n工作經歷：示例貨運有限公司，負責訂單系統的設計與開發。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_chinese_text_survives_every_common_encoding(encoding: str) -> None:
    assert decoded(CHINESE.encode(encoding)) == CHINESE


def test_traditional_chinese_in_big5_is_not_taken_for_gb18030() -> None:
    assert decoded(TRADITIONAL.encode("big5")) == TRADITIONAL


def test_an_accent_from_windows_is_kept() -> None:
    assert decoded("Résumé of Zoë Samplewood, born in Invented Town".encode("cp1252")) == (
        "Résumé of Zoë Samplewood, born in Invented Town"
    )


def test_utf_16_without_its_mark_is_read() -> None:
    assert decoded("Avery Samplewood".encode("utf-16-le")) == "Avery Samplewood"


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\x00" * 100, codecs.BOM_UTF8 + b"\xff\xfe\xfd"])
def test_bytes_that_are_no_text_are_said_to_be_none(content: bytes) -> None:
    assert decoded(content) is None


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf_8_is_never_misread(text: str) -> None:
    assert decoded(codecs.BOM_UTF8 + text.encode()) == text
