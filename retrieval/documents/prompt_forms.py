# ruff: noqa: E501  (a pattern is read whole or not at all)
"""How text addresses software that reads, and what a prompt looks like: each pattern suffices by itself.

For folded lower-case text (`retrieval.documents.folding`), one sentence at a time.
"""

from __future__ import annotations

from typing import Final

from retrieval.documents.suspicious_words import (
    CLAUSE,
    IGNORE,
    MACHINE,
    MACHINE_EN,
    MACHINE_ZH,
    MODAL,
    imperative,
    words,
)

_READS = "read|review|screen|evaluat|process|pars|scor|assess|analy[sz]|grad|rank|summari[sz]"
_HAILS = "dear|attention|note|notice|hey|hello|hi|message|memo|instructions?|reminder|directive|hint"
# The same nouns say in a JSON object, or before an equals sign, what an evaluation came to.
_RESULT = r"\w*(?:score|rating|recommendation|verdict|decision|recommended|rank)"
_VERDICT = r"(?:10\b|100\b|\w*_?(?:strong|hire|yes|pass|accept|true|high|recommend))"
_TURN = (
    "task|score|policy|instructions?|prompt|evaluation|system|developer|admin(?:istrator)?|hr|hidden|priority|assistant"
)

ADDRESSES: Final[tuple[str, ...]] = (
    # "Note to the AI reviewer", but not "attention mechanisms of LLMs", "hi-fi audio AI startup"
    rf"(?:^\W*|[:,>]\s*){words(_HAILS)}[\s,:]*(?:(?:to|for)\s+)?(?:(?:an?|the|any|all)\s+)?{MACHINE_EN}(?!\s*(?:in|of|with|at|for)\b)",
    rf"{words(_HAILS)}\s+(?:to|for)\s+(?:(?:an?|the|any|all)\s+)?{MACHINE_EN}",
    rf"{words('(?:to|for) (?:the|any|all|an)')}\s+{MACHINE_EN}\s+(?:(?:that|who|which)\s+)?(?:(?:is|are)\s+)?(?:{_READS})(?:ing|s)?\s+(?:this|these|it)",
    rf"{words('(?:any|the|an|whichever)')}\s+(?:{MACHINE_EN}|(?:language )?model|assistant|agent|tool|software|algorithm|system|program|machine)\s+(?:(?:that|which|who)\s+)?(?:(?:is|are)\s+)?(?:{_READS})(?:ing|s|es)\s+(?:this|these|my)\b",
    rf"(?:^\W*|[.,:]\s*)(?:to|for)\s+(?:(?:the|any|all)\s+)?{MACHINE_EN}\s*[:,]",
    rf"{words('you (?:are|act as)|you.re')}\s+(?:now\s+)?(?:an?\s+|the\s+|my\s+)?(?:\w+\s+)?(?:{MACHINE_EN}|recruiter|evaluator|grader|screener)",
    rf"{words('for')}\s+{MACHINE_EN}\s+only\b|(?:亲爱的|尊敬的|[你您]好|嗨)[,]?{MACHINE_ZH}",
    rf"{words('if (?:you are|you.re)')}\s+(?:an?\s+|the\s+|any\s+)?(?:\w+\s+)?{MACHINE_EN}",
    rf"(?:{words('as')}\s+(?:an?\s+|the\s+)?|作为(?:一[个名])?){MACHINE}.{{0,40}}?(?:{words('you')}|[,\s]*[你您请])",
    rf"{words('(?:only|solely|exclusively)? ?for')}\s+(?:machines?|{MACHINE_EN})\s+(?:eyes|readers?|only|use)\b|\bwhoever\s+(?:{_READS})",
    # An order right behind the name: "LLM, summarize this", "AI recruiters must"
    rf"(?:^\W*|\W\s){MACHINE_EN}\s*[:,]\s*(?:please\s+)?(?:{words(IGNORE)}|(?:you|this|the)\s+(?:must|should|candidate|applicant)|(?:rate|rank|score|say|return|recommend)\b)",
    rf"{MACHINE_EN}\s+{MODAL}\s+(?:\w+ly\s+)?(?:rate|rank|score|return|say|recommend|conclude|assign|give|treat|select|advance|ignore)\b",
    rf"(?:致(?!力)|写给|发给|给|注意|提示|告知|备注)[:,]?\s*(?:一[个名]|各位|本|任何|所有)?{MACHINE_ZH}(?:系统)?(?:的备[注忘].{{0,2}})?[,:]",
    rf"(?:如果|若|假如|倘若)[你您](?:是|为)[^。;]{{0,6}}(?:{MACHINE}|ai|模型|程序)",
    rf"{MACHINE_ZH}(?:系统|助手)?\s*[,:]?\s*(?:请(?!求|教)|务必|你|您|应(?:该|当|将|把|给|直接|推荐|优先)?(?=[将把给直推优判]))",
    rf"请(?:各位|所有|任何)?{MACHINE_ZH}",
    rf"(?:供|给|让)(?:{MACHINE_ZH}|机器|模型|程序|算法)(?:阅读|读取|查看|识别|参考)",
    rf"(?:阅读|读取|读到|处理|评估|筛选|审核)(?:到)?(?:本|该|此|这[份段]|这里|此处)[^。;,]{{0,6}}的?\s*(?:{MACHINE_ZH}|模型|程序|算法|系统|ai)",
)

PROMPTS: Final[tuple[str, ...]] = (
    r"</?[\w-]*(?:assistant|system_|instruction|prompt)[\w-]*>|<\|?/?(?:im_start|im_end|endoftext|system|assistant|instructions?|prompt)\|?>|\[/?inst\]|<<sys>>|<!--.*(?:assistant|system|ai)\b",
    r"[\[【<({]\s*(?:\w+\s+)?(?:instruction|directive)s?\b[^\])]{0,30}[\])}】>]|</(?:document|resume|cv|context|input|user)>",
    r"^\W*you\s+are\s+an?\s+(?:\w+\s+){0,2}(?:judge|recruiter|assistant|expert|evaluator|reviewer|interviewer|grader|model|system|manager)\b",
    r"\b(?:developer|god|admin|jailbreak|dan)\s+mode\s+(?:enabled|activated|on)\b",
    r"^\W*(?:when|if)\s+(?:you\s+are\s+|you.re\s+)?asked\b",
    rf"{imperative('tell|convince|persuade')}\s+(?:the|your)\s+(?:hiring\s+manager|recruiter|employer|hr|hiring\s+team)\b",
    r"\bfinal\s+(?:verdict|decision|recommendation|evaluation)\s*:\s*(?:\w+\s+)?(?:hire|pass|accept|approve|yes|recommend|advance|strong)",
    r"[你您]要做的(?:就是|是|只是)|(?:只|仅)(?:说|写|提|谈)[^。;,]{0,6}优点|不(?:说|提|谈)[^。;,]{0,4}缺点",
    r"[\"'](?:instruction|command|prompt|system|override|directive)s?[\"']\s*:",
    r"<{2,}\s*/?(?:end_?)?(?:system|instructions?|prompt)\s*>{2,}|\b(?:real|actual|true|only|sole)\s+(?:instruction|task|command|order|prompt)s?\s+(?:is|are)\b|\b(?:score|rating|screening|evaluation|verdict)\s+override\b",
    r"\bnew\s+(?:rules?|polic(?:y|ies)|criteria)\s+for\s+(?:the\s+)?(?:evaluators?|graders?|reviewers?|screeners?|assistant|model)\b",
    r"请[你您]?(?:作为|扮演|充当)|(?:评审|评分|筛选|评估)(?:规则|标准)已?(?:更新|变更|修改)\s*:",
    r"[\"']role[\"']\s*:\s*[\"'](?:system|assistant)",
    rf"[\"']{_RESULT}[\"']\s*:\s*[\"']?{_VERDICT}|\b{_RESULT}\s*=\s*[\"']?{_VERDICT}",
    r"^\W*#{2,}\s*(?:new\s+)?(?:system|instruction)s?(?:\s+prompt)?\s*:?",
    rf"(?:^|\[|【|[.>]\s*)\W*(?:{_TURN})\s*(?:prompt|message|note|override|instructions?|update|notice|command)s?\s*(?:[:\]】-]|(?:to|for)\s+(?:(?:the|any|all)\s+)?(?:{MACHINE_EN}|model|evaluators?|screeners?|parser))",
    r"^\W*(?:system|assistant)\s*:\s*(?:you|ignore|rate|give|this|the\s+candidate|new|set|sure|i\s|yes|certainly|absolutely|okay|override|approve|from\s+now|end)\b",
    r"\b(?:begin|start|end)\s+(?:of\s+)?(?:the\s+)?(?:new\s+|admin\s+|system\s+)?(?:resume|context|document|instructions?|prompt|user\s+input|note|override)s?\b\W*(?:---|===|begin|$|\.)",
    r"(?:^|[-=#*>.:]\s*)(?:new|updated|final|real)\s+instructions?\s*[:-]",
    r"(?:^|[,:.>\"]\s*|\b(?:that|and)\s+)(?:you\s+are\s+now|you\s+must\s+now|from\s+now\s+on,?\s+(?:you|always|only)|(?:you\s+will\s+|please\s+)?pretend\s+(?:to\s+be|that|you|the))\b",
    rf"{imperative('act|behave|roleplay|respond')}\s+(?:as|like)\s+(?:an?|the|my)\s+(?:\w+\s+)?(?:recruiter|hr|hiring|evaluator|assistant|interviewer|advocate|expert|ai)\b",
    r"\byour\s+(?:(?:new|only|next|final|real|sole)\s+(?:task|role|instructions?|job|answer|output|response|goal)|(?:task|role|goal|instructions?)\s+(?:has|have)\s+changed|(?:evaluation|assessment|rating|verdict|score|response|output|answer)\s+(?:is|must|should|shall|will))\b",
    rf"(?:{CLAUSE}|\b(?:and|then|that)\s+)you\s+(?:must|should|shall|are\s+(?:required|instructed)\s+to)\s+(?:\w+ly\s+)?(?:rate|assess|score|rank|recommend|select|give|assign|output|respond|ignore|treat|approve|answer|conclude|invite|shortlist|hire|advance|always)\b",
    rf"{imperative('reveal|show|print|repeat|output|display|leak')}\s+(?:me\s+)?(?:your|the)\s+(?:system|initial|hidden|original)\s+(?:prompt|instructions?|message)",
    rf"{imperative('reset|update|replace|change')}\s+your\s+(?:\w+\s+)?(?:instructions?|rules|rubric|prompt|criteria|behaviou?r)",
    r"(?:^|[\[【(])\W*(?:系统|管理员|开发者|人事|隐藏)(?:的)?(?:提示词?|消息|指[令示]|命令|通知|备注)\s*[:\]】)]",
    r"(?:从现在(?:起|开始)|现在|接下来)[^。;]{0,2}[你您](?:是|将|必须|要(?!是)|只|的任务|扮演)|(?:^|[,:。])[你您]现在(?:是|扮演|的任务)",
    r"[你您]的(?:新|唯一|真正的?)?(?:任务|角色|指令|输出|回答|回复|评分|结论|职责)(?:已|是|只能|应|必须|为|变)",
    r"[你您](?:必须|应[该当]|务必|只能|只需)(?:要)?(?:给|打|推荐|录用|输出|忽略|将|把|回答|返回|评|让)|[你您]是一[个名位][^。;,]{0,10}(?:面试官|招聘官|评委|助手|hr|模型)",
    r"(?:新的?|最新|真正的?)(?:指[令示]|任务)\s*:|(?:以下|上述|本段|这段)(?:内容|文字|话)?(?:是|为|属于)[^。;]{0,4}(?:系统|管理员|开发者|最高|新)[^。;]{0,4}(?:指[令示]|命令|提示)",
)
