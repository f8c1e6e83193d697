# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Particulars written as a label and a value: `工作单位：…  职务：…  时间：…`."""

from __future__ import annotations

import re
from typing import Literal

Label = Literal["title", "company", "period", "project", "aside", "other"]

_WORDS: dict[Label, str] = {
    "company": r"(?:工作|任职|就职|所在|实习)?(?:公司|单位|企业|機構|机构)(?:名称|全称)?|雇主|服務單位|company(?: name)?|employer|organi[sz]ation(?: name)?",
    "title": r"(?:担任|任职|工作|所任|实习)?(?:职位|岗位|职务|職務|職位|職稱)(?:名称)?|担任|title|position(?: held)?|role|job title|designation",
    "period": r"(?:工作|任职|在职|起止|实习|就业|項目|项目)?(?:时间|日期|期间|年限|時間|期間)|起止年月|duration|period|dates?|tenure",
    "project": r"项目(?:名称|名)?|專案名稱|project(?: name| title)?",
    "aside": r"所[在属]部门|部门|部門|汇报对象|下属人数|薪资|月薪|工作地点|地点|地址|公司规模|公司性质|行业|所属行业|团队规模|证明人|department|location|team size|reports? to|reporting to|industry|ctc|salary",
    "other": r"工作内容|工作职责|主要职责|岗位职责|职责|职责描述|工作描述|责任描述|项目描述|主要业绩|工作业绩|业绩|离职原因|公司简介|公司描述|技术栈|开发环境|"
    r"responsibilities|duties|technologies|environment|tools|tech stack|reason for leaving|client",
}
_LABELS = re.compile(
    r"(?<![\w\u4e00-\u9fff])(?:"
    + "|".join(f"(?P<{label}>{words})" for label, words in _WORDS.items())
    + r")\s*[:：]\s*",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"(?:起止)?(?:时间|日期|年月)|时间段|起止时间|(?:工作|任职)?(?:单位|公司)(?:名称)?|职务|职位|岗位|部门|学校(?:名称)?|毕业院校|院校|专业|学历|学位|学历/学位|证明人|备注|工作内容|"
    r"period|dates?|from|to|company|employer|position|title|role|school|institution|degree|major|year|location",
    re.IGNORECASE,
)

_LONGEST_ASIDE = 60


def labelled(text: str) -> list[tuple[Label, str]]:
    """Every label of a line with its value, which reaches to the next label."""
    found = list(_LABELS.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    return [
        (_label(match), re.split(r"\s{2,}|\s*[|｜]\s*|[；;]\s*$", text[match.end() : end].strip())[0].strip(" ，,；;"))
        for match, end in zip(found, ends, strict=True)
    ]


def labelled_part(text: str) -> tuple[Label | None, str]:
    """One part of a line without its label, and what the label calls it."""
    found = _LABELS.match(text.strip())
    return (_label(found), text.strip()[found.end() :]) if found else (None, text)


def is_aside(text: str) -> bool:
    """`部门：基础架构部`: a short particular of a job that names neither title nor employer."""
    labels = {label for label, _ in labelled(text)}
    return labels == {"aside"} and len(text) <= _LONGEST_ASIDE and _LABELS.match(text.strip()) is not None


def is_column_title(text: str) -> bool:
    """`起止时间  工作单位  职务`: the first row of a table, which names no job of its own."""
    cells = [cell for cell in re.split(r"\s+|\s*[|｜/]\s*", text.strip()) if cell]
    return len(cells) >= 2 and all(_COLUMN.fullmatch(cell) for cell in cells)


def _label(match: re.Match[str]) -> Label:
    return next(label for label in _WORDS if match[label] is not None)
