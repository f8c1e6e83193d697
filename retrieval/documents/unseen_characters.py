"""Characters that draw nothing, and the messages that they can carry.

Which they are follows the Unicode property Default_Ignorable_Code_Point, the general category Cf, and the blanks
that are no white space (Hangul fillers, the empty Braille pattern).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import permutations

# Cf, but drawn: signs that span the Arabic, Syriac and Kaithi numbers after them (Prepended_Concatenation_Mark).
_DRAWN = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
_DRAWS_NOTHING = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
UNSEEN = re.compile(f"[{_DRAWS_NOTHING}]")
BLANKS = re.compile("[\u2800\u3164\uffa0]")

_TAGS = re.compile("[\U000e0000-\U000e007f]+")
# England, Scotland and Wales are the only flags spelt with tags that are recommended for general interchange.
_FLAGS = ("gbeng", "gbsct", "gbwls")
_SPELT_FLAGS = ("".join(chr(0xE0000 + ord(letter)) for letter in flag) for flag in _FLAGS)
_TAGGED_FLAG = re.compile(f"\U0001f3f4(?:{'|'.join(_SPELT_FLAGS)})\U000e007f")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_FEWEST_BYTES = 4  # a word; no habit of typing and no conversion leaves so many stray selectors in a line

_JOINERS = "\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff\u180e\u2800\u3164\uffa0\u115f\u1160"
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff]")
_SIGNS = re.compile(f"[{_JOINERS}]+")
# Conversions leave one or two joiners in a place; a byte spelt in two signs takes eight.
_FEWEST_SIGNS = 8


def messages(text: str) -> list[str]:
    """What invisible characters say, decoded where it can be; ordinary uses of them say nothing."""
    found = [_tagged(text), _selected(text), *(_spelt(run.group()) for run in _SIGNS.finditer(text))]
    scattered = _scattered(text)
    return [message for message in found if message] or ([scattered] if scattered else [])


def without_unseen(text: str) -> str:
    """The text with nothing invisible in it; blanks that only look like one become one."""
    return UNSEEN.sub("", BLANKS.sub(" ", text))


def _tagged(text: str) -> str:
    """Tag characters are ASCII moved out of sight."""
    codes = "".join(_TAGS.findall(_TAGGED_FLAG.sub("", text)))
    return "".join(chr(ord(code) - 0xE0000) for code in codes if "\U000e0020" <= code <= "\U000e007e").strip()


def _selected(text: str) -> str:
    """Variation selectors as bytes, 0 to 255; those that choose a form of the character before them are left out."""
    stray = ""
    for run in _SELECTORS.finditer(text):
        signs, before = run.group(), text[run.start() - 1] if run.start() else ""
        stray += "" if len(signs) == 1 and _takes(before, signs) else signs
    if len(stray) < _FEWEST_BYTES:
        return ""
    numbers = bytes(ord(sign) - 0xFE00 if sign < "\U000e0100" else ord(sign) - 0xE0100 + 16 for sign in stray)
    return _worded(numbers) or _counted(stray)


def _takes(base: str, selector: str) -> bool:
    """Whether a character has forms to choose between: signs, emoji and digits, Chinese characters, other scripts."""
    if selector in "\ufe0e\ufe0f" and base in "0123456789#*":
        return True
    return base != "" and not base.isascii() and unicodedata.category(base)[0] in "SPLM"


def _spelt(run: str) -> str:
    """A row of joiners: bits, where two of them make bytes of text, else their count."""
    if len(run) < _FEWEST_SIGNS:
        return ""
    common = [sign for sign, _ in Counter(run).most_common(3)]
    for zero, one in permutations(common, 2):
        for bits in (8, 7):
            word = _worded(_bytes("".join("01"[sign == one] for sign in run if sign in (zero, one)), bits))
            if word:
                return word
    return _counted(run) if len(common) > 1 or common[0] not in "\u2800\u3164\uffa0" else ""


def _scattered(text: str) -> str:
    """Many signs of two or more sorts, spread over words that need none of them."""
    found = _ZERO_WIDTH.finditer(text)
    signs = "".join(sign.group() for sign in found if not _joins(text, sign.start()))
    if len(signs) < 2 * _FEWEST_SIGNS or len(set(signs)) < 2:
        return ""
    return _spelt(signs)


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands beside a letter or sign that can need it: any but Latin, Greek, Cyrillic and Chinese."""
    beside = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return any(
        unicodedata.category(character)[0] in "LMS"
        and not unicodedata.name(character, "").startswith(("LATIN", "GREEK", "CYRILLIC", "CJK"))
        for character in beside
    )


def _bytes(bits: str, size: int) -> bytes:
    return bytes(int(bits[at : at + size], 2) for at in range(0, len(bits) - size + 1, size))


def _worded(content: bytes) -> str:
    """Bytes as text, where that is what they are."""
    if len(content) < _FEWEST_BYTES:
        return ""
    try:
        text = content.decode().strip("\x00 ")
    except UnicodeDecodeError:
        return ""
    return text if text and text.isprintable() and any(letter.isalnum() for letter in text) else ""


def _counted(signs: str) -> str:
    """Invisible characters made visible by their numbers."""
    return "  ".join(f"U+{ord(sign):04X} ×{count}" for sign, count in Counter(signs).most_common(8))
