from __future__ import annotations

import random
from itertools import islice

import pytest

from agents.claims import unsupported
from benchmarks.claims import KINDS, TODAY, changed, true, wordings


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("half", ["first", "second", "third", "fourth", "fifth"])
def test_changed_claims_are_marked_and_true_ones_are_not(half: str, language: str) -> None:
    own, rng = wordings(f"{half}_{language}"), random.Random(5)
    altered = [case for kind in KINDS for case in islice(changed(kind, own, language, rng), 20)]
    honest = list(islice(true(own, language, rng), 80))

    assert sum(not unsupported(case.claim, case.lines, TODAY) for case in altered) <= 5
    assert sum(bool(unsupported(case.claim, case.lines, TODAY)) for case in honest) <= 1


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
        ("Sold 87 machines in 2017.", "Sold 87 machines in 2009\nEngineer, 2009.03 - 2017.05", ("2017",)),
    ],
)
def test_names_denials_and_years_are_held_to_their_lines(claim: str, lines: str, marked: tuple[str, ...]) -> None:
    assert unsupported(claim, lines, TODAY) == marked
