"""What a document is called: its largest line at the top of the first page, else its first line, else its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from records.resume import Line, Resume

_LONGEST: Final = 160
"""A longer line is a paragraph; titles of papers rarely pass 120 characters."""
_SHORTEST: Final = 4
_LINES_SEEN: Final = 30
"""A title stands above the abstract; what is large further down is a heading."""
_MOST_LINES: Final = 3
_AS_LARGE: Final = 0.88
"""Lines of one title are of one size; a line of capitals or of Chinese has a box up to a tenth higher than another."""
_CLEARLY_LARGER: Final = 1.12
_NO_TITLE: Final = re.compile(
    r"(?i)arxiv|preprint|\bdoi\b|\bissn\b|\bisbn\b|copyright|©|https?://|www\.|@|^\W*(?:vol|no|page|p)\.?\s*\d"
    r"|^(?:proceedings|journal|transactions) of|^第?\s*\d+\s*[页卷期]|^收稿日期|^中图分类号|^文章编号|^文献标[识志]码"
    r"|^(?:confidential|draft|internal|内部资料|保密|机密)\W*$"
    r"|^\W*\d{4}\s*[年./-]\s*\d{1,2}\s*(?:[月./-]\s*(?:\d{1,2}\s*日?)?)?\W*$"
)
"""What stands above titles: where and when a paper appeared, and who may see it."""
_LETTERS: Final = re.compile(r"[^\W\d_]")


def document_title(reading: Resume) -> str:
    """The title that a person would give."""
    first_page = [line for line in reading.lines if line.page == reading.lines[0].page][:_LINES_SEEN]
    able = [line for line in first_page if _may_be_title(line.text)]
    found = _largest(able) or able[:1]
    return _joined(found) or PurePath(reading.file).stem or reading.file


def _may_be_title(text: str) -> bool:
    bare = _bare(text)
    return _SHORTEST <= len(bare) <= _LONGEST and bool(_LETTERS.search(bare)) and not _NO_TITLE.search(bare)


def _largest(lines: Sequence[Line]) -> list[Line]:
    """The largest lines that stand together, where they are clearly larger than the small ones; else nothing."""
    heights = sorted(_height(line) for line in lines)
    if not heights or heights[-1] <= heights[len(heights) // 4] * _CLEARLY_LARGER:
        return []
    large = heights[-1] * _AS_LARGE
    start = next(at for at, line in enumerate(lines) if _height(line) >= large)
    found = [lines[start]]
    for line in lines[start + 1 : start + _MOST_LINES]:
        if _height(line) < large:
            break
        found.append(line)
    return found


def _height(line: Line) -> float:
    return line.box.bottom - line.box.top if line.box else 0.0


def _joined(lines: Sequence[Line]) -> str:
    text = " ".join(_bare(line.text) for line in lines)
    return re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", text)


def _bare(text: str) -> str:
    bare = text.strip(" \t#*=_")
    return bare[1:-1] if bare[:1] == "《" and bare.find("》") == len(bare) - 1 else bare
