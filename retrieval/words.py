"""Words for the lexical index, in both languages.

Chinese is cut into overlapping pairs of characters: they need no dictionary that would age, and do as well as a word
segmenter within a few points either way (docs/decisions/006-chinese-pairs.md).
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(
    r"\.net\b"  # .NET
    r"|[a-z0-9]+(?:[+#]+|(?:[.\-][a-z0-9]+)*)"  # C++, C#, Node.js, CI-CD, 3.5
    r"|[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)


def words(text: str) -> list[str]:
    """Lower-cased words in order; a run of n Chinese characters gives its n - 1 pairs (one character stays itself)."""
    found: list[str] = []
    for word in _WORD.findall(text.lower()):
        if word[0] < "\u3400" or len(word) == 1:
            found.append(word)
        else:
            found.extend(word[i : i + 2] for i in range(len(word) - 1))
    return found
