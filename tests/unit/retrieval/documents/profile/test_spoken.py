from __future__ import annotations

import pytest

from resume_texts import read


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Languages\nSpanish: native\nEnglish: C1", ("Spanish (native)", "English (C1)")),
        ("语言能力：日语 N1，英语六级", ("Japanese (N1)", "English (CET-6)")),
        ("语言\n韩语：母语；英语：CET-4", ("Korean (母语)", "English (CET-4)")),
        ("Languages\nEnglish, Spanish (fluent)", ("English", "Spanish (fluent)")),
        ("Summary\nFluent in German after years in Sampletown", ("German (Fluent)",)),
        ("Experience\nTaught English history", ()),
    ],
)
def test_languages_stand_in_the_resume_s_order_with_its_own_words_for_the_level(
    text: str, languages: tuple[str, ...]
) -> None:
    assert read(text).languages == languages
