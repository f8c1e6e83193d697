from __future__ import annotations

import pytest

from retrieval.documents.profile.contacts import emails_in, links_in, phones_in, whole


@pytest.mark.parametrize(
    "number",
    [
        "13800138000",
        "138 0013 8000",
        "+86-138-0013-8000",
        "(+86)13800138000",
        "86-13800138000",
        "010-62345678",
        "(021) 55550100",
        "+852 9123 4567",
        "+886 912 345 678",
        "0912-345-678",
        "(02) 2345-6789",
        "+49 (0)151 23456789",
        "+49 151 23456789",
        "+44 20 7946 0958",
        "07700 900123",
        "+91-9876543210",
        "(555) 010-4477",
        "555.010.4477",
        "1-555-010-2233",
    ],
)
def test_telephone_numbers_are_read_as_they_are_written(number: str) -> None:
    assert phones_in([f"A. Sample | {number} | Sampletown"]) == (number,)


@pytest.mark.parametrize(
    "text",
    [
        "身份证号：330101199403150012",
        "学号 2022012345",
        "2019.03-2021.06",
        "QQ：1234567890",
        "(+86) 131-221-87xxx",
        "ORCID 0000-0002-1825-0097",
        "192.168.100.1",
    ],
)
def test_numbers_of_other_kinds_are_no_telephone(text: str) -> None:
    assert phones_in([text]) == ()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("邮箱a.sample@example.com。", "a.sample@example.com"),
        ("Email: a.sample @ example.com", "a.sample@example.com"),
        ("E-mail: a.sample [at] example [dot] com", "a.sample@example.com"),
    ],
)
def test_addresses_are_read_in_their_spellings(text: str, address: str) -> None:
    assert emails_in([text]) == (address,)


def test_an_employer_after_the_sign_is_no_address() -> None:
    assert emails_in(["Product Manager @ Example.com"]) == ()


def test_a_link_ends_where_chinese_or_a_separator_begins() -> None:
    assert links_in(["13800138000｜gitee.com/sample｜北京", "博客：https://example.com/a，作品"]) == (
        "gitee.com/sample",
        "https://example.com/a",
    )


def test_a_link_that_runs_over_a_line_s_end_is_put_together() -> None:
    assert links_in(whole(["https://www.linkedin.com/in/", "avery-sample", "EXPERIENCE"])) == (
        "https://www.linkedin.com/in/avery-sample",
    )
    assert emails_in(whole(["avery.sample@", "example.com"])) == ("avery.sample@example.com",)


def test_a_whole_link_takes_nothing_from_the_next_line() -> None:
    assert whole(["github.com/avery", "EXPERIENCE"]) == ("github.com/avery", "EXPERIENCE")
