"""Near-same text, measured on resumes that are edited as people edit them, and on strangers who share a template."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.redacted import RedactedText
from retrieval.near_same import LEAST_SHINGLES, NEAR_SAME, resemblance, text_marks

ENGLISH = tuple(
    f"{begin}{end}"
    for begin in ("ledger", "vendor", "ward", "lathe", "quota", "kiln")
    for end in ("", "s", "ing", "er")
)
CHINESE = "账务审计预算供应商仓储物流客户门店活动调研病区护理车床轴承图纸合同招标薪酬入职报表指标告警迁移集群"
HEADINGS = {
    "en": ("Work experience", "Education", "Skills", "Projects", "I declare that all of the above is true"),
    "zh": ("工作经历", "教育背景", "专业技能", "项目经验", "自我评价：性格开朗，工作认真负责，具有良好的团队合作精神"),
}
SCHOOL = {"en": "Example University (invented), Computer Science, bachelor", "zh": "示例大学（虚构） 计算机 本科"}


def sentence(language: str, chance: random.Random) -> str:
    if language == "zh":
        return "".join(chance.choices(CHINESE, k=22)) + f"提高{chance.randint(2, 99)}%"
    return " ".join(chance.choices(ENGLISH, k=13)) + f" by {chance.randint(2, 99)}%"


def lines(language: str, seed: int, count: int = 28) -> list[str]:
    """A person's resume in the one template of a language: the same headings, the same school, other work."""
    chance = random.Random(seed)
    own = [sentence(language, chance) for _ in range(count)]
    return [*HEADINGS[language], SCHOOL[language], *own]


def text(written: Sequence[str]) -> RedactedText:
    return RedactedText("\n".join(written))


def share_a_mark(one: RedactedText, other: RedactedText) -> bool:
    return bool(set(text_marks(one)) & set(text_marks(other)))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("seed", range(20))
def test_a_resume_that_gained_a_position_is_near_the_same_and_is_found(language: str, seed: int) -> None:
    old = lines(language, seed)
    new = [*old[:5], *lines(language, seed + 1000)[6:11], *old[5:]]

    assert resemblance(text(old), text(new)) >= NEAR_SAME
    assert share_a_mark(text(old), text(new))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("seed", range(20))
def test_two_people_of_one_template_and_one_school_are_far_from_it(language: str, seed: int) -> None:
    assert resemblance(text(lines(language, seed, 12)), text(lines(language, seed + 1000, 12))) < 0.5


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_resume_written_anew_is_not_near_the_same(language: str) -> None:
    old = lines(language, 1)

    assert resemblance(text(old), text([*old[:16], *lines(language, 2)[16:]])) < NEAR_SAME


@pytest.mark.parametrize("language", ["zh", "en"])
def test_paragraphs_that_moved_change_next_to_nothing(language: str) -> None:
    old = lines(language, 3)

    assert resemblance(text(old), text([*old[20:], *old[:20]])) > 0.98


def test_strangers_share_hardly_any_marks() -> None:
    people = [text(lines("zh", seed)) for seed in range(200)]
    marks = [mark for one in people for mark in text_marks(one)]

    assert len(set(marks)) > 0.99 * len(marks)


@given(st.lists(st.text(alphabet="abc 中文历", min_size=1), max_size=6), st.randoms())
def test_blanks_case_and_the_ends_of_lines_make_no_difference(extra: list[str], chance: random.Random) -> None:
    words = [word for line in [*lines("en", 4), *extra] for word in line.split()]
    spread = "".join(word.upper() + chance.choice([" ", "\n", "\t ", "\u3000"]) for word in words)

    assert text_marks(RedactedText(" ".join(words))) == text_marks(RedactedText(spread))


@given(st.text(max_size=LEAST_SHINGLES))
def test_a_short_text_bears_no_marks_and_resembles_nothing(short: str) -> None:
    assert text_marks(RedactedText(short)) == ()
    assert resemblance(RedactedText(short), RedactedText(short)) == 0


@given(st.integers(0, 50), st.integers(0, 50))
def test_resemblance_is_the_same_both_ways_and_whole_with_itself(first: int, second: int) -> None:
    one, other = text(lines("zh", first)), text(lines("zh", second))

    assert resemblance(one, other) == resemblance(other, one)
    assert resemblance(one, one) == 1


def test_marks_are_the_same_on_every_machine() -> None:
    counted = RedactedText(" ".join(str(n) for n in range(80)))

    assert text_marks(counted)[0] == "t8e552a3e5fd481a075"
