"""Why a person cannot see a text that the file holds, and what of a text is seen.

Every reader uses these words in `HiddenText.why`.
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.documents.shown_order import displayed
from retrieval.documents.suspicious import why_suspicious
from retrieval.documents.unseen_characters import BLANKS, UNSEEN, messages, without_unseen

INVISIBLE: Final = "invisible text"  # drawn without ink, or fully transparent
OFF_PAGE: Final = "outside the page"
TINY: Final = "too small to see"
NO_CONTRAST: Final = "same colour as its background"
COVERED: Final = "covered"  # something lies over it
CLIPPED: Final = "clipped"  # outside the part that is shown of it
SWITCHED_OFF: Final = "hidden text"  # Word's hidden font, a layer that is switched off, display:none
UNSEEN_CHARACTERS: Final = "invisible characters"  # tags, zero-width signs that carry a message
REORDERED: Final = "reordered characters"  # bidi controls: what is shown is not what is stored
NOT_PRINTED: Final = "not on the page"  # metadata, comments, alternative texts, deleted text, field codes

# Fewer are a title, a name, a label; from here on somebody has written something.
_FEWEST_WORDS = 8
_FEWEST_CHINESE = 16
_WORD = re.compile(r"[^\W_]+(?:['’.+#-][^\W_]+)*[+#]*")
_ROW = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CHINESE_PAIR = re.compile(r"(?=([\u3400-\u9fff]{2}))")
# What office programs write by themselves below a picture that nobody described.
_AUTOMATIC = re.compile(
    r"automatically generated|AI-generated content may be incorrect|自动生成|自動產生|AI\s*生成的内容可能不正确",
    re.IGNORECASE,
)


def seen(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text as a person sees it, and what was hidden in it: pairs of hidden text and reason."""
    if not UNSEEN.search(text) and not BLANKS.search(text):
        return text, []
    hidden = [(message, UNSEEN_CHARACTERS) for message in messages(text)]
    rows = [_seen_row(row) for row in _ROW.findall(text)]
    return "".join(row for row, _ in rows), hidden + [(stored, REORDERED) for _, stored in rows if stored]


def _seen_row(row: str) -> tuple[str, str]:
    """A line as shown; and as stored, where its words or numbers are in another order there."""
    shown, stored = without_unseen(displayed(row)), without_unseen(row)
    moved = [sign for sign in shown if sign.isalnum()] != [sign for sign in stored if sign.isalnum()]
    return shown, stored.strip() if moved else ""


def says_more(text: str, visible: str) -> bool:
    """Whether unprinted text is worth a report: it addresses an automated reader, or adds much to the page."""
    if why_suspicious(text):
        return True
    if _AUTOMATIC.search(text):
        return False
    page = visible.lower()
    words = [word for word in _WORD.findall(_CHINESE.sub(" ", text.lower())) if len(word) > 1]
    pairs = _CHINESE_PAIR.findall(text)
    if len(words) < _FEWEST_WORDS and len(_CHINESE.findall(text)) < _FEWEST_CHINESE:
        return False
    on_page = set(_WORD.findall(_CHINESE.sub(" ", page))) | set(_CHINESE_PAIR.findall(page))
    absent = sum(unit not in on_page for unit in (*words, *pairs))
    return absent * 2 > len(words) + len(pairs)
