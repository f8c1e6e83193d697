# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Words about age, marriage, children, origin, religion, health and the like: no interviewer asks about them and no
message speaks of them, whoever wrote it."""

from __future__ import annotations

import re
from typing import Final

_SPOKEN: Final = (
    # age
    r"多大(?:年纪|岁数)?(?:了)?[？?，,。]?$|(?:您|你)?今年(?:多大|几岁|贵庚)|年龄|岁数|多少岁|几岁|周岁|出生(?:日期|年月|于哪)|哪年出生|哪一年(?:出)?生|\b(?:what is |what's )?your age\b|\bhow old (?:are|is|were)\b|\bdate of birth\b|\bwhen were you born\b|\byour birthday\b|\b(?:year|date) you were born\b|\bwhat year did you (?:graduate from high school|finish school)\b|\bwhen do you plan to retire\b|退休",
    # marriage, children, pregnancy
    r"结婚|已婚|未婚|婚姻|婚育|婚恋|离婚|对象|男朋友|女朋友|男友|女友|恋爱|配偶|爱人|丈夫|妻子|老公|老婆|生育|生孩子|要孩子|有孩子|有没有小孩|几个孩子|二胎|三胎|怀孕|备孕|孕期|产假|带孩子|照顾孩子|家庭(?:状况|情况|成员|负担|计划|背景)|父母(?:做什么|的?职业|从事|身体)|\b(?:are|were) you (?:married|single|divorced|engaged|pregnant)\b|\bmarri(?:ed|age)\b|\bmarital\b|\b(?:husband|wife|spouse|boyfriend|girlfriend|fianc[eé]e?)\b|\b(?:have|having|had|plan(?:ning)?) (?:any |more |to have )*(?:children|kids|a baby|babies)\b|\bchild ?care\b|\b(?:your|own) (?:children|kids|family)\b|\bpregnan\w+|\bmaternity\b|\bpaternity\b|\bfamily (?:plans?|planning|situation|status|background)\b|\bstart(?:ing)? a family\b|\bmaiden name\b",
    # origin, nationality, ethnicity
    r"籍贯|户籍|户口|老家|家乡|哪里人|什么地方人|哪儿的人|是本地人|祖籍|民族|少数民族|国籍|种族|肤色|\b(?:ethnic\w*|race|racial|nationality|national origin|ancestry|caste)\b|\bwhere (?:are|were) (?:you|your parents) (?:originally )?(?:from|born)\b|\bwhere do you (?:really |originally )?come from\b|\bcountry of (?:birth|origin)\b|\bborn in\b|\bmother tongue\b|\bnative (?:language|speaker)\b|\byour accent\b|\bcitizen(?:ship)?\b",
    # religion, politics
    r"宗教|信仰|信教|信佛|政治面貌|党员|\b(?:religio\w+|church|mosque|synagogue|temple|pray(?:er)?|faith|sabbath)\b|\bpolitical (?:views?|party|affiliation)\b|\bwho did you vote\b|\btrade union member",
    # health, disability
    r"身体(?:状况|情况|健康|怎么样|好不好)|健康(?:状况|情况|问题)|病史|疾病|患有|残疾|残障|吃药|服药|抑郁|乙肝|体检结果|\b(?:your (?:physical |mental )?health|disabilit(?:y|ies)|disabled|illness(?:es)?|diseases?|medical (?:history|condition)s?|medication|sick (?:days|leave)|diagnos\w+|depression|hiv)\b",
    # sex, orientation, looks, stars
    r"性取向|同性恋|性别|身高|体重|长相|外貌|颜值|属相|生肖|星座|血型|属什么|\b(?:sexual orientation|gender identity|gender|gay|lesbian|transgender|height|weight|zodiac|star sign|blood type|your looks)\b",
)
_TRAITS: Final = re.compile("|".join(_SPOKEN), re.IGNORECASE)
# The job may be about these: "健康数据", "data race", "race condition", "faith in the estimate", "the weight of a feature".
_WORK: Final = re.compile(
    r"健康(?:状况|情况)(?:检查接口|监控)|(?:数据|系统|服务|用户|产品|客户|患者|财务|资产|模型|集群|账户|代码)[^，,。]{0,4}(?:健康|年龄|疾病|残疾)[^，,。]{0,4}|面向对象|(?:服务|研究|测试|分析|访谈|管理|监控|汇报|评估|沟通|合作|目标|适用|考核|采访|调研|培训|销售)对象|(?:一|多|哪些?|什么)?个?对象(?:模型|存储|关系|引用|生命周期)|Java ?对象|对象(?=存储|模型|关系|的(?:创建|引用|生命))|退休金产品|\brace conditions?\b|\bdata races?\b|\bfeature weights?\b|\bweights? of (?:the|a|each)\b|\bmodel weights?\b|\bline height\b|\b(?:system|service|data|cluster|patient|account|financial|team|code) health\b|\bgood faith\b|\b(?:patients?|users?|customers?)['’]? (?:age|gender|health|weight|height|diseases?)\b|\bgender pay\b|\bdisease (?:models?|data)\b|\bpregnancy data\b",
    re.IGNORECASE,
)

# What is asked of others, not said to them: "who is female", "谁比较年轻", "which candidates are under 35".
_OF_OTHERS: Final = re.compile(
    r"\b(?:fe)?males?\b|(?<!-)\b(?:wo)?m[ae]n\b(?!['’]s (?:wear|fashion|health|shoes)|[ -]?(?:days?|hours?|months?|years?|power))|\b(?:girls?|boys?|lady|ladies|gentlem[ae]n)\b|\bsex(?:es)?\b|女(?!装|鞋|包|士?护肤|性(?:健康|用品|消费))|男(?!装|鞋|士?护肤)|美女|帅哥"
    r"|\byoung(?:er|est)?\b(?! (?:teams?|compan\w+|brands?|children|learners|users|customers|readers))|\bold(?:er|est)\b(?! (?:versions?|systems?|code))|\belderly\b(?! (?:care|nursing|services?|patients?|people))|\b(?:age|aged|ages)\b(?! (?:verification|groups?|data|gate))|\b\d{2}\s?(?:years?|yrs?)[ -](?:old|of age)\b|\b(?:is|are|who['’]s|aged?|those|candidates|anyone|everyone|everybody)\s+(?:not\s+)?(?:under|over|below|above)\s+[2-6]\d(?!\s*(?:%|\+|points|[\d.,]))\b|\bmillennials?\b|\bgen[ -]z\b|年轻|年长|年纪|岁(?!月)|[6-90]0后|[七八九零]零后|大龄|中年|老年(?!护理|照护|病|医|服务|公寓|大学|客|用户|产品|人)|出生"
    r"|\b(?:has|have|with|having)\s+(?:young |small |any )?(?:children|kids|a (?:child|kid|baby|family))\b|\bchildless\b|\b(?:mothers?|fathers?|moms?|dads?|parents?)\b(?! (?:tongue|compan))|\bsingles?\b(?=\s*(?:$|[?.,]))|单身|有(?:孩子|小孩|娃)|没(?:有)?(?:孩子|小孩)|已育|未育"
    r"|\b(?:is|are|who['’]s)\s+(?:an?\s+|not\s+)?(?:white|black|asian|hispanic|latin[oa]|african|caucasian|arab|jewish|muslim|christian|hindu|buddhist|catholic|foreign(?:ers?)?|immigrants?|disabled|healthy|sick|pretty|handsome|attractive|tall|straight)\b|\b(?:foreigners?|immigrants?)\b|外国人|外籍|来自农村|农村人|外地人|本地人|汉族|[回维藏满蒙壮苗]族|信[佛教]|基督徒|穆斯林|好看|漂亮|身体好|健康的人",
    re.IGNORECASE,
)


def trait_asked(question: str) -> str:
    """The first words of a question about people that ask for a protected trait of theirs; nothing where none do."""
    found = _OF_OTHERS.search(_WORK.sub(" ", question))
    return protected_trait(question) or (found[0] if found else "")


def protected_trait(text: str) -> str:
    """The first words that ask or speak about a protected trait of a person; nothing where none do."""
    found = _TRAITS.search(_WORK.sub(" ", text))
    return found[0] if found else ""
