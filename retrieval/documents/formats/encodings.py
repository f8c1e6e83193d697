"""Text of unknown encoding, as Chinese and English computers write it."""

from __future__ import annotations

import codecs
import re

# The most frequent characters of running Chinese, simplified and traditional: bytes decoded by the wrong
# table give rare characters instead of these.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
    "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由"
    "其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意"
    "建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统"
    "接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导"
    "為個國時來們產種後學經進電裡現實體機當點從業應開還與關數間線問題設長計別論農區強決戰據處隊給門導項職務負責"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(content: bytes) -> str | None:
    """The text of bytes in UTF-8, UTF-16, GB18030, Big5 or Windows-1252; None where they are no text."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _attempt(content, encoding)
    if b"\x00" in content:
        return _unmarked_utf16(content)
    utf8 = _attempt(content, "utf-8")
    return utf8 if utf8 is not None else _legacy(content)


def _attempt(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if len(_CONTROL.findall(text)) > len(text) / 100 else text


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without its mark: zero bytes then stand on one side of many pairs and never on the other."""
    even, odd = content[0::2].count(0), content[1::2].count(0)
    if min(even, odd) > 0 or max(even, odd) * 2 < len(content) * 0.1:
        return None
    return _attempt(content, "utf-16-le" if odd > even else "utf-16-be")


def _legacy(content: bytes) -> str | None:
    """The Chinese table that gives the more common characters; Windows-1252 where neither gives Chinese."""
    readings = [text for text in (_attempt(content, "gb18030"), _attempt(content, "big5hkscs")) if text]
    best = max(readings, key=_plausibility, default=None)
    if best is not None and _plausibility(best) >= 0.2:
        return best
    return _western(content) or best


def _western(content: bytes) -> str | None:
    """Western text is mostly plain ASCII with an accent here and there; anything else is not text."""
    foreign = sum(byte >= 0x80 for byte in content)
    return _attempt(content, "cp1252") if foreign <= len(content) * 0.15 else None


def _plausibility(text: str) -> float:
    """Share of the characters beyond ASCII that running Chinese often uses."""
    foreign = [character for character in text if ord(character) >= 0x80]
    if not foreign or not _HAN.search(text):
        return 0.0
    return sum(character in _COMMON or character in "，。、；：（）《》“”！？" for character in foreign) / len(foreign)
