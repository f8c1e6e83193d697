# ruff: noqa: E501  (a pattern is read whole)
"""The words by which a claim denies something, and those around a denial that say nothing of the matter."""

from __future__ import annotations

import re
from typing import Final

from agents.claims.vocabulary import HAN_COMMA

NOT_NONE: Final = r"(?:based|sum|to|carbon|waste|trust|day|shot|knowledge|touch|copy|code)\b"
"""Behind zero, what is no thing that there is none of: zero-based budgets."""
NO_NEGATION: Final = re.compile(
    r"(?i)\b(?:no|none|nobody|never)\b(?=[^,.;]{0,60}\b(?:more|less|fewer|better|higher|larger|greater|faster)\b[^,.;]{0,40}\bthan\b)|\bnot only\b|\bif not\b|\bnothing short of\b|\bnot just\b|\bnot merely\b|\bno (?:more|less|fewer|later|earlier|longer) than\b|\bnot (?:less|fewer|more) than\b|"
    rf"\bno doubt\b|\bnet[- ]zero\b|\bzero[- ](?:{NOT_NONE})|\bmissing persons?\b|无监督|零(?:故障|事故|差错|停机|投诉|缺陷|基础)(?!$)|不停机|不中断|不间断|\bnot limited to\b|\bnon-profit\b|\bnothing but\b|\bno\.\s?\d|\bwithout exception\b|\bwhether or not\b|"
    r"不仅|不但|不只|不止|不光|不少于?|不断|不同|不低于|不超过|不到|不足|不错|不限|不等|不久|不锈|不动产|不良|不可或缺|不可|离不开|无论|无线|无限|无机|无氧|无创|无源|无刷|无公害|无抗|无铅|无水|无糖|无氟|无醇|无烟|无人[机驾店车]|无损|未来|未必|"
    r"除非|无疑|无锡|非常|非凡|非遗|无缝|无障碍|莫不|无不(?![良合符当适])|无纸|无菌|无纺|无尘|无形|非标|非计划|非生产|非结构化|非功能|非接触|非道路|非机动|非税|非全日制|非金属|非营利|非处方|非织造|非住宅|非现场|非洲|没收|无偿|不间断|不懈|不菲|不乏|不俗|(?<!没)有无|是否"
)
NEGATOR: Final = re.compile(
    r"(?i)\b(?:no one|nobody|nothing|no|not|without|never|none(?: of)?|neither|nor|cannot|can['’]t|couldn['’]t|didn['’]t|doesn['’]t|don['’]t|hasn['’]t|haven['’]t|hadn['’]t|"
    r"isn['’]t|aren['’]t|wasn['’]t|weren['’]t|won['’]t|lacks?|lacking|lacked|missing|absent|unable to|failed to|fails to|unfamiliar with|yet to|absence of|unsuccessful in|(?:fell|falls?|falling) short of|nowhere|zero|free (?:of|from)(?! charge))\b|"
    r"看不[出到]|暂无|并没有|并未|并无|从没有?|从未|从不|没有|没能|没|未能|未曾|尚未|未|不曾|不会|不能|不具备|不具有|不熟悉|不了解|不懂|不掌握|不擅长|不是|不含|不包括|不涉及|不负责|不承担|不担任|不从事|不参与|不主管|不主持|不开展|不提供|不由|"
    r"不持有|不拥有|不用|不使用|毫无|无(?![锡])|缺乏|缺少|欠缺|(?<!从)零(?![售件食散星碎基]|部件|配件|距离|担保)(?=[\u4e00-\u9fff]{1,6}$)|[并绝]非|(?<![东南西北中亚若莫是])非(?=[\u4e00-\u9fff])"
)
NEGATED_AGAIN: Final = re.compile(
    r"(?i)\b(?:without|free of(?! charge)|free from)\b|^ (?:avoid|prevent)\w*\b|"
    r"^(?:能够?|曾|够|是)?(?:避免|防止|杜绝|(?:做到|实现|达到|保持)?(?:连着|连续)?(?:[一二三四五六七八九十两\d]+个?[年月天日周季]度?)?"
    r"(?:没有|无(?![锡线尘菌])|(?<!从)零(?![售件食散星碎基])|不被))(?=[\u4e00-\u9fff]{2})"
)
"""A denial within one, which affirms: "did not drive without accidents", 未能避免事故."""
_MEASURES: Final = "个名位家份项篇部本期台套支条座所场款门种次起幅件册例宗"
NOT_ONE: Final = re.compile(rf"一(?:[{_MEASURES}句行分天笔]|丁点)?(?P<of>[^一，]{{0,12}})[也都]$")
"""一条也没写 denies what stands before 也, or before 一条."""
RANK: Final = re.compile(
    r"\b(?i:deputy|vice|assistant|associate|senior|chief|principal|(?<!not )(?<!never )(?<!n't )head(?! of| the| any| a))\b|"
    r"副|首席|高级|特级|正高|[一二三四五六]级|(?<![A-Za-z])[A-Z]\d(?!\d)"
)
"""Ranks and classes: who is a sous chef is rightly said to be no head chef."""
RATE: Final = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,4})[率数量](?=[^率数量]{0,12}$)")
IS_NONE: Final = re.compile(r"(?:均|皆|都)?[为是][零0]$")
WITHOUT_ONE: Final = re.compile(
    f"^(?:缘|一(?:[{_MEASURES}人]|(?=[^次]))"
    "(?!落榜|落后|掉队|失常|失误|失败|差错|出错|违[规章约]|投诉|事故|返工|返修|逾期|延误|遗漏|缺[席勤]|伤亡|流失|退[货回]|坏账|例外))"
)
"""无一获批, 与大奖无缘: the matter stands before 无."""
MERIT: Final = re.compile("荣?立(?:过|了)?[一二三]等功(?:一次)?|立过功|军功")
ORDINALS: Final = {"1st": "first", "2nd": "second", "3rd": "third"}
ORDINAL: Final = re.compile(r"(?i)\b(?:1st|2nd|3rd)\b")
NOT: Final = re.compile(r"不(?=([\u4e00-\u9fff]{2}))")
CLAUSE: Final = re.compile(
    rf"[;!?，；。！？\n]|[,.](?=\s|$)|{HAN_COMMA}|\b(?:but|however|although|though|while|whereas|yet(?! to)|because|since(?! \d))\b|但是?|然而|不过|而且|虽然|尽管|(?<!从)而(?!且)"
)
ABSENCE: Final = re.compile(
    r"(?i)\b(?:mention|say|tell|state|show|list|describe|evident|document|demonstrate|name|specif|indicat|provide|appear|find|found|include|contain|cover|"
    r"refer|evidence|visible|given|reported|seen|claim)\w*|提及|提到|提过|体现|说明|写明|写到|写|显示|列出|看到|发现|涉及|描述|展示|注明|反映|见到?"
)
DETAIL: Final = re.compile(
    r"(?i)\b(?:how|whether|which|when|where|why|level|sizes?|scale|depth|duration|details?|extent|exact|exactly|specific|further|number of|years of|"
    r"amount|explicit\w*|clear\w*|quantif\w*|directly|enough|sufficient\w*|proficiency|dates?)\b|规模|程度|深度|年限|时长|细节|具体|多少|是否|如何|明确|直接|"
    r"量化|详细|水平|数量|时间|足够|充分|进一步|哪"
)
AMONG: Final = re.compile(
    r"(?i)(?<=\w) (?:among|in|on|under|within|anywhere(?: in)?) (?:[\w'’]+ ){0,4}"
    r"(?:skills?|tools?|resume|cv|lines?|section|list|technologies|languages|evidence)(?: in (?:\w+ )?use)?$"
)
"""Where something is not mentioned."""
BAR: Final = re.compile(
    r"(?i)\b(?:meet|meets|met|satisf\w+|reach(?:es|ed|ing)?(?= (?:the|this|that|its|\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b))|fulfil\w*|requir\w+|asked?|expected|needed|comparable|equivalent|qualif\w+ for)\b|满足|达到|符合|要求|达标|(?<!的)匹配|对口"
)
LIGHT: Final = frozenset(
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
        "obtain",
        "receiv",
        "gain",
        "attain",
        "acquir",
        "achiev",
        "time",
        "dure",
        "background",
        "sign",
        "trace",
        "proof",
        "anywher",
        "singl",
        "give",
        "gave",
        "given",
        "carri",
        "among",
        "behind",
        "person",
        "once",
        "even",
        "way",
        "came",
        "reduct",
        "growth",
    ]
)
BELONGING: Final = frozenset(
    ["employ", "earn", "confer", "graduat", "join", "attend", "studi", "enrol", "enroll", "serv", "belong"]
)
"""What says only that somebody belonged to a firm or a school: "not employed at Siemens" is about Siemens."""
BELONGING_HAN: Final = re.compile(
    "任职|就职|供职|在职|任教|工作|毕业|就读|读书|学习|入职|加入|来自|[在于到从为帮给替过]"
)
LIGHT_HAN: Final = re.compile(
    r"一[次起例名个项件处](?!性)|身份|推出|得(?=[过了])|获得|取得|荣获|获(?!客)|颁发|颁布|授予|得到|拿到|拿过|任何|发生|出现|产生|下降|降低|减少|提高|提升|增长|增加|上升|缩短|改善|压[减降]|扩大|担任|负责|承担|从事|出自|候选人|由其|经其|其|(?<![自理])由|[过了的]"
)
ASPECT: Final = re.compile(r"(?<=[\u4e00-\u9fff])[过了](?=[\u4e00-\u9fff])")
"""献过血 is 献血."""
CERTIFIED: Final = re.compile(r"(?i)\bcertif\w*|认证|证书")
SCHOOL: Final = re.compile(r"(?i)\b(?:university|college|school|institute|polytechnic)\b|大学|学院")
HEADS: Final = re.compile(
    r"(?i)\b(?:head|lead|leader|manager|director|supervisor|chief)\b|主管|经理|总监|负责人|组长|主任"
)
NONE_OF: Final = re.compile(
    rf"(?i)(?<!\bnet[ -])\bzero[- ](?!{NOT_NONE})(\w[\w-]*)|\b(\w+)-free\b(?=\s*(?:$|[,;.\n]|(?:since|for|in|over|throughout|across|during|on|at)\b))"
)
"""What a line says there is none of: "zero accidents", "complaint-free"."""
NO_ONE: Final = frozenset(["nobody", "nothing", "no one"])
ACTED: Final = re.compile(r"(?i)not\b|never|none\b|\w+n['’]t|cannot|failed|fails|unable|没|未|从未|并未|并没|尚未|不")
