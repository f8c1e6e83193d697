from __future__ import annotations

from typing import get_args

from agents.words import (
    ASSESSED_BY_WORDS,
    DECISION_WORDS,
    NECESSITY_WORDS,
    SEVERITY_WORDS,
    VERDICT_WORDS,
    evidence_words,
    line_words,
)
from records.assessment import AssessedBy, Decision, Evidence, Severity, Verdict
from records.posting import Necessity


def test_every_value_has_words_in_both_languages() -> None:
    for words, values in (
        (VERDICT_WORDS, Verdict),
        (DECISION_WORDS, Decision),
        (NECESSITY_WORDS, Necessity),
        (SEVERITY_WORDS, Severity),
        (ASSESSED_BY_WORDS, AssessedBy),
    ):
        assert all(set(words[language]) == set(get_args(values)) for language in ("zh", "en"))


def test_places_are_named_as_people_name_them() -> None:
    evidence = [
        Evidence(first_line=3, last_line=3, page=1, quote=""),
        Evidence(first_line=7, last_line=8, page=1, quote=""),
    ]

    assert line_words(3, 3, "zh") == "第 3 行"
    assert evidence_words(evidence, "zh") == "第 3 行、第 7–8 行"
    assert evidence_words(evidence, "en") == "line 3, lines 7–8"
