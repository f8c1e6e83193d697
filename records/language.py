"""The two languages of the product and how a text's language is told."""

from __future__ import annotations

import re
from typing import Literal

Language = Literal["zh", "en"]
TextLanguage = Literal["zh", "en", "mixed"]

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")

# A Chinese character carries about as much as two thirds of an English word; terms such as "Python" or
# "Kubernetes" are common in wholly Chinese resumes, so a text is English only where Chinese is rare.
_MOSTLY = 0.85


def text_language(text: str) -> TextLanguage:
    """`zh`, `en`, or `mixed` where neither language carries 85 % of the text; a text without words is `en`."""
    chinese = len(HAN.findall(text)) / 1.5
    english = len(_LATIN_WORD.findall(text))
    total = chinese + english
    if total == 0 or english / total >= _MOSTLY:
        return "en"
    return "zh" if chinese / total >= _MOSTLY / 2 else "mixed"


def language_of(text: str) -> Language:
    """The language to answer in: Chinese as soon as the words hold a fair share of Chinese."""
    chinese = len(HAN.findall(text)) / 1.5
    return "zh" if chinese > 0 and chinese >= 0.3 * len(_LATIN_WORD.findall(text)) else "en"


def preferred_language(tag: str | None) -> Language:
    """The product's language for a browser's or a system's language tag (`zh-CN`, `en_US.UTF-8`, None)."""
    return "zh" if (tag or "").lower().startswith("zh") else "en"
