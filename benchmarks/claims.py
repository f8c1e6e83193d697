"""Mutated and true claims of invented resumes: how many of each are marked (`python -m benchmarks.claims`)."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from agents.claims import unsupported
from benchmarks.tables import listed, show

WORDINGS: Final = Path(__file__).with_name("claim_wordings")
TODAY: Final = date(2026, 11, 20)
Kind = Literal["digit", "year", "negation", "organisation"]
KINDS: Final[tuple[Kind, ...]] = ("digit", "year", "negation", "organisation")
PER_KIND: Final = 500

_SMALL: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HAN: Final = "零一二三四五六七八九"
_MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_SKILLS: Final = ("Kafka", "Kubernetes", "Terraform", "Tableau", "Django", "Salesforce", "Elasticsearch", "Redis")
_ORGANISATIONS: Final = {
    "en": (
        *("Nordwind Freight", "Kelda Robotics", "Brightmoor Bank", "Summit Analytics", "Halvorsen Foods", "Siemens"),
        *("Pellworm Insurance", "Quarry Lane Media", "Oakhurst Clinic", "Vantera", "Deloitte", "Zephyr Energy Group"),
    ),
    "zh": (
        *("星河科技", "北辰软件有限公司", "云帆物流集团", "江岚银行", "青禾食品有限公司", "华为", "腾讯", "远山咨询"),
        *("金穗保险", "蓝鲸传媒", "德勤", "海棠医院"),
    ),
}
_SCHOOLS: Final = {
    "en": ("Quillon University", "Stanmere College", "Tarnworth University", "University of Elverby"),
    "zh": ("临川大学", "华东理工大学", "西安交通大学", "上海交通大学", "青石师范学院"),
}


@dataclass(frozen=True)
class Wording:
    """A line of a resume, a claim that follows from it, and the claim's denial (empty where there is none)."""

    line: str
    claim: str
    denial: str


@dataclass(frozen=True)
class Case:
    """A claim with the lines it points at; `kind` is what was changed in it, None for a true claim."""

    kind: Kind | None
    claim: str
    lines: str


def wordings(name: str) -> tuple[Wording, ...]:
    """The wordings of a file."""
    rows = (WORDINGS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(Wording(*(part.strip() for part in row.split("||"))) for row in rows if row.strip())


def changed(kind: Kind, own: Sequence[Wording], language: str, rng: random.Random) -> Iterator[Case]:
    """Claims without end in which one thing was changed."""
    while True:
        wording = rng.choice(own)
        values = _values(language, rng)
        said = _said(kind, wording, values, language, rng)
        lines, made_true = _lines(wording, values, own, language, rng)
        if said is not None and said != _filled(wording.claim, values) and said not in made_true:
            yield Case(kind, said, lines)


def true(own: Sequence[Wording], language: str, rng: random.Random) -> Iterator[Case]:
    """True claims without end; one in ten says what the lines do not mention."""
    while True:
        wording, values = rng.choice(own), _values(language, rng)
        lines, _ = _lines(wording, values, own, language, rng)
        absent = rng.choice([skill for skill in ("Ansible", "Snowflake", "SAP", "Figma") if skill not in lines])
        missing = {"en": f"The lines do not mention {absent}.", "zh": f"所引的行没有提到 {absent}。"}
        yield Case(None, missing[language] if rng.random() < 0.1 else _filled(wording.claim, values), lines)


def _said(  # noqa: PLR0911  one return for each kind
    kind: Kind, wording: Wording, values: dict[str, int | str], language: str, rng: random.Random
) -> str | None:
    if kind == "negation":
        return _filled(wording.denial, values) if wording.denial else None
    used = set(re.findall(r"\{(\w+)\}", wording.claim))
    if kind == "organisation":
        slots = [slot for slot in ("org", "school") if slot in used]
        if not slots:
            return None
        other = rng.choice(
            [name for name in (_ORGANISATIONS if slots[0] == "org" else _SCHOOLS)[language] if name != values[slots[0]]]
        )
        return _filled(wording.claim, values | {slots[0]: other})
    if kind == "year":
        slots = [slot for slot in ("y", "y2") if any(name in used for name in _shown(slot))]
        if not slots:
            return None
        slot = rng.choice(slots)
        shift = rng.choice([n for n in range(-9, 10) if n and 1990 <= int(values[slot]) + n <= 2026])
        return _filled(wording.claim, values | {slot: int(values[slot]) + shift, "len": values["len"]})
    slots = [slot for slot in ("n", "m", "big", "small", "len", "pct") if any(name in used for name in _shown(slot))]
    if not slots:
        return None
    slot = rng.choice(slots)
    return _filled(wording.claim, values | {slot: _other_digit(values[slot], rng, upward=slot in ("len", "big"))})


def _shown(slot: str) -> tuple[str, ...]:
    return {
        "n": ("n", "nw", "nh"),
        "small": ("small", "sw", "sh"),
        "big": ("big", "bigfloor", "bigceil"),
        "y": ("y", "ym", "yM", "yz"),
        "y2": ("y2", "ym2", "yM2", "yz2"),
        "m": ("m", "m5"),
    }.get(slot, (slot,))


def _other_digit(value: int | str, rng: random.Random, *, upward: bool) -> int | str:
    """The number with one digit changed; upward where a smaller one would be true as well ("over five years")."""
    digits = str(value)
    while True:
        at = rng.randrange(len(digits))
        if digits[at] == ".":
            continue
        other = digits[:at] + rng.choice("123456789") + digits[at + 1 :]
        if other != digits and (not upward or (float(other) > float(digits) and at == 0)):
            return other if "." in digits else int(other)


def _values(language: str, rng: random.Random) -> dict[str, int | str]:
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
        "org": rng.choice(_ORGANISATIONS[language]),
        "school": rng.choice(_SCHOOLS[language]),
    }


def _filled(template: str, values: dict[str, int | str]) -> str:
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


def _lines(
    wording: Wording, values: dict[str, int | str], own: Sequence[Wording], language: str, rng: random.Random
) -> tuple[str, set[str]]:
    """The line itself, and in two of three cases one or two others of the resume beside it.

    Second are the claims that another line of the same form makes true, which no change makes false. Where the claim
    is a length of time the others have another form: two periods in one role add up to a third length.
    """
    kept = {"org": values["org"], "school": values["school"]}
    lines, made_true = [_filled(wording.line, values)], set[str]()
    apart = [other for other in own if "{len}" not in wording.claim or other.line != wording.line]
    for _ in range(rng.randint(0, 2)):
        if "{small} years" in wording.line:
            continue
        other, beside = rng.choice(apart), _values(language, rng) | kept
        lines.append(_filled(other.line, beside))
        if other.line == wording.line:
            made_true.add(_filled(wording.claim, beside))
    return "\n".join(lines), made_true


def measured(name: str, language: str, seed: int, per_kind: int) -> tuple[list[Case], list[Case]]:
    """Changed claims that were not marked, and true ones that were; printed as one row."""
    own, rng = wordings(name), random.Random(seed)
    if "across" in name:
        language = "en"  # names in Latin letters: what a Chinese one is called in English nobody can check
    missed: list[Case] = []
    shares = []
    for kind in KINDS:
        cases = [case for case, _ in zip(changed(kind, own, language, rng), range(per_kind), strict=False)]
        through = [case for case in cases if not unsupported(case.claim, case.lines, TODAY)]
        missed += through
        shares.append(f"{100 * (1 - len(through) / per_kind):.1f} %")
    count = len(KINDS) * per_kind
    honest = [case for case, _ in zip(true(own, language, rng), range(count), strict=False)]
    wrong = [case for case in honest if unsupported(case.claim, case.lines, TODAY)]
    overall = f"{100 * (1 - len(missed) / count):.2f} %"
    print(f"| {name} | {' | '.join([*shares, overall, f'{100 * len(wrong) / count:.2f} %'])} |", flush=True)
    return missed, wrong


def main(names: Sequence[str]) -> None:
    """One row per set of wordings; with -v the claims that went wrong."""
    verbose = "-v" in names
    command = "python -m benchmarks.claims"
    show("Claims against their lines", command, ["wordings", *KINDS, "all changed", "true, marked"], [])
    for name in [name for name in names if name != "-v"] or sorted(p.stem for p in WORDINGS.glob("*.txt")):
        if name == "across":
            _across(verbose=verbose)
            continue
        missed, wrong = measured(name, name.rsplit("_", 1)[1], 20, PER_KIND // 2)
        if verbose:
            listed("Missed", _described(missed))
            listed("Wrongly marked", [f"{x} → {unsupported(c.claim, c.lines, TODAY)}" for x, c in _some(wrong)])


def _across(*, verbose: bool) -> None:
    own, rng = wordings("across"), random.Random(20)
    cases = [case for case, _ in zip(true(own, "en", rng), range(1000), strict=False)]
    wrong = [case for case in cases if unsupported(case.claim, case.lines, TODAY)]
    print(f"| across languages, true only | {'| '.join([' '] * 5)} | {100 * len(wrong) / 1000:.2f} % |")
    if verbose:
        listed("Wrongly marked", [f"{x} → {unsupported(c.claim, c.lines, TODAY)}" for x, c in _some(wrong)])


def _described(cases: Sequence[Case]) -> list[str]:
    counts = Counter(case.kind for case in cases)
    return [f"{counts}"] + [text for text, _ in _some(cases)]


def _some(cases: Sequence[Case]) -> list[tuple[str, Case]]:
    return [(f"{case.kind}: {case.claim} || {' / '.join(case.lines.splitlines())}", case) for case in cases[:25]]


if __name__ == "__main__":
    main(sys.argv[1:])
