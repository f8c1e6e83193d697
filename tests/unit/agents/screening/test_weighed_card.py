from __future__ import annotations

import pytest

import invented
from agents.scorecard import score
from agents.screening.weighed_card import as_weighed
from agents.screening.weighing import Change, changed
from records.language import Language
from screened import export, people

OWN = invented.posting().requirements


def test_under_its_own_weights_an_assessment_is_the_stored_one() -> None:
    place = export().places[0]

    assert as_weighed(place) is place.assessment


def test_under_other_weights_score_decision_and_ratings_are_those_of_the_shortlist() -> None:
    (place,) = export(people()[:1], requirements=changed(OWN, [Change("R3", "must")])).places

    card = as_weighed(place)

    assert card.ratings == place.ratings
    assert card.score == place.score == score(card.ratings)
    assert card.recommendation.decision == place.decision == "maybe"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reason_names_what_is_missing_under_these_weights(language: Language) -> None:
    own = invented.posting(language).requirements
    (place,) = export(people(language)[:1], language, changed(own, [Change("R3", "must")])).places

    assert own[2].text in as_weighed(place).recommendation.reason


def test_a_missing_must_have_becomes_a_gap_and_what_weighs_nothing_is_none() -> None:
    then = changed(OWN, [Change("R3", "must"), Change("R2", "ignore")])
    (place,) = export(people()[:1], requirements=then).places

    assert [(gap.requirement, gap.severity) for gap in as_weighed(place).gaps] == [("R3", "major")]


def test_the_summary_that_rules_wrote_counts_anew_and_what_a_model_wrote_stays() -> None:
    one = people()[0]
    by_rules = one.assessment.model_copy(update={"assessed_by": "rules"})
    then = changed(OWN, [Change("R3", "must")])
    (model,) = export([one], requirements=then).places
    (rules,) = export([type(one)(1, one.file, one.candidate, by_rules, {})], requirements=then).places

    assert as_weighed(model).fit == one.assessment.fit
    assert f"{rules.score:.1f}" in as_weighed(rules).fit
