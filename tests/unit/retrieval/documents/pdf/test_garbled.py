from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.documents.pdf.garbled import is_garbled

ENGLISH = (
    "Avery Samplewood is an invented engineer who built pricing services in Python and Go, led a team of five, and "
    "reduced the time of the nightly run from six hours to forty minutes."
)
CHINESE = "虚构候选人顾青禾，负责推荐系统的召回与排序模块，使用图神经网络，将点击率提升百分之十二，并带领三人小组。"
TRADITIONAL = "虛構候選人顧青禾，負責推薦系統的召回與排序模組，使用圖神經網路，將點擊率提升百分之十二，並帶領三人小組。"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        CHINESE,
        TRADITIONAL,
        "Développeur logiciel à Orléans, diplômé de l'école élémentaire, très expérimenté: créé, géré, dirigé l'équipe",
        "Geschäftsführer für Überseegeschäfte, zuständig für Qualität und Prüfgeräte, Größe der Abteilung: fünf Köpfe",
        "• Go • Rust • \ue0a0 avery@example.com \ue0a1 +1 555 0100",
        "",
    ],
)
def test_text_in_any_language_makes_sense(text: str) -> None:
    assert not is_garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        CHINESE.encode("gbk").decode("latin-1"),
        CHINESE.encode().decode("latin-1"),
        CHINESE.encode().decode("gbk", "ignore"),
        "".join(chr(max(33, ord(character) - 29)) for character in ENGLISH if character != " "),
        "".join(chr(0xE000 + ord(character) % 0x100) if character != " " else " " for character in ENGLISH),
        "(cid:12)(cid:33)(cid:7) (cid:51)(cid:2)",
        "\ufffd\ufffd\ufffd Avery \ufffd\ufffd",
    ],
)
def test_text_whose_font_lies_about_its_letters_does_not(text: str) -> None:
    assert is_garbled(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz .,", max_size=60))
def test_a_short_text_is_never_called_garbled_for_its_letters(text: str) -> None:
    assert not is_garbled(text)
