from __future__ import annotations

from datetime import date

import pytest

from agents.claims.binding import misplaced
from agents.claims.one import ones_otherwise

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("claim", "lines", "marked"),
    [
        # A number of another line, of another noun in the same line, and one that only counting lines gives.
        ("Trained 12 nurses.", "Trained 9 nurses\nBought 12 beds", ("12",)),
        ("Responsible for 9 drivers.", "Warehouse lead: 9 forklifts, 12 drivers", ("9",)),
        ("Raised conversion to 34%.", "Conversion from 7% to 36%\nError rate down from 34% to 6%", ("34%",)),
        ("审核了 55 家供应商。", "审核供应商 85 家\n翻译合同 55 份", ("55",)),
        ("负责二家子公司的结账。", "为 3 家子公司结账\n管理年度预算 79 万元", ("二",)),
        ("管理过 12 套公寓。", "管理公寓 14 套、商铺 12 间", ("12",)),
        ("Sold Vantera in 2007.", "Founded Vantera in 2007, sold it in 2013", ("2007",)),
        ("返修率在 2015 年降至 7%。", "返修率由 2015 年的 24% 降至 2019 年的 7%", ("2015 年",)),
        # A year of another line, of another number in the same line, and a job that has ended.
        (
            "Left Quillon University in 2005.",
            "BSc, Quillon University, 2004-2011\nHired 9 in 2005",
            ("2005",),
        ),
        ("Recruited 37 people in 2018.", "Recruited 37 people in 2013 and 36 in 2018", ("2018",)),
        ("Current employer: Vantera, since 2005.", "Vantera, engineer, 2005.05 - 2010.07", ("2005",)),
        # Lengths of time spent on something else.
        ("Used Kafka for 4 years.", "Kafka, daily use for 5 years\nVantera, clerk, 2011.03 - 2015.05", ("4",)),
        ("Over 8 years as a nurse.", "Nurse, 2008.04 - 2015.06\nBSc Physics, 2000 - 2004", ("8",)),
        ("Studied from 2010 to 2017.", "MSc, 2009 - 2017\nJudge in 2010", ("2010",)),
    ],
)
def test_a_number_that_stands_elsewhere_is_marked(claim: str, lines: str, marked: tuple[str, ...]) -> None:
    assert misplaced(claim, lines, TODAY) == marked


@pytest.mark.parametrize(
    ("claim", "lines"),
    [
        ("Trained 12 nurses.", "Trained 12 nurses\nTrained 9 doctors"),
        ("Led a team of 4 and moved 12 services.", "Led a team of 4 and built services\nMoved 12 services"),
        ("Photographed 12 weddings in 2018.", "Photographed 30 weddings in 2013, 12 in 2018"),
        ("2018 年拍了 12 场婚礼。", "2013 年拍摄婚礼 30 场，2018 年拍摄 12 场"),
        ("Led 28 nurses for 5 years.", "Led 28 nurses, 2006–2011\nFilled 45 vacancies, including 5 nurses"),
        ("Grew the list to 144k by 2010.", "Grew the list from 91k to 144k between 2005 and 2010"),
        ("管理过 14 套公寓。", "管理公寓 14 套、商铺 12 间"),
        ("Set up Vantera in 2007.", "Founded Vantera in 2007, sold it in 2013"),
        ("返修率在 2019 年降至 7%。", "返修率由 2015 年的 24% 降至 2019 年的 7%"),
        ("Led 12 people.", "Managed 12 people\nBuilt a team of 8"),
        ("Current employer: Vantera, since 2005.", "Vantera, engineer, 2005 to present"),
        ("Over 8 years as a nurse.", "Nurse, 2008 - 2012\nHead nurse, 2012 - 2017"),
        ("Trained 12 nurses.", "培训护士 12 名\n采购床位 9 张"),
    ],
)
def test_a_number_in_its_own_line_is_not_marked(claim: str, lines: str) -> None:
    assert misplaced(claim, lines, TODAY) == ()


def test_lengths_established_elsewhere_are_left_alone() -> None:
    claim, lines = "Over 8 years as a nurse.", "Nurse, 2008.04 - 2015.06\nBSc Physics, 2000 - 2004"

    assert misplaced(claim, lines, TODAY, years_known=True) == ()


def test_a_whole_resume_is_not_searched_for_rivals() -> None:
    lines = "\n".join(["Trained 9 nurses", "Bought 12 beds", *["Other work"] * 11])

    assert misplaced("Trained 12 nurses.", lines, TODAY) == ()


@pytest.mark.parametrize(
    ("claim", "lines", "marked"),
    [
        ("Mentored one intern.", "Mentored 9 interns", True),
        ("带教过一名实习生。", "带教实习生 9 名", True),
        ("月结缩短到一天。", "把月结从 14 天缩短到 9 天", True),
        ("Mentored one intern.", "Mentored one intern and trained 9 nurses", False),
        ("One of the interns became a lead.", "Mentored 9 interns", False),
        ("Used Kafka in one project.", "Delivered 9 projects", False),
        ("是一名实习生导师。", "带教实习生 9 名", False),
        ("Mentored one intern.", "Trained 9 nurses", False),
        ("获联赛第一名。", "获联赛第4名", True),
        ("获联赛第一名。", "获联赛冠军，上届第4名", False),
        ("收藏了其一幅双面绣。", "双面绣 28 幅，其中 4 幅被收藏", True),
        ("其中一幅双面绣被收藏。", "双面绣 28 幅", False),
        ("策划了 34 条视频，最高一条播放量 727 万。", "策划视频 34 条，单条最高播放 727 万", False),
    ],
)
def test_one_counts_where_a_line_counts_the_same(claim: str, lines: str, marked: bool) -> None:
    assert bool([*ones_otherwise(claim, lines)]) is marked
