# ruff: noqa: SIM905  (a word list is read whole)
"""The words around conditions that ask for nothing: "find everyone who has", 多少人会."""

from __future__ import annotations

import re
from typing import Final

_ENGLISH: Final = frozenset(
    """a all also among an and any anyone are as at be been both but by can could candidate candidates cv cvs degree do
    does every everybody everyone experience experienced find fluent fluently for from get give has have having holders
    how in is job know knowing knows language languages least list living located based look looking many me need number
    of on or our people person persons please plus pool position posting postings resume resumes role search show skill
    skills some speak speaker speakers speaking speaks talent that the their them there these they those to total us
    want we were what which who whom whose with work worked working works year years i count role's""".split()
)
_CHINESE: Final = re.compile(
    "候选人|人才库|一共|总共|多少|哪些|哪几|所有|全部|全体|列出|查找|搜索|显示|给我|帮我|熟悉|掌握|精通|具备|拥有|并且|而且|以及|或者|工作|经验|经历|"
    "从业|年限|学历|学位|毕业|语言|流利|岗位|职位|合适|适合|符合|满足|条件|简历|现居|居住|地点|城市|技能|要求|一下|需要|同时|至少|人员|[几个有人谁找请的在会懂且和与"
    "及或共住位名份为库里中是能说讲也都吗呢我想要帮]"
)
_BORDERS: Final = re.compile(r"[;；,，。.!！?？:：、\n()（）\"“”]+")
_LETTERS: Final = re.compile(r"[^\W_]+(?:['’+#-][^\W_]+)*[+#]*")


def content_of(left: str) -> tuple[str, ...]:
    """The phrases that say something, without the empty words around them."""
    return tuple(phrase for part in _BORDERS.split(left) if (phrase := _bare(part)))


def _bare(part: str) -> str:
    """From the first word of content to the last."""
    kept = [found.span() for found in _LETTERS.finditer(part) if _says_something(found[0])]
    return part[kept[0][0] : kept[-1][1]].strip() if kept else ""


def _says_something(word: str) -> bool:
    return word.lower() not in _ENGLISH and bool(_CHINESE.sub("", word))
