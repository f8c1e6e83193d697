"""Found lines made fit to be read and numbered: clean characters, no blanks, no line too long to point at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from retrieval.documents.found import FoundLine

LONGEST = 300
_HOPELESS = 1000  # characters: no sentence is so long, and what reads lines must not meet endless ones
_PIECE = re.compile(rf".{{1,{_HOPELESS}}}(?=\s|$)|.{{1,{_HOPELESS}}}", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[。！？；!?;])|(?<=[.])(?=\s+[A-Z\u4e00-\u9fff•])")
_CLAUSE_END = re.compile(r"(?<=[，、,:：])")

# Bullets of the Symbol and Wingdings fonts, which land in the private-use area, and look-alikes of plain signs.
_SIGNS: dict[int, str | None] = {
    ord(sign): "•" for sign in "\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf071\uf06c\uf06e\uf075\uf0a1\u2022\uf095"
}
_SIGNS |= {
    0x00A0: " ",
    0x3000: "  ",
    0x00AD: None,
    0xFEFF: None,
    0x200B: None,
    0x2060: None,
    0x200C: None,
    0x200D: None,
}
# A figure dash is drawn like the dash between years; the radical U+2F3E is drawn, and meant, as the simplified 户.
_SIGNS |= {ord("\t"): "  ", 0x2011: "-", 0x2010: "-", 0x2212: "-", 0x2012: "–"}
_RADICALS: dict[int, str] = {0x2F3E: "户"} | dict(
    zip(
        map(ord, "⻓⻚⻘⻢⻋⻅⻉⻔⻛⻜⻝⻥⻦⻩⻰⻬⻮⻆⻄⻤⻣⻨⻙⻳⺠⻁⻑⺟⻠⺩⻊⺼"),
        "长页青马车见贝门风飞食鱼鸟黄龙齐齿角西鬼骨麦韦龟民虎長母饣王足月",
        strict=True,
    )
)
_SIGNS |= _RADICALS
_LEADING_SIGN = re.compile(r"^\s*+[\ue000-\uf8ff]++\s*+(?=.*\w)")  # possessive: linear in the line
_LIGATURES = re.compile("[\ufb00-\ufb06\u2f00-\u2fdf\u2e80-\u2ef3\uf900-\ufaff]")
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff\U000e0000-\U000effff\u202a-\u202e\u2066-\u2069]"
)
_BLANKS = re.compile(r"[^\S\n]{2,}")
_SPACED_LETTERS = re.compile(r"(?:[A-Z] ){3,}[A-Z](?:  (?:[A-Z] )+[A-Z])*")
_SPACED_LABEL = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s+([\u4e00-\u9fff])(?=\s*[:：])")
_SPACED_CHINESE = re.compile(r"[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff])+")


def clean(text: str) -> str:
    """A line as it is shown: ligatures and signs made plain, set-off parts by two blanks, nothing unprintable."""
    text = unified(_LEADING_SIGN.sub("• ", text.translate(_SIGNS)))
    text = _BLANKS.sub("  ", _UNPRINTABLE.sub("", text)).strip()
    return _closed_up(text)


def unified(text: str) -> str:
    """Ligatures and radicals, as which fonts may name their letters, as the letters that they draw."""
    if text.isascii():
        return text
    return _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text.translate(_RADICALS))


def readable(lines: Iterable[FoundLine]) -> Iterator[FoundLine]:
    """Clean lines, blank ones dropped, long ones parted at the ends of sentences, never cut."""
    for line in lines:
        for row in line.text.splitlines():
            yield from (FoundLine(line.page, text, line.box) for text in _parted(clean(row)))


def _closed_up(text: str) -> str:
    """`E D U C A T I O N`, `教 育 背 景`, `姓  名：` without the blanks that only spread the letters."""
    if _SPACED_CHINESE.fullmatch(text):
        return re.sub(r"\s+", "", text)
    text = _SPACED_LABEL.sub(r"\1\2", text)
    return _SPACED_LETTERS.sub(
        lambda found: " ".join(part.replace(" ", "") for part in found.group().split("  ")), text
    )


def _parted(text: str) -> list[str]:
    parts = _packed(_SENTENCE_END.split(text)) if len(text) > LONGEST else [text]
    parts = [piece for part in parts for piece in (_packed(_CLAUSE_END.split(part)) if len(part) > LONGEST else [part])]
    parts = [piece for part in parts for piece in (_PIECE.findall(part) if len(part) > _HOPELESS else [part])]
    return [part.strip() for part in parts if part.strip()]


def _packed(pieces: Iterable[str]) -> list[str]:
    """Sentences put together up to the longest line; a sentence that is longer by itself stays whole."""
    packed: list[str] = []
    for piece in pieces:
        if packed and len(packed[-1]) + len(piece) <= LONGEST:
            packed[-1] += piece
        else:
            packed.append(piece)
    return [piece.strip() for piece in packed if piece.strip()]
