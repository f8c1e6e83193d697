"""What the blanks of claim wordings are filled with: numbers in figures and words, years, firms, schools, skills."""

from __future__ import annotations

import random
from typing import Final

_SMALL: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HAN: Final = "零一二三四五六七八九"
_MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_SKILLS: Final = ("Kafka", "Kubernetes", "Terraform", "Tableau", "Django", "Salesforce", "Elasticsearch", "Redis")
ORGANISATIONS: Final = {
    "en": (
        *("Nordwind Freight", "Kelda Robotics", "Brightmoor Bank", "Summit Analytics", "Halvorsen Foods", "Siemens"),
        *("Pellworm Insurance", "Quarry Lane Media", "Oakhurst Clinic", "Vantera", "Deloitte", "Zephyr Energy Group"),
    ),
    "zh": (
        *("星河科技", "北辰软件有限公司", "云帆物流集团", "江岚银行", "青禾食品有限公司", "华为", "腾讯", "远山咨询"),
        *("金穗保险", "蓝鲸传媒", "德勤", "海棠医院"),
    ),
}
SCHOOLS: Final = {
    "en": ("Quillon University", "Stanmere College", "Tarnworth University", "University of Elverby"),
    "zh": ("临川大学", "华东理工大学", "西安交通大学", "上海交通大学", "青石师范学院"),
}


def shown(slot: str) -> tuple[str, ...]:
    """The blanks that show a value, in whatever form."""
    return {
        "n": ("n", "nw", "nh"),
        "small": ("small", "sw", "sh"),
        "big": ("big", "bigfloor", "bigceil"),
        "y": ("y", "ym", "yM", "yz"),
        "y2": ("y2", "ym2", "yM2", "yz2"),
        "m": ("m", "m5"),
    }.get(slot, (slot,))


def other_digit(value: int | str, rng: random.Random, *, upward: bool) -> int | str:
    """The number with one digit changed; upward where a smaller one would be true as well ("over five years")."""
    digits = str(value)
    while True:
        at = rng.randrange(len(digits))
        if digits[at] == ".":
            continue
        other = digits[:at] + rng.choice("123456789") + digits[at + 1 :]
        if other != digits and (not upward or (float(other) > float(digits) and at == 0)):
            return other if "." in digits else int(other)


def some_values(language: str, rng: random.Random) -> dict[str, int | str]:
    """A value for each blank, by chance."""
    start, length = rng.randint(2004, 2017), rng.randint(2, 8)
    m = rng.randrange(12, 40, 2)
    return {
        "n": rng.choice([n for n in range(11, 99) if n % 10 and n != m]),
        "m": m,
        "small": rng.randint(3, 9),
        "big": rng.choice([n for n in range(121, 889) if n % 10]),
        "pct": f"99.{rng.randint(1, 9)}",
        "y": start,
        "y2": start + length,
        "len": length,
        "month": rng.randint(1, 6),
        "skill": rng.choice(_SKILLS),
        "org": rng.choice(ORGANISATIONS[language]),
        "school": rng.choice(SCHOOLS[language]),
    }


def filled(template: str, values: dict[str, int | str]) -> str:
    """The template with its blanks filled in, and a capital first."""
    n, small, big = int(values["n"]), int(values["small"]), int(values["big"])
    y, y2, month = int(values["y"]), int(values["y2"]), int(values["month"])
    forms = values | {
        "nw": _words(n),
        "nh": _han(n),
        "sw": _words(small),
        "sh": _han(small),
        "m5": int(values["m"]) // 2,
        "bigfloor": big // 100 * 100,
        "bigceil": (big // 10 + 1) * 10,
        "ym": f"{y}.{month:02d}",
        "ym2": f"{y2}.{month + 2:02d}",
        "yM": f"{_MONTHS[month - 1]} {y}",
        "yM2": f"{_MONTHS[month + 1]} {y2}",
        "yz": f"{y}年{month}月",
        "yz2": f"{y2}年{month + 2}月",
    }
    said = template.format(**forms)
    return said[:1].upper() + said[1:]


def _words(n: int) -> str:
    if n < 10:
        return _SMALL[n]
    return _TEENS[n - 10] if n < 20 else _TENS[n // 10] + (f"-{_SMALL[n % 10]}" if n % 10 else "")


def _han(n: int) -> str:
    tens = "" if n < 10 else ("" if n < 20 else _HAN[n // 10]) + "十"
    return tens + (_HAN[n % 10] if n % 10 else "")
