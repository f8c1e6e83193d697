from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import islice

import pytest

from agents.claims.claims import unsupported
from agents.claims.negation import contradictions
from benchmarks.claim_peers import Case
from benchmarks.claims import (
    FAIR,
    KINDS,
    TODAY,
    changed,
    elsewhere,
    fair_denials,
    is_free,
    language_of,
    names,
    true,
    wordings,
)

CHANGED = 2_000


def marked(sets: Sequence[str]) -> tuple[float, float]:
    """The shares of 2,000 changed claims and of as many true ones that are marked, from all sets alike."""
    rng, each = random.Random(5), CHANGED // len(KINDS) // len(sets) + 1
    altered, honest = list[Case](), list[Case]()
    for name in sets:
        own, language = wordings(name), language_of(name)
        altered += [case for kind in KINDS for case in islice(changed(kind, own, language, rng), each)]
        honest += islice(true(own, language, rng), len(KINDS) * each)
    assert len(altered) >= CHANGED
    caught, alarms = (
        sum(bool(unsupported(case.claim, case.lines, TODAY)) for case in cases) / len(cases)
        for cases in (altered, honest)
    )
    return caught, alarms


@pytest.mark.parametrize("across", [False, True], ids=["in one language", "across languages"])
def test_of_two_thousand_changed_claims_ninety_nine_in_a_hundred_are_marked_and_of_true_ones_one(across: bool) -> None:
    caught, alarms = marked([name for name in names() if ("across" in name) == across and not is_free(name)])

    assert caught >= 0.99
    assert alarms <= 0.01


def test_in_the_freest_wordings_ninety_five_in_a_hundred_are_marked_and_of_true_ones_two() -> None:
    """Their first runs were worse (decision 020): what a rule has not met in other words it does not always see."""
    caught, alarms = marked([name for name in names() if is_free(name)])

    assert caught >= 0.95
    assert alarms <= 0.02


def test_what_is_denied_of_another_matter_than_the_lines_is_rarely_marked() -> None:
    """The denial of one wording beside the line of another at the same firm: some of those do contradict."""
    rng, marked, asked = random.Random(7), 0, 0
    for name in names():
        cases = list(islice(elsewhere(wordings(name), language_of(name), rng), 40))
        marked += sum(bool(contradictions(case.claim, case.lines, TODAY)) for case in cases)
        asked += len(cases)
    assert marked <= 0.02 * asked


@pytest.mark.parametrize("language", FAIR)
def test_a_fair_denial_of_what_is_near_is_seldom_marked(language: str) -> None:
    """No rule knows that adult dialysis is no paediatric dialysis."""
    marked = [case for case in fair_denials(language) if unsupported(case.claim, case.lines, TODAY)]

    assert len(marked) <= 0.15 * len([*fair_denials(language)]), marked


@pytest.mark.parametrize(
    ("claim", "lines", "marked"),
    [
        ("Worked at Beichen Technology.", "星河科技有限公司", ("Beichen",)),
        ("Worked at Xinghe Technology.", "星河科技有限公司", ()),
        ("Senior backend engineer at Tencent.", "腾讯 高级后端工程师", ()),
        ("毕业于西安交通大学", "上海交通大学 本科", ("西安交通大学",)),
        ("The resume does not mention Kubernetes.", "Docker, Python", ()),
        ("The resume does not mention Docker.", "Docker, Python", ("The resume does not mention Docker",)),
        ("没有硕士学位", "学士学位 本科", ()),
        ("Has Kubernetes experience", "No Kubernetes experience", ("Has Kubernetes experience",)),
        ("Seventy-one linocuts in a one-person exhibition", "Solo show of 71 linocuts", ()),
        ("Led three audits of listed companies", "Led 3 year-end audits of listed companies", ()),
        ("Rose to watch manager 7 years later", "Firefighter since 2012, watch manager in 2019", ()),
        ("Rose to watch manager 9 years later", "Firefighter since 2012, watch manager in 2019", ("9",)),
        ("Coached Under-18 girls", "Coach of the U18 girls", ()),
        ("Little landscape design", "Tree surgeon", ()),
        ("Restored sculptures for 3 museums", "Restored bronze sculptures for museums", ("3",)),
        ("Managed 13 people", "Halved costs; managed 26 people", ("13",)),
        ("管理13人", "成本减半，管理26人", ("13",)),
        ("Over 100 stores", "9" * 400 + " stores", ("100",)),
        ("Turnover shrank by 8 points", "Turnover down by 8 percentage points", ()),
        ("Hung 71 prints", "Exhibition of 71 prints", ()),
        ("Stood still 14 fewer hours a month", "Downtime fell by 14 hours a month", ()),
        ("529 operating hours logged", "529 hours of operation logged", ()),
        ("85 fairs, including one with 302 exhibitors", "85 fairs, the largest with 302 exhibitors", ()),
        ("An A320 release", "Releases of A320s", ()),
        ("婚礼少说做过600场", "承接婚礼635场", ()),
        ("锦标赛第三名", "锦标赛铜牌", ()),
        ("锦标赛第二名", "锦标赛铜牌", ("二",)),
        ("至少招进300名应届生", "录用应届生344人", ()),
        ("服务300小时及以上", "服务317小时", ()),
        ("夜班有13名操作工", "操作工26人，白班、夜班各占一半", ()),
        ("办结率不到99.9%", "办结率99.9%", ("99.9%",)),
        ("一栋六十七层住宅楼", "主持67层住宅楼施工", ()),
        ("候选人2011年为公司招到413人", "2011年招聘入职413人", ()),
        ("Sold 87 machines in 2017.", "Sold 87 machines in 2009\nEngineer, 2009.03 - 2017.05", ("2017",)),
    ],
)
def test_names_denials_and_years_are_held_to_their_lines(claim: str, lines: str, marked: tuple[str, ...]) -> None:
    assert unsupported(claim, lines, TODAY) == marked
