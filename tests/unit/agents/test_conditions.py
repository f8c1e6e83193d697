from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.condition_wording import LANGUAGE_NAMES, parts_of, told, without
from agents.conditions import conditions_in
from records.language import Language
from records.resume import DEGREE_ORDER, Degree
from retrieval.cities import _names
from retrieval.facts import Conditions
from retrieval.skills import _concepts


def wanted(**given: object) -> Conditions:
    sets = {name: frozenset(value) if isinstance(value, set) else value for name, value in given.items()}
    return Conditions(**sets)  # type: ignore[arg-type]


READ = {
    "everyone in Shanghai with Java and over 10 years": wanted(cities={"Shanghai"}, skills={"Java"}, least_years=10),
    "多少人会 Java 且工作 10 年以上？": wanted(skills={"Java"}, least_years=10),
    "本科及以上，会日语，上海或北京": wanted(
        least_degree="bachelor", languages={"Japanese"}, cities={"Shanghai", "Beijing"}
    ),
    "5+ years": wanted(least_years=5),
    "5 or more years": wanted(least_years=5),
    "至少5年": wanted(least_years=5),
    "at least five years of experience": wanted(least_years=5),
    "十五年以上": wanted(least_years=15),
    "3-5 years": wanted(least_years=3, most_years=5),
    "between 3 and 5 years": wanted(least_years=3, most_years=5),
    "3到5年": wanted(least_years=3, most_years=5),
    "不超过3年": wanted(most_years=3),
    "under 3 years": wanted(most_years=3),
    "no more than 3 years": wanted(most_years=3),
    "8年以内": wanted(most_years=8),
    "3年以上，不超过8年": wanted(least_years=3, most_years=8),
    "不少于5年前端经验": wanted(least_years=5, skills={"Front-end development"}),
    "master's or above": wanted(least_degree="master"),
    "硕士": wanted(least_degree="master"),
    "bachelor": wanted(least_degree="bachelor"),
    "大专及以下": wanted(most_degree="associate"),
    "speaks Japanese": wanted(languages={"Japanese"}),
    "fluent in Japanese and Korean": wanted(languages={"Japanese", "Korean"}),
    "英语流利": wanted(languages={"English"}),
    "JavaScript": wanted(skills={"JavaScript"}),
    "住在上海南京东路": wanted(cities={"Shanghai"}),
}


@pytest.mark.parametrize("words", READ)
def test_a_sentence_is_read_as_its_conditions(words: str) -> None:
    assert conditions_in(words).conditions == READ[words]


@pytest.mark.parametrize(
    "words",
    [
        "experience with 5 people teams",
        "the last 5 years",
        "近5年",
        "under 35 years old",
        "35岁以下",
        "三年级",
        "a 2-year contract",
        "2019年",
        "南京东路",
        "北京大学",
        "University of Toronto",
        "Chinese market",
        "英文简历",
        "LLM.",
        "基本科目",
    ],
)
def test_what_only_looks_like_a_condition_on_years_place_degree_or_language_is_none(words: str) -> None:
    found = conditions_in(words).conditions

    assert found == Conditions(skills=found.skills)


@pytest.mark.parametrize(
    "words",
    [
        *("without Java", "not in Shanghai", "Java or Go", "without a master's", "hasn’t 5 years"),
        *("不会日语", "会日语或韩语", "除了北京", "没有 5 年经验", "不具备 Java", "缺少 Java"),
    ],
)
def test_what_no_condition_can_ask_is_left_and_told(words: str) -> None:
    understood = conditions_in(words)

    assert understood.conditions == Conditions()
    assert understood.rest


@pytest.mark.parametrize(
    "words", ["", "为岗位找候选人", "Find candidates", "列出所有的人", "show me everyone who is in the talent pool"]
)
def test_words_that_ask_for_nothing_leave_nothing(words: str) -> None:
    understood = conditions_in(words)

    assert (understood.conditions, understood.rest) == (Conditions(), ())


def test_what_is_no_condition_is_left() -> None:
    assert conditions_in("how many people did she lead with Java?").rest == ("did she lead",)


@pytest.mark.parametrize(
    ("words", "state"),
    [("closed postings", "closed"), ("已关闭的岗位", "closed"), ("包括已关闭的岗位", None), ("上海", "open")],
)
def test_postings_have_a_state(words: str, state: str | None) -> None:
    assert conditions_in(words, of_postings=True).conditions.state == state


SKILLS = [line.split("\t")[0].lstrip("=?") for line in _concepts()]
years = st.one_of(st.none(), st.integers(1, 40).map(float))
degrees: st.SearchStrategy[Degree | None] = st.sampled_from([None, *DEGREE_ORDER])


@st.composite
def conditions(draw: st.DrawFn) -> Conditions:
    least, most = draw(years), draw(years)
    low, high = draw(degrees), draw(degrees)
    return wanted(
        cities=set(draw(st.lists(st.sampled_from(sorted(set(_names().values()))), max_size=3))),
        least_years=min(least, most) if least and most else least,
        most_years=max(least, most) if least and most else most,
        least_degree=low,
        most_degree=high,
        languages=set(draw(st.lists(st.sampled_from(sorted(LANGUAGE_NAMES)), max_size=2))),
        skills=set(draw(st.lists(st.sampled_from(SKILLS), max_size=3))),
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@given(conditions())
def test_conditions_that_were_told_read_back_the_same(language: Language, asked: Conditions) -> None:
    assert conditions_in(told(asked, language)).conditions == asked


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_skill_that_was_told_reads_back(language: Language) -> None:
    asked = [wanted(skills={skill}) for skill in SKILLS]

    assert [one for one in asked if conditions_in(told(one, language)).conditions != one] == []


@given(conditions())
def test_dropping_every_part_leaves_no_condition(asked: Conditions) -> None:
    left = asked
    for part in parts_of(asked, "en"):
        left = without(left, part.key)

    assert left == Conditions()
