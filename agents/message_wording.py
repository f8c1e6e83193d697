# ruff: noqa: E501  (a pattern is read whole or not at all)
"""The fixed words of messages to candidates, and the words that give a reason for a refusal."""

from __future__ import annotations

import re
from typing import Final

from records.language import Language

BLANKS: Final[dict[Language, dict[str, str]]] = {
    "zh": {"name": "【姓名】", "date": "【日期和时间】", "place": "【地点或会议链接】", "sender": "【您的姓名和公司】"},
    "en": {
        "name": "[name]",
        "date": "[date and time]",
        "place": "[place or link]",
        "sender": "[your name and company]",
    },
}
FRAMES: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "greeting": "{name}，您好：",
        "details": "时间：{date}\n地点：{place}",
        "signed": "此致\n{sender}",
    },
    "en": {
        "greeting": "Dear {name},",
        "details": "When: {date}\nWhere: {place}",
        "signed": "Kind regards,\n{sender}",
    },
}
BODIES: Final[dict[Language, dict[str, tuple[str, ...]]]] = {
    "zh": {
        "invite": (
            "感谢您应聘“{title}”。读过您的简历，我们想邀请您面谈，进一步了解您的经历，也向您介绍这份工作。",
            "您看以下时间是否方便？如需调整，或面试时需要任何便利安排，请直接回复告知。",
        ),
        "decline": (
            "感谢您应聘“{title}”，也感谢您为此花费的时间。",
            "这次我们没有安排下一步的面试。祝您工作顺利。",
        ),
    },
    "en": {
        "invite": (
            (
                "Thank you for applying for the position “{title}”. Having read your resume, we would like to invite "
                "you to an interview, to hear more about your work and to tell you about the job."
            ),
            (
                "Would the time below suit you? If you prefer another, or need any adjustment for the interview, "
                "please just reply."
            ),
        ),
        "decline": (
            "Thank you for applying for the position “{title}”, and for the time you gave to it.",
            "This time we will not be taking your application further. We wish you all the best in your work.",
        ),
    },
}
TASKS: Final[dict[Language, dict[str, str]]] = {
    "zh": {"invite": "邀请面试（invite）", "decline": "婉拒（decline）"},
    "en": {"invite": "An invitation (invite)", "decline": "A refusal (decline)"},
}
KINDS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "invite": "面试邀请",
        "decline": "婉拒",
        "none": "（没有）",
    },
    "en": {
        "invite": "Invitation",
        "decline": "Refusal",
        "none": "(none)",
    },
}
REASONS: Final = re.compile(
    r"因为|由于|原因|鉴于|考虑到|出于|不足|不够|欠缺|缺乏|不符|不匹配|不合适|不适合|达不到|未达|差距|更(?:合适|适合|匹配|优秀)|其他候选人|"
    r"经验(?:较|尚|还)|资历|能力(?:较|尚|不)|人才库|保持联系|以后|今后有|"
    r"\b(?:because|due to|since you|owing to|reasons?|lack\w*|insufficient|not enough|too (?:little|few|much)|overqualified|"
    r"underqualified|unqualified|not (?:a |the )?(?:good |right |strong )?(?:fit|match|suitable)|does not (?:match|meet|fit)|"
    r"fall short|gaps?|better (?:suited|qualified|match)|more (?:suitable|experienced|qualified|closely)|stronger|"
    r"other (?:candidates|applicants)|keep (?:you|your resume) (?:in|on)|in touch|in the future)\b",
    re.IGNORECASE,
)
