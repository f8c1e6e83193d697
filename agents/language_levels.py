"""Spoken languages and how well: what a posting asks and what a resume says, on one scale."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "English": r"英语|英文|\benglish\b|\bCET\b|CET-?[46]|四级|六级|专八|专四|\bTEM\b|TEM-?[48]|雅思|托福|"
        r"\bIELTS\b|\bTOEFL\b|\bTOEIC\b",
        "Chinese": r"中文|汉语|普通话|国语|\bchinese\b|\bmandarin\b|\bputonghua\b|\bHSK\b",
        "Cantonese": r"粤语|广东话|\bcantonese\b",
        "Japanese": r"日语|日文|\bjapanese\b|\bJLPT\b|\bN[1-5]\b",
        "Korean": r"韩语|韩文|\bkorean\b|\bTOPIK\b",
        "French": r"法语|法文|\bfrench\b",
        "German": r"德语|德文|\bgerman\b",
        "Spanish": r"西班牙语|\bspanish\b",
        "Russian": r"俄语|俄文|\brussian\b",
    }.items()
}
_LEVELS: Final[tuple[tuple[int, re.Pattern[str]], ...]] = (
    (4, re.compile(r"(?i)母语|\bnative\b|\bmother tongue\b|\bbilingual\b")),
    (
        3,
        re.compile(
            r"(?i)流利|精通|专八|TEM-?8|\bfluen(?:t|cy)\b|\bC[12]\b|\bN1\b|雅思\s?[789]|IELTS\D{0,8}[789]|商务谈判|\bexcellent\b"
        ),
    ),
    (
        2,
        re.compile(
            r"(?i)六级|CET-?6|熟练|良好|听说读写|\bN2\b|\bB2\b|\bprofessional\b|\bgood\b|\bproficien|\bworking\b|雅思|托福|IELTS|TOEFL"
        ),
    ),
    (1, re.compile(r"(?i)四级|CET-?4|基础|日常|\bbasic\b|\bconversational\b|\bN[345]\b|\b[AB]1\b")),
)
_PART: Final = re.compile(
    r"[,，;；、/|。]|\s{2,}|\b(?:and|but)\b(?= (?:basic|conversational|professional|native|fluent|good)\b)"
)
NATIVE: Final = 4
DEFAULT_LEVEL: Final = 2
"""A language named without a level: enough to work in it."""


def levels_in(text: str) -> dict[str, int]:
    """Languages named in a text, with 1 (basic, CET-4), 2 (working, CET-6), 3 (fluent, TEM-8) or 4 (native).

    A level belongs to the languages it stands beside; in a list ("fluent in English, French") it holds for those that
    follow without one, except for `native`, which nobody is in several by the way.
    """
    found: dict[str, int] = {}
    named: list[str] = []
    listed = DEFAULT_LEVEL
    for part in _PART.split(text):
        level = next((level for level, pattern in _LEVELS if pattern.search(part)), None)
        names = [name for name, pattern in _NAMES.items() if pattern.search(part)]
        for name in names or (named if level else []):
            found[name] = max(found.get(name, 0), level or listed)
        named = names or named
        listed = listed if level is None else level if level < NATIVE else DEFAULT_LEVEL
    return found
