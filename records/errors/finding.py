"""Searches for candidates that do not say what to look for."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class NothingToFind(RecruitingError):
    """Neither a posting, nor resumes to be like, nor a condition; facts: `words`."""

    code = "nothing_to_find"
    wording: ClassVar[Wording] = {
        "en": (
            "It is not clear which candidates to look for{words}.",
            "Name a posting or conditions, such as “data-analyst in Shanghai, 5+ years”; /postings lists the postings.",
        ),
        "zh": (
            "没有看出要找什么样的候选人{words}。",
            "请写明岗位或条件，例如“数据分析师 上海 5年以上”；岗位列表见 /postings 或 `bole postings list`。",
        ),
    }


class ConditionUnknown(RecruitingError):
    """A city, language or skill that is not known; facts: `value`."""

    code = "condition_unknown"
    wording: ClassVar[Wording] = {
        "en": (
            "“{value}” is not known as a condition.",
            "Write the usual English or Chinese name of one city, language or skill, such as Shanghai or Japanese.",
        ),
        "zh": ("“{value}”不是已知的条件。", "请写一个城市、语言或技能的常用中文或英文名称，例如 上海、日语、Java。"),
    }
