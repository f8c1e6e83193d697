from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.assessors.rule_ratings import Finding
from agents.assessors.rule_wording import (
    Summary,
    comment,
    fit,
    focus,
    gap,
    lines_in_words,
    names,
    reason,
    short,
    strength,
)
from records.assessment import Decision, Verdict
from records.language import Language
from records.posting import Requirement, RequirementKind
from records.resume import Degree


def asked(kind: RequirementKind = "skill", years: float | None = None, degree: Degree | None = None) -> Requirement:
    return Requirement(id="R1", text="{x}", kind=kind, necessity="must", weight=1, years=years, degree=degree)


FINDINGS = st.builds(
    Finding,
    requirement=st.builds(
        asked,
        st.sampled_from(get_args(RequirementKind)),
        st.none() | st.just(5.0),
        st.none() | st.sampled_from(get_args(Degree)),
    ),
    verdict=st.sampled_from(get_args(Verdict)),
    lines=st.sampled_from([(), (4,), (7, 4)]),
    found=st.sampled_from([(), ("Python",)]),
    missing=st.sampled_from([(), ("Kafka", "Machine learning")]),
    weak=st.booleans(),
    by_meaning=st.booleans(),
    stated=st.none() | st.just(8.0),
)


@given(
    FINDINGS,
    st.none() | st.just(6.5),
    st.none() | st.sampled_from(get_args(Degree)),
    st.sampled_from(get_args(Language)),
)
def test_every_finding_has_a_sentence_without_open_blanks(
    finding: Finding, years: float | None, degree: Degree | None, language: Language
) -> None:
    said = comment(finding, years, degree, language)

    assert said.endswith(("。", "."))
    assert "{" not in said
    assert "None" not in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "要求 5 年，简历写明的工作时间约 6.5 年。"),
        ("en", "Asks for 5 years; the resume's dates add up to about 6.5."),
    ],
)
def test_years_are_told_in_years_though_a_degree_is_asked_too(language: Language, said: str) -> None:
    finding = Finding(asked("education", 5, "bachelor"), "met", (4,))

    assert comment(finding, 6.5, "master", language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "要求硕士，简历中最高为本科（第 4 行）。"),
        ("en", "Asks for a master's; the highest degree stated is a bachelor's (line 4)."),
    ],
)
def test_degrees_are_compared_in_words(language: Language, said: str) -> None:
    assert comment(Finding(asked("education", degree="master"), "partial", (4,)), 3, "bachelor", language) == said


def test_skills_have_the_name_that_the_reader_knows() -> None:
    assert names(("Machine learning", "Python"), "zh") == "机器学习、Python"
    assert names(("Machine learning", "Python"), "en") == "Machine learning, Python"


def test_lines_are_listed_in_order() -> None:
    assert lines_in_words((7, 4), "zh") == "4、7"
    assert lines_in_words((7, 4), "en") == "lines 4, 7"
    assert lines_in_words((4,), "en") == "line 4"


def test_a_long_requirement_is_cut_and_a_short_one_only_loses_its_full_stop() -> None:
    assert short("熟悉 Python。") == "熟悉 Python"
    assert len(short("word " * 40)) <= 48
    assert short("word " * 40).endswith("…")


@pytest.mark.parametrize("language", get_args(Language))
def test_words_of_a_posting_are_never_taken_for_blanks(language: Language) -> None:
    text = "{held} {0} {"

    assert text in strength(text, text, language)
    assert text in focus("partial", text, language)
    assert text in gap("not_met", text, text, language)
    assert text in reason("no", [text], language)


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("decided", get_args(Decision))
def test_every_decision_has_a_reason_that_ends(decided: Decision, language: Language) -> None:
    assert reason(decided, [], language).endswith(("。", "."))


def test_the_summary_counts_what_was_rated() -> None:
    counts: dict[Verdict, int] = {"met": 2, "partial": 1, "not_met": 0, "not_stated": 1}
    summary = Summary(counts, must_haves=2, must_haves_held=1, points=5.4, best=("Python",), worst=("Kafka",))

    assert fit(summary, "zh") == (
        "共 4 条要求：满足 2 条，部分满足 1 条，不满足 0 条，未提及 1 条；必备项 1/2 条有依据，按权重计算为 5.4 分。"
        "最有依据的是“Python”。最需要核实的是“Kafka”。"
    )
    assert fit(summary, "en") == (
        "Of 4 requirements 2 are met, 1 partly met, 0 not met and 1 not mentioned; 1 of 2 must-haves have evidence; "
        "by weight that makes 5.4. Best supported: “Python”. To be verified first: “Kafka”."
    )
