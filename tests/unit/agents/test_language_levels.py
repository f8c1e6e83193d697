from __future__ import annotations

import pytest

from agents.language_levels import levels_in


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("", {}),
        ("Python", {}),
        ("大学英语六级（CET-6）478 分", {"English": 2}),
        ("CET-4", {"English": 1}),
        ("CET-4/CET-6", {"English": 2}),
        ("英语：CET-6，口语流利", {"English": 3}),
        ("英语流利，日语日常", {"English": 3, "Japanese": 1}),
        ("日语 N1", {"Japanese": 3}),
        ("普通话", {"Chinese": 2}),
        ("Clear written and spoken English", {"English": 2}),
        ("fluent in English and Japanese", {"English": 3, "Japanese": 3}),
        ("fluent in English, French", {"English": 3, "French": 3}),
        ("Native Mandarin, professional English", {"Chinese": 4, "English": 2}),
        ("Mandarin (native), English", {"Chinese": 4, "English": 2}),
        ("English (fluent) and basic German", {"English": 3, "German": 1}),
    ],
)
def test_each_language_has_the_level_that_stands_beside_it(text: str, levels: dict[str, int]) -> None:
    assert levels_in(text) == levels
