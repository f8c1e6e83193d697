from __future__ import annotations

import pytest

from agents.claims.meaning import Meaning
from agents.claims.support import supports
from fakes import BagOfWords
from records.posting import Requirement
from records.redacted import RedactedText
from retrieval.redaction import redact_text


def requirement(text: str, **changes: object) -> Requirement:
    fields = {"id": "R1", "text": text, "kind": "skill", "necessity": "must", "weight": 3, **changes}
    return Requirement.model_validate(fields)


def supported(asked: Requirement, *lines: str) -> bool:
    return supports(asked, redact_text(asked.text), [RedactedText(line) for line in lines])


@pytest.mark.parametrize(
    ("asked", "line", "expected"),
    [
        (requirement("Experience with Kafka"), "Ran Kafka for the payments team", True),
        (requirement("Experience with Kafka"), "Sold machines to hospitals", False),
        (requirement("熟悉 Kafka"), "Ran Kafka for the payments team", True),
        (requirement("数据分析"), "Data analysis for a retailer", True),
        (requirement("数据分析"), "Sold machines to hospitals", False),
        (requirement("5 years of work", years=5.0), "Clerk, 2015 - 2021", True),
        (requirement("5 years of work", years=5.0), "Sold machines to hospitals", False),
        (requirement("Bachelor's degree", kind="education", degree="bachelor"), "Quillon University", True),
        (requirement("Bachelor's degree", kind="education", degree="bachelor"), "2015 - 2021", False),
        (requirement("English fluent", kind="language"), "英语流利", True),
        (requirement("English fluent", kind="language"), "Deutsch", False),
    ],
)
def test_lines_support_what_they_speak_of(asked: Requirement, line: str, expected: bool) -> None:
    assert supported(asked, line) is expected


def test_no_line_supports_nothing() -> None:
    assert not supported(requirement("Experience with Kafka"))


def test_a_line_that_only_means_the_same_supports_where_meaning_is_compared() -> None:
    asked, line = requirement("of the with for"), RedactedText("of the with for")  # words that count nothing
    meaning = Meaning(BagOfWords(), [redact_text(asked.text), line])

    assert not supported(asked, line)
    assert supports(asked, redact_text(asked.text), [line], meaning)
