"""Reading HTML: the visible text in order; nothing is loaded, run or resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from records.errors import CorruptFile, EmptyFile, UnsupportedFile
from records.resume import HiddenText
from retrieval.documents import unseen
from retrieval.documents.formats.blocks import Lines, across
from retrieval.documents.formats.css import Declarations, StyleSheets
from retrieval.documents.formats.looks import Look, look_of
from retrieval.documents.formats.markup import page_text
from retrieval.documents.found import Found, FoundLine
from retrieval.documents.packages import Element

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "tfoot thead tr ul optgroup option"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = frozenset({"td", "th"})
_CODE = frozenset({"script", "style", "iframe", "object", "embed", "applet", "noembed", "noframes", "svg", "math"})
_UNSHOWN = frozenset({"title", "template", "noscript", "datalist", "audio", "video", "canvas", "head", "rp", "del"})
_TYPED = frozenset({"", "text", "email", "tel", "url", "search", "number", "date", "month"})
_SIDE_BY_SIDE = frozenset({"inline-block", "table-cell", "inline-flex", "inline-table"})
_UNPRINTED_ATTRIBUTES = ("alt", "title", "aria-label", "aria-description", "content")
_GIVEN_UP = "ERR_RESOURCE_LIMIT"
_MARKUP = re.compile(r"<[^>]*>")
_CONDITIONAL = re.compile(r"\s*\[(?:if|endif)", re.IGNORECASE)


def read_html(content: bytes, file: str) -> Found:
    """The lines of an HTML file; raises UnsupportedFile where it is no text, EmptyFile where it shows none."""
    text = page_text(content)
    if text is None:
        raise UnsupportedFile(file=file, kind="HTML")
    return read_page(text, file)


def read_page(text: str, file: str, sheets: Sequence[str] = (), pictures: bool = False) -> Found:
    """The lines of a page, with the sheets that came along with it; `pictures` where those came too."""
    root = _parsed(text, file)
    own = [str(style.text or "") for style in root.iter("style")]
    walk = _Walk(StyleSheets([*sheets, *own]), pictures)
    walk.through(root)
    hidden = [HiddenText(1, words, why) for words, why in walk.hidden]
    visible = "\n".join(walk.lines)
    hidden += [
        HiddenText(1, words, unseen.NOT_PRINTED)
        for words in dict.fromkeys(walk.unprinted)
        if unseen.says_more(words, visible)
    ]
    if not walk.lines and not hidden:
        raise EmptyFile(file=file)
    return Found("html", 1, tuple(FoundLine(1, line) for line in walk.lines), tuple(hidden))


def _parsed(text: str, file: str) -> Element:
    """The tree of a page; raises CorruptFile where it is so deep (2,048) that the parser gives up on the rest of it."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, recover=True)
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise CorruptFile(file=file) from broken
    if any(entry.type_name == _GIVEN_UP for entry in parser.error_log):
        raise CorruptFile(file=file)
    if root is None:
        raise EmptyFile(file=file)
    return root


@dataclass(slots=True)
class _Open:
    """An element that is being walked through."""

    look: Look
    block: bool = False
    skipped: bool = False
    kept: bool = False
    apart: bool = False


class _Walk:
    """Collects lines; what is hidden goes to `hidden` with its reason, what is never drawn to `unprinted`."""

    def __init__(self, sheets: StyleSheets, pictures: bool) -> None:
        self._sheets = sheets
        self._pictures = pictures
        self._open = [_Open(Look())]
        self._pages = [Lines()]
        self._rows: list[list[list[str]]] = []
        self.hidden: list[tuple[str, str]] = []
        self.unprinted: list[str] = []

    @property
    def lines(self) -> list[str]:
        return self._pages[0].finished

    def through(self, root: Element) -> None:
        """Walk through a tree."""
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._start(element)
                self._text(element.text)
            elif event == "end":
                self._end(element)
                self._text(element.tail)
            else:
                self._comment(event, element)
                self._text(element.tail)
        while len(self._pages) > 1:
            self._close_cell()
        self._pages[0].end()

    def _start(self, element: Element) -> None:
        around, tag = self._open[-1], element.tag
        declared = self._sheets.declared(element)
        look = look_of(element, around.look, declared, self._pictures)
        opened = _Open(look, _is_block(tag, declared), around.skipped or tag in _CODE, around.kept or tag == "pre")
        opened.apart = declared.get("display") in _SIDE_BY_SIDE
        self._open.append(opened)
        if tag == "option" and _is_unchosen(element):
            opened.skipped = True
        elif tag == "head" or (tag in _UNSHOWN and not around.skipped):
            self._leave_unprinted(element)
            opened.skipped = True
        if opened.skipped:
            return
        self._unprinted_attributes(element)
        self._place(element, opened)

    def _place(self, element: Element, opened: _Open) -> None:
        """What an element does to the lines before its text."""
        tag, page = element.tag, self._pages[-1]
        if tag == "br":
            page.end()
        elif tag == "li":
            page.bullet() if opened.look.listed else page.end()
        elif tag == "tr":
            page.end()
            self._rows.append([])
        elif tag in _CELLS:
            self._pages.append(Lines())
        elif opened.block:
            page.end()
        elif opened.apart:
            page.set_off()
        elif tag == "input" and (element.get("type") or "").lower() in _TYPED:
            self._text(element.get("value"))

    def _end(self, element: Element) -> None:
        opened = self._open.pop()
        if opened.skipped:
            return
        if element.tag in _CELLS:
            self._close_cell()
        elif element.tag == "tr":
            self._pages[-1].end()
            self._pages[-1].add(across(self._rows.pop()))
        elif opened.block:
            self._pages[-1].end()
        elif opened.apart:
            self._pages[-1].set_off()

    def _close_cell(self) -> None:
        cell = self._pages.pop()
        cell.end()
        if self._rows:
            self._rows[-1].append(cell.finished)
        else:
            self._pages[-1].add(cell.finished)

    def _text(self, text: str | None) -> None:
        opened = self._open[-1]
        if not text or opened.skipped:
            return
        why = opened.look.why_hidden() if text.strip() else None
        if why is not None:
            self._hide(" ".join(text.split()), why)
        elif opened.kept:
            self._pages[-1].keep(text)
        else:
            self._pages[-1].flow(text)

    def _hide(self, text: str, why: str) -> None:
        if self.hidden and self.hidden[-1][1] == why:
            text = f"{self.hidden.pop()[0]} {text}"
        self.hidden.append((text, why))

    def _leave_unprinted(self, element: Element) -> None:
        """Title, description, and everything that a browser does not draw."""
        if element.tag == "head":
            self.unprinted += [str(meta.get("content")) for meta in element.iter("meta") if meta.get("content")]
            self.unprinted += ["".join(title.itertext()) for title in element.iter("title")]
        else:
            self.unprinted.append(" ".join(" ".join(element.itertext()).split()))

    def _unprinted_attributes(self, element: Element) -> None:
        for name in _UNPRINTED_ATTRIBUTES:
            if text := element.get(name):
                self.unprinted.append(str(text))
        if element.tag == "input" and (element.get("type") or "").lower() == "hidden" and element.get("value"):
            self.unprinted.append(str(element.get("value")))

    def _comment(self, event: str, element: Element) -> None:
        """A comment without its tags; Office's own settings stand in conditional ones and are no words of a person."""
        text = str(element.text or "")
        if event == "comment" and not _CONDITIONAL.match(text):
            self.unprinted.append(" ".join(_MARKUP.sub(" ", text).split()))


def _is_unchosen(option: Element) -> bool:
    """Whether a list of choices shows another one: the one marked as chosen, or else the first."""
    choices = list(option.getparent().iter("option"))
    shown = next((each for each in choices if each.get("selected") is not None), choices[0])
    return shown is not option


def _is_block(tag: str, declared: Declarations) -> bool:
    shown = declared.get("display", "")
    if shown in {"block", "flex", "grid", "table", "list-item", "table-row", "flow-root"}:
        return True
    return tag in _BLOCKS and not shown.startswith("inline") and shown not in {"table-cell", "contents"}
