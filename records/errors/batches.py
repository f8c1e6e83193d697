"""Batches, and what people ask of a shortlist."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class BatchError(RecruitingError):
    """Something that cannot be done with a batch; facts: `reason`."""

    code = "batch_error"


class BatchNotFound(BatchError):
    """No batch of that name; facts: `batch`."""

    code = "batch_not_found"
    wording: ClassVar[Wording] = {
        "en": (
            "There is no batch {batch}.",
            "Drop the resumes to screen them, or see /screen for the batches there are.",
        ),
        "zh": ("没有批次 {batch}。", "请拖入简历开始筛选，或用 /screen 查看已有的批次。"),
    }


class NothingToScreen(BatchError):
    """A batch of no files."""

    code = "nothing_to_screen"
    wording: ClassVar[Wording] = {
        "en": (
            "There is no file to screen.",
            "Drop resumes, a ZIP of them, or name files or a folder that holds some.",
        ),
        "zh": ("没有可以筛选的文件。", "请拖入简历或装有简历的 ZIP，或指定含有简历的文件或文件夹。"),
    }


class NothingAssessedYet(BatchError):
    """A shortlist is asked for while nobody is on it."""

    code = "nothing_assessed"
    wording: ClassVar[Wording] = {
        "en": ("Nobody of this batch has been assessed yet.", "Wait for the first results, or look at the receipt."),
        "zh": ("这一批还没有评估出任何人。", "请等第一批结果出来，或查看回执。"),
    }


class WeighingUnclear(BatchError):
    """Words that name no requirement, or no change of one; facts: `words`."""

    code = "weighing_unclear"
    wording: ClassVar[Wording] = {
        "en": (
            "It is not clear which requirement \u201c{words}\u201d is about.",
            "Name one as the posting does, such as \u201cmake Kubernetes a must-have\u201d, or move its slider.",
        ),
        "zh": (
            "没看懂“{words}”说的是哪一条要求。",
            "请按岗位里的说法来写，例如“Kubernetes 设为必备”，或直接拖动滑块。",
        ),
    }


class NotOnePosting(BatchError):
    """Weights are to be changed where every candidate is screened for another posting."""

    code = "not_one_posting"
    wording: ClassVar[Wording] = {
        "en": (
            "This batch is screened for the best posting of each candidate, so there is no one list of weights.",
            "Screen it for one posting; then its requirements can be weighed.",
        ),
        "zh": ("这一批是为每位候选人找最合适的岗位，没有统一的权重。", "请针对一个岗位筛选，就可以调整它的要求权重。"),
    }


class NotComparable(BatchError):
    """Fewer than two or more than five candidates are to be compared; facts: `count`."""

    code = "not_comparable"
    wording: ClassVar[Wording] = {
        "en": ("Two to five candidates can be compared, not {count}.", "Choose two to five in the shortlist."),
        "zh": ("可以并排比较 2 到 5 位候选人，而不是 {count} 位。", "请在名单里选 2 到 5 位。"),
    }


class TraitProtected(BatchError):
    """A question asks for what may decide about nobody, such as age or gender; facts: `words`."""

    code = "trait_protected"
    wording: ClassVar[Wording] = {
        "en": (
            (
                "\u201c{words}\u201d is not answered: age, gender, family, origin, religion, health and the like may "
                "not decide about a candidate, and they are kept out of every assessment."
            ),
            "Ask about skills, experience, degrees, languages, scores or requirements of the posting.",
        ),
        "zh": (
            "“{words}”不作回答：年龄、性别、婚育、籍贯、民族、宗教、健康等不能作为取舍候选人的依据，评估时也一律不看。",
            "请询问技能、经验、学历、语言、得分或岗位的要求。",
        ),
    }


class ScreeningElsewhere(BatchError):
    """Another process screens in the same folder; facts: `place`."""

    code = "screening_elsewhere"
    wording: ClassVar[Wording] = {
        "en": (
            "Another screening is at work in {place}.",
            "Wait until it has ended, or set BOLE_DATA_DIR to another folder.",
        ),
        "zh": ("{place} 里正在进行另一次筛选。", "请等它结束，或把 BOLE_DATA_DIR 设为别的文件夹。"),
    }


class ExportUnknown(BatchError):
    """A batch is to be written in a format that is none of those there are; facts: `file`, `formats`."""

    code = "export_unknown"
    wording: ClassVar[Wording] = {
        "en": ("{file} names no format that a batch can be written in.", "End the file's name in one of {formats}."),
        "zh": ("{file} 不是可以导出的格式。", "请让文件名以 {formats} 之一结尾。"),
    }
