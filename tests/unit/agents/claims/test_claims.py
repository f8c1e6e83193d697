from __future__ import annotations

from datetime import date

import pytest

from agents.claims.claims import unsupported, unsupported_numbers

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("带领 12 人团队", "带领十二人团队"),
        ("costs fell to 92 thousand, from 831 thousand", "from 831 to 92 thousand dollars"),
        ("dropped to 3 percent from 12 after a course", "fell from 12 to 3 percent"),
        ("有 2 年口译经历", "日语N1,2006–2008在大阪从事口译"),
        ("438 citations", "cited 438 times"),
        ("from 302 to 44 minutes", "44 minutes instead of 302"),
        ("497 orders, 99.1% of them free of errors", "99.1% of 497 orders were free of errors"),
        ("grew 3 times", "tripled"),
        ("服役3年", "2009年入伍，2012年退役"),
        ("taught for 3 years", "Teacher, 2005–2008\nDown from 37 hours to 3"),
        ("Led a team of 5", "led five engineers"),
        ("营收 2,000 万", "revenue of 20 million"),
        ("$3M budget", "a budget of 3,000,000 USD"),
        ("CET-6", "大学英语六级"),
        ("从 2019 年 7 月起", "2019.07 – 2022.03"),
        ("since March 2018", "2018-03 to 2019-01"),
        ("five years of Python", "Python developer 2018.03 – 2023.06"),
        ("三年经验", "2019 - 2022"),
        ("8 年后端经验", "2018年3月-至今 后端"),
        ("18 months in the role", "Jan 2020 - Jul 2021"),
        ("十余年经验", "2012.1 - 2024.1"),
        ("5 年：先后任职两家公司", "2015.01-2018.01 甲\n2018.01-2020.01 乙，两家公司"),
        ("Runs K8s and B2B systems on S3", "Kubernetes"),
        ("满足 R3，见第 3-5 行", "Python"),
        ("See lines 3 and 4", "Python"),
        ("一线城市，统一管理，一些经验", "上海"),
        ("One of the strongest points", "Python"),
        ("使用 Java 8", "Java8"),
        ("提升 30%", "提升３０％"),
        ("8 minutes instead of 30", "from 30 to 8 minutes"),
        ("14 hours to 4 hours", "14h to 4h"),
        ("一年省下 30 万元", "每年节约 30 万元"),
        ("roughly 40 tickets", "38 tickets"),
        ("Master's degree, 2016", "MSc, 2014 - 2016"),
    ],
)
def test_a_claim_that_its_lines_hold_is_supported(claim: str, source: str) -> None:
    assert unsupported_numbers(claim, source, TODAY) == ()


@pytest.mark.parametrize(
    ("claim", "source", "missing"),
    [
        ("带领 13 人团队", "带领十二人团队", "13"),
        ("带领十五人团队", "带领 12 人团队", "十五"),
        ("提升 35%", "提升了 30%", "35%"),
        ("dropped to 3 percent from 18 after a course", "fell from 12 to 3 percent", "18"),
        ("每天生产 36 吨钢件", "日产钢件 37 吨，班组 36 人", "36"),
        ("from 308 to 44 minutes", "44 minutes instead of 302", "308"),
        ("平均响应从813ms缩短到84ms", "平均响应由213ms降至84ms", "813"),
        ("服役5年", "2009年入伍，2012年退役", "5"),
        ("fell from 24 to one a year", "cut from 24 to 3 per year", "one"),
        ("研发了三十四道新菜", "研发新菜 38 道", "三十四"),
        ("代理过七十七起案件", "代理案件 47 起", "七十七"),
        ("参建 2 个保障房", "二级建造师，参建保障房 4 个", "2"),
        ("发表了 1 篇论文", "以第一作者发表论文 4 篇", "1"),
        ("具备九年初中教学经历", "初中教学 8 年", "九"),
        ("Led nine engineers", "led five engineers", "nine"),
        ("six years of Python", "Python developer 2018.03 – 2023.06", "six"),
        ("since May 2018", "2018.03 - 2019.01", "May 2018"),
        ("joined in 2017", "2018.03 - 2019.01", "2017"),
        ("CET4", "CET6 478", "CET4"),
        ("节约 1,870 万元", "节约 187 万元", "1,870 万"),
        ("IELTS 8.0", "IELTS 7.5", "8.0"),
        ("14 年经验", "2012.1 - 2024.1", "14"),
        ("roughly 65 tickets", "69 tickets", "65"),
        ("达到 30%", "32%", "30%"),
        ("担任九个产品的产品经理", "3 个产品", "九"),
        ("Master's degree, 2014", "MSc, 2014 - 2016", "2014"),
        ("Translated contracts, the last in 2014", "Translated contracts, 2014 - 2016", "2014"),
        ("2014 年本科毕业", "本科 2014 - 2018", "2014 年"),
        ("between 2016 and 2009", "2007 - 2009, 2016 - 2020", "2009"),
    ],
)
def test_a_changed_number_is_named(claim: str, source: str, missing: str) -> None:
    assert unsupported_numbers(claim, source, TODAY) == (missing,)


def test_years_known_from_elsewhere_support_a_claim() -> None:
    assert unsupported_numbers("7 年经验", "", TODAY) == ("7",)
    assert unsupported_numbers("7 年经验", "", TODAY, known_years=[7.3, None]) == ()


def test_a_number_is_named_once() -> None:
    assert unsupported_numbers("9 人，共 9 人", "", TODAY) == ("9",)


@pytest.mark.parametrize(
    ("claim", "line", "asked"),
    [
        ("Led a platform team of 4 engineers", "Managed 4 engineers at Acme", "Lead a platform team of 10 engineers"),
        ("Reduced cloud costs by 30%", "Cut the cloud bill by 30%", "Reduce cloud costs by at least 10%"),
        ("Handled 20 customer tickets a day", "Answered 20 tickets daily", "Handle 50 customer tickets a day"),
        ("Managed a budget of $2 million", "Owned a $2 million budget", "Has managed a budget of $5 million"),
        ("负责过 3 家门店的日常运营管理", "管理 3 家门店", "有 5 家以上门店的日常运营管理经验"),
        ("Held one certificate in project management", "PRINCE2 certificate", "Two certificates in project management"),
        ("Led 4 of the 10 engineers asked", "Managed 4 engineers", "Lead a team of 10 engineers"),
    ],
)
def test_a_comment_may_say_less_than_its_requirement_asks_in_the_same_words(claim: str, line: str, asked: str) -> None:
    assert unsupported(claim, line, TODAY, asked) == ()


def test_what_is_asked_does_not_hide_a_number_of_another_thing() -> None:
    lines = "Managed 4 engineers at Acme\nLooked after 12 printers"

    assert unsupported("Managed 12 engineers at Acme", lines, TODAY, "Lead a team of 10 engineers") == ("12",)
