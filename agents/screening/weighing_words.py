# ruff: noqa: E501  (a pattern is read whole)
"""Reads changes of weights out of people's words: "make Kubernetes a must-have", "英语不重要"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from agents.language_levels import levels_in
from agents.screening.weighing import Change, Kind
from records.errors import WeighingUnclear
from records.posting import Requirement
from retrieval.skills import names_of, skills_in
from retrieval.terms import SKILL, terms

Whole = Literal["undo", "reset"]

# In this order: "not important" holds "important", "no longer a must-have" holds "must-have".
_KINDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    (
        "ignore",
        re.compile(
            r"(?i)不(?:太)?重要|无所谓|不(?:用|需要|必|要求?|看|考虑|算)(?!有)|忽略|去掉|删掉|不计|没关系|"
            r"\b(?:is|are|does|do)(?:n['’]t| not)\s+(?:really\s+)?(?:important|matter|needed|required|relevant)\b|\b(?:ignore|drop|remove|forget|disregard|leave out|skip)\b|\bnot? (?:important|needed|relevant|matter)\b|\bdoesn['’]?t (?:matter|count)\b|\birrelevant\b|\bno longer (?:needed|relevant|important)\b"
        ),
    ),
    (
        "nice",
        re.compile(
            r"(?i)(?:不再?是|不算|不作为?|改成?非|非)\s*(?:必备|必须|硬性)|加分项?|可选|优先(?:即可|就行|考虑)?|最好有|"
            r"\b(?:no longer|not|n['’]t)\s+(?:be\s+)?(?:an?\s+)?(?:must|required|mandatory)|\bnice[- ]to[- ]haves?\b|\boptional\b|\b(?:a )?(?:plus|bonus)\b|\bpreferred\b"
        ),
    ),
    (
        "must",
        re.compile(
            r"(?i)必备|必须|必要|硬性|一定要|不可少|门槛|刚需|\bmust(?:[- ]haves?)?\b|\brequired\b|\bmandatory\b|\bessential\b|\bnon[- ]negotiable\b|\bdeal[- ]?breaker\b"
        ),
    ),
    (
        "less",
        re.compile(
            r"(?i)没(?:有)?(?:那么|这么)重要|次要|降低|调低|减小|减半|少看|权重(?:低|小)一?[些点]|\bless\b|\blower\b|\breduce\b|\bhalve?\b|\bdecrease\b|\bde-?emphasi[sz]e\b|\bcount for less\b"
        ),
    ),
    (
        "more",
        re.compile(
            r"(?i)更重要|最重要|很重要|重要|看重|加大|提高|调高|加倍|翻倍|侧重|多看|权重(?:高|大)一?[些点]|\bmore\b|\bhigher\b|\bincrease\b|\braise\b|\bdouble\b|\bboost\b|\bemphasi[sz]e\b|\bimportant\b|\bmatters\b|\bprioriti[sz]e\b|\bheavier\b"
        ),
    ),
)
_QUESTION: Final = re.compile(
    r"(?i)[?？]\s*$|^\s*(?:who|which|whose|how|what|why|when|does|do|is|are|has|have|compare|list|show)\b|谁|哪[些位个几]|几[个位人]|多少|吗\s*[。]?$|为什么|为何|怎么|比较|对比"
)
_UNDO: Final = re.compile(
    r"(?i)撤销|撤回|取消(?:上次|刚才|这次)|退回|回到上(?:一)?[次版步]|\bundo\b|\btake (?:it|that) back\b|\brevert\b|\bgo back\b"
)
_RESET: Final = re.compile(
    r"(?i)(?:恢复|还原|重置)(?:为|成|到)?(?:原来|最初|默认|岗位)?的?(?:权重|要求)?|\breset\b|\boriginal weights?\b|\bstart over\b"
)
_ADD: Final = re.compile(
    r"(?i)^\s*(?:请|please\s+)?(?:再|还|另外|另)?(?:增加|添加|加上|加一条|新增|补充|还?要求|还要会?|还得会|also (?:require|ask for|need)|add (?:an? )?(?:new )?(?:requirement|must-have|nice-to-have)s?|add)\s*(?:一?[条个项])?(?:新?的?要求)?\s*(?:of|for|that)?\s*[:：,，]?\s*(?P<what>\S.*)$"
)
_CLAUSES: Final = re.compile(
    r"[;；。\n]|，(?!和)|,\s|\bbut\b|\band (?=(?:make|ignore|drop|raise|lower|double)\b)|而且|但是?|并且"
)
_NUMBER: Final = re.compile(
    r"(?i)(?<![A-Za-z])R(\d{1,3})(?!\d)|第\s*(\d{1,3})\s*条|(?:requirement|no\.?)\s*#?(\d{1,3})\b"
)
_BY_KIND: Final = (
    ("experience", re.compile(r"(?i)年限|工作经验|几年|多少年|\byears?(?: of experience)?\b|\bseniority\b")),
    ("education", re.compile(r"(?i)学历|学位|本科|硕士|博士|\bdegrees?\b|\beducation\b|\bbachelor|\bmaster|\bph\.?d")),
    ("certificate", re.compile(r"(?i)证书|资格证|\bcertificat\w+|\blicen[cs]e")),
)
_SAME: Final = 0.5
"""Share of what the words name that a requirement must hold, where no skill, language or kind tells: half of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What words ask: changes of requirements, requirements to add, or to go back."""

    changes: tuple[Change, ...] = ()
    added: tuple[str, ...] = ()
    whole: Whole | None = None


def asks_weighing(words: str) -> bool:
    """Whether words ask to change weights at all, whatever they name; a question never does."""
    return not _QUESTION.search(words) and bool(
        _UNDO.search(words) or _RESET.search(words) or _ADD.match(words) or _kind(words)
    )


def weighing_asked(words: str, requirements: Sequence[Requirement]) -> Asked:
    """What the words ask of these requirements; raises `WeighingUnclear` where they name none of them."""
    if _UNDO.search(words):
        return Asked(whole="undo")
    if _RESET.search(words):
        return Asked(whole="reset")
    changes: list[Change] = []
    new: list[str] = []
    kind: Kind | None = None
    for clause in filter(str.strip, _CLAUSES.split(words)):
        kind = _kind(clause) or kind  # "Kubernetes and Go must-haves, Python too"
        named = tuple(named_requirements(clause, requirements))
        if asked := _ADD.match(clause):
            new.append(asked["what"])
        elif kind is None or not named:
            raise WeighingUnclear(words=clause.strip())
        else:
            changes += [Change(requirement.id, kind) for requirement in named]
    if not changes and not new:
        raise WeighingUnclear(words=words.strip())
    return Asked(tuple(dict.fromkeys(changes)), tuple(new))


def _kind(words: str) -> Kind | None:
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), None)


def named_requirements(words: str, requirements: Sequence[Requirement]) -> Iterator[Requirement]:
    """The requirements that words name: by number, skill, language, kind, or else by most of their words."""
    if numbers := {f"R{next(filter(None, found))}" for found in _NUMBER.findall(words)}:
        yield from (requirement for requirement in requirements if requirement.id in numbers)
        return
    bare = _without_verbs(words)
    said = set(skills_in(bare))
    by_skill = [r for r in requirements if any(s in said or _written(s, bare) for s in skills_in(r.text))]
    by_language = [
        r for r in requirements if r.kind == "language" and levels_in(bare).keys() & levels_in(r.text).keys()
    ]
    by_kind = [r for kind, pattern in _BY_KIND if pattern.search(bare) for r in requirements if r.kind == kind]
    timed = [r for r in by_kind if r.years is not None]  # a posting's title is an experience too
    yield from by_skill or by_language or timed or by_kind or _by_words(bare, requirements)


def _written(skill: str, words: str) -> bool:
    """Whether a skill of the posting is written out: "Go" alone would be taken for the verb in any other sentence."""
    return any(re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z+#])", words) for name in names_of(skill))


def _by_words(words: str, requirements: Sequence[Requirement]) -> list[Requirement]:
    asked = {term for term in terms(words) if not term.startswith(SKILL)}
    if not asked:  # "Go" and other names that are common words as well: only as the posting writes them
        names = re.findall(r"[A-Z][\w+#.]*", words)
        return [r for r in requirements if any(re.search(rf"\b{re.escape(name)}(?!\w)", r.text) for name in names)]
    shares = {r.id: len(asked & terms(r.text).keys()) / len(asked) for r in requirements}
    best = max(shares.values(), default=0.0)
    return [r for r in requirements if shares[r.id] == best] if best >= _SAME else []


def _without_verbs(words: str) -> str:
    """The words without what asks for the change, which would be taken for the name of a requirement."""
    for _, pattern in _KINDS:
        words = pattern.sub(" ", words)
    return re.sub(
        r"(?i)\b(?:please|make|set|treat|consider|weight|weigh|as|the|of|a|an|to|be|is|are|it|should|now|count|for)\b|请|把|将|设为?|设成|改为?|改成|作为|当作|变成|权重|要求|这条|一条|放",
        " ",
        words,
    )
