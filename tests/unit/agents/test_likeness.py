from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.likeness import compared, contact_marks, likeness
from records.resume import Line, Profile, Resume

WORK = (
    "带领 5 人内容小组，每月产出短视频脚本 40 条，平均完播率 38%",
    "负责小红书、抖音与微信公众号的内容规划，账号粉丝由 3 万增长到 21 万",
    "策划 6 场新品种草活动，投放 ROI 由 1.2 提高到 2.6",
    "用数据复盘每周选题，爆款笔记占比由 4% 提高到 11%",
)
OTHER_WORK = (
    "独立修复座钟 86 台，撰写修复档案，负责走时检测与洗油",
    "手工制作摆轮轴心，培训 3 名学徒，建立零件库存台账",
    "为 12 家博物馆提供年度保养，客户满意度 98 分",
)


def person(
    name: str = "程例真", emails: tuple[str, ...] = (), phones: tuple[str, ...] = (), work: tuple[str, ...] = WORK
) -> Resume:
    lines = tuple(Line(n, 1, text, "experience") for n, text in enumerate(work, 1))
    profile = Profile(name=name, emails=emails, phones=phones)
    return Resume("a.pdf", "a" * 64, "pdf", 1, "zh", "text", lines, profile=profile)


MAIL = ("cheng@example.com",)
PHONE = ("139-0000-0417",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王小明", "王 小明"),
        ("Avery Samplewood", "SAMPLEWOOD, Avery"),
        ("Avery Q. Samplewood", "Avery Samplewood"),
        ("A. Samplewood", "Avery Samplewood"),
        ("Wang Xiaoming", "Xiao Ming Wang"),
        ("Dr. Zoë Madeup", "Zoe Madeup"),
    ],
)
def test_one_name_is_written_in_many_ways(one: str, other: str) -> None:
    assert compared(one, other) == compared(other, one) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王小明", "王小红"),
        ("Avery Samplewood", "Robin Samplewood"),
        ("Avery", "Avery Samplewood"),
        ("A. S.", "Avery Samplewood"),
    ],
)
def test_two_names_are_two_people(one: str, other: str) -> None:
    assert compared(one, other) == compared(other, one) == "different"


@pytest.mark.parametrize(("one", "other"), [("", "王小明"), ("王小明", "Wang Xiaoming"), ("***", "Avery Samplewood")])
def test_names_that_cannot_be_compared_say_nothing(one: str, other: str) -> None:
    assert compared(one, other) == compared(other, one) == "unknown"


@given(st.text(), st.text())
def test_names_are_compared_the_same_both_ways(one: str, other: str) -> None:
    assert compared(one, other) == compared(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("139-0000-0417", "+86 139 0000 0417"),
        ("(010) 5550 0123", "+86-10-5550-0123"),
        ("(555) 010-0199", "+1 555 010 0199"),
        ("020 7946 0958", "+44 20 7946 0958"),
    ],
)
def test_a_number_is_the_same_with_and_without_its_country(one: str, other: str) -> None:
    assert contact_marks(person(phones=(one,))) == contact_marks(person(phones=(other,)))


def test_an_address_is_the_same_in_capitals_and_full_width_letters() -> None:
    assert contact_marks(person(emails=("Cheng@Example.COM",))) == contact_marks(
        person(emails=("ｃｈｅｎｇ@example.com",))
    )


def test_the_same_address_under_the_same_name_is_one_person_whatever_the_text() -> None:
    found = likeness(person(emails=MAIL, phones=PHONE), person(emails=MAIL, phones=PHONE, work=OTHER_WORK))

    assert found is not None
    assert (found.grounds, found.doubts) == (("email", "phone"), ())


def test_siblings_with_one_telephone_are_two_people() -> None:
    assert likeness(person("王小明", phones=PHONE), person("王小红", phones=PHONE)) is None


def test_the_same_address_without_a_name_leaves_a_doubt() -> None:
    found = likeness(person("", emails=MAIL), person(emails=MAIL))

    assert found is not None
    assert found.doubts == ("name",)


def test_a_contact_that_many_share_is_nobodys() -> None:
    one, other = person(emails=MAIL), person(emails=MAIL, work=OTHER_WORK)

    assert likeness(one, other, shared_by_many=contact_marks(one)) is None


def test_the_same_text_under_another_name_is_a_copied_template() -> None:
    assert likeness(person("王小明"), person("李小红")) is None


def test_the_same_text_under_the_same_name_needs_no_contact() -> None:
    found = likeness(person(), person(work=(*WORK, "新增一行")))

    assert found is not None
    assert (found.grounds, found.doubts) == (("text",), ())


def test_nearly_the_same_text_with_other_contacts_is_another_person_of_that_name() -> None:
    edited = (*WORK, *OTHER_WORK[:1])

    assert likeness(person(phones=PHONE), person(phones=("138-0000-0001",), work=edited)) is None


def test_the_very_same_text_with_another_number_leaves_a_doubt() -> None:
    found = likeness(person(phones=PHONE), person(phones=("138-0000-0001",)))

    assert found is not None
    assert found.doubts == ("contacts",)


def test_other_work_is_another_resume() -> None:
    assert likeness(person(), person(work=OTHER_WORK)) is None


def test_the_name_and_contacts_in_the_text_do_not_make_texts_alike() -> None:
    one = replace(person(emails=MAIL), lines=(Line(1, 1, "程例真 cheng@example.com", "header"),))
    other = replace(person(), lines=one.lines)

    assert likeness(one, other) is None
