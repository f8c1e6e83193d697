"""Lines between strong and weak matches that could not be drawn."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class CalibrationError(RecruitingError):
    """A line between strong and weak matches could not be drawn."""

    code = "calibration"


class NotPairs(CalibrationError):
    """A file in which no labelled pairs are found; facts: `file`."""

    code = "not_pairs"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} holds no table of labelled pairs that could be read.",
            "Save it as CSV with three columns whose first row names them: query, text, label (1 or 0, yes or no).",
        ),
        "zh": (
            "{file} 里没有可读取的带标注的文本对。",
            "请存为 CSV，第一行写列名：要求、简历、是否匹配（1 或 0，是或否）。",
        ),
    }


class TooFewPairs(CalibrationError):
    """Fewer labelled pairs than a line can be drawn from; facts: `matching`, `others`, `least`."""

    code = "too_few_pairs"
    wording: ClassVar[Wording] = {
        "en": (
            "{matching} pairs that match and {others} that do not are too few to draw a line from.",
            "Label more: at least {least} of each, and better some hundreds in all.",
        ),
        "zh": (
            "匹配的文本对 {matching} 对，不匹配的 {others} 对，太少，无法据此定线。",
            "请再标注一些：两类各至少 {least} 对，最好共有数百对。",
        ),
    }


class OneLabelOnly(CalibrationError):
    """All pairs bear the same label; facts: `pairs`."""

    code = "one_label"
    wording: ClassVar[Wording] = {
        "en": (
            "All {pairs} pairs bear the same label, so there is nothing to tell apart.",
            "Add pairs of the other kind: those that match and those that only look alike.",
        ),
        "zh": ("{pairs} 对文本的标注全都相同，无从区分。", "请补充另一类：既要有匹配的，也要有看似相近但不匹配的。"),
    }


class PrecisionUnreachable(CalibrationError):
    """No line gives the precision that was asked for; facts: `asked`, `best`, `line`."""

    code = "precision_unreachable"
    wording: ClassVar[Wording] = {
        "en": (
            "No line gives a precision of {asked} on these pairs; the best is {best}, at {line}.",
            "Ask for less with --precision, check the labels near the top, or add pairs.",
        ),
        "zh": (
            "在这些文本对上没有一条线能达到 {asked} 的精确率；最高为 {best}（线在 {line}）。",
            "可以用 --precision 降低目标，检查相似度最高的几对标注是否有误，或补充更多文本对。",
        ),
    }
