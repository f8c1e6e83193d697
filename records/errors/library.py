"""Documents of the library that cannot be used."""

from __future__ import annotations

from typing import ClassVar

from records.errors.base import RecruitingError, Wording


class DocumentError(RecruitingError):
    """A document of the library that cannot be used."""

    code = "document"


class DocumentNotFound(DocumentError):
    """No document of that name; facts: `document`."""

    code = "document_not_found"
    wording: ClassVar[Wording] = {
        "en": ("The library holds no document “{document}”.", "See the list with /library or `bole library list`."),
        "zh": ("资料库中没有“{document}”。", "用 /library 或 `bole library list` 查看列表。"),
    }


class DocumentAmbiguous(DocumentError):
    """Several documents of that name; facts: `document`, `ids`."""

    code = "document_ambiguous"
    wording: ClassVar[Wording] = {
        "en": ("“{document}” could be any of these documents: {ids}.", "Use one of these ids."),
        "zh": ("“{document}”对应多份资料：{ids}。", "请使用其中一个编号。"),
    }
