from __future__ import annotations

import pytest

from agents.postings.requirements import requirements
from agents.screening.weighing import Change
from agents.screening.weighing_words import asks_weighing, weighing_asked
from records.errors import WeighingUnclear

CHINESE = requirements(
    """后端工程师

任职要求
- 本科及以上学历，计算机相关专业
- 5 年以上后端开发经验
- 精通 Go 语言
- 熟悉 Kubernetes 与 Docker
- 英语六级，能阅读英文文档
- 持有系统架构设计师证书
加分项
- 有跨境支付清结算项目经验
"""
)
ENGLISH = requirements(
    """Backend Engineer

Requirements
- Bachelor's degree in computer science
- 5+ years of backend development
- Strong Go
- Kubernetes in production
- Fluent German
- AWS certification
Nice to have
- Experience with cross-border payment settlement
"""
)


def asked(words: str) -> list[tuple[str, str]]:
    own = CHINESE if any("\u4e00" <= char <= "\u9fff" for char in words) else ENGLISH
    texts = {r.id: r.text for r in own}
    return [(texts[change.requirement], change.kind) for change in weighing_asked(words, own).changes]


@pytest.mark.parametrize(
    ("words", "text", "kind"),
    [
        ("make Kubernetes a must-have", "Kubernetes in production", "must"),
        ("Go is required", "Strong Go", "must"),
        ("German doesn't matter", "Fluent German", "ignore"),
        ("Please ignore the degree", "Bachelor's degree in computer science", "ignore"),
        ("Kubernetes is no longer a must-have", "Kubernetes in production", "nice"),
        ("the AWS certificate is only nice to have", "AWS certification", "nice"),
        ("years of experience are less important", "5+ years of backend development", "less"),
        ("payment settlement is more important", "Experience with cross-border payment settlement", "more"),
        ("double the weight of Go", "Strong Go", "more"),
        ("Kubernetes 设为必备", "熟悉 Kubernetes 与 Docker", "must"),
        ("英语不重要", "英语六级，能阅读英文文档", "ignore"),
        ("不看学历", "本科及以上学历，计算机相关专业", "ignore"),
        ("Go 语言更重要一些", "精通 Go 语言", "more"),
        ("证书改为加分项", "持有系统架构设计师证书", "nice"),
        ("工作年限没那么重要", "5 年以上后端开发经验", "less"),
        ("跨境支付清结算必须有", "有跨境支付清结算项目经验", "must"),
        ("K8s 是硬性要求", "熟悉 Kubernetes 与 Docker", "must"),
    ],
)
def test_words_change_the_requirement_they_name(words: str, text: str, kind: str) -> None:
    assert asked(words) == [(text, kind)]
    assert asks_weighing(words)


def test_one_sentence_may_change_several() -> None:
    found = asked("make Kubernetes a must-have, ignore German and raise Go")

    assert found == [("Kubernetes in production", "must"), ("Fluent German", "ignore"), ("Strong Go", "more")]


def test_a_requirement_may_be_named_by_its_number() -> None:
    number = ENGLISH[3].id

    assert weighing_asked(f"{number} is a must", ENGLISH).changes == (Change(number, "must"),)
    assert weighing_asked("第 2 条不重要", CHINESE).changes == (Change("R2", "ignore"),)


@pytest.mark.parametrize(
    "words", ["还要会 Terraform", "增加要求：Terraform", "also require Terraform", "add a requirement: Terraform"]
)
def test_words_may_ask_for_something_new(words: str) -> None:
    assert weighing_asked(words, ENGLISH).added == ("Terraform",)


@pytest.mark.parametrize(
    ("words", "whole"), [("撤销", "undo"), ("undo that", "undo"), ("恢复原来的权重", "reset"), ("reset", "reset")]
)
def test_words_may_go_back(words: str, whole: str) -> None:
    assert weighing_asked(words, ENGLISH).whole == whole


@pytest.mark.parametrize(
    "words", ["make beekeeping a must-have", "养蜂设为必备", "Kubernetes", "who knows Kubernetes?"]
)
def test_what_names_no_requirement_or_no_change_is_unclear(words: str) -> None:
    with pytest.raises(WeighingUnclear):
        weighing_asked(words, CHINESE if "养" in words else ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "Who has Kubernetes?",
        "谁会 Kubernetes？",
        "compare the first three",
        "hello",
        "who has more than 5 years",
        "why is #4 not higher?",
        "谁的学历更高",
    ],
)
def test_a_question_is_no_weighing(words: str) -> None:
    assert not asks_weighing(words)
