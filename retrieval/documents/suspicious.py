# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Visible lines that speak to the reader's software instead of the reader.

Every pattern is put together from the same few parts: who is spoken to, about whom, and what is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from records.resume import Line, SuspiciousLine
from retrieval.documents.folding import folded, is_spread

_IGNORE, _RATE, _RECOMMEND = "asks to ignore instructions", "asks for a rating", "asks for a recommendation"
_ADDRESS, _PROMPT = "addresses an automated reader", "imitates a prompt"

_BEFORE = r"(?:previous|prior|above|earlier|preceding|foregoing|original|initial|your|all|any|told|given)"
_ORDERS = r"(?:instructions?|prompts?|directions?|rules?|guidelines?|criteria|messages?|context|commands?|orders?|constraints?|everything)"
_AI = r"(?:a\.?i\.?|llms?|gpt|chatgpt|claude|gemini|copilot|(?:large\s+)?language\s+models?|ats|chatbot|(?:ai|llm|automated|automatic|resume|cv|ats)[\s-]+(?:\w+\s+)?(?:system|bot|software|tool|parser|agent|screen(?:er|ing)|reviewer|recruiter|evaluator|reader|assistant|model)s?)"
_READS = r"(?:read|review|screen|evaluat|process|pars|scor|assess|analy[sz]|grad|rank|summari[sz])\w*"
_PERSON = r"(?:(?:this|the|said)\s+(?:\w+\s+)?(?:candidate|applicant|resume|cv|profile|application|person)|me)"
_TOP = r"(?:(?:10|ten)\s*/\s*10|(?:10|ten)\s+out\s+of\s+(?:10|ten)|100\s*/\s*100|100\s*%\s+(?:match|fit|score)|(?:match|fit)\s+(?:score\s+)?of\s+100\s*%|(?:full|maximum|highest|perfect|top|best)\s+(?:possible\s+)?(?:marks?|scores?|ratings?|points?|grades?)|strong[_\s-](?:yes|hire))"
_START = r"(?:^|[.!?;:,)\]\"“—-]\s*|\b(?:and|then|please|must|should|always|just|simply|only|to)\s+)"

_ZH_BEFORE = r"(?:之前|以上|上述|前面|此前|先前|原有|所有|一切|任何|全部|系统|你)"
_ZH_ORDERS = r"(?:指令|指示|提示词?|规则|要求|命令|设定|说明|约束|标准|内容)"
_ZH_AI = r"(?:AI|人工智能|大?语言模型|大模型|机器人|ATS|GPT|ChatGPT|自动(?:筛选|评审|评分)?(?:系统|程序|工具)?|(?:筛选|招聘|评分|评审|评估|简历)(?:系统|模型|算法|程序|机器人|助手|AI)|智能助手)"
_ZH_PERSON = (
    r"(?:[该此本](?:候选人|应聘者|申请人|求职者|简历|人)|(?:这[位份个名])(?:候选人|应聘者|申请人|求职者|简历|人)?|我)"
)
_ZH_TOP = r"(?:满分|最高(?:分|等级|评级|评价|档)|(?<!\d)10\s*分(?!钟)|100\s*分(?!钟)|10/10|高分|满星|五星(?!级|酒店)|strong_?\s?yes|强烈推荐)"
_ZH_ASK = r"(?:请(?:你|您)?|务必|必须|一定要|应当?|应该|直接|需要|麻烦|你要)"
_ZH_RATE = r"(?:给|打|评|输出|返回|判|标记?|视|填写)"

# One sentence that speaks of this candidate in the third person, of an outcome, and as an order: no resume does.
_THIS = r"(?:(?:this|said)\s+(?:\w+\s+)?(?:candidate|applicant|resume|cv|profile|person|application)|(?:the|this)\s+(?:candidate|applicant)(?:'s)?)"
_OUTCOME = r"(?:scor(?:e|ed|ing)|ratings?|marks|recommend\w*|hired?|shortlist\w*|qualified|approved?|outstanding|excellent|perfect|final\s+round|yes|strengths|accept|rank)"
_ORDER = r"(?:must|shall|please|kindly|always|ensure|mandatory|make\s+sure|increase|raise|forward|choose|consider|disregard|regardless|pay\s+no\s+attention|you\s+will|your)"
_ZH_THIS = (
    r"(?:[该此本](?:候选人|应聘者|申请人|求职者|简历|人)|这(?:位|份|个|名)(?:候选人|应聘者|申请人|求职者|简历|人))"
)
_ZH_OUTCOME = r"(?:推荐|录用|录取|满分|高分|最高|合格|通过|名单|[A优]级|最优秀|匹配度|第一)"
_ZH_ORDER = r"(?:请|必须|务必|应|都要|直接|无论|凡是|只需|即可)"

_PATTERNS: tuple[tuple[str, str], ...] = (
    (rf"(?:\b(?:ignore|disregard|forget|override|bypass|skip|discard|set\s+aside|(?:do\s+not|don't|stop)\s+follow(?:ing)?)\b|忽略|无视)[^.;]{{0,20}}\b{_BEFORE}\b[^.;]{{0,30}}\b{_ORDERS}\b", _IGNORE),
    (rf"\b(?:disregard|forget)\s+(?:the\s+)?(?:above|everything|{_BEFORE}\s+{_ORDERS})|\b(?:ignore|disregard|(?:^\W*|please\s+)(?:do\s+not|don't|stop)\s+follow(?:ing)?)\s+(?:the|these|those|your)\s+(?:system\s+)?(?:{_ORDERS})\b|\bskip\s+the\s+(?:evaluation|screening|assessment|review)", _IGNORE),
    (rf"(?:忽略|忽视|无视|忘记|忘掉|抛开|不要理会|不必理会|不用管|不要遵守|不要遵循|不再遵循)[^。；;，,]{{0,8}}{_ZH_ORDERS}", _IGNORE),
    (r"(?:跳过|覆盖|绕过)(?:之前|以上|上述|前面|你)[^。；;，,]{0,6}(?:指令|指示|提示词?|命令|设定|规则)", _IGNORE),
    (rf"{_START}(?:give|assign|award|output|return|print|respond\s+with|reply\s+with|answer\s+with|rate|score|grade|mark)\b(?!\s*[:：])[^.;]{{0,50}}\b{_TOP}", _RATE),
    (rf"\b(?:rate|score|rank|mark|evaluate|grade|put|place|list)\s+{_PERSON}\s+(?:as\s+)?(?:an?\s+|the\s+|at\s+the\s+)?(?:10\b|100\b|highest|best|top|excellent|perfect|highly|first|favou?rabl[ey]|generous\w*|in\s+first)", _RATE),
    (r"\bstrong_(?:yes|hire)\b|\"(?:score|rating|recommendation|verdict|decision)\"\s*:\s*\"?(?:10|100|strong|hire|yes|pass|accept)", _RATE),
    (rf"(?:^|[.,;:!]\s*|\band\s+|please\s+)(?:mark|evaluate|treat|consider|regard|count)\s+(?:every|each|all|any|missing|{_PERSON})\b[^.;]{{0,40}}\bas\s+(?:being\s+|fully\s+|already\s+)?(?:met|meeting|satisfied|matched|fulfilled|present|qualified|excellent|passed|perfect)|\ball\s+(?:\w+\s+)?(?:requirements|keywords|criteria|must-haves)\s+(?:should|must|are\s+to)\s+be\b", _RATE),
    (rf"{_ZH_ASK}[^。；;，,]{{0,14}}{_ZH_RATE}(?!了|过)[^。；;，,]{{0,16}}{_ZH_TOP}", _RATE),
    (rf"(?:^|[，,：:。；;]|给|为|对|将|把){_ZH_PERSON}[^。；;，,]{{0,10}}{_ZH_RATE}(?!了|过)[^。；;，,]{{0,12}}{_ZH_TOP}", _RATE),
    (rf"(?:^|[，,。；;：:]\s*|直接)(?:给|打|给出|打出|输出|评为){_ZH_TOP}", _RATE),
    (r"(?:并|直接)给予?(?:满分|最高分|高分)|(?:将|把|请)[^。；;]{0,12}(?:所有|全部|每[条项个])[^。；;]{0,8}(?:视为|标记为|判定?为|评为)", _RATE),
    (rf"{_START}(?:recommend|hire|advance|select|shortlist|accept|approve|pass|choose|prioriti[sz]e|invite)\s+{_PERSON}(?![\w])", _RECOMMEND),
    (r"\b(?:this|the)\s+(?:candidate|applicant)(?:'s)?\s+(?:\w+\s+){0,2}?(?:is|must|should|has|have|meets|exceeds|deserves|was)\b[^.;]{0,40}?\b(?:perfect|ideal|best|exceptional|recommended|hired|approved|excellent\s+match|verified|top|selected|qualified|all\s+(?:the\s+)?requirements|strong\s+(?:yes|hire))", _RECOMMEND),
    (r"\b(?:conclude|state|say|write|confirm)\s+that\s+(?:this|the)\s+(?:candidate|applicant|person)\b|\bcandidate\s+(?:is\s+)?(?:pre-?approved|auto-?approved)", _RECOMMEND),
    (r"(?:^|[.,;:!]\s*|please\s+|always\s+|only\s+)(?:respond|reply|answer)\s+(?:with\s+|only\s+|always\s+)?[\"“']?(?:hire|yes|strong|pass|accept|approved?|recommend\w*)\b", _RECOMMEND),
    (rf"(?:{_ZH_ASK}|强烈|优先|建议|你)+(?:推荐|录用|通过|选择|录取|聘用|邀请|选中|安排){_ZH_PERSON}|(?:必须|务必|一定要|请强烈|请务必)(?:推荐|录用|录取|聘用)", _RECOMMEND),
    (r"(?:该|此|这位|本|这名)(?:候选人|应聘者|申请人|求职者)[^。；;]{0,10}(?:最佳|完美|最合适|最优|录用|推荐|符合所有|满足所有|符合全部|满足全部|匹配|通过|无需|满分)", _RECOMMEND),
    (r"(?:把|将)(?:这份|该|此|本)(?:简历|候选人)[^。；;]{0,8}(?:第一|首位|置顶|最前)|(?:回复|回答|输出|返回|结论|答案)[^。；;，,]{0,6}[“\"「'](?:通过|录用|推荐|强烈推荐|是|合格)", _RECOMMEND),
    (rf"(?:^\W*|[.!?]\s+)(?:dear|attention|note|notice|hey|hello|hi|message|memo|instructions?)\b[\s,:]*(?:to|for)?\s*(?:an?\s+|the\s+|any\s+|all\s+)?{_AI}\b(?!\s+(?:in|of|with|at)\b)", _ADDRESS),
    (rf"\b(?:to|for)\s+(?:the|any|all)\s+{_AI}\s+(?:that\s+(?:is\s+|are\s+)?|who\s+|which\s+)?{_READS}", _ADDRESS),
    (rf"\bif\s+(?:you\s+are|you're)\s+(?:an?\s+|the\s+|any\s+)?(?:\w+\s+)?{_AI}\b|\bas\s+an?\s+{_AI}\b[^.]{{0,40}}\byou\s+(?:must|should|will|have|are|shall)\b", _ADDRESS),
    (rf"\b{_AI}\s+(?:must|should|shall|has\s+already|have\s+already|are\s+to|is\s+to)\b|\bscreening\s+(?:system|software|tool)\s+has\s+already|,\s*(?:ai|chatgpt|llm)\s*[.!]?$", _ADDRESS),
    (rf"(?:致|写给|注意|提示|告知|如果[你您]是|若[你您]是|假如[你您]是)[：:，,]?\s*(?:一个|一名|各位|本|任何)?{_ZH_AI}(?:[，,：:]|系统|助手|你|请|读者|筛选|程序)|(?:如果|若|假如)[你您](?:是|为)[^。；;]{{0,6}}(?:AI|人工智能|模型|机器人|程序)", _ADDRESS),
    (rf"(?:作为|身为)(?:一个|一名)?(?:AI|人工智能|大?语言模型|大模型)(?:助手|系统|模型)?[，,]?\s*(?:[你您]|请)|{_ZH_AI}[，,]?(?:请|务必|应(?:该|当)?(?:将|把|给|直接|推荐|打|判|优先))", _ADDRESS),
    (rf"(?:^|[.;!?])(?=[^.;!?]*\b{_THIS}\b)(?=[^.;!?]*\b{_OUTCOME}\b)(?=[^.;!?]*\b{_ORDER}\b)", _RECOMMEND),
    (rf"(?:^|[。；;！!])(?=[^。；;！!]*{_ZH_THIS})(?=[^。；;！!]*{_ZH_OUTCOME})(?=[^。；;！!]*{_ZH_ORDER})", _RECOMMEND),
    (r"\bthis\s+(?:resume|cv|profile|application)\s+(?:has\s+been|is|was)\s+(?:already\s+|pre-?)?(?:certified|verified|approved|validated|vetted|confirmed|scored)", _RECOMMEND),
    (r"(?:^|[.;:,!]\s*)(?:ensure|make\s+sure|set|increase|raise|boost|adjust)\s+(?:that\s+)?(?:(?:the|this|his|her|my|applicant's|candidate's)\s+){0,3}(?:score|rating|recommendation|match|evaluation|verdict)\s+(?:is|to|by|at)\b", _RATE),
    (r"^\W*(?:print|output|return|say|write)\s+(?:only\s+)?[\"“'][\w ]{2,30}[\"”']|\b(?:only|final|acceptable|correct|expected|required)\s+(?:output|answer|response|verdict|decision)\s+(?:is|must|should)\b|\byour\s+(?:evaluation|assessment|rating|verdict|score)\s+(?:is|must|should|shall|will)\b", _RATE),
    (r"(?:^|[.;:,!]\s*|\bplease\s+)(?:disregard|ignore|overlook|pay\s+no\s+attention\s+to|do\s+not\s+consider)\s+(?:any|the|all|every)\b[^.;]{0,20}\b(?:gaps?|requirements?|lack|missing|criteria|weakness\w*|rubric)\b|\b(?:reset|update|replace|change)\s+your\s+(?:instructions|rules|prompt|criteria|behaviou?r)", _IGNORE),
    (r"\b(?:algorithm|model|system|program|machine|bot|software|ai|llm)s?\s+(?:(?:that|which)\s+)?(?:is\s+|are\s+)?(?:reading|processing|evaluating|parsing|screening|scoring)\s+this\b|\b(?:ai|llm|automated)\s+(?:screen|grad|review|recruit|evaluat)(?:er|or)s?\s*[,:—-]\s*\w|\bwhoever\s+(?:processes|reads|evaluates|screens)\b", _ADDRESS),
    (r"(?:^|[\[(#*-]\s*)(?:developer|system|admin\w*|hidden|priority|hr)\s+(?:message|note|override|command|instruction|prompt)s?\s*(?:to\b|for\b|:|-|from\b)|^\W*#+\s*instructions?\s*:|^\s*user\s*:.*\bassistant\s*:|\bfollowing\s+as\s+(?:\w+\s+)?instructions", _PROMPT),
    (r"(?:模型|程序|算法|AI)(?:读到|看到|阅读)|(?:读到|阅读到|看到)(?:此处|这里)|请(?:AI|大?模型|程序|算法|系统)(?:将|把|给|直接|忽略|推荐)", _ADDRESS),
    (r"(?:系统|平台|HR|管理员|人事)(?:已|已经)(?:确认|验证|审核|通过|批准|认证)(?:了)?(?:该|此|本|这)", _RECOMMEND),
    (r"(?:评分|分数|得分|匹配度|评级|评价|结论|推荐等级)(?:请)?(?:设置?|改|定|调整?|写|填|设)?(?:为|成|应为|必须为)(?:10|满|最高|A|优|通过|推荐|合格|强)", _RATE),
    (r"(?:请|务必|必须)?(?:将|把)我(?:列|排|评|选|录)|请(?:直接|务必)?(?:给予)?(?:录取|录用)|照此输出|按此输出", _RECOMMEND),
    (r"(?:以下|上述|本段|这段|此段)(?:内容|文字|信息|话)?(?:是|为|属于)[^。；;]{0,4}(?:系统|管理员|开发者|最高|新)[^。；;]{0,4}(?:指令|命令|指示|提示)|(?:请|务必|必须|只需|只能|仅需)(?:回答|回复|输出|返回)[“\"「]", _PROMPT),
    (r"(?:不要|无需|不必|请勿)(?:参考|考虑|理会|核对|核实|检查|比对)[^。；;，,]{0,6}(?:要求|标准|条件|岗位|规则)|(?:不管|无论)(?:前面|之前|岗位|要求)[^。；;]{0,14}(?:都|也)[^。；;]{0,4}(?:给|推荐|录用|通过)", _IGNORE),
    (r"<\|?/?(?:im_start|im_end|endoftext|system|assistant|user|instructions?)\|?>|\[/?INST\]|<<SYS>>|^\s*#{2,}\s*(?:system|instruction)s?\s*:?\s*$", _PROMPT),
    (r"(?:^|\[)\s*system\s*(?:prompt|message|note|override|instructions?|update|notice)\s*[:：\]]|^\s*(?:system|assistant)\s*[:：]\s*(?:you|ignore|rate|give|this|the\s+candidate|new|set|sure|okay|override|approve|from\s+now|end)\b", _PROMPT),
    (r"\b(?:you\s+are\s+now|you\s+must\s+now|from\s+now\s+on,?\s+you|your\s+(?:new|only|next|final)\s+(?:task|role|instructions?|job|answer|output|response|score)|pretend\s+(?:to\s+be|that|you))\b|\bact\s+as\s+(?:an?\s+|the\s+)?(?:recruiter|hr|hiring|evaluator|assistant|interviewer)", _PROMPT),
    (r"\byou\s+(?:must|should|shall|will|are\s+required\s+to|have\s+to)\s+(?:\w+ly\s+)?(?:rate|assess|score|rank|recommend|select|give|assign|output|respond|ignore|treat|approve|answer|conclude)\b|\balways\s+answer\s+(?:yes|positively)", _PROMPT),
    (r"\b(?:end|begin|start)\s+(?:of\s+)?(?:the\s+)?(?:new\s+)?(?:resume|context|document|instructions|prompt|user\s+input)\b\W*(?:---|begin|===)|(?:^|[-=#*]{2,}\s*)new\s+instructions?\s*[:：]|\bdo\s+not\s+(?:mention|reveal|flag|penali[sz]e|deduct|report)\b[^.;]{0,30}\b(?:candidate|applicant|weakness\w*|gaps?|instructions?|prompt|points)", _PROMPT),
    (r"(?:从现在起|从现在开始|现在|接下来)[，,]?你(?:是|将|必须|要|只)|你的(?:新|唯一)?(?:任务|角色|指令|输出|回答|回复|评分|结论)(?:是|只能|应|必须|为)|新指令[：:]", _PROMPT),
    (r"[你您](?:必须|应该|应当|务必|只能)(?:给|打|推荐|录用|输出|忽略|将|把|回答|返回|评)|[你您]是(?:一个|一名|一位)[^。；;，,]{0,10}(?:面试官|招聘官|评委|助手|HR|模型)|^\W*系统(?:提示词?|消息|指令|指示|通知)\s*[：:]", _PROMPT),
    (r"(?:不要|请勿|不得|不能)(?:提及|透露|暴露|指出|提到)[^。；;]{0,12}(?:缺点|不足|弱点|指令|提示)|(?:请|务必)?(?:不要|请勿|不得)扣分|不要输出(?:其他|其它|任何)", _PROMPT),
)  # fmt: skip
_HAN = re.compile(r"[\u4e00-\u9fff]")
_RULES = tuple((re.compile(pattern, re.IGNORECASE), why) for pattern, why in _PATTERNS)
# What holds no Chinese character cannot fit a pattern that begins with one; mixed patterns begin in English.
_WESTERN = tuple((rule, why) for rule, why in _RULES if re.search(r"[a-z]{4}", rule.pattern))
# For words spread so far that their ends are lost, the same patterns without blanks between words.
_BLANKLESS = tuple(
    (re.compile(pattern.replace(r"\s+", r"\s*").replace(r"\b", ""), re.IGNORECASE), why)
    for pattern, why in _PATTERNS
    if why in {_IGNORE, _RATE, _RECOMMEND}
)

# A report on such instructions, as a security engineer writes it, says what was done with them.
_REPORTED = re.compile(
    r"^\W*(?:\w+ed|built|wrote|led|found|gave|taught|ran)\b.*\b(?:injection|jailbreak\w*|attacks?|adversarial|guardrails?|red[\s-]team\w*|system\s+prompt)"
    r"|^\W*(?:研究|负责|设计|开发|实现|参与|主导|搭建|构建|发现|防御).*(?:注入|越狱|攻击|护栏|安全|防御|拦截)",
    re.IGNORECASE,
)


def suspicious_lines(lines: Sequence[Line]) -> tuple[SuspiciousLine, ...]:
    """The lines that instruct an automated reader, each with the first reason that fits.

    An instruction may run over the end of a line: two neighbours that only together are one are both marked.
    """
    why = [why_suspicious(line.text) for line in lines]
    for at in range(len(lines) - 1):
        if why[at] is None and why[at + 1] is None:
            why[at] = why[at + 1] = _across(lines[at].text, lines[at + 1].text)
    return tuple(SuspiciousLine(line.n, reason) for line, reason in zip(lines, why, strict=True) if reason)


def why_suspicious(text: str) -> str | None:
    """What a text tries to make the reader's software do, or None."""
    plain = folded(text)
    if _REPORTED.search(plain):
        return None
    why = _first(_RULES if _HAN.search(plain) else _WESTERN, plain)
    return _first(_BLANKLESS, plain) if why is None and is_spread(text) else why


def _across(upper: str, lower: str) -> str | None:
    """What two lines say together and neither says alone; the second carries the first on only as a sentence does."""
    chinese = upper[-1:] >= "\u2e80" and lower[:1] >= "\u2e80"
    return why_suspicious(f"{upper}{lower}" if chinese else f"{upper} {lower}")


def _first(rules: Sequence[tuple[re.Pattern[str], str]], text: str) -> str | None:
    return next((why for rule, why in rules if rule.search(text)), None)
