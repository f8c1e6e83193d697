from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from records.assessment import Assessment, Evidence, Gap, Provenance, Rating, Recommendation, Strength
from records.assessments import Assessments
from records.database import Database
from records.errors import ResumeNotFound
from records.resume import Resume
from records.resumes import Resumes
from records.tables import AssessmentRow

SHA = "ab" * 32
RESUME = Resume("林小禾.pdf", SHA, "pdf", pages=1, language="zh", source="text", lines=())
ASSESSMENT = Assessment(
    posting="nurse",
    resume=SHA,
    assessed_by="rules",
    language="zh",
    fit="较为匹配",
    score=7.5,
    ratings=(),
    strengths=(Strength(claim="带过团队", evidence=(Evidence(first_line=2, last_line=3, page=1, quote="…"),)),),
    gaps=(Gap(claim="无护士资格证", requirement="R2", severity="blocking"),),
    recommendation=Recommendation(decision="maybe", reason="先核实证书"),
    interview_focus=("证书",),
)

SCORES = st.floats(1, 10)
EVIDENCE = st.lists(st.builds(Evidence), min_size=1, max_size=2).map(tuple)
ASSESSMENTS = st.builds(
    Assessment,
    resume=st.just(SHA),
    score=SCORES,
    model_score=st.none() | SCORES,
    ratings=st.lists(st.builds(Rating, weight=st.floats(0.001, 100), evidence=EVIDENCE), max_size=3).map(tuple),
    strengths=st.lists(st.builds(Strength, evidence=EVIDENCE), max_size=3).map(tuple),
)


@pytest.fixture
def assessments(database: Database) -> Assessments:
    Resumes(database, reader_version=1).add(RESUME)
    return Assessments(database)


@given(ASSESSMENTS)
def test_an_assessment_comes_back_as_it_was_given(shared_database: Database, assessment: Assessment) -> None:
    Resumes(shared_database, reader_version=1).add(RESUME)
    assessments = Assessments(shared_database)

    case_of_its_own = assessment.model_dump_json()
    assessments.add(assessment, "v1", case_of_its_own)

    assert assessments.find(SHA, assessment.posting, "v1", case_of_its_own) == assessment


def test_a_case_already_assessed_is_found(assessments: Assessments) -> None:
    assessments.add(ASSESSMENT, "v1", "rules-zh")

    assert assessments.find(SHA, "nurse", "v1", "rules-zh") == ASSESSMENT


@pytest.mark.parametrize(
    "case",
    [
        ("cd" * 32, "nurse", "v1", "rules-zh"),
        (SHA, "baker", "v1", "rules-zh"),
        (SHA, "nurse", "v2", "rules-zh"),
        (SHA, "nurse", "v1", "rules-en"),
    ],
    ids=["another resume", "another posting", "the posting changed", "another assessor, wording or language"],
)
def test_any_other_case_is_not_found(assessments: Assessments, case: tuple[str, str, str, str]) -> None:
    assessments.add(ASSESSMENT, "v1", "rules-zh")

    assert assessments.find(*case) is None


def test_the_latest_assessment_is_the_one_given_last(assessments: Assessments) -> None:
    by_model = ASSESSMENT.model_copy(update={"assessed_by": "model", "model_score": 6.0})

    assessments.add(ASSESSMENT, "v1", "rules-zh")
    assessments.add(by_model, "v2", "qwen3-zh")

    assert assessments.latest(SHA, "nurse") == by_model


def test_a_pair_never_assessed_has_no_latest_assessment(assessments: Assessments) -> None:
    assert assessments.latest(SHA, "nurse") is None


def test_all_assessments_of_a_resume_are_kept_newest_first(assessments: Assessments) -> None:
    other = ASSESSMENT.model_copy(update={"posting": "baker", "score": 2.0})

    for given_now, version in ((ASSESSMENT, "v1"), (other, "v1"), (ASSESSMENT, "v2")):
        assessments.add(given_now, version, "rules-zh")

    assert assessments.for_resume(SHA) == (ASSESSMENT, other, ASSESSMENT)


def test_a_case_assessed_twice_at_once_keeps_the_first_assessment(assessments: Assessments) -> None:
    assessments.add(ASSESSMENT, "v1", "rules-zh")
    number = assessments.number(SHA, "nurse", "v1", "rules-zh")

    assessments.add(ASSESSMENT.model_copy(update={"score": 2.0}), "v1", "rules-zh")

    assert assessments.for_resume(SHA) == (ASSESSMENT,)
    assert assessments.number(SHA, "nurse", "v1", "rules-zh") == number
    assert assessments.number(SHA, "nurse", "v2", "rules-zh") is None


def test_a_resume_that_is_not_on_record_cannot_have_been_assessed(assessments: Assessments) -> None:
    with pytest.raises(ResumeNotFound):
        assessments.add(ASSESSMENT.model_copy(update={"resume": "cd" * 32}), "v1", "rules-zh")


def test_the_wording_a_model_was_asked_with_stands_beside_its_assessment(
    assessments: Assessments, database: Database
) -> None:
    asked = Provenance(model="qwen3", wording="ab" * 32, seed=0)
    assessments.add(ASSESSMENT, "v1", "rules-zh")
    assessments.add(ASSESSMENT.model_copy(update={"assessed_by": "model", "provenance": asked}), "v1", "model-zh")

    with database.reading() as session:
        assert list(session.scalars(select(AssessmentRow.wording).order_by(AssessmentRow.id))) == [None, "ab" * 32]
