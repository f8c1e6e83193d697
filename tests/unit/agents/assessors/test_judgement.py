from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.assessors.answer_schema import ModelAnswer
from agents.assessors.judgement import assessment_of
from agents.assessors.pointing import LONGEST_PLACE, evidence_at
from agents.json_schema import Lines
from agents.scorecard import decision, score
from invented import case, model_answer, resume
from records.assessment import Assessment
from records.language import Language

TODAY = date(2026, 11, 20)


def assessed(answer: dict[str, Any], language: Language = "en") -> Assessment:
    return assessment_of(case(language), ModelAnswer.model_validate(answer), TODAY)


def spans(*places: tuple[int, int]) -> list[tuple[int, int]]:
    lines = [Lines(first_line=first, last_line=last) for first, last in places]
    return [(evidence.first_line, evidence.last_line) for evidence in evidence_at(resume(), lines)]


def test_a_quote_is_the_text_of_its_lines() -> None:
    (evidence,) = assessed(model_answer()).ratings[0].evidence

    assert evidence.quote == "Led a team of 4 and built order services in Python and FastAPI"
    assert (evidence.first_line, evidence.page) == (4, 2)


def test_a_good_answer_raises_no_flag() -> None:
    assert assessed(model_answer("en"), "en").flags == ()
    assert assessed(model_answer("zh"), "zh").flags == ()


def test_turned_around_line_numbers_are_put_in_order() -> None:
    assert spans((5, 3)) == [(3, 5)]


def test_a_place_beyond_the_last_line_is_dropped_not_moved() -> None:
    assert spans((90, 95), (0, 0), (2, 2)) == [(2, 2)]


def test_a_place_that_runs_past_the_end_stops_at_the_last_line() -> None:
    assert spans((5, 99)) == [(5, 6)]


def test_the_same_place_counts_once_and_places_come_in_order() -> None:
    assert spans((4, 4), (2, 2), (4, 4)) == [(2, 2), (4, 4)]


@given(st.lists(st.tuples(st.integers(-5, 500), st.integers(-5, 500)), max_size=6))
def test_evidence_always_lies_in_the_resume_and_is_never_long(places: list[tuple[int, int]]) -> None:
    for first, last in spans(*places):
        assert 1 <= first <= last <= 6
        assert last - first < LONGEST_PLACE


@pytest.mark.parametrize("verdict", ["met", "partial", "not_met"])
def test_a_verdict_without_lines_becomes_not_stated_and_is_flagged(verdict: str) -> None:
    answer = model_answer()
    answer["ratings"]["R1"] |= {"verdict": verdict, "lines": []}
    assessment = assessed(answer)

    assert assessment.ratings[0].verdict == "not_stated"
    assert assessment.flags[0].startswith("R1 (Python in production): the model pointed at no line")


def test_an_invented_line_number_does_not_raise_the_score() -> None:
    answer = model_answer()
    answer["ratings"]["R3"] |= {"verdict": "met", "lines": [{"first_line": 77, "last_line": 78}]}

    assert assessed(answer).score == assessed(model_answer()).score


def test_score_and_decision_come_from_the_scorecard() -> None:
    assessment = assessed(model_answer() | {"score": 8})

    assert assessment.score == score(assessment.ratings) == 7.0
    assert assessment.recommendation.decision == decision(assessment.ratings) == "yes"
    assert assessment.recommendation.reason == "Strong in Python."
    assert assessment.model_score == 8


@pytest.mark.parametrize(("own", "flagged"), [(5, True), (6, False), (8, False), (9, True)])
def test_scores_two_or_more_apart_ask_for_a_person(own: int, flagged: bool) -> None:
    assert bool([flag for flag in assessed(model_answer() | {"score": own}).flags if "far apart" in flag]) is flagged


def test_advice_on_another_side_than_the_scorecard_is_flagged() -> None:
    answer = model_answer("zh")
    answer["recommendation"]["decision"] = "no"

    assert assessed(answer, "zh").flags == (
        "模型的建议是“不建议面试”，按评分卡是“建议面试”；这里采用评分卡的建议，请留意理由是否相符。",
    )


def test_a_strength_with_a_changed_number_is_flagged() -> None:
    answer = model_answer()
    answer["strengths"][0]["claim"] = "Led a team of 40."

    assert assessed(answer).flags == (
        "Strength “Led a team of 40.” states “40”; its lines do not. Please check the resume.",
    )


def test_a_claim_that_is_made_three_times_is_doubted_once() -> None:
    answer = model_answer()
    answer["strengths"] = [answer["strengths"][0] | {"claim": "Led a team of 40."}] * 3
    assessment = assessed(answer)

    assert len(assessment.strengths) == 3
    assert len(assessment.flags) == 1


def test_a_strength_may_not_borrow_its_numbers_from_the_posting() -> None:
    answer = model_answer("zh")
    answer["strengths"][0]["claim"] = "有 8 年后端经验。"

    assert "“8”" in assessed(answer, "zh").flags[0]


def test_a_comment_may_repeat_what_the_requirement_asks() -> None:
    answer = model_answer()
    answer["ratings"]["R2"]["comment"] = "8 years are asked."

    assert assessed(answer).flags == ()


def test_a_comment_with_a_number_of_its_own_is_flagged() -> None:
    answer = model_answer("zh")
    answer["ratings"]["R1"]["comment"] = "用 Python 开发过 30 个服务。"

    assert assessed(answer, "zh").flags == (
        "R1（熟练使用 Python 开发后端服务）：说明里的“30”没有所引的行支持，请核对原文。",
    )


def test_a_number_of_the_summary_must_stand_in_resume_or_posting() -> None:
    flags = assessed(model_answer() | {"fit": "Fifteen years with 12 services."}).flags

    assert flags == ("The summary states “Fifteen”; neither the resume nor the posting does. Please check.",)


def test_a_strength_that_points_nowhere_is_left_out_and_flagged() -> None:
    answer = model_answer()
    answer["strengths"][0]["lines"] = [{"first_line": 60, "last_line": 61}]
    assessment = assessed(answer)

    assert assessment.strengths == ()
    assert "left out" in assessment.flags[0]


def test_a_gap_for_a_requirement_rated_met_is_flagged_and_not_listed() -> None:
    answer = model_answer()
    answer["gaps"].append({"requirement": "R1", "claim": "Too little Python."})
    assessment = assessed(answer)

    assert [gap.requirement for gap in assessment.gaps] == ["R2"]
    assert "also named it a gap" in assessment.flags[0]


def test_a_must_have_that_the_model_forgot_among_the_gaps_is_added_with_its_comment() -> None:
    answer = model_answer()
    answer["gaps"] = []
    answer["ratings"]["R1"] |= {"verdict": "not_met"}

    assert [(gap.requirement, gap.severity, gap.claim) for gap in assessed(answer).gaps] == [
        ("R1", "blocking", "Built order services in Python."),
        ("R2", "minor", "5 of the 8 years asked."),
    ]


def test_verdicts_on_lines_that_do_not_speak_of_them_are_set_back_and_told_in_one_sentence() -> None:
    answer = model_answer()
    for requirement in ("R1", "R2"):
        answer["ratings"][requirement] |= {"verdict": "met", "lines": [{"first_line": 1, "last_line": 1}]}
    assessment = assessed(answer)

    assert {rating.verdict for rating in assessment.ratings[:2]} == {"not_stated"}
    assert (
        "R1, R2: the lines given do not speak of these, so the verdicts were set to “not stated”." in assessment.flags
    )


def test_a_gap_that_the_model_did_not_name_says_what_is_asked_for() -> None:
    answer = model_answer()
    answer["gaps"] = []
    answer["ratings"]["R1"] |= {"verdict": "not_stated", "lines": [], "comment": "Not mentioned."}
    asked = {requirement.id: requirement.text for requirement in case("en").posting.requirements}

    assert next(gap.claim for gap in assessed(answer).gaps if gap.requirement == "R1") == asked["R1"]
