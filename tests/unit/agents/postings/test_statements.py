from __future__ import annotations

import pytest

from agents.postings.statements import Statement, statements, without_bias


def said(text: str) -> list[tuple[str, str]]:
    return [(statement.part, statement.text) for statement in statements(f"Title\n{text}")]


def test_headings_in_both_languages_tell_what_stands_below_them() -> None:
    assert said("## 岗位职责\n- 负责开发\n【任职要求】\n- 熟悉 Java\nNice to have:\n- Kafka") == [
        ("duties", "负责开发"),
        ("required", "熟悉 Java"),
        ("preferred", "Kafka"),
    ]


@pytest.mark.parametrize("heading", ["Essential", "What the job is", "Requirements 任职要求", "*Required Skills*"])
def test_a_heading_is_never_a_statement(heading: str) -> None:
    assert said(f"{heading}\n- Experience with SQL")[0][1] == "Experience with SQL"


def test_a_posting_in_one_line_is_cut_at_headings_and_numbers() -> None:
    assert said("岗位职责：1、负责开发；2、编写文档。任职要求：1、本科；2、熟悉 Java。") == [
        ("duties", "负责开发"),
        ("duties", "编写文档"),
        ("required", "本科"),
        ("required", "熟悉 Java"),
    ]


def test_a_number_that_counts_up_is_no_part_of_the_years() -> None:
    lines = "任职要求\n1.美术专业毕业\n2.5年以上角色制作经验\n3.热爱游戏"

    assert ("required", "5年以上角色制作经验") in said(lines)


def test_a_decimal_number_stays_whole() -> None:
    assert said("任职要求\n2、3.5年以上开发经验") == [("required", "3.5年以上开发经验")]


@pytest.mark.parametrize(
    "sentence",
    [
        "B. Tech in Computer Science",
        "Experience with queues, e.g. Kafka",
        "Knowledge of .NET and Node.js",
        "Clear written English; you can explain a result in three sentences",
    ],
)
def test_abbreviations_names_and_halves_of_a_thought_stay_whole(sentence: str) -> None:
    assert said(f"Requirements\n- {sentence}") == [("required", sentence)]


def test_emoji_and_keycaps_are_bullets() -> None:
    assert said("任职要求\n✅ 熟悉剪映\n1️⃣ 熟悉抖音\n👉熟悉小红书") == [
        ("required", "熟悉剪映"),
        ("required", "熟悉抖音"),
        ("required", "熟悉小红书"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "示例公司“云岫智能”（虚构）：约 120 人，为制造与零售企业做知识助手。",
        "年薪 18–26 万元。",
        "25–40K × 15 薪",
        "月薪 9–14K，另有内容奖金。",
        "£42,000 to £52,000, 27 days of holiday.",
        "Base $120,000 to $140,000, on-target earnings $250,000.",
        "工作地点：杭州·滨江，每周可远程一天",
        "Location: Fort Lauderdale (Required)",
        "Manchester, UK. Hybrid, two days a week in the office.",
        "Salary: 20,000.00 - 25,000.00 per month",
        "We are an equal opportunity employer.",
        "简历投递：hr@example.com",
        "Brightmere is a leading provider of garden tools.",
        "MALE FEMALE BOTH CAN APPLY",
        "POSTING AREA",
        "TRAINING PERIOD",
    ],
)
def test_pay_place_employer_and_formalities_are_left_out_wherever_they_stand(line: str) -> None:
    assert said(f"{line}\nRequirements\n- Python\n\n{line}") == [("required", "Python")]


def test_what_the_employer_offers_is_left_out() -> None:
    assert said("任职要求\n熟悉 Java\n福利待遇\n1. 年度体检\n2. 寒暑假") == [("required", "熟悉 Java")]


def test_money_that_is_asked_for_is_no_salary() -> None:
    text = "2+ years closing enterprise deals above $100K"

    assert said(f"Requirements\n- {text}") == [("required", text)]


def test_company_prose_before_the_headings_is_left_out_but_what_it_asks_is_kept() -> None:
    assert said("Nice people, good coffee.\nWe are looking for an experienced nurse.\nRequirements\n- Triage") == [
        ("none", "We are looking for an experienced nurse."),
        ("required", "Triage"),
    ]


def test_a_list_under_a_heading_that_no_table_knows_is_kept() -> None:
    assert ("none", "HubSpot") in said("## Your superpowers\n- HubSpot\n## Your tasks\n- Campaigns")


def test_a_posting_without_headings_is_read_line_by_line() -> None:
    assert said("Build reports in Power BI\nTalk to store managers") == [
        ("none", "Build reports in Power BI"),
        ("none", "Talk to store managers"),
    ]


def test_a_text_without_full_stops_is_cut_into_pieces_and_says_so() -> None:
    found = statements("Title\n" + " ".join(f"word{n}" for n in range(50)))

    assert found[0] == Statement(" ".join(f"word{n}" for n in range(12)), "none", run_on=True)
    assert len(found) == 5


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("男女不限，18-35周岁，大专以上", "大专以上"),
        ("本科，年龄35岁以下，形象气质佳，会开车", "本科，会开车"),
        ("女性优先", ""),
        ("已婚已育优先", ""),
        ("身高160cm以上，五官端正", ""),
        ("Age: 25-35, male candidates preferred", ""),
        ("Marital status: single", ""),
        ("Female only, CPA", "CPA"),
        ("Must be under 35 years old", ""),
        ("Data Engineer (m/f/d)", "Data Engineer"),
        ("male, under 35", ""),
        ("Go, under 35, ideally male", "Go"),
        ("Backend engineer, male, Go, no older than 35", "Backend engineer, Go"),
        ("young male engineer (female), Go", "engineer, Go"),
    ],
)
def test_conditions_on_age_gender_family_and_looks_are_taken_out(line: str, kept: str) -> None:
    assert without_bias(line) == kept


@pytest.mark.parametrize(
    "line",
    [
        "女装设计经验",
        "女性用户研究",
        "年龄分层模型",
        "race conditions",
        "design attractive pages",
        "male nurse ward",
        "load, under 50 ms",
    ],
)
def test_the_same_words_as_a_subject_of_work_stay(line: str) -> None:
    assert without_bias(line) == line
