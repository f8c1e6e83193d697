"""Postings, and tables of postings, that cannot be used."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class PostingError(RecruitingError):
    """A posting that cannot be used."""

    code = "posting"


class NoRequirements(PostingError):
    """A posting in which nothing can be checked; facts: `title`."""

    code = "no_requirements"
    wording: ClassVar[Wording] = {
        "en": (
            "“{title}” states no requirement that could be checked.",
            "Add a line or two on what the person must know, have done or hold, then add it again.",
        ),
        "zh": ("“{title}”没有写出可核对的要求。", "请补充一两行：需要会什么、做过什么、有什么证书，再添加一次。"),
    }


class PostingNotFound(PostingError):
    """No posting of that name; facts: `posting`."""

    code = "posting_not_found"
    wording: ClassVar[Wording] = {
        "en": ("There is no posting “{posting}”.", "See the list with /postings or `bole postings list`."),
        "zh": ("没有名为“{posting}”的岗位。", "用 /postings 或 `bole postings list` 查看列表。"),
    }


class PostingAmbiguous(PostingError):
    """Several postings of that name; facts: `posting`, `ids`."""

    code = "posting_ambiguous"
    wording: ClassVar[Wording] = {
        "en": ("“{posting}” could be any of these postings: {ids}.", "Use one of these ids."),
        "zh": ("“{posting}”对应多个岗位：{ids}。", "请使用其中一个编号。"),
    }


class PostingKnown(PostingError):
    """An edit that would make a posting the same as another; facts: `posting`."""

    code = "posting_known"
    wording: ClassVar[Wording] = {
        "en": (
            "With these words it would be the same posting as “{posting}”, so nothing was changed.",
            "Edit that one instead, or remove one of the two.",
        ),
        "zh": ("这样修改后会与岗位“{posting}”完全相同，因此没有改动。", "请直接修改那个岗位，或移除其中一个。"),
    }


class RequirementNotFound(PostingError):
    """No requirement of that number; facts: `requirement`, `posting`."""

    code = "requirement_not_found"
    wording: ClassVar[Wording] = {
        "en": (
            "“{posting}” has no requirement {requirement}.",
            "See its requirements with `bole postings show`; they are called R1, R2 and so on.",
        ),
        "zh": (
            "岗位“{posting}”没有编号为 {requirement} 的要求。",
            "用 `bole postings show` 查看它的要求，编号为 R1、R2 等。",
        ),
    }


class TableUnusable(PostingError):
    """A table of postings without the columns that are needed; facts: `file`."""

    code = "table_unusable"
    wording: ClassVar[Wording] = {
        "en": (
            "{file} has no column with the words of postings.",
            "Give it a header row with title and text (or description, requirements), then import it again.",
        ),
        "zh": (
            "{file} 中没有岗位内容的列。",
            "请在第一行写列名，例如“岗位名称”和“岗位描述”或“任职要求”，再重新导入。",
        ),
    }


class NoPostings(PostingError):
    """The best posting is looked for in a library without any."""

    code = "no_postings"
    wording: ClassVar[Wording] = {
        "en": (
            "The library is empty, so there is no posting to assess for.",
            "Paste a posting, or add some with `bole postings add FILE…`; then try again.",
        ),
        "zh": (
            "岗位库是空的，没有可以对照评估的岗位。",
            "请先粘贴一个岗位，或用 `bole postings add 文件…` 添加，再试一次。",
        ),
    }
