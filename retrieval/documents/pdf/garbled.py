"""Whether a page's text makes no sense: its fonts do not say, or say wrongly, which letters they draw."""

from __future__ import annotations

import re

_ENOUGH = 20  # characters of a kind, below which nothing is said
# A private sign by itself is a bullet or an icon.
_MEANINGLESS = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]{2,}|\ufffd+|\(cid:\d+\)")
_MOST_MEANINGLESS = 0.05
# Chinese in GBK or UTF-8 taken for Latin-1 is accented letters and signs throughout; in European languages at most
# one letter in four is.
_LATIN_1 = re.compile(r"[\u0080-\u00ff]")
_MOST_LATIN_1 = 0.4
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Common characters of simplified (GB 2312, level 1) and traditional Chinese (Big5, level 1) make up 95 % of real
# text and more; bytes taken for characters of another encoding spread over the rare ones.
_LEAST_COMMON = 0.7
# Two letters in five are vowels in all languages written in Latin letters; codes of glyphs taken for letters (they
# are shifted against each other in most fonts) leave half as many at most.
_LATIN = re.compile(r"[A-Za-z]")
_VOWEL = re.compile(r"[AEIOUYaeiouy]")
_ENOUGH_LATIN = 100
_LEAST_VOWELS = 0.2


def is_garbled(text: str) -> bool:
    """Whether so much of a text makes no sense that another reader is to be asked."""
    written = re.sub(r"\s+", "", text)
    if not written:
        return False
    return (
        sum(map(len, _MEANINGLESS.findall(written))) > _MOST_MEANINGLESS * len(written)
        or _mistaken_for_latin(written)
        or _mistaken_for_chinese(written)
        or _shifted(written)
    )


def _mistaken_for_latin(text: str) -> bool:
    accented = len(_LATIN_1.findall(text))
    return accented >= _ENOUGH and accented >= _MOST_LATIN_1 * len(text)


def _mistaken_for_chinese(text: str) -> bool:
    characters = _HAN.findall(text)
    common = max(sum(map(_in_gb_level_1, characters)), sum(map(_in_big5_level_1, characters)))
    return len(characters) >= _ENOUGH and common < _LEAST_COMMON * len(characters)


def _shifted(text: str) -> bool:
    letters = len(_LATIN.findall(text))
    return letters >= _ENOUGH_LATIN and len(_VOWEL.findall(text)) < _LEAST_VOWELS * letters


def _in_gb_level_1(character: str) -> bool:
    return b"\xb0\xa1" <= character.encode("gb2312", "ignore") <= b"\xd7\xf9"


def _in_big5_level_1(character: str) -> bool:
    return b"\xa4\x40" <= character.encode("big5", "ignore") <= b"\xc6\x7e"
