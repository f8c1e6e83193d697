from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.resume import Line, Profile, Resume
from retrieval.redaction import NAME, redact, redact_text

EMAILS = ("avery@example.com", "zhou.xz+jobs@mail.example.com.cn", "lin_zhixia@example.org", "zhou＠example．com")
PHONES = (
    "13900000386",
    "139-0000-0386",
    "+86 139 0000 0386",
    "(+86)13900000386",
    "１３９００００１２３４",
    "010-62781234",
    "(021)62781234",
    "02162781234",
    "(415) 555-0132",
    "415.555.0132",
    "+1 415 555 0132",
    "+44 (0)20 7946 0958",
    "020 7946 0958",
    "07700 900123",
    "+91 98765 43210",
)
IDS = ("11010519491231002X", "110105 19491231 0021", "078-05-1120")
LINKS = (
    "https://example.com/avery",
    "www.example.me",
    "github.com/avery-s",
    "linkedin.com/in/avery",
    "gitee.com/linzx",
    "blog.example.dev/posts",
)
KEPT = (
    "2019.03 - 2024.06",
    "2019-03-01 至 2024-06-30",
    "1998-07-15",
    "20190301-20240630",
    "2018, 2019, 2020 and 2021",
    ".NET 8.0, ASP.NET Core 3.1/C#, VB.NET/WPF, ML.NET",
    "Node.js v18.16.0/Socket.io/Redis",
    "Python 3.11.4 and C++17",
    "revenue of 1,234,567,890, +10 000 users",
    "年节约材料成本 187 万元，编制 1,400 条 BOM",
    "p95 @ 12.5ms, from 120 to 35 ms",
    "CET-6 560, TOEFL 105, GPA 3.85/4.0",
    "ISO 9001:2015, GB/T 19001-2016, RFC 9110",
    "192.168.100.200:8080",
    "软著 2019SR0123456",
    "微信小程序, WeChat Pay, QQ 音乐",
)
CHINESE_NAMES = ("沈样例", "欧阳样例", "林知夏")
ENGLISH_NAMES = ("Avery Samplewood", "Mary-Jane O'Sample", "Jean Q. Invented")
WORDS = st.lists(
    st.sampled_from(
        ("负责", "led", "Kafka", "的团队", "2021", ".NET", "年", "服务", "，", "35%", "(", "）", ";", "C++", "a")
    ),
    max_size=6,
).map(" ".join)


def resume(lines: list[str], profile: Profile | None = None) -> Resume:
    return Resume(
        "cv.txt",
        "a" * 64,
        "txt",
        1,
        "mixed",
        "text",
        tuple(Line(n, 1, text, "header" if n == 1 else "experience") for n, text in enumerate(lines, 1)),
        profile=profile or Profile(),
    )


@pytest.mark.parametrize(
    ("private", "mask"),
    [
        *((email, "[EMAIL]") for email in EMAILS),
        *((phone, "[PHONE]") for phone in PHONES),
        *((number, "[ID]") for number in IDS),
        *((link, "[LINK]") for link in LINKS),
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "联系方式：{}", "Contact {} or later", "（{}）", "现居上海 | {} | 29 岁", "{}，谢谢"]
)
def test_a_contact_is_masked_whatever_stands_around_it(private: str, mask: str, around: str) -> None:
    redacted = redact_text(around.format(private))

    assert mask in redacted
    assert redacted.strip("()（）") == redact_text(around.format(mask)).strip("()（）")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("微信：avery_s2", "微信：[CONTACT]"),
        ("微信号 avery2020", "微信号 [CONTACT]"),
        ("WeChat ID: a-b_c123", "WeChat ID: [CONTACT]"),
        ("QQ 123456789", "QQ [CONTACT]"),
        ("QQ号：123456789", "QQ号：[CONTACT]"),
    ],
)
def test_an_account_is_masked_and_the_word_that_announces_it_stays(text: str, masked: str) -> None:
    assert redact_text(text) == masked


@pytest.mark.parametrize("text", KEPT)
def test_dates_numbers_versions_and_names_of_tools_stay(text: str) -> None:
    assert redact_text(text) == text
    assert redact(resume(["header", text]))[1] == text


@pytest.mark.parametrize("text", ["高级 ASP.NET 工程师", "Socket.io and Draw.io"])
def test_a_tool_named_like_an_address_stays_in_the_header_too(text: str) -> None:
    assert redact(resume([text]))[0] == text


@pytest.mark.parametrize("address", ["averysamplewood.com", "avery.dev"])
def test_an_address_without_a_path_is_masked_in_the_header(address: str) -> None:
    assert redact(resume([f"Portfolio: {address}"])) == ("Portfolio: [LINK]",)


@pytest.mark.parametrize("number", ["9876543210", "98765 43210"])
def test_a_long_number_by_itself_is_a_telephone_in_the_header_only(number: str) -> None:
    redacted = redact(resume([f"Pune | {number}", f"case {number}"]))

    assert redacted == ("Pune | [PHONE]", f"case {number}")


def test_a_contact_that_only_the_reader_knew_is_masked_everywhere() -> None:
    known = Profile(phones=("139 000 00386",), links=("example.xyz/me",))
    redacted = redact(resume(["a", "call 139 000 00386", "see example.xyz/me"], known))

    assert redacted[1:] == ("call [PHONE]", "see [LINK]")


@pytest.mark.parametrize("written", ["沈样例", "沈 样 例", "我是沈样例。", "沈样例的简历", "Python 沈样例 2021"])
def test_a_chinese_name_is_masked_wherever_and_however_spaced_it_stands(written: str) -> None:
    redacted = redact(resume(["header", written], Profile(name="沈样例")))[1]

    assert NAME in redacted
    assert "样" not in redacted


@pytest.mark.parametrize(
    "written",
    ["Avery Samplewood", "AVERY SAMPLEWOOD", "Samplewood, Avery", "avery.samplewood", "我叫Avery Samplewood，男"],
)
def test_an_english_name_is_masked_wherever_and_however_written(written: str) -> None:
    redacted = redact(resume(["header", written], Profile(name="Avery Samplewood")))[1]

    assert NAME in redacted
    assert "samplewood" not in redacted.lower()


def test_a_name_inside_another_word_stays() -> None:
    assert redact(resume(["x", "Anna Leeds"], Profile(name="Anna Lee")))[1] == "Anna Leeds"


@pytest.mark.parametrize(
    ("field", "masked"), [("姓名：沈样例", "姓名：[NAME]"), ("Name: Avery Samplewood", "Name: [NAME]")]
)
def test_a_labelled_name_that_the_reader_missed_is_masked_in_the_header(field: str, masked: str) -> None:
    assert redact(resume([field])) == (masked,)


def test_people_named_in_a_question_are_masked() -> None:
    asked = redact_text("沈样例和 Avery Samplewood 谁更合适？", ["沈样例", "Avery Samplewood", " "])

    assert asked == "[NAME]和 [NAME] 谁更合适？"


@given(st.lists(st.text(max_size=60), max_size=12))
def test_every_line_keeps_its_number(lines: list[str]) -> None:
    assert len(redact(resume(lines, Profile(name="沈样例", emails=("a@example.com",))))) == len(lines)


@given(st.text(max_size=200))
def test_a_text_keeps_its_lines(text: str) -> None:
    assert redact_text(text).count("\n") == text.count("\n")


@given(st.text(max_size=120))
def test_what_is_redacted_stays_as_it_is_when_redacted_again(text: str) -> None:
    assert redact_text(redact_text(text)) == redact_text(text)


@given(WORDS, WORDS, st.sampled_from((*EMAILS, *PHONES, *IDS, *LINKS)))
def test_no_digit_or_letter_of_a_contact_is_left_between_any_words(before: str, after: str, private: str) -> None:
    redacted = redact_text(f"{before} {private} | {after}")
    mask = redact_text(private).strip("()")

    assert redacted.replace(f"({mask}", mask) == f"{redact_text(before)} {mask} | {redact_text(after)}"


@given(st.data(), st.lists(WORDS, min_size=1, max_size=4))
def test_another_person_gives_the_same_redacted_text_byte_for_byte(data: st.DataObject, body: list[str]) -> None:
    def person(names: tuple[str, ...]) -> tuple[str, ...]:
        name, email = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(EMAILS))
        phone, number = data.draw(st.sampled_from(PHONES)), data.draw(st.sampled_from(IDS))
        lines = [f"{name} | {phone}", f"{email} {number}", *body, f"{name} 主导 / {name} led it"]
        return redact(resume(lines, Profile(name=name, emails=(email,), phones=(phone,))))

    everybody = (*CHINESE_NAMES, *ENGLISH_NAMES)
    assert "\n".join(person(everybody)) == "\n".join(person(everybody))
