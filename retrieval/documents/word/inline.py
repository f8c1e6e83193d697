"""What stands in one paragraph of a Word file: its text, and what is anchored in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from retrieval.documents.packages import Element, attribute, child, local, value
from retrieval.documents.word.fields import Fields, counts_pages, is_ordinary, link_of
from retrieval.documents.word.looks import Around, Looks
from retrieval.documents.word.styles import on

_SET_OFF = "  "
_UNDERSTOOD = ("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")
_DELETED = frozenset({"del", "moveFrom"})
_SILENT = frozenset(
    {"pPr", "rPr", "rubyPr", "rt", "tblPr", "sdtPr", "sdtEndPr", "ctrlPr", "fPr", "instrText", "delText"}
)
_SIGNS = {"tab": _SET_OFF, "ptab": _SET_OFF, "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol", "dingbats", "awesome", "icon")
# Boxes and ticks of Wingdings, which say what was chosen in a form; its other signs are ornaments.
_WINGDINGS = {
    0xFC: "✓",
    0xFE: "☑",
    0x52: "☑",
    0xFB: "✗",
    0xFD: "☒",
    0x54: "☒",
    0xA8: "☐",
    0x6F: "☐",
    0x71: "☐",
    0x72: "☐",
}
_OWN_PLACEHOLDER = re.compile(r"\s*(?:click|tap|choose|enter|单击|点击|單擊|按一下|选择|選擇)", re.IGNORECASE)
_BIDI = {("bdo", "rtl"): "\u202e", ("bdo", "ltr"): "\u202d", ("dir", "rtl"): "\u202b", ("dir", "ltr"): "\u202a"}
_END_OF_BIDI = "\u202c"
_TEXT_DRAWN = frozenset({"relIds", "chart", "textpath", "txBody"})


@dataclass(slots=True)
class Paragraph:
    """A paragraph's text, its text boxes and other drawn text, notes it refers to, addresses behind its words."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    drawn: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    numbers_page: bool = False


class Inline:
    """Reads the paragraphs of one part; what cannot be seen goes to `hide`, what is never printed to `leave_out`."""

    def __init__(
        self,
        looks: Looks,
        fields: Fields,
        links: dict[str, str],
        hide: Callable[[str, str], None],
        leave_out: Callable[[str], None],
    ) -> None:
        self._looks = looks
        self._fields = fields
        self._links = links
        self._hide = hide
        self._leave_out = leave_out

    def read(self, paragraph: Element, around: Around) -> Paragraph:
        """One paragraph; `around` is what surrounds its runs."""
        found = Paragraph()
        found.text = "".join(self._pieces(paragraph, paragraph, around, found))
        return found

    def _pieces(self, element: Element, paragraph: Element, around: Around, found: Paragraph) -> Iterator[str]:
        for inner in element:
            name = local(inner)
            if name == "r":
                yield self._run(inner, paragraph, around, found)
            elif name == "AlternateContent":
                yield from self._pieces(chosen(inner, self._leave_out), paragraph, around, found)
            elif name == "txbxContent":
                found.boxes.append(inner)
            elif name in _TEXT_DRAWN:
                found.drawn.append(inner)
            elif name in _DELETED:
                self._leave_out(
                    " ".join(inner.xpath("descendant::*[local-name()='delText' or local-name()='t']/text()"))
                )
            elif name == "f" and child(inner, "num") is not None:
                yield from self._fraction(inner, paragraph, around, found)
            elif name and name not in _SILENT:
                yield from self._other(inner, name, paragraph, around, found)

    def _other(self, inner: Element, name: str, paragraph: Element, around: Around, found: Paragraph) -> Iterator[str]:
        """Elements that wrap others or are a sign by themselves."""
        if name == "fldSimple" and counts_pages(attribute(inner, "instr") or ""):
            found.numbers_page = True
            return
        if name == "sdt" and is_placeholder(inner):
            return
        if name in {"docPr", "cNvPr"}:
            self._leave_out(" ".join(filter(None, (attribute(inner, key) for key in ("title", "descr")))))
        if name == "hyperlink":
            self._linked(self._links.get(attribute(inner, "id") or ""), found)
        mark = _BIDI.get((name, attribute(inner, "val") or "ltr"), "")
        yield mark
        yield from self._pieces(inner, paragraph, around, found)
        yield _END_OF_BIDI if mark else ""

    def _fraction(self, inner: Element, paragraph: Element, around: Around, found: Paragraph) -> Iterator[str]:
        for part, sign in (("num", "/"), ("den", "")):
            below = child(inner, part)
            if below is not None:
                yield from self._pieces(below, paragraph, around, found)
            yield sign

    def _run(self, run: Element, paragraph: Element, around: Around, found: Paragraph) -> str:
        text = "".join(self._in_run(run, paragraph, around, found))
        if not any(sign.isalnum() for sign in text):
            return text
        why = self._looks.why_hidden(run, paragraph, around, text)
        if why is None:
            return text
        self._hide(text.strip(), why)
        return ""

    def _in_run(self, run: Element, paragraph: Element, around: Around, found: Paragraph) -> Iterator[str]:
        for inner in run:
            name = local(inner)
            if name == "fldChar":
                self._field(inner, found)
            elif name == "instrText":
                self._fields.write(inner.text or "")
            elif self._fields.in_code:
                self._fields.write(" ".join(inner.itertext()))
            elif self._fields.counts_pages:
                found.numbers_page = True
            elif name in {"footnoteReference", "endnoteReference"}:
                found.notes.append((name.removesuffix("Reference"), attribute(inner, "id") or ""))
            else:
                sign = _sign(inner, name)
                yield from self._pieces((inner,), paragraph, around, found) if sign is None else (sign,)

    def _field(self, mark: Element, found: Paragraph) -> None:
        code = self._fields.mark(attribute(mark, "fldCharType"))
        if code is None:
            return
        self._linked(link_of(code), found)
        if not is_ordinary(code):
            self._leave_out(code)

    def _linked(self, address: str | None, found: Paragraph) -> None:
        if address is not None and address not in found.addresses:
            found.addresses.append(address)


def chosen(element: Element, leave_out: Callable[[str], None]) -> Element:
    """The branch of alternative content that Word shows: the first that it understands, else the fallback."""
    branches = [each for each in element if local(each) in {"Choice", "Fallback"}]
    shown = next((each for each in branches if local(each) == "Fallback" or _understood(each)), None)
    for branch in branches:
        if branch is not shown:
            leave_out("".join(branch.xpath("descendant::*[local-name()='t']/text()")))
    return shown if shown is not None else ()


def is_placeholder(control: Element) -> bool:
    """Whether a content control asks to be filled in; one that a program filled without saying so is content."""
    properties = child(control, "sdtPr", "showingPlcHdr")
    if properties is None or not on(value(control, "sdtPr", "showingPlcHdr")):
        return False
    content = child(control, "sdtContent")
    return content is not None and _OWN_PLACEHOLDER.match("".join(content.itertext())) is not None


def _understood(branch: Element) -> bool:
    needs = (attribute(branch, "Requires") or "").split()
    return all((branch.nsmap.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in needs)


def _sign(element: Element, name: str) -> str | None:
    """What a run's own element shows; None where it holds others."""
    if name == "t":
        return element.text or ""
    return _symbol(element) if name == "sym" else _SIGNS.get(name)


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    font = (attribute(element, "font") or "").lower()
    if any(name in font for name in _SYMBOL_FONTS):
        return _WINGDINGS.get(code & 0xFF, "•") if "wingdings" in font else "•"
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    return chr(code) if code < 0x11_0000 and chr(code).isprintable() else ""
