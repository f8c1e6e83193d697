from __future__ import annotations

from datetime import date

import pytest

from agents.claims import unsupported_numbers

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("带领 12 人团队", "带领十二人团队"),
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
