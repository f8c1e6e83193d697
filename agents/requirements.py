"""From a posting to weighted requirements, by rules in both languages."""

from __future__ import annotations

import re
from typing import Final

from agents.posting_statements import Part, Statement, statements
from records.language import HAN
from records.posting import Necessity, Requirement, RequirementKind
from records.resume import Degree
from retrieval.skills import skills_in

_WISH: Final = re.compile(
    r"(?i)优先|加分|更佳|尤佳|者佳|最好|为佳|者优|\bpreferr?(?:ed|able|ably)\b|\bnice[ -]to[ -]have\b|\b(?:a|an added|is) plus\b|\bbonus\b|"
    r"\bdesirable\b|\bdesired\b|\badvantage(?:ous)?\b|\boptional\b|\bgood to have\b|\bnot mandatory\b|\bideally\b|\bhelpful\b"
)
_MUST: Final = re.compile(
    r"(?i)必须|必备|务必|须(?:具备|持有|有)|硬性|\bmust\b|\brequired\b|\bmandatory\b|\bessential\b|\bminimum\b|\bnon-negotiable\b"
)
_NUMBER: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_YEARS: Final = re.compile(
    r"(?i)(?P<en>\d{1,2}(?:\.\d)?)\s*(?:\+|-|–|to|or more)?\s*(?:\d{1,2}\s*)?\+?\s*(?:years?|yrs?\.?)\b"
    r"|(?P<zh>\d{1,2}|[一两二三四五六七八九十])\s*(?:[-~～至到—]\s*\d{1,2}\s*)?年(?:及)?(?:以上|以下)?(?!级|底|后|度|会|假|薪|终|龄|轻|级|毕业|月|[内前]|来)(?=.{0,24}(?:经验|经历|工作|从业|实践|以上|背景))"
)
_GRADUATION: Final = re.compile(r"\d{4}\s*年|\d{2}年毕业|20\d{2}届")
_DEGREES: Final[tuple[tuple[Degree, re.Pattern[str]], ...]] = (
    ("associate", re.compile(r"(?i)大专|专科|高职|\bassociate(?:'s|’s)? degree\b|\bdiploma\b")),
    (
        "bachelor",
        re.compile(
            r"(?i)本科|学士|\bbachelor(?:s|'s|’s)?\b|\bundergraduate degree\b|(?-i:\bB\.?\s?(?:Tech|E|Sc|SC|S|A|Com|TECH)\b)|\bbtech\b|\bbca\b|"
            r"\b(?:college|university|graduate) degree\b|\bdegree in\b|\bgraduat(?:e|ion)\b"
        ),
    ),
    (
        "master",
        re.compile(
            r"(?i)硕士|研究生|\bmaster(?:s|'s|’s)?(?: degree)?\b(?!y)|(?-i:\bM\.?\s?(?:Tech|Sc|S|TECH)\b)|\bmca\b|\bmba\b"
        ),
    ),
    ("doctor", re.compile(r"(?i)博士|\bph\.?\s?d\b|\bdoctorate\b")),
)
_ASKS: Final = re.compile(
    r"(?i)熟悉|精通|掌握|熟练|了解|具备|具有|经验|经历|背景|\b(?:experience|experienced|knowledge|proficien\w+|familiar\w*|expertise|"
    r"understanding|skills?|background|hands[- ]on|exposure|ability|able to|comfortable|fluen\w+|qualification)\b"
)
_LANGUAGE: Final = re.compile(
    r"(?i)英语|日语|韩语|法语|德语|俄语|西班牙语|粤语|普通话|外语|英文|日文|四级|六级|CET|雅思|托福|\b(?:english|mandarin|chinese|cantonese|japanese|"
    r"french|german|spanish|korean|bilingual|fluen(?:t|cy))\b"
)
_CERTIFICATE: Final = re.compile(
    r"(?i)资格证|证书|执业|持证|驾照|职称|注册[\u4e00-\u9fff]{1,6}师|\bCPA\b|\bPMP\b|\bcertifi(?:ed|cate|cates|cation|cations)\b|\blicen[cs]ed?\b|"
    r"\bregistered nurse\b|\baccreditation\b"
)
_TRAIT: Final = re.compile(
    r"(?i)责任心|责任感|沟通|(?:分析|创新|组织|协调|表达|适应|解决问题的?)能力|到岗|实习期|长期实习|出差|加班|团队(?:合作|协作|精神|意识)|抗压|学习能力|执行力|自驱|积极|主动|热爱|踏实|细心|认真|严谨|逻辑|好奇心|吃苦|"
    r"\b(?:communicat\w+|team[- ]?(?:player|work)|interpersonal|self[- ]?(?:motivated|starter|driven)|attitude|passion\w*|"
    r"attention to detail|time management|fast[- ]paced|adaptab\w+|proactive|willing\w*|organi[sz]ational skills|problem[- ]solv\w+|"
    r"work (?:independently|under pressure)|positive|relocat\w+|willing to travel|immediate(?:ly)? join\w*|notice period)\b"
)

_BASE_WEIGHT: Final[dict[RequirementKind, float]] = {
    "skill": 3.0,
    "experience": 3.0,
    "certificate": 3.0,
    "education": 2.0,
    "language": 2.0,
    "duty": 1.0,
    "trait": 0.5,
}
"""What a resume can show weighs most. Duties tell what the job is like, a candidate may learn them; traits can hardly
be read from a resume at all."""
_WISH_FACTOR: Final = 0.5
_LONGEST_TITLE: Final = 80


def requirements(text: str) -> tuple[Requirement, ...]:
    """What a posting asks, in its own words and order; none where nothing in it can be checked.

    Without the wording of a wish a line below a heading of requirements is a must-have; duties are not.
    """
    found: dict[str, Requirement] = {}
    if title := _role(text):
        found[""] = title
    for statement in statements(text):
        key = re.sub(r"\W+", "", statement.text.lower())
        if key and key not in found and (made := _requirement(statement, f"R{len(found) + 1}")):
            found[key] = made
    return tuple(found.values()) if len(found) > bool(title) else ()


def _role(text: str) -> Requirement | None:
    """The posting's title as a requirement: having done the job, or one like it."""
    title = next((line.strip(" #*\t") for line in text.splitlines() if line.strip()), "")
    if not title or len(title) > _LONGEST_TITLE or title[-1] in "。.;；:：!！?？":
        return None
    weight, skills = _BASE_WEIGHT["experience"], skills_in(title)
    return Requirement(id="R1", text=title, kind="experience", necessity="nice", weight=weight, skills=skills)


def _requirement(statement: Statement, name: str) -> Requirement | None:
    words = statement.text
    skills = skills_in(words)
    years, degree = years_asked(words), degree_asked(words)
    kind = _kind(words, skills, years, degree, statement.part)
    if kind is None:
        return None
    necessity = "nice" if statement.run_on else _necessity(words, kind, statement.part)
    weight = _BASE_WEIGHT[kind] * (_WISH_FACTOR if _is_wish(words, statement.part) else 1)
    return Requirement(
        id=name, text=words, kind=kind, necessity=necessity, weight=weight, years=years, degree=degree, skills=skills
    )


def _kind(
    words: str, skills: tuple[str, ...], years: float | None, degree: Degree | None, part: Part
) -> RequirementKind | None:
    if degree:
        return "education"
    if years is not None:
        return "experience"
    if _CERTIFICATE.search(words):
        return "certificate"
    if part == "duties":
        return "duty"
    if _LANGUAGE.search(words) and len(skills) <= 1:
        return "language"
    if skills and part != "none":
        return "skill"
    if _TRAIT.search(words) and not skills:
        return "trait"
    if part in ("required", "preferred") or _ASKS.search(words):
        return "skill"
    return "duty" if skills or _says_enough(words) else None


def _says_enough(words: str) -> bool:
    """Whether a statement under no heading holds enough to be compared with a resume."""
    return len(HAN.findall(words)) >= 6 or len(words.split()) >= 3


def _necessity(words: str, kind: RequirementKind, part: Part) -> Necessity:
    """A must-have caps the score where it is missing, so only what the posting presents as one is called so."""
    if kind in ("trait", "duty") or _is_wish(words, part):
        return "nice"  # a resume cannot show a trait, and a duty can be learnt: their absence must not cap a score
    if _MUST.search(words) or part == "required":
        return "must"
    return "must" if kind in ("experience", "education", "certificate") else "nice"


def _is_wish(words: str, part: Part) -> bool:
    return bool(_WISH.search(words)) or (part == "preferred" and not _MUST.search(words))


def years_asked(words: str) -> float | None:
    """The least years of experience a statement asks for: 3 of "3-5 years", 5 of "5年以上"."""
    asked = [match["en"] or match["zh"] for match in _YEARS.finditer(_GRADUATION.sub("", words))]
    numbers = [float(_NUMBER.get(number, 0) or number) for number in asked]
    return max(numbers) if numbers and 0 < max(numbers) <= 30 else None


def degree_asked(words: str) -> Degree | None:
    """The least degree that satisfies a statement: bachelor of "本科及以上" and of "Bachelor's or Master's"."""
    return next((degree for degree, pattern in _DEGREES if pattern.search(words)), None)
