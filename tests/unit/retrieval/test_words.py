from __future__ import annotations

import pytest

from retrieval.words import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("。，!? --", []),
        ("C++ C# .NET Node.js CI-CD 3.5", ["c++", "c#", ".net", "node.js", "ci-cd", "3.5"]),
        ("ASP.NET/C#", ["asp.net", "c#"]),
        ("成本核算", ["成本", "本核", "核算"]),
        ("核", ["核"]),
        ("熟悉Python开发", ["熟悉", "python", "开发"]),
        ("Led, led; LED.", ["led", "led", "led"]),
    ],
)
def test_words_are_names_of_tools_and_pairs_of_chinese_characters(text: str, found: list[str]) -> None:
    assert words(text) == found
