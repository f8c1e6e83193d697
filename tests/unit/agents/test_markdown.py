from __future__ import annotations

import pytest

from agents.markdown import escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Cut *p95* by 35% | C# <b>", r"Cut \*p95\* by 35% \| C\# \<b\>"),
        ("[1] snake_case `x`", r"\[1\] snake\_case \`x\`"),
        ("- a list", r"\- a list"),
        ("1. a list", r"1\. a list"),
        ("3) a list", r"3\) a list"),
        ("2019.03 – 2024.06", "2019.03 – 2024.06"),
        ("-5 degrees", "-5 degrees"),
        ("two\nlines", "two lines"),
    ],
)
def test_words_of_a_resume_are_shown_as_they_are(text: str, shown: str) -> None:
    assert escaped(text) == shown
