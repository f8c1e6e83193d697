# ruff: noqa: E501  (a pattern is read whole or not at all)
"""School and subject among the words of a line about studies."""

from __future__ import annotations

import re

from retrieval.documents.profile.degrees import degree_in, degree_span
from retrieval.documents.profile.wording import SCHOOL, is_place

_PARTS = re.compile(r"\s{2,}|\s*[|｜/／•·,，;；（()）]\s*|\s[-–—]\s|\s*[—]\s*|\s+from\s+(?=[A-Z])")
_LABEL = re.compile(
    r"^\W*(?:毕业)?(?:学校|院校|学院|學校|学历|学位|school|university|college|institution|degree)(?:名称)?\s*[:：]\s*",
    re.IGNORECASE,
)
_SCHOOL_ZH = re.compile(
    r"[\u4e00-\u9fff·A-Za-z]*?(?:大学|大學|学院|學院|学校|學校|中学|高中|党校|研究所|研究院|科学院)"
    r"(?:(?:附属|附設)?[\u4e00-\u9fff]{0,6}(?:学院|學院|分校|校区|研究所|研究院|研究中心|中学))?"
)
_MAJOR_ZH = re.compile(
    r"(?:专业|主修|專業|主修專業)\s*[:：]?\s*(?P<after>[\u4e00-\u9fff（）()A-Za-z]{2,20})|(?P<before>[\u4e00-\u9fff]{2,15})(?:专业|專業)"
)
_BEFORE_DEGREE = re.compile(
    r"(?P<major>[\u4e00-\u9fff]{2,15}?)(?:学系|學系|系|研究所)?\s*[（(]?(?:全日制|在职|非全日制)?(?:学术型|专业型)?(?:硕士|碩士|学士|學士|博士|本科|大专|大專|专科)(?:研究生|学位|學位)?[）)]?\s*(?:在读|毕业|畢業)?$"
)
_SUBJECT_ZH = re.compile(
    r"(?:学|工程|科学|技术|管理|设计|经济|金融|会计|贸易|语|法律|法学|医|电子|通信|软件|新闻|传播|营销|应用|教育|艺术|自动化|护理|建筑|信息)$|类$"
)
_UNIT = re.compile(r"(?:学系|學系|系|研究所)$")
_WHOLE_ZH = re.compile(r"[\u4e00-\u9fff]{2,15}")
# The thirteen branches of learning after which degrees are called; five of them are no subject by themselves.
_BRANCH_ONLY = frozenset({"工学", "理学", "文学", "管理学", "农学", "工學", "理學", "文學", "管理學", "农业", "专业"})
_MAJOR_EN = re.compile(
    r"^\.?(?: (?:[Dd]egree|[Ss]tudent|[Cc]andidate))?(?: ?\([^)]*\))?(?: ?[,:(-] ?| )(?:(?:in|IN|of|OF) )?(?P<major>[A-Z][A-Za-z&/\-]*(?: (?:and|of|AND|OF|&|with|[A-Z][A-Za-z&/\-]*)){0,7})"
)
_LABELLED_EN = re.compile(
    r"\b(?:major(?:ing|ed)?(?: in)?|field of study)\s*:?\s+(?P<major>[A-Z][A-Za-z&/\-]*(?: (?:and|of|&|[A-Z][A-Za-z&/\-]*)){0,7})",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(
    r"学士|硕士|博士|學士|碩士|本科|大专|大專|专科|学历|学位|學位|双学位|研究生|\bGPA\b|\bhono(?:u)?rs?\b|\bmerit\b|\bfirst class\b|\bdistinction\b|\bcum laude\b|\bthesis\b|\bstudent\b|"
    r"绩点|排名|毕业|畢業|在读|在讀|全日制|统招|非全|导师|课程|主修|奖学金|优秀|年级|年級|交换|辅修|至今|专升本",
    re.IGNORECASE,
)
# `Bachelor of Science in X` names X; `Master of Business Administration` its own subject.
_OF_FIELD = re.compile(
    r"\b(bachelor|master|doctor|associate)(?:['’]?s)? of (?:applied )?(?:science|arts?|engineering|technology|philosophy|commerce|laws?|fine arts|education)s?\b",
    re.IGNORECASE,
)


def school_in(text: str) -> str:
    """The school that a line names, without its label; a label alone is no school."""
    parts = (_LABEL.sub("", part) for part in _PARTS.split(text))
    part = next((part for part in parts if SCHOOL.search(part) and len(part) <= 80), "").strip()
    if re.search(r"[\u4e00-\u9fff]", part):
        found = _SCHOOL_ZH.search(part)
        return found.group() if found else part
    before, _, after = part.partition(" at ")
    named = after if SCHOOL.search(after) and not SCHOOL.search(before) else part
    return re.sub(r"^\W+|\W+$", "", named)


def subject_in(text: str, school: str, known: bool = False) -> str:
    """The subject, where a label, the degree beside it or its own words show it.

    Where the degree is `known` from the same short line, a single Chinese part that is left over is the subject.
    """
    rest = text.replace(school, "  ", 1) if school else text
    labelled = _MAJOR_ZH.search(rest)
    if labelled:
        return (labelled["after"] or labelled["before"]).strip()
    english = _LABELLED_EN.search(rest) or _after_degree(_OF_FIELD.sub(r"\1", rest))
    if english and _is_subject(english["major"]):
        return english["major"].strip()
    words = [_UNIT.sub("", word) for part in _PARTS.split(rest) for word in part.split()]
    return _by_its_words(words) or _before_degree(words) or (_left_over(words) if known else "")


def _by_its_words(words: list[str]) -> str:
    return next((word for word in words if _SUBJECT_ZH.search(word) and _may_be_subject(word)), "")


def _before_degree(words: list[str]) -> str:
    """`工商管理硕士`, `法学学士`: the subject in one word with the degree."""
    found = (match["major"] for word in words if (match := _BEFORE_DEGREE.fullmatch(word)))
    return next((major for major in found if _may_be_subject(major)), "")


def _left_over(words: list[str]) -> str:
    left = [word for word in words if _WHOLE_ZH.fullmatch(word) and _may_be_subject(word)]
    return left[0] if len(left) == 1 else ""


def _may_be_subject(word: str) -> bool:
    return not (_NOT_SUBJECT.search(word) or SCHOOL.search(word) or word in _BRANCH_ONLY or is_place(word))


def _after_degree(text: str) -> re.Match[str] | None:
    span = degree_span(text)
    return _MAJOR_EN.match(text[span[1] :]) if span else None


def _is_subject(text: str) -> bool:
    return len(text) > 1 and not is_place(text) and not _NOT_SUBJECT.search(text) and degree_in(text, True) is None
