from __future__ import annotations

from agents.claims.meaning import FAR_BELOW, NEAR_BELOW, Meaning
from fakes import BagOfWords
from records.language import Language
from records.redacted import RedactedText

CLAIM, OWN, OTHER = (RedactedText(text) for text in ("led twelve nurses", "twelve nurses led", "sold red machines"))


class EnglishOnly(BagOfWords):
    def reads(self, language: Language) -> bool:
        return language == "en"


def test_a_claim_is_far_from_lines_that_share_nothing_and_near_its_own() -> None:
    meaning = Meaning(BagOfWords(strong_line=FAR_BELOW + 0.1), [CLAIM, OWN, OTHER])

    assert meaning.far(CLAIM, [OTHER])
    assert not meaning.far(CLAIM, [OTHER, OWN])
    assert meaning.near(CLAIM, [OTHER, OWN])
    assert not meaning.near(CLAIM, [OTHER])


def test_both_thresholds_are_counted_from_the_strong_line() -> None:
    at_the_border = Meaning(BagOfWords(strong_line=FAR_BELOW), [CLAIM, OTHER])
    barely_near = Meaning(BagOfWords(strong_line=NEAR_BELOW), [CLAIM, OTHER])

    assert not at_the_border.far(CLAIM, [OTHER])
    assert barely_near.near(CLAIM, [OTHER])


def test_what_cannot_be_read_is_neither_far_nor_near() -> None:
    chinese = RedactedText("销售红色设备")
    meaning = Meaning(EnglishOnly(strong_line=0.9), [CLAIM, chinese])

    assert not meaning.far(CLAIM, [chinese])
    assert not meaning.near(CLAIM, [chinese])
    assert not meaning.far(chinese, [CLAIM])


def test_a_claim_is_never_far_while_one_of_its_lines_cannot_be_read() -> None:
    chinese = RedactedText("销售红色设备")
    meaning = Meaning(EnglishOnly(strong_line=0.9), [CLAIM, OTHER, chinese])

    assert meaning.far(CLAIM, [OTHER])
    assert not meaning.far(CLAIM, [OTHER, chinese])


def test_each_text_is_embedded_once() -> None:
    embedding = BagOfWords()
    Meaning(embedding, [CLAIM, OWN, CLAIM, RedactedText(" ")])

    assert embedding.passages == [CLAIM, OWN]
