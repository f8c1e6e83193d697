from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.assessors.assessor import Case
from agents.assessors.rule_assessor import MOST_FOCUS, MOST_STRENGTHS, RuleAssessor
from agents.scorecard import MUST_HAVE_CAP, decision, missing_must_haves, score
from fakes import BagOfWords
from invented import case, posting, resume
from records.assessment import Assessment
from records.errors import NoRequirements
from records.language import Language
from records.posting import Posting, Requirement
from records.resume import Resume
from retrieval.embedding import Vectors
from retrieval.redaction import redact


def nothing_near(candidate: Resume, asked: Posting) -> Vectors:
    return np.zeros((len(asked.requirements), len(candidate.lines)), dtype=np.float32)


def assessed(of: Case) -> Assessment:
    return RuleAssessor(nothing_near, BagOfWords()).assessed(of)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_case_gives_the_same_assessment(language: Language) -> None:
    assert assessed(case(language)) == assessed(case(language))


def test_a_resume_is_rated_requirement_by_requirement_with_its_own_lines() -> None:
    first, *others = posting("en").requirements
    asked = posting("en").model_copy(
        update={"requirements": (first.model_copy(update={"text": "Python and FastAPI"}), *others)}
    )
    candidate = resume("en")
    assessment = assessed(Case(candidate, redact(candidate), asked, "en"))

    assert [(r.requirement, r.verdict) for r in assessment.ratings] == [
        ("R1", "met"),
        ("R2", "partial"),
        ("R3", "not_stated"),
    ]
    assert [evidence.first_line for evidence in assessment.ratings[0].evidence] == [4]
    assert [strength.evidence[0].quote for strength in assessment.strengths] == [candidate.lines[3].text]
    assert [(gap.requirement, gap.severity) for gap in assessment.gaps] == [("R2", "minor"), ("R3", "minor")]


@pytest.mark.parametrize("asker", ["zh", "en"])
def test_it_is_written_in_the_language_of_who_asks(asker: Language) -> None:
    candidate = resume("en")
    written = assessed(Case(candidate, redact(candidate), posting("en"), asker))

    said = [written.fit, written.recommendation.reason, *written.interview_focus]
    assert all(("。" in text or "：" in text) is (asker == "zh") for text in said)


def test_another_person_with_the_same_lines_gets_the_same_judgement() -> None:
    def judged(name: str) -> Assessment:
        candidate = resume("en", name=name)
        return assessed(Case(candidate, redact(candidate), posting("en"), "en"))

    assert judged("Avery Samplewood") == judged("Mary-Jane Invented")


def test_a_posting_that_asks_nothing_is_refused() -> None:
    empty = posting("en").model_copy(update={"requirements": ()})

    with pytest.raises(NoRequirements, match="Senior Backend Engineer"):
        assessed(Case(resume("en"), redact(resume("en")), empty, "en"))


REQUIREMENTS = st.lists(
    st.builds(
        Requirement,
        id=st.just("R"),
        text=st.sampled_from(
            ["Python", "Kubernetes 迁移", "8 years of Rust", "本科", "Fluent English", "沟通", "Rust"]
        ),
        kind=st.sampled_from(["skill", "experience", "education", "language", "duty", "trait"]),
        necessity=st.sampled_from(["must", "nice"]),
        weight=st.floats(min_value=0.1, max_value=10),
        years=st.none() | st.sampled_from([2.0, 8.0]),
        degree=st.none() | st.sampled_from(["bachelor", "doctor"]),
    ),
    min_size=1,
    max_size=6,
)


@given(REQUIREMENTS, st.sampled_from(["zh", "en"]), st.sampled_from(["zh", "en"]))
def test_whatever_is_asked_the_card_is_sound(asked: list[Requirement], of: Language, asker: Language) -> None:
    requirements = tuple(r.model_copy(update={"id": f"R{n}"}) for n, r in enumerate(asked, 1))
    candidate = resume(of)
    given_posting = posting("en").model_copy(update={"requirements": requirements})
    written = assessed(Case(candidate, redact(candidate), given_posting, asker))

    assert written.score == score(written.ratings)
    assert written.recommendation.decision == decision(written.ratings)
    assert not missing_must_haves(written.ratings) or written.score <= MUST_HAVE_CAP
    assert [rating.requirement for rating in written.ratings] == [r.id for r in requirements]
    assert all(bool(rating.evidence) == (rating.verdict != "not_stated") for rating in written.ratings)
    assert len(written.strengths) <= MOST_STRENGTHS
    assert 1 <= len(written.interview_focus) <= MOST_FOCUS
    assert {gap.requirement for gap in written.gaps} == {r.requirement for r in written.ratings if r.verdict != "met"}
