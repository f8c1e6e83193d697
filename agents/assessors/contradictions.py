"""Does a comment say the opposite of its verdict? Rules for Chinese and English, whichever the answer is written in.

Only what a comment says in the end counts: what follows a “but”, and not what an “although” concedes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from records.assessment import Verdict

_CONTRAST: Final = re.compile(r"(?:但是|但|不过|然而|可是)|(?:[,;.]\s*|\s)(?:but|however|yet|nevertheless)\b,?", re.I)
_CONCEDED: Final = re.compile(
    r"(?:虽然|尽管|虽)[^，,；;。]*[，,；;。]?|\b(?:although|though|even though|while|despite)\b[^,;.]*[,;.]?",
    re.I,
)
_CLAUSE: Final = re.compile(r"[，,；;。！!]|\.(?=\s|$)|\band\b|，?因此|，?所以|\bso\b|\btherefore\b", re.I)

_VERB: Final = r"(?:提到|提及|写明|写出|写到|写|说明|体现|显示|列出|给出|找到|发现|注明|反映|涉及|看到|证明|表明)"
_ABSENT: Final = re.compile(
    rf"(?:没有|没|未|并未|均未|从未|未曾|尚未|看不出|未能){_VERB}|未见|看不出|无法(?:确认|判断|证实|看出)|只字未提"
    r"|(?:没有|无|缺乏|缺少)[^，。；]{0,20}(?:证据|依据|记录|信息|说明|描述|内容)"
    r"|\b(?:is|are|was|were)?\s?(?:not|never|nowhere)\s(?:explicitly\s|clearly\s|directly\s)?"
    r"(?:mentioned|stated|listed|shown|specified|described|documented|found|evident|indicated|present|included)\b"
    r"|\b(?:does|do|did)(?:\snot|n't|n’t)\s(?:explicitly\s|clearly\s|directly\s)?"
    r"(?:mention|state|say|show|list|specify|indicate|describe|include|provide|contain)\b"
    r"|\bno\s(?:\w+\s){0,2}?(?:mention|evidence|indication|information|sign|record|reference|proof)\b"
    r"|\b(?:nothing|none)\s(?:about|on|in the resume|is said|shows)\b|\bsilent (?:on|about)\b|\babsent from\b"
    r"|\bunclear (?:whether|if)\b|\bcannot be (?:confirmed|verified|determined)\b|\bnever mentions\b",
    re.I,
)
_FAILS: Final = re.compile(
    r"(?:不|未|没有|并未|未能|无法|尚未|难以)(?:完全|能)?(?:满足|符合|达到|具备)|达不到|低于(?:岗位)?要求|少于(?:岗位)?要求"
    r"|不达标|不合格"
    r"|\b(?:does|do|did)(?:\snot|n't|n’t)\s(?:fully\s)?(?:meet|satisfy|fulfil|fulfill|have|hold|possess)\b"
    r"|\bfails? to (?:meet|satisfy)\b|\bfalls? short\b|\bnot met\b|\blacks?\b|\bbelow the (?:required|bar)\b"
    r"|\bless than (?:required|asked)\b|\bunmet\b",
    re.I,
)
_HOLDS: Final = re.compile(
    r"(?<!不)(?<!未)(?<!没有)(?<!完全)(?<!部分)(?<!无法)(?<!难以)(?<!尚未)(?<!勉强)(?<!接近)(?<!不能)(?<!未能)"
    r"(?:完全|充分|明确|直接|均|都|已|已经|足以|远超|也)*(?<!不)(?<!未)(?<!没有)(?<!不完全)(?<!未完全)(?:满足|符合|达到|超过|超出|高于)"
    r"(?:了)?(?:该|此|这|本|岗位|职位|所有|全部)*(?:的)?(?:一|项|条|些)*要求"
    r"|\b(?:fully |clearly |directly |easily |more than |well |even )*(?:meets|satisfies|fulfils|fulfills|exceeds)\b"
    r"(?! (?:only|part|some|half))|\brequirement is (?:fully |clearly |directly |well )?(?:met|satisfied|fulfilled)\b",
    re.I,
)
_IN_FULL: Final = re.compile(
    r"(?<!不)(?<!未)(?<!没有)(?<!并未)(?<!未能)(?<!并不)(?:完全|充分|全部)(?:满足|符合|达到)"
    r"|\b(?<!not )(?<!n't )(?:fully|completely|entirely)"
    r" (?:meets|satisfies|fulfils|fulfills|met|satisfied)\b",
    re.I,
)
_NOTHING_AT_ALL: Final = re.compile(
    r"(?:完全|根本|丝毫)(?:没有|没|未|不)|只字未提|\b(?:no|not) .{0,30}\bat all\b|\bdoes not meet\b|\bfails to meet\b",
    re.I,
)
_CONDITIONAL: Final = re.compile(
    r"如果|若|才能|才算|需要?|应|待|还差|离.{0,6}(?:满足|达到)|部分"
    r"|\bif\b|\bnever (?!mention|state|list)|\bwould\b|\bshould\b|\bto meet\b|\bpart(?:ly|ially)\b",
    re.I,
)
_LATIN: Final = re.compile(r"[a-z][a-z+#.]{1,}", re.I)


def contradicts(verdict: Verdict, comment: str, requirement: str = "") -> bool:
    """Whether the comment says the opposite of the verdict; `requirement` tells what the comment is about."""
    clauses = list(_clauses(comment))
    if verdict == "met":
        return any(_denies(clause, requirement, first=n == 0) for n, clause in enumerate(clauses))
    if verdict == "partial":
        return len(clauses) <= 1 and bool(_IN_FULL.search(comment) or _NOTHING_AT_ALL.search(comment))
    denied = any(_ABSENT.search(clause) or _FAILS.search(clause) for clause in clauses)
    return not denied and any(_HOLDS.search(clause) and not _CONDITIONAL.search(clause) for clause in clauses)


def _clauses(comment: str) -> Iterator[str]:
    """What the comment says in the end, clause by clause."""
    said = _CONTRAST.split(_CONCEDED.sub("", comment))[-1]
    yield from (clause.strip() for clause in _CLAUSE.split(said) if clause and clause.strip())


def _denies(clause: str, requirement: str, first: bool) -> bool:
    """A clause that fails the requirement, or misses it: in the first place, or by name; a detail may be missing."""
    if _CONDITIONAL.search(clause):
        return False
    if _FAILS.search(clause):
        return True
    return bool(_ABSENT.search(clause)) and (first or _names(clause, requirement))


def _names(clause: str, requirement: str) -> bool:
    """Whether a name of the requirement, in Latin letters, stands in the clause; in English only a capitalised one."""
    asked = {word.lower().strip(".") for word in _LATIN.findall(requirement) if word[0].isupper() or "#" in word}
    return any(word.lower().strip(".") in asked for word in _LATIN.findall(clause))
