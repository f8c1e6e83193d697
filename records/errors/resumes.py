"""Resumes that are asked for and not there."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class ResumeNotFound(RecruitingError):
    """No file of that name; facts: `file`."""

    code = "resume_not_found"
    wording: ClassVar[Wording] = {
        "en": ("There is no file {file}.", "Check the name and the folder."),
        "zh": ("找不到文件 {file}。", "请检查文件名和文件夹。"),
    }


class SeveralResumes(RecruitingError):
    """A ZIP or e-mail of several files where one resume is wanted; facts: `file`, `files`."""

    code = "several_resumes"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} holds several files, but one resume is wanted here: {files}.",
            "Unpack it and name one of them, or drop it into the chat, which takes all.",
        ),
        "zh": ("{file} 里有多个文件，而这里只需要一份简历：{files}。", "请解压后指定其中一份；在对话里可以整包拖入。"),
    }


class NoResumeYet(RecruitingError):
    """A question before any resume was dropped."""

    code = "no_resume"
    wording: ClassVar[Wording] = {
        "en": (
            "There is no resume in this conversation yet.",
            "Drop one (PDF, Word, a scan, a ZIP of several) or try the sample.",
        ),
        "zh": ("这个对话里还没有简历。", "请拖入一份（PDF、Word、扫描件，或装有多份的 ZIP），或试试示例简历。"),
    }


class EmptyPool(RecruitingError):
    """The talent pool holds no resume yet."""

    code = "empty_pool"
    wording: ClassVar[Wording] = {
        "en": (
            "There is no resume in the talent pool yet.",
            "Drop resumes into the chat, or add them with `bole resumes add FILE…`; then search again.",
        ),
        "zh": ("人才库里还没有简历。", "请先把简历拖进对话，或用 `bole resumes add 文件…` 添加，再来查找。"),
    }
