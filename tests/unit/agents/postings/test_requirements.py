from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.postings.requirements import requirements
from records.posting import Requirement
from samples import posting_files

CONDITIONS = "任职要求\n1. 大专以上，男女不限，35岁以下，形象气质佳\n2. 已婚已育优先\n3. 熟悉 Excel"


def asked(text: str) -> dict[str, Requirement]:
    return {requirement.text: requirement for requirement in requirements(f"Title\n{text}")}


def only(text: str) -> Requirement:
    (requirement,) = requirements(f"Title\n{text}")[1:]
    return requirement


def test_the_title_is_the_first_requirement_a_job_like_it_held_before() -> None:
    role = requirements("Data Analyst\nRequirements\n- SQL")[0]

    assert (role.id, role.text, role.kind, role.necessity) == ("R1", "Data Analyst", "experience", "nice")


@pytest.mark.parametrize(
    "title", ["【招聘】幼儿园老师", "🔥急招🔥 幼儿园老师", "诚聘幼儿园老师", "幼儿园老师（女，25-35岁）"]
)
def test_the_role_is_the_title_without_calls_and_conditions(title: str) -> None:
    assert requirements(f"{title}\n任职要求\n- 持有教师资格证")[0].text == "幼儿园老师"


def test_below_a_heading_of_requirements_a_skill_is_a_must_and_below_a_wish_it_is_nice() -> None:
    found = asked("Requirements\n- Knowledge of SQL\nNice to have\n- Knowledge of Kafka")

    assert found["Knowledge of SQL"].necessity == "must"
    assert found["Knowledge of Kafka"].necessity == "nice"
    assert found["Knowledge of Kafka"].weight < found["Knowledge of SQL"].weight


def test_degree_years_and_wish_in_one_sentence_are_three_requirements() -> None:
    degree, years, wish = list(asked("任职要求\n- 本科及以上学历，3年以上产品经验，有社区产品经验优先").values())[1:]

    assert (degree.kind, degree.degree, degree.necessity) == ("education", "bachelor", "must")
    assert (years.kind, years.years, years.necessity) == ("experience", 3, "must")
    assert (wish.kind, wish.necessity) == ("skill", "nice")


def test_a_preferred_degree_is_a_wish_beside_the_degree_asked() -> None:
    found = asked("任职要求\n- 本科及以上学历，硕士优先")

    assert found["本科及以上学历"].necessity == "must"
    assert (found["硕士优先"].degree, found["硕士优先"].necessity) == ("master", "nice")


@pytest.mark.parametrize("words", ["责任心强，能承受压力", "Must be a team player", "Willingness to travel"])
def test_a_trait_is_never_a_must(words: str) -> None:
    requirement = only(f"Requirements\n- {words}")

    assert (requirement.kind, requirement.necessity) == ("trait", "nice")


def test_a_field_of_study_alone_is_no_must() -> None:
    requirement = only("任职要求\n- 美术相关专业毕业")

    assert (requirement.kind, requirement.degree, requirement.necessity) == ("education", None, "nice")


def test_a_duty_is_never_a_must_even_with_a_certificate_in_it() -> None:
    requirement = only("Responsibilities\n- Automate certificate renewals")

    assert (requirement.kind, requirement.necessity) == ("duty", "nice")


def test_what_is_asked_among_the_duties_is_a_skill() -> None:
    assert only("Responsibilities\n- Knowledge of Magento").kind == "skill"


def test_a_language_and_a_certificate_have_their_kinds() -> None:
    found = asked("任职要求\n- 英语六级\n- 持有注册会计师证书")

    assert found["英语六级"].kind == "language"
    assert found["持有注册会计师证书"].kind == "certificate"


def test_conditions_on_age_gender_family_and_looks_never_become_requirements() -> None:
    assert list(asked(CONDITIONS)) == ["Title", "大专以上", "熟悉 Excel"]


def test_a_form_of_years_and_degrees_is_read() -> None:
    found = asked("Experience:\nPHP: 5 years (Required)\nwork: 1 year (Preferred)\nEducation:\nBachelor's (Preferred)")

    assert (found["PHP: 5 years (Required)"].years, found["PHP: 5 years (Required)"].necessity) == (5, "must")
    assert found["work: 1 year (Preferred)"].necessity == "nice"
    assert found["Bachelor's (Preferred)"].degree == "bachelor"


def test_the_same_words_twice_are_one_requirement() -> None:
    assert len(requirements("Title\nRequirements\n- Docker\n- docker.")) == 2


@pytest.mark.parametrize("text", ["", "Title", "Title\n薪资：20-30K\n福利：五险一金"])
def test_a_posting_that_asks_nothing_has_no_requirements(text: str) -> None:
    assert requirements(text) == ()


@pytest.mark.parametrize("file", posting_files(), ids=lambda file: file.stem)
def test_the_bundled_postings_ask_for_no_pay_place_or_company(file: Path) -> None:
    texts = [requirement.text for requirement in requirements(file.read_text(encoding="utf-8"))]

    assert len(texts) >= 15
    assert not [
        text
        for text in texts
        if any(mark in text for mark in ("虚构", "invented", "年薪", "月薪", "K ×", "£", "€", "工作地点", "##"))
    ]


@given(st.text(alphabet="任职要求：本科3年Java,，。;；\n-•1.、 （）()优先ab"))
def test_any_text_is_read_and_names_its_requirements_in_order(text: str) -> None:
    assert [r.id for r in requirements(text)] == [f"R{n}" for n in range(1, len(requirements(text)) + 1)]
