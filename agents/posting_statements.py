"""Cuts a posting into statements, each under the heading it stands below, without the boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

Part = Literal["required", "preferred", "duties", "none", "offer", "facts"]
"""What a heading announces; `none` before any heading, `offer` is what the employer gives and is never required,
`facts` (place, schedule, pay) are a few short lines."""

_HEADINGS: Final[tuple[tuple[Part, str], ...]] = (
    (
        "preferred",
        r"加分项?|优先条件|优先考虑|优先项|nice[ -]to[ -]haves?|preferred(?: (?:skills?|qualifications?|experience))?|"
        r"bonus(?: points)?|ways to stand out.*|good to have|pluses|would be a plus|desirable(?: skills?)?|desired(?: skills?)?",
    ),
    (
        "required",
        r"(?:任职|岗位|职位|应聘|招聘|能力|技能|资格|基本|学历|专业)*(?:要求|资格|条件|需求)|我们希望你|我们期待你|希望你|必备(?:技能|条件)?|"
        r"(?:minimum |basic |key |required |essential |technical |job |mandatory )*(?:requirements?|qualifications?|"
        r"skills?(?:,? (?:and|&) (?:experience|qualifications?|abilities|knowledge))?|competenc(?:y|ies))(?: required| needed)?|"
        r"(?:work |relevant )?(?:education|experience)(?: (?:and|&) (?:education|experience|skills)| required| level)?|"
        r"who you are|about you|what (?:we need to see|you(?:'|’)ll need|you need|you bring|we(?:'|’)re looking for)|"
        r"must[ -]haves?|your (?:profile|skills)|we(?:'|’)?re looking for|required|eligibility|desired candidate profile",
    ),
    (
        "duties",
        r"(?:岗位|工作|主要|职位)*(?:职责|内容|描述)|你将负责|你要做的|"
        r"(?:key |main |job |primary |core )*(?:responsibilit(?:y|ies)|dut(?:y|ies)|accountabilities)(?: (?:and|&) (?:duties|responsibilities))?|"
        r"what you(?:'|’)?(?:ll| will)?(?: be)? do(?:ing)?|the role|role|job (?:description|summary|profile)|"
        r"how you will contribute|your (?:role|tasks|mission)|about the (?:role|job|position|internship)(?:/job)?|in this role(?:,? you will)?|day to day",
    ),
    (
        "offer",
        r"福利(?:待遇)?|薪资(?:待遇|福利)?|薪酬福利|待遇|我们提供|我们能?给你的?|你将获得|公司(?:简介|介绍)|关于我们|"
        r"benefits?(?: .{0,20})?|(?:additional )?perks?(?: .{0,20})?|what we offer|we offer|about us|about the company|"
        r"who we are|company (?:overview|description)|how to apply|equal opportunity.*",
    ),
    (
        "facts",
        r"工作地点|工作时间|地点|城市|联系方式|薪资范围|薪水|"
        r"compensation|salary|pay|schedule|job types?|employment (?:type|status)|work remotely|(?:job )?location|city|contract|"
        r"basic info|supplemental pay|industry|ability to commute.*|application questions?|speak with .*|"
        r"published on|vacanc(?:y|ies)|interview venue|department",
    ),
)
_HEADING: Final = tuple((part, re.compile(rf"(?:{words})", re.IGNORECASE)) for part, words in _HEADINGS)
_HEADING_FRAME: Final = re.compile(r"^[\s#*■◆●▪★【\[<《（(]*(.{1,48}?)[\s*】\]>》）)]*[:：\-–—\s]*$")
_INLINE: Final = re.compile(r"^[\s#*■◆●【\[]*([^:：。;；]{2,32}?)[】\]*\s]*[:：]\s*(\S.*)$")
_BULLET: Final = re.compile(
    r"^\s*(?:[-–—*•●▪◦·■◆►➢✓✔\uf0b7\uf0a7o]\s+|[-•●▪◦·■◆►➢✓✔\uf0b7\uf0a7]|"
    r"[（(]?(?:(?:\d{1,2}|[一二三四五六七八九十]|[ivx]{1,4})(?:[)）、]|[.．](?!\d))|[a-hA-H][)）、])\s*)+"
)
_INNER_BULLET: Final = re.compile(
    r"(?<=[；;。.，,])\s*(?=[（(]?\d{1,2}(?:[)）、]|[.．](?!\d))\s*\S)|\s+(?=[•●▪◦■◆►➢✓✔\uf0b7\uf0a7]\s*\S)"
)
_SENTENCE_END: Final = re.compile(r"(?<=[。；！？])|(?<=;)\s+|(?<=[a-z0-9)%]{2}[.!?])\s+(?=[A-Z(])")
_BOILERPLATE: Final = re.compile(
    r"(?i)^(?:job types?|schedule|salary|pay|work remotely|location|job location|city|employment type|shift|"
    r"day shift|night shift|morning shift|evening shift|monday to friday|flexible shift|rotational shift|yes|no|none|"
    r"full[- ]time|part[- ]time|contract|temporarily due to covid.*|remote|hybrid|on[- ]?site|"
    r"(?:五险一金|双休|包吃住|带薪年假)[，,、\s\S]*|(?:薪资|工资|月薪|年薪|工作地点|地点|城市|上班时间|工作时间|公司|招聘人数|联系人|邮箱|电话)\s*[:：].*)\s*[:：]?$"
    r"|equal opportunity|e-mail your|send your (?:cv|resume)|\bwhatsapp\b|投递|简历请?发|\[(?:EMAIL|PHONE|LINK)\]|"
    r"^\s*(?:job types?|salary|schedule|shift|work remotely|location|department|city|industry)\s*[:：]"
)
_FACT_WORDS: Final = 6
"""A longer line below a heading of facts is no fact of a few words: the posting has moved on."""
_RUN_ON_WORDS: Final = 45
"""A statement longer than this without a full stop is a run-on text; it is cut into pieces of `_PIECE_WORDS`."""
_PIECE_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a posting in its own words, and what the heading above it announced.

    `run_on` is a piece of a text without full stops: where it begins and ends is arbitrary.
    """

    text: str
    part: Part
    run_on: bool = False


def statements(text: str) -> tuple[Statement, ...]:
    """The posting's statements in order, after the title (the first line).

    What is offered is left out, unless the posting has nothing else: then its headings mislead.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    part: Part = "none"
    found: list[Statement] = []
    for line in lines[1:] if len(lines) > 1 else lines:
        announced, rest = _heading(line)
        if announced == "facts" and rest:
            continue  # "Location: Madurai": it says nothing of the lines below
        part = announced or part
        if part == "facts" and len(rest.split()) > _FACT_WORDS:
            part = "none"
        found.extend(_cut(rest, part))
    asked = tuple(statement for statement in found if statement.part not in ("offer", "facts"))
    return asked or tuple(replace(statement, part="none") for statement in found)


def _heading(line: str) -> tuple[Part | None, str]:
    """The part that a heading line announces with what follows it on the line, or (None, the line)."""
    bare = line.removesuffix("**").strip()
    if (frame := _HEADING_FRAME.match(bare)) and (part := _part(frame[1])):
        return part, ""
    if (inline := _INLINE.match(line)) and (part := _part(inline[1])):
        return part, inline[2]
    return None, line


def _part(words: str) -> Part | None:
    return next((part for part, pattern in _HEADING if pattern.fullmatch(words.strip())), None)


def _cut(line: str, part: Part) -> Iterator[Statement]:
    for item in _INNER_BULLET.split(line):
        for sentence in _SENTENCE_END.split(_BULLET.sub("", item)):
            words = sentence.strip(" \t;；,，")
            if len(words) > 1 and not _announces(words):
                yield from (piece for piece in _short(words, part) if not _BOILERPLATE.search(piece.text))


def _announces(words: str) -> bool:
    """A heading that no list knows ("Programming languages needed:") asks for nothing itself."""
    return words[-1] in ":：" and len(words) < 60


def _short(sentence: str, part: Part) -> Iterator[Statement]:
    tokens = sentence.split()
    if len(tokens) <= _RUN_ON_WORDS:
        yield Statement(sentence, part)
        return
    for start in range(0, len(tokens), _PIECE_WORDS):
        yield Statement(" ".join(tokens[start : start + _PIECE_WORDS]), part, run_on=True)
