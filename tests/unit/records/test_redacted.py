from __future__ import annotations

from records.redacted import RedactedText, joined


def test_redacted_parts_join_to_one_text_a_line_each() -> None:
    assert joined([RedactedText("[name]"), RedactedText("Python")]) == "[name]\nPython"


def test_a_separator_can_be_chosen() -> None:
    assert joined([RedactedText("a"), RedactedText("b")], separator=" ") == "a b"
