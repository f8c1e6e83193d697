"""Numbers in words: 二十三, twenty-three, 三成, "a third", doubled."""

from __future__ import annotations

import re
from typing import Final

SCALES: Final[dict[str, float]] = {
    "千": 1e3,
    "k": 1e3,
    "thousand": 1e3,
    "万": 1e4,
    "十万": 1e5,
    "百万": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
}
_HAN_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_SMALL: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final[dict[str, int]] = {word: value for value, word in enumerate(_SMALL, 1)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, 2)
}
_TIMES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_ONE: Final = "|".join(sorted(_WORDS, key=len, reverse=True))
WORD_NUMBER: Final = (
    rf"(?:(?:{_ONE})(?:[- ](?:{_ONE}))?|(?<=\ba )(?=hundred|thousand|million|billion|dozen))"
    rf"(?:[ -]?(?:{'|'.join(_TIMES)})\b(?:(?: and)? (?:{_ONE})(?:[- ](?:{_ONE}))?)?)*"
)

_DAN: Final = "一二两三四五六七八九十"
FRACTIONS: Final[tuple[tuple[re.Pattern[str], str, float, bool], ...]] = (
    *(
        (
            re.compile(rf"(?<![{_DAN}\d]){digit}成(?![为立果功员长都本就交人{_DAN}])"),
            "percent",
            10.0 * (n + 1),
            digit not in "一十",
        )
        for n, digit in enumerate("一二三四五六七八九")
    ),
    *(
        (re.compile(rf"(?<![{_DAN}\d]){a}成{b}(?![{_DAN}])"), "percent", 10.0 * (n + 1) + m + 1, True)
        for n, a in enumerate("一二三四五六七八九")
        for m, b in enumerate("一二三四五六七八九")
    ),
    (re.compile(r"三分之一|\ba third\b|\bone[- ]third\b"), "percent", 33.0, False),
    (re.compile(r"三分之二|\btwo[- ]thirds\b"), "percent", 67.0, False),
    (re.compile(r"四分之一|\ba quarter\b(?! of \d)|\bone[- ]quarter\b"), "percent", 25.0, False),
    (re.compile(r"四分之三|\bthree[- ]quarters\b"), "percent", 75.0, False),
    (re.compile(r"一半|\bhalf\b|\bhalv(?:ed|ing|es)\b|减半|腰斩"), "percent", 50.0, False),
    (re.compile(r"翻倍|翻番|翻了?一[番倍]|\bdoubl(?:ed|ing|es)\b|\btwice\b"), "times", 2.0, False),
    (re.compile(r"翻倍|翻番|翻了?一[番倍]|\bdoubl(?:ed|ing|es)\b"), "percent", 100.0, False),
    (re.compile(r"\btripl(?:ed|ing|es)\b|\bthrice\b"), "times", 3.0, False),
    (re.compile(r"\bquadrupl(?:ed|ing|es)\b|翻两番"), "times", 4.0, False),
    (re.compile(r"半年|\bhalf a year\b|\bsix months\b"), "month", 6.0, False),
    (re.compile(r"全年|整年|\b(?:full|whole|entire)[- ]year\b"), "year", 1.0, False),
    (re.compile(r"\ba year and a half\b|\bone and a half years\b"), "month", 18.0, True),
    (re.compile(r"\ba decade\b|\bone decade\b"), "year", 10.0, True),
    (re.compile(r"\btwo decades\b"), "year", 20.0, True),
    (re.compile(r"\ba dozen\b"), "", 12.0, False),
    (re.compile(r"(?:赛|锦标|运动会)[^，。；\n]{0,20}铜[牌奖]|季军|\b[Bb]ronze medal\b"), "", 3.0, False),
    (re.compile(r"(?:赛|锦标|运动会)[^，。；\n]{0,20}银[牌奖]|亚军|\b[Ss]ilver medal\b"), "", 2.0, False),
)

_PERCENT_HAN: Final = re.compile(r"百分之([零〇一二两三四五六七八九十百]+)(?:点([零一二三四五六七八九]))?")
_YEAR_HAN: Final = re.compile(r"[一二][零〇九][零〇一二三四五六七八九]{2}(?=年|[./\-])")


_HALF_HAN: Final = re.compile(r"(?:([一二两三四五六七八九十]+)|(\d+))\s?(年|倍|个月)半")
_HALF_WORD: Final = re.compile(rf"\b(?:({_ONE})|(\d+))(?: and a half|½)", re.IGNORECASE)


def plain_digits(text: str) -> str:
    """百分之三十 as 30%, 二〇一九年 as 2019年."""
    text = _PERCENT_HAN.sub(lambda m: f"{han_value(m[1]):g}" + (f".{han_value(m[2]):g}" if m[2] else "") + "%", text)
    text = _HALF_HAN.sub(lambda m: f"{han_value(m[1]) if m[1] else float(m[2]):g}.5{m[3]}", text)
    text = _HALF_WORD.sub(lambda m: f"{word_value(m[1]) if m[1] else float(m[2]):g}.5", text)
    return _YEAR_HAN.sub(lambda m: "".join(str(_HAN_DIGITS[char]) for char in m[0]), text)


def han_value(numeral: str) -> float:
    """二十三 is 23, 三万五千 is 35,000."""
    total, section, digit = 0, 0, 0
    for char in numeral:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char in _HAN_PLACES:
            section += (digit or 1) * _HAN_PLACES[char]
            digit = 0
        else:
            total = (total + (section + digit or 1)) * (10**4 if char == "万" else 10**8)
            section = digit = 0
    return float(total + section + digit)


def word_value(words: str) -> float:
    """Twenty-three is 23, three hundred and five is 305."""
    total, section = 0, 0
    for word in words.lower().replace("-", " ").replace(" and ", " ").split():
        if word in _WORDS:
            section += _WORDS[word]
        elif word in ("hundred", "dozen"):
            section = (section or 1) * _TIMES[word]
        else:
            total += (section or 1) * _TIMES[word]
            section = 0
    return float(total + section)
