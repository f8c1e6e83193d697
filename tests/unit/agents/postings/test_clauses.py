from __future__ import annotations

import pytest

from agents.postings.clauses import clauses, is_wish, kind_named


@pytest.mark.parametrize(
    ("statement", "asked"),
    [
        (
            "本科及以上学历，3年以上产品经验，有社区产品经验优先",
            ["本科及以上学历", "3年以上产品经验", "有社区产品经验优先"],
        ),
        ("能适应短期出差，持 C1 驾照", ["能适应短期出差", "持 C1 驾照"]),
        ("大学本科以上学历，英语六级以上", ["大学本科以上学历", "英语六级以上"]),
        ("Bachelor's degree in law and 3 years of experience", ["Bachelor's degree in law", "3 years of experience"]),
        (
            "Bachelor's degree; AWS Certified Developer preferred",
            ["Bachelor's degree", "AWS Certified Developer preferred"],
        ),
    ],
)
def test_a_statement_is_cut_where_the_kind_of_thing_changes(statement: str, asked: list[str]) -> None:
    assert list(clauses(statement)) == asked


@pytest.mark.parametrize(
    "statement",
    [
        "本科及以上学历，计算机、软件工程、人工智能等相关专业",
        "3 年以上软件开发经验，其中至少 1 年大模型应用开发经验",
        "精通 Python，熟悉 FastAPI 或同类后端框架，能独立完成服务的开发与部署",
        "Bachelor's degree in statistics, economics, computer science or similar",
        "tables of 1,000,000 rows, window functions",
        "熟练使用人力资源系统（如北森，钉钉）",
    ],
)
def test_things_of_one_kind_stay_together(statement: str) -> None:
    assert list(clauses(statement)) == [statement]


def test_what_is_not_asked_is_left_out() -> None:
    assert list(clauses("专业不限，大专以上学历，经验不限")) == ["大专以上学历"]
    assert list(clauses("No experience required, forklift licence")) == ["forklift licence"]


def test_a_wish_in_brackets_is_no_wish_for_the_rest() -> None:
    assert not is_wish("本科以上学历（985、211 院校优先）")
    assert is_wish("Bachelor's (Preferred)")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("英语六级", "language"),
        ("Fluent English", "language"),
        ("持有注册会计师证书", "certificate"),
        ("CPA", "certificate"),
        ("Active RN licence", "certificate"),
        ("责任心强，抗压", "trait"),
        ("思维敏捷，执行力强", "trait"),
        ("team player", "trait"),
        ("5 年以上财务经验", "experience"),
        ("Fluent in Java", None),
    ],
)
def test_the_wording_tells_the_kind(words: str, kind: str | None) -> None:
    assert kind_named(words) == kind
