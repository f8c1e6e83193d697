# ruff: noqa: E501  (a pattern is read whole)
"""A claim that denies what its lines say, or says what they deny.

"The resume does not mention X" contradicts lines that name X, and only those. What a claim says of the posting's bar
("does not reach five years") or of missing detail ("does not say how large") is judged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from agents.claim_numbers import amounts, lasts
from records.language import HAN
from retrieval.chinese_words import dictionary
from retrieval.content_words import content_words
from retrieval.documents.profile.degrees import degree_in
from retrieval.gloss import english_gloss
from retrieval.redaction import redact_text
from retrieval.skills import kinds_of, names_of
from retrieval.terms import SKILL, terms

_NO_NEGATION: Final = re.compile(
    r"(?i)\bnot only\b|\bif not\b|\bnothing short of\b|\bnot just\b|\bnot merely\b|\bno (?:more|less|fewer|later|earlier|longer) than\b|\bnot (?:less|fewer|more) than\b|"
    r"\bno doubt\b|\bzero[- ]\w+|零(?:故障|事故|差错|停机|投诉|缺陷|基础)(?!$)|不停机|不中断|不间断|\bnot limited to\b|\bnon-profit\b|\bnothing but\b|\bno\.\s?\d|\bwithout exception\b|\bwhether or not\b|"
    r"不仅|不但|不只|不止|不光|不少于?|不断|不同|不低于|不超过|不到|不足|不错|不限|不等|不久|不锈|不动产|不良|不可或缺|不可|离不开|无论|无线|无限|无机|无氧|无创|无源|无刷|无公害|无抗|无铅|无水|无糖|无氟|无醇|无烟|无人[机驾店车]|无损|未来|未必|"
    r"除非|无疑|无锡|非常|非凡|非遗|无缝|无障碍|莫不|无不(?![良合符当适])|无纸|无菌|无纺|无尘|无形|非标|非计划|非生产|非结构化|非功能|非接触|非道路|非机动|非税|非全日制|非金属|非营利|非处方|非织造|非住宅|非现场|非洲|没收|无偿|不间断|不懈|不菲|不乏|不俗|(?<!没)有无|是否"
)
_NEGATOR: Final = re.compile(
    r"(?i)\b(?:no one|nobody|nothing|no|not|without|never|none(?: of)?|neither|nor|cannot|can['’]t|couldn['’]t|didn['’]t|doesn['’]t|don['’]t|hasn['’]t|haven['’]t|hadn['’]t|"
    r"isn['’]t|aren['’]t|wasn['’]t|weren['’]t|won['’]t|lacks?|lacking|lacked|missing|absent|unable to|failed to|fails to|unfamiliar with|yet to|absence of)\b|"
    r"看不出|并没有|并未|并无|从没有?|从未|从不|没有|没能|没|未能|未曾|尚未|未|不曾|不会|不能|不具备|不具有|不熟悉|不了解|不懂|不掌握|不擅长|不是|不含|不包括|不涉及|不负责|"
    r"不持有|不拥有|不用|不使用|毫无|无(?![锡])|缺乏|缺少|欠缺|(?<!从)零(?![售件食散星碎基]|部件|配件|距离|担保)(?=[\u4e00-\u9fff]{1,6}$)|[并绝]非|非(?=[\u4e00-\u9fff])"
)
_NOT: Final = re.compile(r"不(?=([\u4e00-\u9fff]{2}))")
_CLAUSE: Final = re.compile(
    r"[;!?，；。！？\n]|[,.](?=\s|$)|,(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]),|\b(?:but|however|although|though|while|whereas|yet(?! to)|because|since(?! \d))\b|但是?|然而|不过|而且|虽然|尽管|(?<!从)而(?!且)"
)
_ABSENCE: Final = re.compile(
    r"(?i)\b(?:mention|say|tell|state|show|list|describe|evident|document|demonstrate|name|specif|indicat|provide|appear|find|found|include|contain|cover|"
    r"refer|evidence|visible|given|reported|seen|claim)\w*|提及|提到|提过|体现|说明|写明|写到|写|显示|列出|看到|发现|涉及|描述|展示|注明|反映|见到?"
)
_DETAIL: Final = re.compile(
    r"(?i)\b(?:how|whether|which|when|where|why|level|sizes?|scale|depth|duration|details?|extent|exact|exactly|specific|further|number of|years of|"
    r"amount|explicit\w*|clear\w*|quantif\w*|directly|enough|sufficient\w*|proficiency|dates?)\b|规模|程度|深度|年限|时长|细节|具体|多少|是否|如何|明确|直接|"
    r"量化|详细|水平|数量|时间|足够|充分|进一步|哪"
)
_BAR: Final = re.compile(
    r"(?i)\b(?:meet|meets|met|satisf\w+|reach\w*|fulfil\w*|requir\w+|asked?|expected|needed|comparable|equivalent|qualif\w+ for)\b|满足|达到|符合|要求|达标|匹配|对口"
)
_LIGHT: Final = frozenset(
    [
        "lead",
        "led",
        "manag",
        "run",
        "ran",
        "built",
        "build",
        "develop",
        "use",
        "hold",
        "held",
        "own",
        "deliv",
        "deliver",
        "did",
        "done",
        "make",
        "made",
        "take",
        "took",
        "do",
        "perform",
        "candid",
        "resum",
        "evid",
        "mention",
        "state",
        "shown",
        "show",
        "list",
        "line",
        "experi",
        "ever",
        "before",
        "direct",
        "been",
        "personal",
        "individu",
        "actual",
        "someth",
        "anyth",
        "thing",
        "go",
        "went",
        "down",
        "up",
        "chang",
        "fall",
        "fell",
        "rise",
        "rose",
        "drop",
        "grow",
        "grew",
        "increas",
        "decreas",
        "improv",
        "complet",
        "finish",
        "look",
        "after",
        "happen",
        "occur",
        "section",
        "skill",
        "entri",
        "cut",
        "reduc",
        "lower",
        "shorten",
        "rais",
        "lift",
        "boost",
        "halv",
        "shrink",
        "shrunk",
        "slash",
        "trim",
        "doubl",
        "tripl",
        "bring",
        "brought",
    ]
)
_LIGHT_HAN: Final = re.compile(
    r"获得|取得|荣获|获(?!客)|颁发|颁布|授予|得到|拿到|拿过|任何|发生|出现|产生|下降|降低|减少|提高|提升|增长|增加|上升|缩短|改善|压[减降]|扩大|担任|负责|承担|从事|出自|候选人|由其|经其|其|[过了的]"
)
_ASPECT: Final = re.compile(r"(?<=[\u4e00-\u9fff])[过了](?=[\u4e00-\u9fff])")
"""献过血 is 献血."""
_CERTIFIED: Final = re.compile(r"(?i)\bcertif\w*|认证|证书")
_SCHOOL: Final = re.compile(r"(?i)\b(?:university|college|school|institute|polytechnic)\b|大学|学院")
_HEADS: Final = re.compile(
    r"(?i)\b(?:head|lead|leader|manager|director|supervisor|chief)\b|主管|经理|总监|负责人|组长|主任"
)
_NO_ONE: Final = frozenset(["nobody", "nothing", "no one"])
_ACTED: Final = re.compile(r"(?i)not\b|never|none\b|\w+n['’]t|cannot|failed|fails|unable|没|未|从未|并未|并没|尚未|不")

NOUN_SHARE: Final = 0.7
"""Share of what a clause denies ("no Kafka experience in finance") that the lines must say for a contradiction."""
VERB_SHARE: Final = 0.5
"""The same where an act is denied ("did not lead the team of 12"): its object is enough, acts have many words."""
_FIRM: Final = 2.0


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, cut at what it denies: `said` before or without a denial, `denied` after one."""

    said: str
    denied: str
    written: str
    negator: str = ""


def contradictions(claim: str, source: str, today: date) -> tuple[str, ...]:
    """The clauses of a claim that deny what its source says, or say what it denies."""
    held, told = [clause for line in source.splitlines() for clause in clauses(line)], [*clauses(claim)]
    said = _terms(" \n ".join(clause.said for clause in held))
    denied = _terms(" \n ".join(clause.denied for clause in held))
    translated = not HAN.search(source)
    lengths = [*amounts(source).dates.lengths(today)]
    for number in (n for clause in told for n in amounts(clause.denied).numbers if n.unit in ("year", "month")):
        if lasts(number, lengths):  # "lacks six years" of a job from 2007 to 2013
            said[f"number:{number.value:g}"] = _FIRM
    found = [clause.written for clause in told if _contradicts(clause, said, denied, translated)]
    return tuple(dict.fromkeys([*found, *_affirmed(told, held, said)]))


def _affirmed(told: Sequence[Clause], held: Sequence[Clause], said: Mapping[str, float]) -> Iterator[str]:
    """The clauses that say all of what some line denies: "had bad debts" of "no bad debts"."""
    denies = _terms(" \n ".join(clause.denied for clause in told))
    for clause in held:
        matter = _terms(clause.denied) if clause.denied else {}
        if not any(matter.values()) or _share(matter, denies) >= VERB_SHARE or _share(matter, said) >= VERB_SHARE:
            continue
        yield from (one.written for one in told if _share(matter, _terms(one.said)) == 1)


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a text with what each denies."""
    for part in filter(None, (part and part.strip() for part in _CLAUSE.split(text))):
        hidden = _NO_NEGATION.sub(lambda match: "·" * len(match[0]), part)
        found = _NEGATOR.search(hidden) or _not_done(hidden)
        if not found:
            yield Clause(hidden, "", part)
            continue
        before, after = hidden[: found.start()], hidden[found.end() :]
        passive = bool(
            re.match(
                r"(?i)\s*(?:been |being |be |explicitly |clearly |被|明确|具体)*$",
                _ABSENCE.sub("", after, count=1)[:24],
            )
        )
        if found[0].lower() in _NO_ONE:
            yield Clause("", before + after, part, found[0])  # "recruited nobody for Siemens"
        elif (_ABSENCE.search(after) and passive) or not any(_terms(_ABSENCE.sub(" ", after)).values()):
            yield Clause("", before, part, "absence")  # "Kafka is not mentioned", "Kafka is not something he has done"
        else:
            yield Clause(before, after, part, found[0])


def _not_done(text: str) -> re.Match[str] | None:
    """不 before a verb: 不审核报销单."""
    return next((match for match in _NOT.finditer(text) if match[1] in dictionary()), None)


def _contradicts(clause: Clause, said: Mapping[str, float], denied: Mapping[str, float], translated: bool) -> bool:
    if clause.denied:
        mine = _terms(_ABSENCE.sub(" ", clause.denied))
        if translated:  # no English line holds Chinese characters; their English is compared
            mine = {term: weight for term, weight in mine.items() if not HAN.match(term)}
        numbers = [term for term in mine if term.startswith(("number:", "year:"))]
        if (_BAR.search(clause.written) and not any(term in said for term in numbers)) or (
            _ABSENCE.search(clause.written) and _DETAIL.search(clause.written)
        ):
            return False
        acted = _ACTED.match(clause.negator) and not _ABSENCE.search(clause.written)
        noun = re.search(
            r"(?i)\b(?:experience|background|knowledge|skills?|exposure)\b|经验|经历|背景|基础", clause.denied
        )
        share = VERB_SHARE if (acted and not noun) or any(term in said for term in numbers) else NOUN_SHARE
        words = {*content_words(clause.denied)}  # without the English of its Chinese
        own = {term: weight for term, weight in mine.items() if ":" in term or HAN.match(term) or term in words}
        told = max(_share(mine, said), _share(own, said) if HAN.search(clause.denied) else 0.0)
        return told >= share and _share(mine, denied) < share
    mine = {term: w for term, w in _terms(clause.said).items() if not term.startswith(("number:", "year:"))}
    return _share(mine, denied) >= NOUN_SHARE and _share(mine, said) < VERB_SHARE


def _share(mine: Mapping[str, float], held: Mapping[str, float]) -> float:
    whole = sum(mine.values())
    return sum(weight for term, weight in mine.items() if _is_held(term, held)) / whole if whole else 0.0


def _is_held(term: str, held: Mapping[str, float]) -> bool:
    """A term, or each word of one of a skill's names: "patented" says Patents, "coached" Coaching and mentoring."""
    return term in held or any(words and all(word in held for word in words) for words in _spelled(term))


@cache
def _spelled(term: str) -> tuple[tuple[str, ...], ...]:
    """The names of a skill as content words; nothing for another term."""
    names = names_of(term.removeprefix(SKILL)) if term.startswith(SKILL) else ()
    return tuple(tuple(content_words(name)) for name in names)


def _terms(text: str) -> dict[str, float]:
    """Skills, numbers and degrees, which count twice, and the words left; Chinese in the English of its known words."""
    if not text.strip():
        return {}
    said = amounts(text)
    found = {f"number:{number.value:g}": _FIRM for number in said.numbers if number.sure}
    found |= {f"year:{when.year}": _FIRM for when in (*said.dates.single, *said.dates.starts, *said.dates.ends)}
    if degree := degree_in(text, short_forms=bool(_SCHOOL.search(text))):  # MA is Massachusetts elsewhere
        found[f"degree:{degree}"] = _FIRM
    if _CERTIFIED.search(text):
        found["certified"] = 1.0
        text = _CERTIFIED.sub(" ", text)
    words = terms(_LIGHT_HAN.sub(" ", _ASPECT.sub("", text)))
    if _HEADS.search(text):
        words["skill:Leadership"] = 0.0  # "head of support" says leadership, and is no more about it than it was
    if HAN.search(text):
        words = {term: w if term.startswith(SKILL) or not HAN.search(term) else w / 2 for term, w in words.items()}
        words |= {t: w for t, w in terms(english_gloss(redact_text(text))).items() if not HAN.search(t)}
    for term, weight in words.items():
        if term not in _LIGHT and not (degree and term in ("degre", "bachelor", "master", "doctor", "phd")):
            found[term] = weight
    found |= {word: 0.0 for word in content_words(text) if word not in found}  # those inside a skill's name
    for term in [term for term in found if term.startswith(SKILL)]:
        skill = term.removeprefix(SKILL)
        named = [*content_words(skill), *(f"{SKILL}{kind}" for kind in kinds_of(skill))]
        found |= {name: 0.0 for name in named if name not in found}
    return found
