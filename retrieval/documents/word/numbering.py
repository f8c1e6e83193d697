"""The bullets and numbers that Word draws before paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict

from retrieval.documents.packages import Element, attribute, child, local, number, value
from retrieval.documents.word.styles import Styles

_BLANK = re.compile(r"%(\d)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip  # noqa: E501
_CHINESE = "零一二三四五六七八九十"
_CHINESE_FORMATS = frozenset(
    {"chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting"}
)
_MOST_SPELT = 1_000  # letters and Roman numbers grow with the count, which a file may set as it likes
BULLET = "•"


class Numbering:
    """Counts as it is asked, so paragraphs have to come in their order."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, tuple[str, dict[str, Element]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        patterns = {str(attribute(each, "abstractNumId")): each for each in _named(part, "abstractNum")}
        for each in _named(part, "num"):
            pattern = value(each, "abstractNumId") or ""
            levels = {str(attribute(level, "ilvl")): level for level in _named(patterns.get(pattern), "lvl")}
            for change in _named(each, "lvlOverride"):
                level = child(change, "lvl")
                if level is not None:
                    levels[str(attribute(change, "ilvl"))] = level
            self._lists[str(attribute(each, "numId"))] = pattern, levels

    def mark(self, paragraph: Element) -> str:
        """What stands before a paragraph, with a blank after it; nothing where it is in no list."""
        list_id, level = self._place(paragraph)
        pattern, levels = self._lists.get(list_id, ("", {}))
        definition = levels.get(str(level))
        if definition is None or value(definition, "numFmt") == "none":
            return ""
        if value(definition, "numFmt") == "bullet":
            return f"{BULLET} "
        counts = self._counts[pattern]
        start = int(number(value(definition, "start")) or 1)
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        text = value(definition, "lvlText") or ""
        mark = _BLANK.sub(lambda blank: self._number(levels, counts, int(blank.group(1)) - 1), text)
        return f"{mark} " if mark.strip() else ""

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Number of the list and level, from the paragraph or its style."""
        own = child(paragraph, "pPr", "numPr")
        layers = [] if own is None else [own]
        layers += [
            found for each in self._styles.of_paragraph(paragraph, "pPr") if (found := child(each, "numPr")) is not None
        ]
        list_id = next((found for each in layers if (found := value(each, "numId")) is not None), "0")
        level = next((found for each in layers if (found := value(each, "ilvl")) is not None), "0")
        return list_id, int(number(level) or 0)

    def _number(self, levels: dict[str, Element], counts: dict[int, int], level: int) -> str:
        style = value(levels.get(str(level)), "numFmt") or "decimal"
        return _spelt(counts.get(level, 1), style)


def _named(parent: Element | None, name: str) -> list[Element]:
    return [each for each in (parent if parent is not None else ()) if local(each) == name]


def _spelt(count: int, style: str) -> str:
    if not 0 < count < _MOST_SPELT:
        return str(count)
    if style in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if style == "upperLetter" else letters
    if style in {"lowerRoman", "upperRoman"}:
        return _roman(count).upper() if style == "upperRoman" else _roman(count)
    if style in _CHINESE_FORMATS and 0 < count < 100:
        tens, ones = divmod(count, 10)
        return ("" if tens < 2 else _CHINESE[tens]) + ("十" if tens else "") + (_CHINESE[ones] if ones else "")
    if style == "decimalEnclosedCircle" and 0 < count <= 20:
        return chr(0x245F + count)
    return f"{count:02d}" if style == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (count // size)
        count %= size
    return text
