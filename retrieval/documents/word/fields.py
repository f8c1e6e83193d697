"""Fields of a Word file: their codes are not shown, their results are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.documents.packages import Element, attribute, local

_PAGE_NUMBER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_LINK = re.compile(r'\s*HYPERLINK\s+"?([^"\s]+)', re.IGNORECASE)
# Codes that programs write by themselves; what follows them is an address, a switch or a reference's record.
_ORDINARY = re.compile(
    r"\s*(?:ADDIN|HYPERLINK|INCLUDEPICTURE|PAGE\w*|NUMPAGES|SECTION\w*|REF|TOC|SEQ|STYLEREF|MERGEFIELD|DATE|TIME|SAVEDATE|"
    r"CREATEDATE|PRINTDATE|FORM\w+|SYMBOL|EQ|EMBED|LINK|CITATION|BIBLIOGRAPHY|TC|XE)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Field:
    code: str = ""
    in_code: bool = True


class Fields:
    """Which fields are open at a place of a part; a field may reach over several paragraphs."""

    def __init__(self, root: Element) -> None:
        marks = [attribute(each, "fldCharType") for each in root.iter() if local(each) == "fldChar"]
        # In a torn file nothing tells where a code ends; then everything counts as shown.
        self._sound = marks.count("begin") == marks.count("end")
        self._open: list[_Field] = []

    def mark(self, kind: str | None) -> str | None:
        """Pass a field's begin, middle or end; at the end the field's code."""
        if not self._sound:
            return None
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].in_code = False
        elif kind == "end" and self._open:
            return self._open.pop().code
        return None

    def write(self, code: str) -> None:
        """Add to the code of the field that is open."""
        if self._open:
            self._open[-1].code += code

    @property
    def in_code(self) -> bool:
        """Whether what stands here belongs to a code and is not shown."""
        return any(field.in_code for field in self._open)

    @property
    def counts_pages(self) -> bool:
        """Whether what stands here is a page number."""
        return any(counts_pages(field.code) for field in self._open)


def counts_pages(code: str) -> bool:
    """Whether a field's result is a page number."""
    return _PAGE_NUMBER.match(code) is not None


def link_of(code: str) -> str | None:
    """The address that a field leads to."""
    found = _LINK.match(code)
    return None if found is None else found.group(1)


def is_ordinary(code: str) -> bool:
    """Whether a code is one that programs write, and says nothing to a person."""
    return _ORDINARY.match(code) is not None
