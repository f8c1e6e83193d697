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
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# GB 2312 and Big5 both keep everyday characters and signs in their lower rows, up to these lead bytes.
_LAST_ROWS = {"gb18030": 0xD7, "big5hkscs": 0xC6}
_SAMPLE = 20_000  # characters; more do not decide otherwise
_MOST_CONTROLS = 1 / 100  # of the characters; texts from old programs hold a few
_MOST_BROKEN = 1 / 200  # of the characters; a byte lost on the way does not make a text unreadable
_LEAST_CHINESE = 0.3  # plausibility; Chinese in its own encoding has 0.6 and more, in another one below 0.25
_MOST_ACCENTS = 0.15  # of the bytes of Western text
_LEAST_PLAIN = 0.8  # of the characters of UTF-16 found without its mark: common Chinese, ASCII and their signs

# Declared names of what is really their superset, as browsers take them (the WHATWG Encoding Standard, 4.2).
_SUPERSETS = {"big5": "big5hkscs", "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_SUPERSETS |= dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "ms936", "gb18030"), "gb18030")
_TEXT_ENCODING = re.compile(
    r"utf-?(?:8|16|32)(?:-?[lb]e)?|gb18030|big5hkscs|hz-gb-2312|iso-8859-\d\d?|(?:windows-|cp)\d{3,4}|koi8-[ru]"
    r"|shift_jis|euc-(?:jp|kr|tw)|iso-2022-(?:jp|kr)|macintosh"
)


def decoded(content: bytes) -> str | None:
    """The text of bytes in UTF-8, UTF-16, UTF-32, GB18030, Big5 or Windows-1252; None where they are no text."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _attempt(content, encoding, _MOST_BROKEN)
    if b"\x00" in content:
        return _unmarked(content)
    for broken in (0.0, _MOST_BROKEN):
        text = _attempt(content, "utf-8", broken)
        text = text if text is not None else _legacy(content, broken)
        if text is not None:
            return text
    return _wide(content)


def decoded_as(content: bytes, charset: object) -> str | None:
    """The text of bytes in a declared encoding, unless they are clearly UTF-8; None where it does not fit them."""
    name = str(charset or "").strip().strip("\"'").lower()
    encoding = _SUPERSETS.get(name, name)
    if not _TEXT_ENCODING.fullmatch(encoding):
        return None
    if not content.isascii() and (text := _attempt(content, "utf-8-sig", 0.0)) is not None:
        return text
    return _attempt(content, encoding, _MOST_BROKEN)


def _attempt(content: bytes, encoding: str, most_broken: float) -> str | None:
    """The text in one encoding, with at most such a share of characters that do not decode."""
    try:
        text = content.decode(encoding, "replace" if most_broken else "strict")
    except (UnicodeError, LookupError):
        return None
    if most_broken and text.count("\ufffd") > most_broken * len(text):
        return None
    return None if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text) else text


def _unmarked(content: bytes) -> str | None:
    """Text with zero bytes in it: UTF-32 or UTF-16 without its mark, or a text with a few zeros too many."""
    text = _wide(content, ("utf-32-le", "utf-32-be"), 4) or _wide(content)
    if text is not None:
        return text
    text_only = content.rstrip(b"\x00")
    few = text_only.count(0) <= _MOST_CONTROLS * len(text_only)
    return decoded(text_only.replace(b"\x00", b"")) if few and text_only else None


def _wide(content: bytes, encodings: tuple[str, str] = ("utf-16-le", "utf-16-be"), width: int = 2) -> str | None:
    """UTF-16 or UTF-32 without its mark, in the order of bytes that gives plain characters."""
    even = content[: len(content) // width * width]
    readings = [text for each in encodings if (text := _attempt(even, each, 0.0)) is not None]
    best = max(readings, key=_plainness, default="")
    return best if _plainness(best) >= _LEAST_PLAIN else None


def _legacy(content: bytes, most_broken: float) -> str | None:
    """The Chinese table that gives the more common characters; Windows-1252 where neither gives Chinese."""
    readings = [(text, table) for table in _LAST_ROWS if (text := _attempt(content, table, most_broken))]
    best = max(readings, key=lambda reading: _plausibility(*reading), default=None)
    if best is not None and _plausibility(*best) >= _LEAST_CHINESE:
        return best[0]
    foreign = sum(byte >= 0x80 for byte in content)
    return _attempt(content, "cp1252", most_broken) if foreign <= len(content) * _MOST_ACCENTS else None


def _plausibility(text: str, table: str) -> float:
    """How Chinese a reading is, 0 to 1: the mean share of its foreign characters in everyday use by table and count."""
    foreign = [character for character in text[:_SAMPLE] if ord(character) >= 0x80]
    if not foreign:
        return 0.0
    everyday = sum(_everyday(character, table, _LAST_ROWS[table]) for character in foreign)
    return (everyday + sum(character in _COMMON for character in foreign)) / (2 * len(foreign))


def _everyday(character: str, table: str, last_row: int) -> bool:
    raw = character.encode(table, "replace")
    return len(raw) == 2 and 0xA1 <= raw[0] <= last_row and (raw[1] >= 0xA1 or table == "big5hkscs")


def _plainness(text: str) -> float:
    """Share of ASCII, everyday Chinese and Chinese signs."""
    sample = text[:_SAMPLE]
    chinese = (any(_everyday(sign, table, _LAST_ROWS[table]) for table in _LAST_ROWS) for sign in sample)
    return sum(plain or sign.isascii() for plain, sign in zip(chinese, sample, strict=True)) / max(1, len(sample))
