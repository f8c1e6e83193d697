from __future__ import annotations

import pytest

from chat.reading_words import suspicious_because, unseen_because, warnings_told
from records.language import HAN, Language
from retrieval.documents import suspicious, unseen

REASONS = [value for name, value in vars(unseen).items() if name.isupper() and isinstance(value, str) and " " in value]


def test_pages_of_which_the_same_is_said_share_a_sentence() -> None:
    told = warnings_told(("recognised:1", "page_without_text:4", "recognised:3"), "zh")

    assert len(told) == 2
    assert told[0].startswith("第 1、3 页")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_warning_that_has_no_words_yet_is_shown_and_stops_nothing(language: Language) -> None:
    (told,) = warnings_told(("something_new:2",), language)

    assert "something_new:2" in told


@pytest.mark.parametrize("why", [*REASONS, unseen.COVERED, unseen.CLIPPED])
def test_every_reason_for_which_text_is_unseen_has_words_in_both_languages(why: str) -> None:
    assert HAN.search(unseen_because(why, "zh"))
    assert not HAN.search(unseen_because(why, "en"))


def test_every_reason_for_which_a_line_is_suspicious_has_words_in_chinese() -> None:
    reasons = {why for _, why in suspicious._RULES}

    assert reasons
    assert all(HAN.search(suspicious_because(why, "zh")) for why in reasons)
