from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import invented
from agents.protected_traits import trait_asked
from agents.screening.question_conditions import Flagged, MustHaves
from agents.screening.questions import Answered, BatchQuestions, asks_batch
from agents.screening.questions_told import answer_of, answered_told
from agents.screening.shortlist import Place
from records.errors import NothingToFind, TraitProtected
from records.resume import DEGREE_ORDER, Education, Resume
from retrieval.facts import Facts
from unit.agents.screening.listed import MET, Kept, Verdicts, places, resume_of

OWN = invented.posting().requirements
NONE: Verdicts = ("not_stated", "not_stated", "not_stated")
ANN, BO, CY, DEE = PLACES = places(
    {"Ann": MET, "Bo": ("partial", "met", "met"), "Cy": ("not_met", "met", "met"), "Dee": NONE}
)
KUBERNETES = Facts(skills=frozenset({"Kubernetes"}), years=6.0, languages=frozenset({"English", "German"}))
FACTS = {
    ANN.resume: KUBERNETES,
    BO.resume: Facts(skills=frozenset({"Kubernetes"}), degree="master"),
    CY.resume: Facts(skills=frozenset({"Java"}), years=9.0, languages=frozenset({"English", "French"})),
    DEE.resume: Facts(skills=frozenset({"Kubernetes"}), years=2.0, languages=frozenset({"English"})),
}
RESUMES = tuple(resume_of(place) for place in PLACES)


def asked(question: str, resumes: tuple[Resume, ...] = RESUMES, where: tuple[Place, ...] = PLACES) -> Answered:
    kept = Kept(FACTS, resumes)
    return BatchQuestions(kept.facts, kept.resumes).answer(question, where, "en", OWN)


def names(found: Answered) -> tuple[list[str], list[str], list[str]]:
    yes, no, unknown = ([one.place.candidate for one in group] for group in (found.yes, found.no, found.unknown))
    return yes, no, unknown


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        ("who has Kubernetes and over 5 years?", (["Ann"], ["Cy", "Dee"], ["Bo"])),
        ("谁会 Kubernetes 而且有 5 年以上经验？", (["Ann"], ["Cy", "Dee"], ["Bo"])),
        ("who has Kubernetes or Java?", (["Ann", "Bo", "Cy", "Dee"], [], [])),
        ("who lacks German?", (["Cy"], ["Ann"], ["Bo", "Dee"])),
        ("how many have a master's degree", (["Bo"], [], ["Ann", "Cy", "Dee"])),
        ("who meets all must-haves?", (["Ann", "Bo"], ["Cy"], ["Dee"])),
        ("who is missing a must-have?", (["Cy"], ["Ann", "Bo"], ["Dee"])),
        ("who meets R1?", (["Ann", "Bo"], ["Cy"], ["Dee"])),
        ("who fully meets R1?", (["Ann"], ["Bo", "Cy"], ["Dee"])),
        ("who scores below 2?", (["Dee"], ["Ann", "Bo", "Cy"], [])),
        ("of the first two, who has Kubernetes?", (["Ann", "Bo"], ["Cy", "Dee"], [])),
    ],
)
def test_everyone_is_in_one_of_three_groups(question: str, groups: tuple[list[str], list[str], list[str]]) -> None:
    assert names(asked(question)) == groups


QUESTIONS = st.sampled_from(
    [
        "who has Kubernetes and over 5 years?",
        "谁不会德语",
        "who has Java or Go but no German?",
        "谁必备条件都满足而且有硕士学历",
        "who scores above 7 and lives in Shanghai?",
        "前三名里谁有标记",
        "who is recommended for an interview and doesn't know Kubernetes?",
    ]
)
FACT = st.builds(
    Facts,
    cities=st.frozensets(st.sampled_from(["Shanghai", "Beijing"])),
    years=st.none() | st.floats(0, 40),
    degree=st.none() | st.sampled_from(DEGREE_ORDER),
    languages=st.frozensets(st.sampled_from(["English", "German", "French"])),
    skills=st.frozensets(st.sampled_from(["Kubernetes", "Java", "Go"])),
)
VERDICT = st.sampled_from(["met", "partial", "not_met", "not_stated"])


@given(
    QUESTIONS, st.lists(st.tuples(st.tuples(VERDICT, VERDICT, VERDICT), st.none() | FACT, st.booleans()), max_size=8)
)
def test_the_groups_together_are_everyone_once(
    question: str, people: list[tuple[Verdicts, Facts | None, bool]]
) -> None:
    where = places({f"Nobody {n}": verdicts for n, (verdicts, *_) in enumerate(people)})
    by_ordinal = {place.ordinal: place for place in where}
    facts = {by_ordinal[n].resume: one for n, (_, one, _) in enumerate(people, start=1) if one is not None}
    resumes = [resume_of(by_ordinal[n]) for n, (*_, kept) in enumerate(people, start=1) if kept]
    kept = Kept(facts, resumes)

    found = BatchQuestions(kept.facts, kept.resumes).answer(question, where, "zh", OWN)

    assert sorted(one.place.ordinal for one in found.everyone) == sorted(by_ordinal)
    assert len(found.yes) + len(found.no) + len(found.unknown) == len(where)
    assert len(answer_of(found, "zh").rows) == len(where)


def test_who_fulfils_a_condition_is_shown_with_the_lines_that_name_it() -> None:
    (ann, *_) = asked("who has Kubernetes and over 5 years?").yes

    years, skill = ann.grounds
    assert [place.quote for place in skill.evidence] == ["Cut *p95* latency by 35% | moved 12 services to Kubernetes"]
    assert years.words == "6 years of work"
    assert [place.first_line for place in years.evidence] == [3]


def test_the_lines_of_a_rating_come_before_those_of_the_resume() -> None:
    facts = {place.resume: Facts(skills=frozenset({"Python"})) for place in PLACES}
    kept = Kept(facts, [])

    found = BatchQuestions(kept.facts, kept.resumes).answer("who has Python?", PLACES, "en", OWN)

    assert names(found) == (["Ann", "Bo", "Dee"], ["Cy"], [])  # Cy's rating says that it is not met
    assert [(place.first_line, place.last_line) for place in found.yes[0].grounds[0].evidence] == [(4, 5)]


def test_too_few_years_with_a_skill_are_no_lack_of_the_skill() -> None:
    rated = ANN.ratings[1].model_copy(update={"text": "8 years of Kubernetes", "verdict": "not_met"})
    place = replace(ANN, ratings=(rated,))

    assert names(asked("who has Kubernetes?", where=(place,))) == (["Ann"], [], [])


def test_a_degree_is_shown_by_the_line_that_names_it() -> None:
    own = resume_of(BO, "Bo", "Invented Institute", "Master of Design")
    profile = replace(own.profile, education=(Education(2, "master", "Invented Institute", "Design", None, None),))

    (bo,) = asked("who has a master's degree?", (replace(own, profile=profile),)).yes

    assert [place.quote for place in bo.grounds[0].evidence] == ["Master of Design"]


def test_a_skill_that_is_named_only_to_be_denied_is_none() -> None:
    denying = resume_of(ANN, "Ann", "No Kubernetes experience")
    rest = RESUMES[1:]

    found = asked("who has Kubernetes?", (denying, *rest))

    assert "Ann" in names(found)[1]
    assert found.no[0].grounds[0].words == "says no to Kubernetes"
    assert names(asked("who lacks Kubernetes?", (denying, *rest)))[0] == ["Ann", "Cy"]


def test_resumes_are_read_only_where_their_lines_are_wanted() -> None:
    kept = Kept(FACTS, RESUMES)
    questions = BatchQuestions(kept.facts, kept.resumes)

    questions.answer("who meets all must-haves?", PLACES, "en", OWN)
    assert kept.read == []
    questions.answer("who has Kubernetes and over 5 years?", PLACES, "en", OWN)
    assert kept.read == [ANN.resume, BO.resume]


def test_of_a_resume_that_is_gone_nothing_can_be_told() -> None:
    kept = Kept({}, [])

    found = BatchQuestions(kept.facts, kept.resumes).answer("who has Kubernetes?", PLACES, "en")

    assert len(found.unknown) == len(PLACES)


@pytest.mark.parametrize(
    "question",
    [
        "who has Kubernetes and over 5 years?",
        "谁会 Kubernetes 而且有 5 年以上经验？",
        "who meets all must-haves?",
        "谁必备条件都满足",
        "how many have a master's degree",
        "who lacks German?",
        "who scores above 7",
        "谁有标记",
        "who needs a look?",
        "推荐面试的有谁",
        "多少人会 Java",
        "list everyone with Java",
        "7 分以上的有几个",
        "who is female?",
        "谁比较年轻",
    ],
)
def test_a_question_to_the_whole_batch_is_recognised(question: str) -> None:
    assert asks_batch(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the best fit?",
        "谁的 Java 更好？",
        "who has the strongest Kubernetes?",
        "Has she led a team with Java?",
        "她会 Java 吗？",
        "why is #4 not higher?",
        "compare the first three",
        "make Kubernetes a must-have",
        "What is Kubernetes?",
        "谁适合这个岗位？",
        "Tell me about the projects of Ann",
    ],
)
def test_any_other_question_is_left_to_others(question: str) -> None:
    assert not asks_batch(question)


@pytest.mark.parametrize(
    "question",
    [
        "who is female?",
        "which candidates are under 35?",
        "谁比较年轻",
        "谁是女的",
        "列出 30 岁以下的人",
        "有哪些90后",
        "who has children?",
        "谁结婚了",
        "who is Muslim?",
        "谁是汉族",
        "谁来自农村",
        "who is disabled and knows Java?",
        "who is the youngest?",
    ],
)
def test_what_may_not_decide_about_anybody_is_refused_with_the_reason(question: str) -> None:
    with pytest.raises(TraitProtected) as refused:
        asked(question)

    assert asks_batch(question)
    assert refused.value.message("en")
    assert "不作回答" in refused.value.message("zh")


@pytest.mark.parametrize(
    "question",
    [
        "who has over 30 years?",
        "who scores over 7?",
        "谁做过女装电商",
        "who has worked with patient data health?",
        "谁会面向对象编程",
        "who has 20+ projects in German?",
        "who has single sign-on?",
        "who has built age verification?",
        "which of these guys knows Java?",
        "谁做过老年护理",
    ],
)
def test_words_of_the_work_are_not_refused(question: str) -> None:
    assert trait_asked(question) == ""


def test_a_question_without_any_condition_finds_nothing() -> None:
    with pytest.raises(NothingToFind):
        asked("who keeps bees?")


def test_flags_and_decisions_come_from_the_shortlist() -> None:
    found = asked("谁有标记")

    assert [type(one) for one in found.asked.conditions] == [Flagged]
    assert len(found.no) == len(PLACES)
    assert [type(one) for one in asked("谁必备条件都满足").asked.conditions] == [MustHaves]


def test_the_answer_counts_tells_its_conditions_and_what_it_did_not_use() -> None:
    found = asked("who has Kubernetes and keeps bees?")

    assert answered_told(found, "en") == (
        "Of 4 candidates **3 do**, 1 do not, and of 0 the resume does not tell. Conditions: with Kubernetes. "
        "Not understood, and so not used: “keeps bees”. "
        "A skill counts where the resume names it: “no” says only that it does not."
    )
    assert answered_told(found, "zh").startswith(
        "4 位候选人中，**3 位符合**，1 位不符合，0 位从简历看不出来。条件：会 Kubernetes。"
    )


def test_conditions_on_the_scorecard_are_told_in_both_languages() -> None:
    found = asked("who scores above 5 and below 9, has no German and meets R3?")

    english, chinese = answered_told(found, "en"), answered_told(found, "zh")

    assert "score above 5" in english
    assert "not (speaks German)" in english
    assert "R3 “AWS certification” is met at least in part" in english
    assert "没有（会德语）" in chinese


def test_the_table_has_a_row_for_everyone_who_fulfils_it_first() -> None:
    answer = answer_of(asked("who has Kubernetes and over 5 years?"), "en")

    assert [(row.candidate, row.verdict) for row in answer.rows] == [
        ("Ann", "yes"),
        ("Bo", "not_stated"),
        ("Cy", "no"),
        ("Dee", "no"),
    ]
    assert [source.first_line for source in answer.rows[0].sources] == [3, 5]
