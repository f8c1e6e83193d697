"""Whether the words sent with files call them documents of the library."""

from __future__ import annotations

import re
from typing import Final

_SAYS_DOCUMENT: Final = re.compile(
    r"论文|白皮书|资料库|文献|\bOKRs?\b|\bpapers?\b|\bwhite ?papers?\b|\blibrary\b", re.I | re.ASCII
)
_SAYS_OTHER: Final = re.compile(
    r"简历|候选人|应聘|岗位|职位|招聘|[他她]|\bresumes?\b|\bCVs?\b|\bcandidates?\b|\bpostings?\b|\bjobs?\b|\bhis\b|\bher\b"
    r"|[?？]\s*$",
    re.I | re.ASCII,
)
"""Resumes and postings have places of their own; and a question about a person's papers comes with a resume."""


def says_document(words: str) -> bool:
    """Whether the words sent with files call them documents of the library."""
    return bool(_SAYS_DOCUMENT.search(words)) and not _SAYS_OTHER.search(words)
