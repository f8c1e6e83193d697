from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from agents.assessors.assessor import Case
from agents.assessors.rule_ratings import Finding, findings
from fakes import BagOfWords
from invented import resume
from records.language import Language
from records.posting import Posting, Requirement, RequirementKind
from records.resume import Degree, Education, Line, Profile, Resume
from retrieval.redaction import redact


class EnglishOnly(BagOfWords):
    def reads(self, language: Language) -> bool:
        return language == "en"


def asked(
    text: str, kind: RequirementKind = "skill", years: float | None = None, degree: Degree | None = None
) -> Requirement:
    return Requirement(id="R1", text=text, kind=kind, necessity="must", weight=1, years=years, degree=degree)


def made(*lines: str, **profile: object) -> Resume:
    return replace(
        resume("en"),
        lines=tuple(Line(n, 1, text, "experience") for n, text in enumerate(lines, 1)),
        profile=Profile(**profile),  # type: ignore[arg-type]
    )


def found(requirement: Requirement, candidate: Resume, nearest: dict[int, float] | None = None) -> Finding:
    similarities = np.zeros((1, len(candidate.lines)), dtype=np.float32)
    for line, cosine in (nearest or {}).items():
        similarities[0, line - 1] = cosine
    posting = Posting(id="p", title="x", text="x", language="en", requirements=(requirement,))
    (finding,) = findings(Case(candidate, redact(candidate), posting, "en"), similarities, EnglishOnly())
    return finding


@pytest.mark.parametrize(
    ("lines", "verdict", "where"),
    [
        (("Python, Kafka, SQL and Docker",), "met", (1,)),
        (("Sales", "Python and Kafka"), "partial", (2,)),
        (("Python",), "not_stated", ()),
        (("no Python, no Kafka, no SQL, no Docker",), "not_met", (1,)),
        (("some Python, some Kafka, some SQL, some Docker",), "partial", (1,)),
    ],
)
def test_a_requirement_is_rated_by_how_much_of_it_the_lines_hold(
    lines: tuple[str, ...], verdict: str, where: tuple[int, ...]
) -> None:
    finding = found(asked("Python, Kafka, SQL, Docker"), made(*lines))

    assert (finding.verdict, finding.lines) == (verdict, where)


def test_a_line_near_in_meaning_makes_a_requirement_partly_met_and_says_so() -> None:
    finding = found(asked("Steering vessels"), made("Sales", "Harbour pilot"), {2: 0.9})

    assert (finding.verdict, finding.lines, finding.by_meaning) == ("partial", (2,), True)


@pytest.mark.parametrize(
    ("requirement", "line"), [("驾驶船舶", "Harbour pilot"), ("Steering vessels", "港口引航员"), ("Steering", "pilot")]
)
def test_meaning_counts_only_far_above_the_line_and_in_a_language_the_model_reads(requirement: str, line: str) -> None:
    cosine = 0.45 if line == "pilot" else 0.95

    assert found(asked(requirement), made(line), {1: cosine}).verdict == "not_stated"


@pytest.mark.parametrize(("held", "verdict"), [(8.0, "met"), (5.0, "met"), (3.0, "partial"), (2.9, "not_met")])
def test_years_are_compared_with_the_years_dated(held: float, verdict: str) -> None:
    candidate = made("Python services", years_experience=held)

    assert found(asked("5 years of Python", "experience", years=5), candidate).verdict == verdict


def test_enough_years_in_something_else_are_partly_met() -> None:
    candidate = replace(resume("en"), profile=replace(resume("en").profile, years_experience=9.0))

    assert found(asked("5 years of deep-sea welding", "experience", years=5), candidate).verdict == "partial"


def test_more_years_claimed_than_dated_are_partly_met_at_the_line_that_claims_them() -> None:
    finding = found(
        asked("5 years of Python", "experience", years=5), made("Python", "8 years of Python", years_experience=3.0)
    )

    assert (finding.verdict, finding.lines, finding.stated) == ("partial", (2,), 8.0)


def test_without_any_years_related_lines_are_partly_met_and_none_are_not_stated() -> None:
    requirement = asked("5 years of Python", "experience", years=5)

    assert found(requirement, made("Python services")).verdict == "partial"
    assert found(requirement, made("Sales")).verdict == "not_stated"


@pytest.mark.parametrize(
    ("needed", "held", "verdict"),
    [
        ("bachelor", "master", "met"),
        ("bachelor", "bachelor", "met"),
        ("master", "bachelor", "partial"),
        ("doctor", "bachelor", "not_met"),
        ("bachelor", None, "not_stated"),
    ],
)
def test_a_degree_is_compared_with_the_highest(needed: Degree, held: Degree | None, verdict: str) -> None:
    education = (Education(2, held, "Invented University", "", None, None),) if held else ()
    candidate = made("Sales", "Invented University", highest_degree=held, education=education)
    finding = found(asked("degree", "education", degree=needed), candidate)

    assert finding.verdict == verdict
    assert finding.lines == ((2,) if held else ())


@pytest.mark.parametrize(
    ("requirement", "line", "verdict"),
    [
        ("英语六级", "CET-6 510", "met"),
        ("英语六级", "CET-4", "partial"),
        ("Fluent English", "英语：雅思 7.5", "met"),
        ("日语 N2", "English", "not_stated"),
    ],
)
def test_a_language_is_compared_by_level_across_languages(requirement: str, line: str, verdict: str) -> None:
    assert found(asked(requirement, "language"), made("Sales", line)).verdict == verdict


@pytest.mark.parametrize(
    "requirement", [asked(""), asked("x", years=3), asked("x", degree="master"), asked("沟通能力")]
)
def test_nothing_is_said_that_no_line_shows(requirement: Requirement) -> None:
    finding = found(requirement, made("", years_experience=6.0, highest_degree="master"))

    assert (finding.verdict, finding.lines) == ("not_stated", ())
