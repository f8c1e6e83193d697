"""Reading ODT (OpenDocument text): headers, body with tables and frames, notes, footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from records.errors import CorruptFile, EmptyFile, EncryptedFile, NoTextFound
from records.resume import HiddenText
from retrieval.documents import unseen
from retrieval.documents.formats.blocks import BULLET, SET_OFF, across
from retrieval.documents.formats.odt_styles import Appearance, OdtStyles
from retrieval.documents.found import Found, FoundLine
from retrieval.documents.packages import Element, Package, attribute, child, local

_TEXT_PARTS = frozenset({"p", "h"})
_BOXES = frozenset({"text-box", "custom-shape", "rect", "ellipse", "polygon", "path", "caption"})
_UNPRINTED = frozenset({"annotation", "tracked-changes", "title", "desc"})
_NOT_SHOWN = frozenset(
    {"forms", "sequence-decls", "variable-decls", "user-field-decls", "ruby-text", "index-title-template"}
)
_SIGNS = {"tab": SET_OFF, "line-break": "\n", "soft-hyphen": "", "non-breaking-hyphen": "-"}
_ABOUT = ("{*}title", "{*}subject", "{*}description", "{*}user-defined")
_MOST_BLANKS = 20  # of one element that stands for several
_FAMILIES = {"p": "paragraph", "h": "paragraph", "span": "text", "a": "text", "table-cell": "table-cell"}
_FAMILIES |= {"section": "section", "frame": "graphic", **dict.fromkeys(_BOXES - {"text-box"}, "graphic")}


def read_odt(content: bytes, file: str) -> Found:
    """The lines of an ODT, all on page 1; raises EncryptedFile, CorruptFile, EmptyFile, NoTextFound."""
    package = Package(content, file)
    manifest = package.part("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise EncryptedFile(file=file)
    root, styles = package.part("content.xml"), package.part("styles.xml")
    body = child(root, "body", "text") if root is not None else None
    if body is None:
        raise CorruptFile(file=file)
    walk = _Walk(OdtStyles(styles, root))
    # Headers of the first and the other pages often say the same, and so do footers: what is said twice stays once.
    heads = dict.fromkeys(line for part in _page_parts(styles, "header") for line in walk.lines(part))
    text = [*walk.lines(body), *walk.notes]
    feet = dict.fromkeys(line for part in _page_parts(styles, "footer") for line in walk.lines(part))
    lines = [*heads, *text, *feet]
    hidden = [*walk.hidden_texts(), *_unprinted([*walk.unprinted, *_about(package)], lines)]
    if not lines and not hidden:
        # Its pictures are not recognised: a file of scans is said to be none that is read, not to be empty.
        raise NoTextFound(file=file) if next(body.iter("{*}image"), None) is not None else EmptyFile(file=file)
    return Found("odt", 1, tuple(FoundLine(1, line) for line in lines), tuple(hidden))


def _page_parts(styles: Element | None, kind: str) -> Iterator[Element]:
    """The headers or footers that are switched on."""
    for master in styles.iter("{*}master-page") if styles is not None else ():
        for part in master:
            if local(part).startswith(kind) and attribute(part, "display") != "false":
                yield part


def _about(package: Package) -> Iterator[str]:
    """Title, subject, keywords and remarks of the file."""
    meta = package.part("meta.xml")
    if meta is not None:
        yield from ("".join(element.itertext()) for element in meta.iter(*_ABOUT))
        yield " ".join("".join(element.itertext()) for element in meta.iter("{*}keyword"))


def _unprinted(texts: list[str], lines: list[str]) -> list[HiddenText]:
    visible = "\n".join(lines)
    kept = dict.fromkeys(text.strip() for text in texts if unseen.says_more(text, visible))
    return [HiddenText(1, text, unseen.NOT_PRINTED) for text in kept]


class _Walk:
    """Collects lines; what is hidden goes to `hidden` with its reason, what is never drawn to `unprinted`."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self.notes: list[str] = []
        self.unprinted: list[str] = []
        self._hidden: list[tuple[str, str]] = []

    def hidden_texts(self) -> list[HiddenText]:
        """What a person cannot see, with the reasons."""
        return [HiddenText(1, text, why) for text, why in self._hidden]

    def lines(self, element: Element, around: Appearance | None = None) -> Iterator[str]:
        """The lines of everything inside an element."""
        around = around if around is not None else self._styles.start()
        for inner in element:
            name = local(inner)
            if name in _TEXT_PARTS:
                yield from self._paragraph(inner, around)
            elif name == "list":
                yield from self._list(inner, around)
            elif name == "table":
                yield from self._table(inner, around)
            elif name in _UNPRINTED:
                self._leave_unprinted(inner)
            elif name and name not in _NOT_SHOWN:
                yield from self.lines(inner, self._look(inner, around))

    def _look(self, element: Element, around: Appearance) -> Appearance:
        """How text inside an element looks, which may be switched off as a whole."""
        name = local(element)
        hidden = attribute(element, "is-hidden") == "true" or attribute(element, "visibility") in {"collapse", "filter"}
        if name in {"section", "hidden-paragraph"}:
            hidden = hidden or attribute(element, "display") == "none"
        look = self._styles.inside(_FAMILIES.get(name, ""), attribute(element, "style-name"), around)
        return replace(look, why=unseen.SWITCHED_OFF) if hidden and look.why is None else look

    def _paragraph(self, paragraph: Element, around: Appearance) -> Iterator[str]:
        """A paragraph's own lines, then those of the frames anchored in it."""
        boxes: list[tuple[Element, Appearance]] = []
        look = self._look(paragraph, around)
        switch = next(paragraph.iter("{*}hidden-paragraph"), None)
        if switch is not None and attribute(switch, "is-hidden") != "false":
            look = replace(look, why=look.why or unseen.SWITCHED_OFF)
        yield from (line for line in "".join(self._inline(paragraph, look, boxes)).split("\n") if line.strip())
        for box, inside in boxes:
            yield from self.lines(box, inside)

    def _inline(self, element: Element, look: Appearance, boxes: list[tuple[Element, Appearance]]) -> Iterator[str]:
        yield from self._shown(element.text, look)
        for inner in element:
            name = local(inner)
            if name in _SIGNS:
                yield _SIGNS[name]
            elif name == "s":
                count = attribute(inner, "c") or "1"
                yield " " * (min(int(count), _MOST_BLANKS) if count.isdecimal() else 1)
            elif name == "note":
                self.notes += [line for body in inner.iter("{*}note-body") for line in self.lines(body, look)]
            elif name in _UNPRINTED:
                self._leave_unprinted(inner)
            elif name == "hidden-text":
                self._hide(attribute(inner, "string-value") or "".join(inner.itertext()), unseen.SWITCHED_OFF)
            elif name in _BOXES:
                boxes.append((inner, self._look(inner, look)))
            elif name and name not in _NOT_SHOWN:
                yield from self._inline(inner, self._look(inner, look), boxes)
            yield from self._shown(inner.tail, look)

    def _shown(self, text: str | None, look: Appearance) -> Iterator[str]:
        """Text as it flows; line ends in the file are blanks."""
        if not text:
            return
        why = look.why_hidden() if text.strip() else None
        if why is None:
            yield text.replace("\n", " ")
        else:
            self._hide(text, why)

    def _hide(self, text: str, why: str) -> None:
        if text.strip():
            joined = self._hidden and self._hidden[-1][1] == why
            self._hidden.append((f"{self._hidden.pop()[0]} {text.strip()}" if joined else text.strip(), why))

    def _leave_unprinted(self, element: Element) -> None:
        self.unprinted.append(" ".join(" ".join(element.itertext()).split()))

    def _list(self, element: Element, around: Appearance) -> Iterator[str]:
        """Every entry's first line carries a bullet; lists inside lists their own."""
        for entry in element:
            bullet = BULLET if local(entry) == "list-item" else ""
            for inner in entry:
                part = [inner] if local(inner) in _TEXT_PARTS else ()
                for line in (line for each in part for line in self._paragraph(each, around)):
                    yield f"{bullet}{line.strip()}"
                    bullet = ""
                if local(inner) == "list":
                    yield from self._list(inner, around)

    def _table(self, table: Element, around: Appearance) -> Iterator[str]:
        for row in _inside(table, "table-row"):
            look = self._look(row, around)
            cells = [list(self.lines(cell, self._look(cell, look))) for cell in _inside(row, "table-cell")]
            yield from across(cells)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through groups of them."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _inside(inner, name)
