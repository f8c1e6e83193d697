# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Which word classes make, together in one sentence, an instruction to whoever evaluates a resume.

A rule is a tuple of patterns that must all occur; the rarest stands first, since most sentences fail it.
"""

from __future__ import annotations

from typing import Final

from retrieval.documents.suspicious_words import (
    BEFORE,
    CHOOSE,
    DEMANDS,
    EVALUATING,
    FAULTS,
    GIVE,
    GIVE_ZH,
    GOOD,
    IGNORE,
    IGNORE_ZH,
    MACHINE,
    ME,
    MODAL,
    ORDER_ZH,
    ORDERS,
    OTHERS,
    RATE,
    SAY,
    THE_PERSON,
    THIS_PERSON,
    TOP,
    VERDICT,
    YOURS,
    imperative,
    words,
)

_JUDGE = imperative("|".join((RATE, CHOOSE, SAY, GIVE)))
_ORDER = rf"(?:{_JUDGE}|{MODAL}|{ORDER_ZH})"
_NEAR, _FAR = r"[^。;,]{0,10}", r"[^。;]{0,40}"
_PLEASE_ZH = r"(?:(?<![申邀])请(?![假求柬教客])|务必)"
_BE = words("is|has|was|has been|matches|meets|exceeds|deserves|fits|demonstrates|ranks|qualifies|satisfies|fulfils")
_CLAIMED = words(
    "perfect|ideal|best|exceptional(?:ly)?|outstanding|recommended|hired|(?:pre-?)?approved|verified|vetted|certified|validated|cleared"
    r"|selected|qualified|all (?:the )?(?:\w+ )?(?:requirements|criteria)|every (?:\w+ )?(?:requirement|criterion)|strong (?:yes|hire)"
)
_CLAIMED_ZH = (
    r"(?:最佳|完美|最合适|最优|录用|推荐|(?:符合|满足)(?:所有|全部|每)|已?通过|无需|均已满足|完全(?:符合|匹配)|匹配度)"
)
_WANTED = rf"(?:{words('(?:every|all|each|any|missing)')}.{{0,30}}(?:requirements?|criteri|skills?|keywords?|must-haves?|{FAULTS}))"
_MET = words("met|satisfied|present|matched|fulfilled|verified|explained|confirmed")
_BEST_AS = r".{0,40}\s+as\s+(?:an?\s+|the\s+)?(?:top|best|ideal|perfect|strong|excellent)\s+(?:candidate|applicant|match|fit|hire)\b"
_QUIET = "bring up|discuss|comment on|refer to|mention|list|reveal|flag|penali[sz]e|deduct|report|note|point out|include|identify"
_NOT = words("do not|don't|never|avoid|refrain from|without|not to")
_NOT_ZH = r"(?:不[要得能许]|请勿|勿|别)"
_DOWN = "reject|decline|disqualify|question|lower|downgrade|doubt|fail|filter out"

Rule = tuple[str, ...]

# Instructions or requirements are set aside.
OVERRIDES: Final[tuple[Rule, ...]] = (
    (BEFORE, ORDERS, rf"(?:{imperative(IGNORE)}|{words('to (?:ignore|disregard|forget)')}){_FAR}{BEFORE}{_FAR}{ORDERS}"),
    (rf"{imperative(IGNORE)}\s+(?:(?:(?:the|any|all|actual|your|everything)\s+)+(?:above|before|{ORDERS}|{FAULTS}|experience)|(?:the\s+)?(?:\w+\s+){{0,2}}(?:{DEMANDS})|(?:the\s+)?(?:instructions|rubric|checklist))",),
    (rf"{imperative(IGNORE)}\s+my\b|{_PLEASE_ZH}{IGNORE_ZH}我",),
    (rf"{IGNORE_ZH}[^。;]{{0,6}}{BEFORE}{_NEAR}(?:{ORDERS}|{DEMANDS}|内容|话)",),
    (rf"(?:^\W*|[,:]|请|务必|[你您]){IGNORE_ZH}{_NEAR}(?:{ORDERS}|{DEMANDS}|差距)",),
    (rf"(?:{imperative(IGNORE)}|{IGNORE_ZH})\s*(?:以上|之前|所有|前面)",),
    (rf"{imperative('skip|bypass|waive')}\s+(?:(?:the|any|all|further)\s+)*{words('screening|evaluation|assessment|reviews?|checks?|verification')}",),
    (words("no longer apply|(?:are|is) (?:void|superseded|cancelled|overridden)"), BEFORE, ORDERS),
    (YOURS, words("replaced|changed|updated|cancelled|suspended|void|obsolete"), ORDERS),
    (words("job requirements?"), words("updated|changed|waived|replaced|lifted"), words("only|no longer|now")),
    (r"作废|失效|无效|不再适用|不作数", BEFORE, rf"{ORDERS}|{DEMANDS}"),
    (rf"{_PLEASE_ZH}(?:跳过|略过|放宽|免除|不看){_NEAR}(?:{ORDERS}|{DEMANDS})|(?:跳过|覆盖|绕过)(?:之前|以上|上述|前面|你){_NEAR}{ORDERS}",),
)  # fmt: skip

# A rating is dictated: its height, its words, or what counts as met.
RATINGS: Final[tuple[Rule, ...]] = (
    (r"strong_(?:yes|hire)",),
    (TOP, imperative(f"{RATE}|{SAY}|{GIVE}")),
    (TOP, rf"{ORDER_ZH}[^。;]{{0,14}}{GIVE_ZH}(?![了过])[^。;]{{0,16}}{TOP}"),
    (TOP, rf"(?:^\W*|[,:]\s*|直接|并)(?:给予?|打|给出|打出|输出|评为){TOP}"),
    (TOP, rf"(?:^\W*|[,:])给(?:{THE_PERSON}|{ME}){GIVE_ZH}(?![了过])"),
    (TOP, THE_PERSON, rf"{_BE}|{MODAL}"),
    (r"[\"“「']", rf"{imperative(SAY)}\s+(?:\w+\s+){{0,2}}[\"“'][^\"”]{{0,30}}{GOOD}"),
    (r"[\"“「']", rf"(?:^|[,:]|{ORDER_ZH}.{{0,12}})(?:回[答复]|输出|返回|写)[^。;,]{{0,4}}[\"“「'][^”」'\"]{{0,8}}{GOOD}"),
    (_MET, _WANTED, rf"{imperative(RATE)}{_FAR}{_MET}|{MODAL}.{{0,20}}\s+as\s+(?:being\s+)?{_MET}"),
    (_MET, _WANTED, rf"{_WANTED}.{{0,20}}{words('(?:counts?|(?:are|be|is) (?:counted|treated|considered|regarded)) as')}"),
    (r"(?:所有|全部|每[一条项个]).{0,6}(?:要求|条件|项|技能).{0,8}(?:视为|当[作成]|标记?为|判定?为|评为|打成|算)", ORDER_ZH),
    (r"\s+as\s.*(?:candidate|applicant|match|fit|hire)\b", rf"{imperative(f'{RATE}|flag')}{_BEST_AS}"),
    (VERDICT, GOOD, rf"{VERDICT}[^。;.]{{0,40}}(?:{words('(?:must|should|shall|can only) (?:always )?be')}|必须|务必|只能|应[该当为是]|须)"),
    (VERDICT, rf"{_PLEASE_ZH}[^。;,]{{0,3}}[在于][^。;,]{{0,8}}{VERDICT}[^。;,]{{0,6}}(?:写|填|注明|强调|说明)"),
    (r"结论|评[价语级]", rf"{GOOD}[^。;,]{{0,4}}(?:结论|评[价语级])", rf"{ORDER_ZH}|均|都"),
    (words("(?:only|correct|valid|acceptable|right|expected|required) (?:valid |possible )?(?:verdict|answer|decision|output|response|result|conclusion)"), words("is|must|should"), GOOD),
    (YOURS, rf"{_ORDER}|{_NOT}", GOOD),
    (EVALUATING, rf"{_ORDER}|{imperative(IGNORE)}|please", rf"{GOOD}|{ORDERS}"),
    (OTHERS, rf"{imperative(f'{RATE}|{CHOOSE}|{IGNORE}|reject|lower|eliminate')}|{ORDER_ZH}|低于|below|[把将][^。;,]{{0,12}}[后下]"),
    (rf"{_PLEASE_ZH}[^。;]{{0,16}}(?:判定?|认定|评定|标记?|归|列|视|定|评)[为成]?(?:合格|通过|满足|优[秀异]|首选|[a优]级)",),
    (r"\bme\b", rf"{imperative('treat|consider|regard|count|label|mark')}\s+me\s+as\b|{imperative('rate|rank|score|grade|hire|recommend|select|shortlist|prefer')}\s+me\b"),
    (THIS_PERSON, words("scores?|ratings?|rank(?:ing)?|grade|priority|verdict|evaluation")),
    (words("this is"), rf"{words('this is an?')}\s+(?:\w+\s+){{0,5}}{GOOD}\s+(?:candidate|applicant)\b"),
    (rf"{imperative(RATE)}\s+(?:generously|favou?rably|leniently)\b",),
    (rf"{imperative(RATE)}\s+(?:every|all|each)\s+(?:resumes?|candidates?|applicants?|cvs?)\s+as\b",),
    (r"scores?|ratings?|confidence", rf"{imperative('set|assign|give')}\s+(?:(?:all|every|each|my|the|skill|match|fit|overall|candidate)\s+)+(?:\w+\s+)?(?:scores?|ratings?|confidence)\s*(?:to|at|as|:|=)\s*(?:\d|max|full|high)"),
    (r":", rf"{imperative(SAY)}\s+(?:the\s+)?(?:recommendation|verdict|decision|score|rating)\s*:"),
    (r"score|rating", r"\b(?:score|rating)\s+(?:must|should)\s+be\s*(?:[>≥]|9\d|10\b|100|full|max)"),
    (r"(?:任何|凡).{0,4}(?:评分|得分|分数).{0,6}(?:低于|少于)",),
    (rf"(?:系统|程序|算法)[,]?(?:应|须|必须|请)[^。;,]{{0,6}}(?:判(?!断)|评|打|给|推荐|录用|通过)[^。;]{{0,6}}{GOOD}",),
    (r"experience|degree|education", rf"{imperative(f'{RATE}|{GIVE}|{SAY}')}\s+(?:(?:my|the)\s+)?(?:years\s+of\s+experience|experience|degree|education)\s+(?:as|to|at)\s"),
)  # fmt: skip

# A candidate is praised in the third person, or is to be chosen.
RECOMMENDATIONS: Final[tuple[Rule, ...]] = (
    (THIS_PERSON, _ORDER),
    (THIS_PERSON, rf"{TOP}|{_CLAIMED_ZH}"),
    (THIS_PERSON, _BE, _CLAIMED),
    (words("(?:this|said) (?:candidate|applicant)"), rf"{words('(?:this|said) (?:candidate|applicant)')}\s+(?:\w+ly\s+)?{_BE}"),
    (words("(?:the|this) (?:candidate|applicant)"), rf"{words('(?:the|this) (?:candidate|applicant)')}\s+{_BE}.{{0,60}}{_CLAIMED}"),
    (r"(?:^\W*|[:\]–-]\s*)(?:candidate|applicant)\s+(?:is|has\s+been|meets|matches|exceeds|demonstrates|must\s+be|should\s+be|cleared|pre-?approved|verified|approved)\b", rf"{_CLAIMED}|{words('interview|rated')}"),
    (THE_PERSON, rf"{imperative(f'{SAY}|ensure|make sure')}[^.]*{THE_PERSON}", GOOD),
    (THE_PERSON, rf"(?:将|把|给|对|为|推荐|录用|安排|邀请|选择){THE_PERSON}", ORDER_ZH, GOOD),
    (ME, r"(?:将|把|给|推荐|录用|安排|邀请|选择|让)(?:我|本人)", rf"(?:{ORDER_ZH}|现在|[你您]).*{GOOD}|{GOOD}.*{ORDER_ZH}"),
    (rf"{imperative(f'{CHOOSE}|{RATE}')}\s+(?:me|this\s+one|my\s+(?:application|resume|cv|profile|candidacy))\s+(?:over|above|ahead|before|first|at\s+the\s+top)\b",),
    (r"\bto\s+(?:the\s+)?(?:interview|offer)", rf"{imperative('advance|proceed|promote|move|skip|go')}\s+(?:\w+ly\s+|straight\s+)?to\s+(?:the\s+)?(?:interview|offer)(?:\s+(?:stage|round))?\W*$"),
    (r"conclu", rf"(?:{words('to the conclusion')}|{imperative('conclude')})\s+that\s.*{GOOD}"),
    (words("this (?:document|text|paragraph|passage|file)"), MODAL, rf"{TOP}|{words('top|first|hired|shortlisted|accepted|qualified|recommended')}"),
    (words("this (?:application|profile)"), imperative(f"{CHOOSE}|{RATE}|push|send|put"), GOOD),
    (rf"{imperative('approve|hire|recommend|endorse|shortlist|select')}\s+the\s+(?:candidate|applicant)\W*$",),
    (rf"{_NOT}\s+(?:\w+ly\s+)?(?:{_DOWN})\s+(?:{THE_PERSON}|this\s+(?:application|profile)|me\b)",),
    (rf"{_NOT_ZH}(?:扣分|(?:拒绝|淘汰){_NEAR}(?:{THE_PERSON}|{ME}))",),
)  # fmt: skip

# Software is spoken of together with this very candidate, or told what to do on reading this.
ABOUT_READING: Final[tuple[Rule, ...]] = (
    (THIS_PERSON, rf"{MACHINE}.{{0,30}}{THIS_PERSON}|{THIS_PERSON}.{{0,30}}{MACHINE}", rf"{_ORDER}|{GOOD}"),
    (r"(?:看|读|阅读|读取|处理|解析)(?:到|取)?(?:这|此|本)(?:[段句里处行条份])", r"应(?!用)|必须|务必|立即", rf"{GOOD}|{THE_PERSON}"),
    (MACHINE, THE_PERSON, GOOD, words("would be appreciated|kindly|please|must|should|shall")),
)  # fmt: skip

# Weaknesses are to be kept quiet about.
SILENCES: Final[tuple[Rule, ...]] = (
    (FAULTS, rf"{imperative('omit|leave out|hide|downplay|gloss over|conceal')}.{{0,20}}{FAULTS}"),
    (FAULTS, rf"{imperative('do not|don.t|never')}\s+(?:{_QUIET})\s+.{{0,20}}{FAULTS}"),
    (FAULTS, rf"{_NOT}\s+(?:\w+ly\s+)?(?:{_QUIET})", THE_PERSON),
    (r"deduct|penali[sz]e", r"\b(?:not|never)\s+(?:to\s+)?(?:deduct\s+points|penali[sz]e)"),
    (rf"{_NOT_ZH}(?:[在于][^。;,]{{0,8}})?(?:提[及到]?|透露|暴露|指出|列出|质疑|写){_NEAR}(?:{FAULTS}|{ORDERS})",),
)  # fmt: skip
