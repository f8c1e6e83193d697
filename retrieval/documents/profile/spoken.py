"""Languages that a candidate speaks, with the level or certificate they state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from records.resume import Line

_NAMES: dict[str, str] = {
    "English": r"英语|英文|英語|\benglish\b",
    "Mandarin": r"普通话|国语|汉语|中文|普通話|\b(?:mandarin|chinese|putonghua)\b",
    "Cantonese": r"粤语|广东话|粵語|\bcantonese\b",
    "Japanese": r"日语|日文|日語|\bjapanese\b",
    "Korean": r"韩语|韩文|朝鲜语|\bkorean\b",
    "German": r"德语|德文|\bgerman\b",
    "French": r"法语|法文|\bfrench\b",
    "Spanish": r"西班牙语|西语|\bspanish\b",
    "Russian": r"俄语|俄文|\brussian\b",
    "Portuguese": r"葡萄牙语|葡语|\bportuguese\b",
    "Italian": r"意大利语|\bitalian\b",
    "Arabic": r"阿拉伯语|\barabic\b",
    "Hindi": r"印地语|\bhindi\b",
    "Dutch": r"荷兰语|\bdutch\b",
    "Vietnamese": r"越南语|\bvietnamese\b",
    "Thai": r"泰语|\bthai\b",
    "Indonesian": r"印尼语|\b(?:indonesian|bahasa)\b",
    "Turkish": r"土耳其语|\bturkish\b",
    "Polish": r"波兰语|\bpolish\b",
    "Swedish": r"瑞典语|\bswedish\b",
    "Tamil": r"\btamil\b",
    "Telugu": r"\btelugu\b",
    "Urdu": r"\burdu\b",
    "Bengali": r"\bbengali\b",
}
_CERTIFICATES: tuple[tuple[str, str, str], ...] = (
    ("English", r"\bCET\s*-?\s*6\b|(?:大学英语|英语|大英)?\s*六级", "CET-6"),
    ("English", r"\bCET\s*-?\s*4\b|(?:大学英语|英语|大英)\s*四级", "CET-4"),
    ("English", r"\bTEM\s*-?\s*8\b|专业八级|专八", "TEM-8"),
    ("English", r"\bTEM\s*-?\s*4\b|专业四级|专四", "TEM-4"),
    ("English", r"(?:\bIELTS\b|雅思)(?:\s*[:：]?\s*(?P<score>\d(?:\.\d)?)(?!\d))?", "IELTS"),
    ("English", r"(?:\bTOEFL\b|托福)(?:\s*(?:iBT)?\s*[:：]?\s*(?P<score>\d{2,3})(?!\d))?", "TOEFL"),
    ("English", r"(?:\bTOEIC\b|托业)(?:\s*[:：]?\s*(?P<score>\d{3})(?!\d))?", "TOEIC"),
    ("Japanese", r"(?:日语|日本語|Japanese|JLPT|日语能力考试)[^，,;；\n]{0,8}?\bN\s*(?P<score>[1-5])\b", "N"),
    ("Korean", r"\bTOPIK\s*(?P<score>[1-6])?", "TOPIK"),
    ("Mandarin", r"\bHSK\s*-?\s*(?P<score>[1-6])?|普通话(?P<level>[一二]级[甲乙]等)", "HSK"),
)
_LEVEL = re.compile(
    r"母语|母語|精通|流利|熟练|良好|一般|日常会话|日常|优良|优秀|\b(?:native(?:\s+speaker)?|fluent(?:ly)?|full\s+professional|limited\s+working|bilingual|proficient|professional|conversational|intermediate|advanced|basic|"
    r"beginner|mother\s+tongue|elementary|conversant|excellent|working\s+knowledge|[ABC][12])\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:spoken\s+|foreign\s+)?(?:languages?|语言|语言能力|外语|外语能力|外语水平|英语水平)(?:\s+(?:skills|spoken|proficiency))?\s*[:：]",
    re.IGNORECASE,
)
_MAY_MENTION = frozenset({"skills", "header", "summary", "other", "education", "certificates"})
_REACH = 24  # characters between a language and its level
SPOKEN = {name: re.compile(words, re.IGNORECASE) for name, words in _NAMES.items()}
"""Languages by their English names, with what they are called."""
_CERTIFICATE_RULES = tuple((name, re.compile(words, re.IGNORECASE), label) for name, words, label in _CERTIFICATES)


def languages_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Languages in order of appearance, as `English (CET-6)` or `German (native)` where a level is stated."""
    found: dict[str, list[str]] = {}
    for line in lines:
        for _, name, level in sorted([*_named(line), *_certified(line)]):
            found.setdefault(name, []).append(level)
    return tuple(_shown(name, levels) for name, levels in found.items())


def _named(line: Line) -> Iterator[tuple[int, str, str]]:
    """Place, name and level (or nothing) of each language that a line names as spoken."""
    about = line.section == "languages" or _LABEL.match(line.text) is not None
    for name, rule in SPOKEN.items():
        for match in rule.finditer(line.text):
            level = _after(line.text, match.end()) or _before(line.text, match.start())
            if about or (level and line.section in _MAY_MENTION):
                yield match.start(), name, level


def _certified(line: Line) -> Iterator[tuple[int, str, str]]:
    for name, rule, label in _CERTIFICATE_RULES:
        for match in rule.finditer(line.text):
            yield match.start(), name, _level(match, label)


def _after(text: str, start: int) -> str:
    """`English: fluent`, `日语（流利）`, `Spanish - C1`: a level after the name, before any other language."""
    until = min((match.start() for rule in SPOKEN.values() for match in rule.finditer(text, start)), default=len(text))
    found = _LEVEL.search(text, start, min(until, start + _REACH))
    return found.group() if found and not re.search(r"[,，;；、|]", text[start : found.start()]) else ""


def _before(text: str, end: int) -> str:
    """`fluent in English`, `精通日语`: a level just before the name."""
    found = list(_LEVEL.finditer(text, max(0, end - _REACH), end))
    joined = found and re.fullmatch(r"\s*(?:in|的)?\s*", text[found[-1].end() : end])
    return found[-1].group() if joined else ""


def _level(match: re.Match[str], label: str) -> str:
    found = match.groupdict()
    if found.get("level"):
        return str(found["level"])
    score = found.get("score")
    return f"{label}{'' if label == 'N' else ' '}{score}" if score else label.rstrip("N")


def _shown(name: str, levels: list[str]) -> str:
    stated = list(dict.fromkeys(level for level in levels if level))
    return f"{name} ({', '.join(stated)})" if stated else name
