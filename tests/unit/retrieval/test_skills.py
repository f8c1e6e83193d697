import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.skills import LEXICON, broader, kinds_of, mentions_in, names_of, skills_in

SHIPPED = LEXICON.read_text(encoding="utf-8").splitlines()
CONCEPTS = [line.split("\t") for line in SHIPPED if not line.startswith("# ")]


def test_every_shipped_name_without_a_mark_is_found_as_its_own_skill() -> None:
    wrong = [
        (name, skills_in(name))
        for canonical, _, chinese, english, _ in CONCEPTS
        for name in (*chinese.split("|"), *english.split("|"))
        if name and name[0] not in "=?!" and skills_in(f"（{name}）") != (canonical.lstrip("=?"),)
    ]

    assert wrong == []


def test_skills_are_listed_once_in_the_order_they_appear() -> None:
    assert skills_in("SQL and Python, then SQL again") == ("SQL", "Python")


def test_a_skill_has_the_same_canonical_name_in_both_languages() -> None:
    assert skills_in("熟悉微服务") == skills_in("knows microservices") == ("Microservices",)


def test_mentions_point_at_the_words_of_the_text() -> None:
    text = "搭建过文档问答系统（ＬａｎｇＣｈａｉｎ）"

    assert [text[mention.start : mention.end] for mention in mentions_in(text)] == [
        "文档问答系统",
        "ＬａｎｇＣｈａｉｎ",
    ]


def test_the_longest_name_at_a_place_wins() -> None:
    assert skills_in("Spring Boot") == ("Spring Boot",)
    assert skills_in("机器学习平台") == ("MLOps",)


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("JavaScript", ("JavaScript",)),
        ("Java", ("Java",)),
        ("C++", ("C++",)),
        ("C#/.NET", ("C#", ".NET")),
        ("C/C++", ("C", "C++")),
        ("精通C语言", ("C",)),
        ("Node.js", ("Node.js",)),
        ("ASP.NET", (".NET",)),
        ("scalable", ()),
        ("k8s", ("Kubernetes",)),
        ("熟悉Java开发", ("Java",)),
        ("Vue3+Spring Boot", ("Vue.js", "Spring Boot")),
    ],
)
def test_a_latin_name_is_found_only_where_it_is_a_whole_word(text: str, skills: tuple[str, ...]) -> None:
    assert skills_in(text) == skills


@pytest.mark.parametrize("text", ["micro-services", "MICROSERVICE", "microservices", "Microservice", "微服务"])
def test_case_hyphen_and_plural_do_not_matter(text: str) -> None:
    assert skills_in(text) == ("Microservices",)


@pytest.mark.parametrize("text", ["有AI应用开发经验", "有 AI 应用开发经验"])
def test_a_blank_between_latin_and_chinese_does_not_matter(text: str) -> None:
    assert skills_in(text) == ("AI application development",)


@pytest.mark.parametrize(
    "text",
    [
        "We go beyond what customers ask",
        "Go above and beyond",
        "the rest of the team",
        "you excel at this and excel in that",
        "joined in Spring 2021",
        "a swift answer, spring cleaning, rust on steel",
        "react to incidents quickly",
        "Series C funding",
        "完成C轮融资，面向C端用户",
        "Vitamin C supplements",
        "R-squared of 0.9",
        "会计算就行",
        "协助产品团队，维护工作秩序，保守公司机密",
        "精益求精，优化工作流，活动效果好",
        "catering to every guest",
        "https://www.example.com",
        "Responsibilities: led three initiatives",
        "built it from scratch, with prompt replies, through ups and downs",
        "they sat in a pod by the harbor and wore a cap",
    ],
)
def test_everyday_words_are_no_skills(text: str) -> None:
    assert skills_in(text) == ()


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Python, Go, Rust", "Go"),
        ("services written in Go.", "Go"),
        ("用Go写网关", "Go"),
        ("Go developer", "Go"),
        ("statistics with R and Python", "R"),
        ("R语言", "R"),
        ("Spring、MyBatis", "Spring Framework"),
        ("iOS (Swift)", "Swift"),
        ("RESTful and REST", "RESTful APIs"),
        ("Excel, PowerPoint", "Excel"),
        ("智能客服 Agent", "AI agents"),
    ],
)
def test_the_same_words_are_skills_among_tools(text: str, skill: str) -> None:
    assert skill in skills_in(text)


def test_names_come_in_both_languages_with_the_canonical_one_first() -> None:
    names = names_of("Microservices")

    assert names[0] == "Microservices"
    assert "微服务" in names


def test_an_unknown_skill_has_no_names() -> None:
    assert names_of("Basket weaving under water") == ()


def test_a_specific_tool_is_a_kind_of_what_it_serves() -> None:
    assert "Message queues" in kinds_of("RabbitMQ")
    assert "RabbitMQ" not in kinds_of("Message queues")


def test_the_directly_broader_skills_are_told_apart_from_those_further_up() -> None:
    assert "Java" in broader("Spring Boot") or "Spring Framework" in broader("Spring Boot")
    assert broader("Basket weaving under water") == ()


def test_kinds_reach_all_the_way_up() -> None:
    assert {"Back-end development", "Java"} <= set(kinds_of("Spring Cloud"))


def test_importing_opens_no_lexicon() -> None:
    script = (
        "import sys; opened = []; "
        "sys.addaudithook(lambda event, args: opened.append(args[0]) if event == 'open' else None); "
        "import retrieval.skills; "
        "assert not [name for name in opened if str(name).endswith('.tsv')]; assert 'numpy' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", script], check=True)


@given(st.text(alphabet=st.sampled_from("Go C++#.NET,、 会计算Java微服务İß-RAG&D12 "), max_size=40))
def test_mentions_lie_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    places = [place for mention in mentions_in(text) for place in (mention.start, mention.end)]

    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
