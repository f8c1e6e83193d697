"""What holds for every assessor, whoever judges."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest

from agents.assessors.assessor import Assessor, Case, Draft
from agents.assessors.model_assessor import LanguageModelAssessor
from agents.assessors.rule_assessor import RuleAssessor
from agents.scorecard import MUST_HAVE_CAP, decision, missing_must_haves, score
from fakes import BagOfWords, ScriptedChatModel
from invented import case, model_answer
from records.assessment import Assessment, Evidence
from records.errors import NoRequirements
from records.language import Language
from records.posting import Posting
from records.resume import Resume
from retrieval.embedding import Vectors

Make = Callable[[Language], Assessor]


def nothing_near(resume: Resume, posting: Posting) -> Vectors:
    return np.zeros((len(posting.requirements), len(resume.lines)), dtype=np.float32)


def by_rules(language: Language) -> Assessor:
    return RuleAssessor(nothing_near, BagOfWords())


def by_model(language: Language) -> Assessor:
    return LanguageModelAssessor(ScriptedChatModel([json.dumps(model_answer(language), ensure_ascii=False)]), "tiny")


def by_wild_model(language: Language) -> Assessor:
    """A model that keeps the form and nothing else: lines that do not exist, everything met, numbers of its own."""
    answer = model_answer(language)
    nowhere = [{"first_line": 700, "last_line": 3}, {"first_line": 0, "last_line": 0}]
    answer["ratings"] = {
        name: {"lines": nowhere, "verdict": "met", "comment": "40 years, 老练"} for name in answer["ratings"]
    }
    answer["strengths"] = [{"lines": nowhere, "claim": "Won 12 prizes"}, *answer["strengths"]]
    answer["gaps"] = []
    return LanguageModelAssessor(ScriptedChatModel([json.dumps(answer | {"score": 10}, ensure_ascii=False)]), "tiny")


@pytest.fixture(params=[by_rules, by_model, by_wild_model], ids=lambda make: make.__name__)
def make(request: pytest.FixtureRequest) -> Make:
    return request.param


async def parts_of(assessor: Assessor, of: Case) -> list[Draft | Assessment]:
    return [part async for part in assessor.assess(of)]


async def assessed(make: Make, language: Language) -> Assessment:
    *drafts, last = await parts_of(make(language), case(language))
    assert all(isinstance(draft, Draft) for draft in drafts)
    assert isinstance(last, Assessment)
    return last


def evidence_of(assessment: Assessment) -> list[Evidence]:
    return [place for part in (*assessment.ratings, *assessment.strengths) for place in part.evidence]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_quote_is_the_text_of_its_lines_on_their_page(make: Make, language: Language) -> None:
    resume = case(language).resume

    for place in evidence_of(await assessed(make, language)):
        assert 1 <= place.first_line <= place.last_line <= len(resume.lines)
        assert place.quote == resume.quote(place.first_line, place.last_line)
        assert place.page == resume.lines[place.first_line - 1].page


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_requirement_is_rated_once_in_the_postings_order(make: Make, language: Language) -> None:
    asked = case(language).posting.requirements
    ratings = (await assessed(make, language)).ratings

    assert [(r.requirement, r.text, r.kind, r.necessity, r.weight) for r in ratings] == [
        (r.id, r.text, r.kind, r.necessity, r.weight) for r in asked
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_what_is_not_stated_has_no_evidence_and_everything_else_has(make: Make, language: Language) -> None:
    for rating in (await assessed(make, language)).ratings:
        assert bool(rating.evidence) == (rating.verdict != "not_stated")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_score_and_decision_are_the_scorecards(make: Make, language: Language) -> None:
    assessment = await assessed(make, language)

    assert assessment.score == score(assessment.ratings)
    assert 1.0 <= assessment.score <= 10.0
    assert assessment.recommendation.decision == decision(assessment.ratings)
    assert not missing_must_haves(assessment.ratings) or assessment.score <= MUST_HAVE_CAP


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_strength_carries_evidence_and_every_missing_must_have_is_a_gap(
    make: Make, language: Language
) -> None:
    assessment = await assessed(make, language)

    assert all(strength.evidence for strength in assessment.strengths)
    assert {r.requirement for r in missing_must_haves(assessment.ratings)} <= {g.requirement for g in assessment.gaps}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_it_says_what_it_is_about_who_judged_and_in_which_language(make: Make, language: Language) -> None:
    assessment, of = await assessed(make, language), case(language)

    assert (assessment.posting, assessment.resume) == (of.posting.id, of.resume.sha256)
    assert (assessment.assessed_by, assessment.language) == (make(language).name, language)
    assert assessment.fit
    assert assessment.recommendation.reason
    assert assessment.interview_focus


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_same_case_gives_the_same_assessment(make: Make, language: Language) -> None:
    assert await assessed(make, language) == await assessed(make, language)


async def test_a_posting_that_asks_nothing_is_refused(make: Make) -> None:
    empty = case("en").posting.model_copy(update={"requirements": ()})

    with pytest.raises(NoRequirements, match=empty.title):
        await parts_of(make("en"), Case(case("en").resume, case("en").redacted, empty, "en"))
