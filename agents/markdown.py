"""Words of a resume inside Markdown, shown as they are."""

from __future__ import annotations

import re
from typing import Final

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~$!])")
_AT_START: Final = re.compile(r"^(\s*)(?:([-+])|(\d+)([.)]))(?=\s)")


def escaped(text: str) -> str:
    """The text on one line, with every character that Markdown would interpret made plain."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", line)
