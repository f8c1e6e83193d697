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

# The title that programs give a file: its name (of at most 255 bytes on all common systems), where it lay, what printed
# it; and the title of a bought template, which calls itself one.
_FILE_NAME = re.compile(
    r"[^\n]{1,255}\.(?:docx?|dotx?|odt|pages|rtf|pdf|html?|txt|md|tex|indd|ai|pptx?)", re.IGNORECASE
)
_NAMED = re.compile(r"\b(?:resumes?|résumés?|cv|curriculum|templates?)\b|简历|履历|模板|模版", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;:,。！？；：，、]")
_MOST_OF_TITLE = 15  # words, of which two Chinese characters make one
_LONGEST_WORD = 30  # characters; what is longer is a key, a hash or packed bytes


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
    if _AUTOMATIC.search(text) or _FILE_NAME.fullmatch(text.strip()):
        return False
    page = visible.lower()
    words = [word for word in _WORD.findall(_CHINESE.sub(" ", text.lower())) if 1 < len(word) <= _LONGEST_WORD]
    pairs, signs = _CHINESE_PAIR.findall(text), len(_CHINESE.findall(text))
    if len(words) < _FEWEST_WORDS and signs < _FEWEST_CHINESE:
        return False
    if len(words) + signs / 2 <= _MOST_OF_TITLE and _NAMED.search(text) and not _SENTENCE.search(text):
        return False
    on_page = set(_WORD.findall(_CHINESE.sub(" ", page))) | set(_CHINESE_PAIR.findall(page))
    absent = sum(unit not in on_page for unit in (*words, *pairs))
    return absent * 2 > len(words) + len(pairs)
