# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Visible lines that speak to the reader's software instead of the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence

from records.resume import Line, SuspiciousLine

_EN_WHAT = r"(?:instructions?|prompts?|directions?|rules?|guidelines?|criteria|messages?|context|commands?)"
_EN_WHICH = (
    r"(?:(?:all|any|the|your|my|of|these|those|previous|prior|above|earlier|preceding|existing|system|other)\s+){1,5}"
)
_EN_RATING = r"(?:10\s*/\s*10|10\s+out\s+of\s+10|100\s*%|100\s*/\s*100|(?:full|maximum|highest|perfect|top)\s+(?:marks?|scores?|ratings?|points?))"
_PATTERNS: tuple[tuple[str, str], ...] = (
    (rf"\b(?:ignore|disregard|forget|override|bypass|skip)\s+{_EN_WHICH}{_EN_WHAT}\b", "asks to ignore instructions"),
    (r"(?:忽略|无视|忘记|忘掉|不要理会|跳过|覆盖)[^。；;，,]{0,8}(?:指令|指示|提示词?|规则|要求|命令|设定|说明)", "asks to ignore instructions"),
    (r"(?:忽略|無視|忘記)[^。；;，,]{0,8}(?:指令|指示|提示詞?|規則|要求|命令|設定|說明)", "asks to ignore instructions"),
    (rf"\b(?:give|assign|award|rate|score|grade|output|return|respond\s+with)\b[^.;]{{0,50}}\b{_EN_RATING}", "asks for a rating"),
    (r"\b(?:rate|score|rank|mark|evaluate)\s+(?:this|the|me|him|her)\s*(?:candidate|applicant|resume|cv|person)?\s+(?:as\s+)?(?:a\s+)?(?:the\s+)?(?:10\b|highest|best|top|excellent|perfect|highly)", "asks for a rating"),
    (r"(?:请|務必|务必|必须|应当|直接|請)?(?:给|給|打|评|評)(?:出|予|我|他|她|该|此|这位|這位|候选人|候選人|个|個|简历|本简历|为|予以)*(?:满分|滿分|最高分|10\s*分|十分|100\s*分|高分)", "asks for a rating"),
    (r"\b(?:recommend|hire|advance|select|shortlist|accept|approve|pass)\s+(?:this|the\s+above)\s+(?:candidate|applicant|resume|cv)\b", "asks for a recommendation"),
    (r"\b(?:this|the)\s+(?:candidate|applicant)\s+(?:is|must\s+be|should\s+be)\s+(?:an?\s+|the\s+)?(?:perfect|ideal|best|exceptional|strongly\s+recommended|hired|highly\s+recommended|excellent\s+match)", "asks for a recommendation"),
    (r"(?:请|务必|必须|直接|一定要)(?:强烈)?(?:推荐|录用|通过|选择|录取)(?:该|此|这位|本)(?:候选人|简历|应聘者|申请人|求职者)", "asks for a recommendation"),
    (r"(?:该|此|这位|本)(?:候选人|应聘者|申请人|求职者)(?:是|为|应|应该|必须|非常|完全)[^。；]{0,10}(?:最佳|完美|最合适|最优|录用|推荐|符合所有|满足所有|匹配)", "asks for a recommendation"),
    (r"\b(?:dear|attention|note\s+to|hey|hello|hi|to\s+the|if\s+you\s+are)\s+(?:an?\s+|the\s+|any\s+)?(?:ai|llm|gpt|chatgpt|language\s+model|ats|automated|screening\s+(?:system|bot|software))\b", "addresses an automated reader"),
    (r"\b(?:if\s+you\s+are|as)\s+an?\s+(?:ai|llm|large\s+language\s+model|language\s+model|automated\s+\w+)\b[^.]{0,60}\b(?:you|must|should|please|rate|score|say|respond|output)\b", "addresses an automated reader"),
    (r"(?:致|注意|如果你是|如果您是|若你是)[：:，,]?\s*(?:一个|一名|各位|本|任何)?(?:AI|人工智能|大?语言模型|大模型|机器人|自动筛选|筛选系统|智能助手)(?:[，,：:]|系统|助手|你|请|读者|筛选)", "addresses an automated reader"),
    (r"(?:作为|身为)(?:一个|一名)?(?:AI|人工智能|大?语言模型|大模型)(?:助手|系统|模型)?[，,]?\s*(?:你|请)", "addresses an automated reader"),
    (r"<\|?/?(?:im_start|im_end|endoftext|system|assistant|user)\|?>|\[/?INST\]|<<SYS>>|^\s*#{2,}\s*(?:system|instruction)s?\s*:?\s*$", "imitates a prompt"),
    (r"^\s*(?:system|assistant)\s*(?:prompt|message)?\s*[:：]\s*\S", "imitates a prompt"),
    (r"\b(?:you\s+are\s+now|you\s+must\s+now|from\s+now\s+on,?\s+you|your\s+new\s+(?:task|role|instructions?))\b", "imitates a prompt"),
    (r"(?:从现在起|从现在开始|现在)[，,]?你(?:是|将|必须|要)|你的新(?:任务|角色|指令)", "imitates a prompt"),
)  # fmt: skip
_RULES = tuple((re.compile(pattern, re.IGNORECASE), why) for pattern, why in _PATTERNS)


def suspicious_lines(lines: Sequence[Line]) -> tuple[SuspiciousLine, ...]:
    """The lines that instruct an automated reader, each with the first reason that fits.

    An instruction may run over the end of a line: two neighbours that only together are one are both marked.
    """
    why = [why_suspicious(line.text) for line in lines]
    for at in range(len(lines) - 1):
        if why[at] is None and why[at + 1] is None:
            why[at] = why[at + 1] = why_suspicious(f"{lines[at].text} {lines[at + 1].text}")
    return tuple(SuspiciousLine(line.n, reason) for line, reason in zip(lines, why, strict=True) if reason)


def why_suspicious(text: str) -> str | None:
    """What a text tries to make the reader's software do, or None."""
    return next((why for rule, why in _RULES if rule.search(text)), None)
