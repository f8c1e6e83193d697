from __future__ import annotations

import pytest

from resume_texts import lines_of
from retrieval.documents.profile.names import name_of


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Jane Q. Testperson, Ph.D., PMP\n123 Elm Street, Springfield, IL 62701", "Jane Q. Testperson"),
        ("AVERY Q. O'MOCKERY", "AVERY Q. O'MOCKERY"),
        ("Anna-Lena Müller-Beispiel", "Anna-Lena Müller-Beispiel"),
        ("OLGA VYMYSL, RN, BSN", "OLGA VYMYSL"),
        ("CURRICULUM VITAE\n\nName: Aisha Binti Example", "Aisha Binti Example"),
        ("沈样 | 高级Java工程师", "沈样"),
        ("孙例 律师", "孙例"),
        ("蒋样 架构师", "蒋样"),
        ("周样博，教授、博士生导师", "周样博"),
        ("李胜男\n产品经理", "李胜男"),
        ("王明月  女  1995年生", "王明月"),
        ("夏侯样言（男，45岁）", "夏侯样言"),
        ("姓名：阿依古丽·样木   民族：维吾尔族", "阿依古丽·样木"),
        ("古丽娜尔•示买提    求职意向：内科医师", "古丽娜尔•示买提"),
        ("姓名  许样  性别  男", "许样"),
        ("林樣美\n手機：0912-345-678", "林樣美"),
    ],
)
def test_names_are_read_in_many_spellings(head: str, name: str) -> None:
    assert name_of(lines_of(head)) == name


@pytest.mark.parametrize(
    "head",
    [
        "个人简历\n江苏 苏州",
        "Curriculum Vitae\nElm Street 5\nSpringfield, IL",
        "RESUME",
        "南京\n项目经理",
        "乐观 严谨",
        "Grand Avenue\nNew York, NY",
        "华为",
        "王女士",
    ],
)
def test_titles_of_papers_towns_streets_and_traits_are_no_names(head: str) -> None:
    assert name_of(lines_of(head)) == ""


def test_words_that_hardly_look_like_a_name_count_where_the_address_spells_them() -> None:
    assert name_of(lines_of("Grace Lane\n14 Imaginary Road\ngrace.lane@example.com")) == "Grace Lane"
    assert name_of(lines_of("ZHANG, Wei (张伟)\nzhang.wei@example.com")) in {"ZHANG Wei", "张伟"}
    assert name_of(lines_of("Grace Lane\n14 Imaginary Road\nhello@example.com")) == ""


@pytest.mark.parametrize(
    "line", ["© 2021 Grace Hopworth", "(c) 2021 Grace Hopworth", "Copyright 2021 Grace Hopworth", "版权所有 张伟"]
)
def test_whose_the_template_is_names_nobody(line: str) -> None:
    assert name_of(lines_of(f"{line}\nMotto\nPaige Turner")) == "Paige Turner"


def test_a_label_may_be_set_off_without_a_colon() -> None:
    assert name_of(lines_of("Name  Grace Hopworth\nE-mail  hello@example.com")) == "Grace Hopworth"


def test_of_a_name_in_two_scripts_the_chinese_one_stands() -> None:
    assert name_of(lines_of("姓名 Name: 李小龙 Li Xiaolong")) == "李小龙"
