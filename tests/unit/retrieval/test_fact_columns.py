"""The columns must judge as the conditions themselves do: who is filtered out decides who is looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from records.resume import DEGREE_ORDER
from retrieval.fact_columns import FactColumns
from retrieval.facts import Conditions, Facts, facts_from_json, facts_to_json

DEGREES = st.none() | st.sampled_from(DEGREE_ORDER)
YEARS = st.none() | st.integers(0, 20).map(float)
CITIES = st.frozensets(st.sampled_from(("Shanghai", "Beijing", "London")))
LANGUAGES = st.frozensets(st.sampled_from(("Mandarin", "English", "Japanese")))
SKILLS = st.frozensets(st.sampled_from(("Java", "Spring Cloud", "SQL", "Python")))
STATES = st.sampled_from(("open", "closed"))
FACTS = st.builds(Facts, CITIES, YEARS, DEGREES, LANGUAGES, SKILLS, st.booleans())
CONDITIONS = st.builds(
    Conditions,
    CITIES,
    YEARS,
    YEARS,
    DEGREES,
    DEGREES,
    LANGUAGES,
    SKILLS,
    st.none() | st.sampled_from(("open", "closed")),
)


@given(st.lists(st.tuples(FACTS, STATES), max_size=8), CONDITIONS)
def test_columns_let_pass_what_fulfils_the_conditions(texts: list[tuple[Facts, str]], conditions: Conditions) -> None:
    columns = FactColumns([facts for facts, _ in texts], [state for _, state in texts])  # type: ignore[arg-type]

    expected = [conditions.fulfilled(facts) and conditions.state in (None, state) for facts, state in texts]
    assert columns.passing(conditions).tolist() == expected


@given(FACTS)
def test_facts_are_kept_as_they_were(facts: Facts) -> None:
    assert facts_from_json(facts_to_json(facts)) == facts


def test_a_kind_of_the_wanted_skill_counts() -> None:
    wanted = Conditions(skills=frozenset({"Java"}))

    assert FactColumns([Facts(skills=frozenset({"Spring Cloud"}))], ["open"]).passing(wanted).tolist() == [True]


def test_what_a_resume_does_not_state_fulfils_nothing_and_what_a_posting_does_not_ask_is_no_bar() -> None:
    columns = FactColumns([Facts(), Facts(asks=True)], ["open", "open"])

    assert columns.passing(Conditions(most_years=3)).tolist() == [False, True]
    assert columns.passing(Conditions(least_years=3)).tolist() == [False, False]
