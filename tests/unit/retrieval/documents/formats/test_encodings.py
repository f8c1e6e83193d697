from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.documents.formats.encodings import decoded, decoded_as

CHINESE = "沈样例，五年后端开发经验。\n工作经历：示例货运有限公司，负责订单系统的设计与开发。"
TRADITIONAL = "沈樣例，五年後端開發經驗。\n工作經歷：示例貨運有限公司，負責訂單系統的設計與開發。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "gbk"]
)
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


WORDS = [
    "负责",
    "系统",
    "开发",
    "工作",
    "经验",
    "本科",
    "毕业",
    "项目",
    "管理",
    "软件",
    "大学",
    "公司",
    "熟悉",
    "数据",
    "能力",
]
OLD_WORDS = [
    "負責",
    "系統",
    "開發",
    "工作",
    "經驗",
    "本科",
    "畢業",
    "項目",
    "管理",
    "軟體",
    "大學",
    "公司",
    "熟悉",
    "資料",
    "能力",
]
ENGLISH = ["Résumé", "café", "Engineer", "2019–2021", "Zoë", "naïve", "Python", "team’s", "“lead”", "Málaga", "München"]


def sentences(words: list[str], between: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words), min_size=12, max_size=60).map(between.join)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32-be", "gb18030"])
@given(text=sentences(WORDS, "，"))
def test_simplified_chinese_comes_back_from_every_encoding(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "big5"])
@given(text=sentences(OLD_WORDS, "，"))
def test_traditional_chinese_comes_back_from_every_encoding(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@given(text=sentences(["Worked with a team", *ENGLISH], " and then "))
def test_western_text_comes_back_from_every_encoding(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_a_byte_lost_on_the_way_does_not_cost_the_text() -> None:
    content = (CHINESE * 10).encode("gbk")

    assert (decoded(content[:101] + b"\xff" + content[102:]) or "").endswith(CHINESE)


def test_zeros_at_the_end_of_a_text_are_left_out() -> None:
    assert decoded(CHINESE.encode("gbk") + bytes(64)) == CHINESE


def test_russian_is_not_taken_for_chinese() -> None:
    assert decoded("Опыт работы: разработка программного обеспечения".encode("cp1251")) is None


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "'gb18030'"])
def test_a_declared_encoding_is_taken_at_its_largest(charset: str) -> None:
    assert decoded_as("张喆，镕".encode("gbk"), charset) == "张喆，镕"


@pytest.mark.parametrize("charset", ["utf-7", "rot13", "unicode_escape", "nonsense", None])
def test_encodings_that_are_none_of_a_page_are_not_used(charset: str | None) -> None:
    assert decoded_as(b"+ADw- \\x41", charset) is None
