"""Short readable keys made from titles, such as `senior-java-engineer` or `高级java工程师`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import chain, count

from records.language import HAN

LONGEST = 48
NAMELESS = "posting"

# Chinese characters stay: whoever writes a posting in Chinese can type its title, and a spelling in Latin letters
# (gaoji-gongchengshi) or a hash would be readable to nobody. Nothing in a key needs quoting in a shell, and no key
# starts with a hyphen or holds a dot or a slash, so none is taken for an option or a file.
_LETTERS = "a-z0-9" + HAN.pattern.strip("[]")
PATTERN = re.compile(f"[{_LETTERS}]+(-[{_LETTERS}]+)*")
_WORD = re.compile(f"[{_LETTERS}]+")
# Names that would shrink to one letter and become each other.
_SPELLED = {"c++": "cpp", "c#": "csharp", "f#": "fsharp"}


def slug(title: str, taken: Container[str] = ()) -> str:
    """A key for a title: its letters in lower case joined by hyphens, numbered from 2 where it is taken."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", title).casefold() if not unicodedata.combining(c))
    for sign, spelling in _SPELLED.items():
        plain = plain.replace(sign, spelling)
    key = _shortened("-".join(_WORD.findall(plain))) or NAMELESS
    numbered = (f"{key}-{number}" for number in count(2))
    return next(free for free in chain([key], numbered) if free not in taken)


def _shortened(key: str) -> str:
    if len(key) <= LONGEST:
        return key
    words, _, _ = key[: LONGEST + 1].rpartition("-")
    return words or key[:LONGEST]
