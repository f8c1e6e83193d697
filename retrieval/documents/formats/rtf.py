"""Reading RTF, with what it hides.

An own reader: those in the package index drop the marks of hidden, white and deleted text, and so print it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from records.errors import EmptyFile
from records.resume import HiddenText
from retrieval.documents import unseen
from retrieval.documents.colours import WHITE, alike
from retrieval.documents.formats.rtf_page import Page
from retrieval.documents.formats.rtf_tables import Tables
from retrieval.documents.formats.rtf_tokens import Token, from_bytes, tokens
from retrieval.documents.found import Found, FoundLine

_TINY = 4  # half points
_PLAIN_SIZE = 24
_SIGNS = {"tab": "  ", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“"}
_SIGNS |= {"rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "nestcell": "  "}
_ENDS = frozenset({"par", "line", "sect", "page", "column", "nestrow", "softline"})
_UNPRINTED = frozenset({"title", "subject", "keywords", "doccomm", "category", "fldinst", "annotation"})
_SHOWN = frozenset({"shpinst", "ud", "shptxt", "result"})
_PAGES = {
    "header": "head", "headerl": "head", "headerr": "head", "headerf": "head",
    "footer": "feet", "footerl": "feet", "footerr": "feet", "footerf": "feet", "footnote": "notes",
}  # fmt: skip
_SKIPPED_NAMES = (
    "fonttbl colortbl stylesheet listtable filetbl info pict macpict objdata sn sv xe tc rxe nonshppict shprslt "
    "private ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables pntxta pntxtb upr mmathPict author operator "
    "company"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a pair of braces; `goal` is `text`, `skipped`, or why the text is not printed."""

    page: Page
    goal: str = "text"
    starred: bool = False
    vanished: bool = False
    deleted: bool = False
    size: int = _PLAIN_SIZE
    asian: bool = False
    asian_size: int | None = None
    ink: int = 0
    ground: int = 0
    paragraph_ground: int = 0
    font: int | None = None
    fallback: int = 1


def read_rtf(content: bytes, file: str) -> Found:
    """Headers, body, notes, footers; raises EmptyFile."""
    source = content.decode("latin-1")
    reading = _Reading(Tables(source))
    for token in tokens(source):
        reading.take(token)
    lines, hidden = reading.finished()
    if not lines and not hidden:
        raise EmptyFile(file=file)
    return Found("rtf", 1, tuple(FoundLine(1, line) for line in lines), tuple(hidden))


class _Reading:
    """Takes the tokens in order and puts their text where it belongs."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._pages = {"head": Page(), "body": Page(), "notes": Page(), "feet": Page()}
        self._state = _State(self._pages["body"])
        self._outer: list[_State] = []
        self._bytes = bytearray()
        self._high = ""
        self._to_skip = 0
        self._hidden: list[tuple[str, str]] = []
        self._unprinted: list[tuple[str, str]] = []

    def take(self, token: Token) -> None:
        """One token."""
        if token.kind in {"byte", "text"}:
            self._take_bytes(token.text)
            return
        self._flush()
        if token.kind == "word":
            self._take_word(token.text, token.number)
        elif token.kind == "sign":
            self._take_sign(token.text)
        else:
            self._to_skip = 0
            self._brace(token.kind == "open")

    def finished(self) -> tuple[list[str], list[HiddenText]]:
        """All lines in order, and what is hidden."""
        self._flush()
        lines: list[str] = []
        for name, page in self._pages.items():
            lines += page.lines() if name == "body" else list(dict.fromkeys(page.lines()))
        visible = "\n".join(lines)
        hidden = [HiddenText(1, text.strip(), why) for why, text in self._hidden if text.strip()]
        more = [text.strip() for _, text in self._unprinted if unseen.says_more(text, visible)]
        return lines, hidden + [HiddenText(1, text, unseen.NOT_PRINTED) for text in dict.fromkeys(more)]

    def _brace(self, opens: bool) -> None:
        if opens:
            self._outer.append(self._state)
            return
        if not self._outer:
            return
        closed, self._state = self._state, self._outer.pop()
        if closed.goal == "box" and self._state.goal != "box":
            self._state.page.anchor(closed.page)

    def _take_bytes(self, text: str) -> None:
        """Bytes of text, less those that stand for a character already given by its number."""
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        if self._state.goal != "skipped":
            self._bytes += text[skipped:].encode("latin-1")

    def _flush(self) -> None:
        if self._bytes:
            content, self._bytes = bytes(self._bytes), bytearray()
            self._put(from_bytes(content, self._tables.encoding(self._state.font)))

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._change(starred=True)
        elif sign in "\r\n":
            self._state.page.end()
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in "\\{}":
            self._put(sign)
        elif sign in "~_":
            self._put({"~": " ", "_": "-"}[sign])

    def _take_word(self, word: str, number: int | None) -> None:
        if self._state.starred or word in _SKIPPED or word in _PAGES or word in _UNPRINTED or word in _SHOWN:
            self._open(word)
        elif word == "u" and number is not None:
            self._to_skip = self._state.fallback
            self._take_unit(number & 0xFFFF)
        elif self._state.goal == "skipped":
            return
        elif word in _SIGNS and self._to_skip:
            self._to_skip -= 1
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        elif word in _ENDS:
            self._state.page.end()
        elif word in _ROWS:
            self._take_row(word, number or 0)
        else:
            self._format(word, number)

    def _open(self, word: str) -> None:
        """What a group is for: a page of its own, unprinted text, or nothing that is read."""
        around = self._outer[-1].goal if self._outer else "text"
        self._change(starred=False)
        if word in _SHOWN:
            self._show(word)
        elif word in _UNPRINTED:
            self._change(goal=f"unprinted {len(self._unprinted)}")
        elif around == "skipped" or word not in _PAGES:
            self._change(goal="skipped")
        else:
            self._change(page=self._pages[_PAGES[word]])
            self._state.page.end()

    def _show(self, word: str) -> None:
        """Groups that are read though they are marked as new or stand in one that is not read."""
        if word == "shptxt":
            self._change(goal="box", page=Page())
        elif word == "ud":
            self._change(goal="text")

    def _take_unit(self, unit: int) -> None:
        """One UTF-16 unit; the first half of a pair waits for the second."""
        if 0xD800 <= unit < 0xDC00:
            self._high = chr(unit)
        elif 0xDC00 <= unit < 0xE000:
            pair, self._high = self._high + chr(unit), ""
            self._put(pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        else:
            self._high = ""
            self._put(chr(unit))

    def _take_row(self, word: str, number: int) -> None:
        page = self._state.page
        if word == "trowd":
            page.define_row()
        elif word == "clcbpat":
            page.shade_next_cell(number)
        elif word == "cellx":
            page.define_cell()
        elif word == "cell":
            page.end_cell()
        else:
            page.end_row()

    def _format(self, word: str, number: int | None) -> None:
        switched_on, count = number != 0, number or 0
        if word == "plain":
            self._change(vanished=False, deleted=False, size=_PLAIN_SIZE, asian_size=None, ink=0, ground=0, font=None)
        elif word == "pard":
            self._change(paragraph_ground=0)
        elif word in {"v", "deleted"}:
            self._change(**{"vanished" if word == "v" else "deleted": switched_on})
        elif word in _SCRIPTS:
            self._change(asian=word == "dbch")
        elif word == "afs" and self._state.asian:
            self._change(asian_size=count)
        elif word in _FORMATS:
            self._change(**{_FORMATS[word]: count})

    def _change(self, **what: object) -> None:
        if all(getattr(self._state, name) == value for name, value in what.items()):
            return
        self._state = replace(self._state, **what)  # type: ignore[arg-type]

    def _put(self, text: str) -> None:
        """Text goes to its page, or to what is hidden, or to what is not printed."""
        state = self._state
        if state.goal.startswith("unprinted") or (state.deleted and state.goal != "skipped"):
            _append(self._unprinted, state.goal, text)
        elif state.goal != "skipped":
            why = self._why_hidden(text) if text.strip() else None
            if why is None:
                state.page.add(text)
            else:
                _append(self._hidden, why, text)

    def _why_hidden(self, text: str) -> str | None:
        state = self._state
        if state.vanished:
            return unseen.SWITCHED_OFF
        asian = state.asian_size is not None and _ASIAN.search(text) is not None
        if 0 < (state.asian_size if asian and state.asian_size is not None else state.size) <= _TINY:
            return unseen.TINY
        ink = self._tables.colour(state.ink)
        ground = self._tables.colour(state.ground or state.paragraph_ground or state.page.cell_ground()) or WHITE
        return unseen.NO_CONTRAST if ink is not None and alike(ink, ground) else None


_ROWS = frozenset({"trowd", "clcbpat", "cellx", "cell", "row"})
_FORMATS = {"fs": "size", "cf": "ink", "cb": "ground", "chcbpat": "ground", "highlight": "ground", "f": "font"}
# LibreOffice gives the size of Chinese text as that of the associated font, after `dbch`; elsewhere that size is
# the one of Arabic and Hebrew.
_SCRIPTS = frozenset({"loch", "hich", "dbch", "rtlch", "ltrch"})
_ASIAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_FORMATS |= {"cbpat": "paragraph_ground", "uc": "fallback"}


def _append(kept: list[tuple[str, str]], key: str, text: str) -> None:
    """Text joined to the last that was kept, where both belong together."""
    if kept and kept[-1][0] == key:
        text = kept.pop()[1] + text
    kept.append((key, text))
