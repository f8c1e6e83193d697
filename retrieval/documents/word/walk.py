"""The walk through one part of a Word file, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from records.resume import HiddenText
from retrieval.documents.packages import Element, attribute, child, local, number, value
from retrieval.documents.unseen import CLIPPED, COVERED, OFF_PAGE, SWITCHED_OFF
from retrieval.documents.word.boxes import Drawing, why_unseen
from retrieval.documents.word.colours import shading
from retrieval.documents.word.fields import Fields
from retrieval.documents.word.grounds import Grounds, under
from retrieval.documents.word.inline import Inline, Paragraph, chosen, is_placeholder
from retrieval.documents.word.looks import Around, Looks
from retrieval.documents.word.numbering import Numbering
from retrieval.documents.word.reading_order import in_reading_order
from retrieval.documents.word.rooms import Room, cell_room, covered_paragraph, overlying, paragraph_height
from retrieval.documents.word.styles import CellPlace, on
from retrieval.documents.word.tables import columns_of, inside, is_off_page, row_lines

_UNREAD = frozenset({"pPr", "tblPr", "tblGrid", "sectPr", "sdtPr", "sdtEndPr", "del", "moveFrom"})
_ADDRESS = re.compile(r"(?:mailto:|tel:|https?://)[^\s?#]{3,80}", re.IGNORECASE)
# What a header or footer says around a page number.
_PAGE_WORDS = re.compile(r"(?:page|seite|of|von|第|页|頁|共|[\W\d_])*", re.IGNORECASE)


@dataclass(slots=True)
class Unseen:
    """What the walk left out: hidden text with its reason, and text that is never printed."""

    hidden: list[tuple[str, str]] = field(default_factory=list)
    unprinted: list[str] = field(default_factory=list)

    def hide(self, text: str, why: str) -> None:
        """Keep hidden text; what follows hidden text of the same kind belongs to it."""
        if self.hidden and self.hidden[-1][1] == why:
            text = f"{self.hidden.pop()[0]} {text}"
        self.hidden.append((text, why))

    def leave_out(self, text: str) -> None:
        """Keep text that is never printed."""
        if text.strip():
            self.unprinted.append(" ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Part:
    """One part to be walked: its drawings, addresses by link, notes by (kind, id).

    By link too: the texts of related parts, and the lines of files that are taken in, with what is hidden in them.
    """

    root: Element
    links: dict[str, str]
    drawings: list[Drawing]
    notes: dict[tuple[str, str], Element]
    grounds: Grounds
    related_text: Callable[[str], list[str]]
    taken_in: Callable[[str], tuple[list[str], tuple[HiddenText, ...]]]
    under: frozenset[Element] = frozenset()  # paragraphs below something that lies over the whole page
    repeats: bool = False  # a header or footer


class Walk:
    """Reads one part; numbering and what is unseen are shared by the parts of a file."""

    def __init__(self, part: Part, looks: Looks, numbering: Numbering, unseen: Unseen) -> None:
        self._part = part
        self._looks = looks
        self._numbering = numbering
        self._inline = Inline(looks, Fields(part.root), part.links, unseen.hide, unseen.leave_out)
        self._unseen = unseen
        self._over = overlying(part.drawings)
        # A box that hands its text on to another is as high as both.
        self._flows = any(local(each) == "linkedTxbx" for each in part.root.iter())
        self.referred: set[tuple[str, str]] = set()

    def lines(self, element: Element, around: Around, room: Room | None = None) -> Iterator[str]:
        """The lines of everything inside an element; `room` is the height in which they can be seen."""
        for inner in element:
            name = local(inner)
            if name == "p":
                yield from self._paragraph(inner, around, room)
            elif name == "tbl":
                yield from self._table(inner, around)
            elif name == "AlternateContent":
                yield from self.lines(chosen(inner, self._unseen.leave_out), around, room)
            elif name == "altChunk":
                yield from self._taken_in(inner, around)
            elif name and name not in _UNREAD and not (name == "sdt" and is_placeholder(inner)):
                yield from self.lines(inner, around, room)

    def _paragraph(self, paragraph: Element, around: Around, room: Room | None) -> Iterator[str]:
        """A paragraph's own lines, then its notes and the text boxes anchored in it."""
        around = replace(around, behind=around.behind or self._part.grounds.at(paragraph))
        here = self._looks.paragraph(paragraph, around)
        height = paragraph_height(paragraph, self._looks, here)
        if room is not None and not room.shows(height):
            here = replace(here, why=here.why or CLIPPED)
        if paragraph in self._part.under or covered_paragraph(paragraph, self._over, self._looks, here):
            here = replace(here, why=here.why or COVERED)
        found = self._inline.read(paragraph, here)
        if room is not None:
            room.take(height)
        mark = self._numbering.mark(paragraph) if found.text.strip() else ""
        if not self._part.repeats or not (found.numbers_page and _PAGE_WORDS.fullmatch(found.text)):
            yield from _own_lines(found, mark)
        for note in found.notes:
            yield from self._note(note, around)
        for drawn in found.drawn:
            yield from self._drawn(drawn, around, here)
        for content in in_reading_order(found.boxes, self._part.drawings):
            yield from self._box(content, around)

    def _note(self, note: tuple[str, str], around: Around) -> Iterator[str]:
        content = self._part.notes.get(note)
        if content is not None and note not in self.referred:
            self.referred.add(note)
            yield from self.lines(content, around)

    def _taken_in(self, chunk: Element, around: Around) -> Iterator[str]:
        """The lines of another file in the place of this element."""
        lines, hidden = self._part.taken_in(attribute(chunk, "id") or "")
        self._unseen.hidden += [(text.text, text.why) for text in hidden]
        yield from self._unless_hidden(lines, around.why)

    def _unless_hidden(self, lines: Iterable[str], why: str | None) -> Iterator[str]:
        if why is None:
            yield from lines
            return
        for line in lines:
            if line.strip():
                self._unseen.hide(line.strip(), why)

    def _drawn(self, drawn: Element, around: Around, here: Around) -> Iterator[str]:
        """Text that is no paragraph of Word's: word art, text of drawings, diagrams, charts."""
        box = self._box_of(drawn)
        why = (around if box is not None and box.floats else here).why
        if box is not None:
            why = why or why_unseen(box, around.page, self._part.drawings)
        yield from self._unless_hidden(self._drawn_texts(drawn), why)

    def _drawn_texts(self, drawn: Element) -> Iterator[str]:
        name = local(drawn)
        if name == "textpath":
            yield attribute(drawn, "string") or ""
        elif name == "txBody":
            for paragraph in drawn:
                yield "".join(text.text or "" for text in paragraph.iter() if local(text) == "t")
        else:
            yield from self._part.related_text(attribute(drawn, "dm" if name == "relIds" else "id") or "")

    def _box(self, content: Element, around: Around) -> Iterator[str]:
        box = self._box_of(content)
        if box is None:
            yield from self.lines(content, around)
            return
        why = around.why or why_unseen(box, around.page, self._part.drawings)
        ground = around.ground if box.plain else None
        if box.plain and box.fill is not None:
            ground = box.fill if ground is None else box.fill.over(ground)
        behind = () if box.fill is not None or not box.plain else under(box, self._part.drawings)
        inside_box = replace(around, ground=ground, why=why, behind=behind, line=None, table=())
        yield from self.lines(content, inside_box, None if self._flows else Room.of_box(box))

    def _box_of(self, content: Element) -> Drawing | None:
        """The shape in which something stands."""
        shapes = {id(each) for each in (content, *content.iterancestors())}
        return next((each for each in self._part.drawings if id(each.shape) in shapes), None)

    def _table(self, table: Element, around: Around) -> Iterator[str]:
        # A shading of the table as a whole is left out: no renderer at hand paints it, cells paint their own.
        if is_off_page(table, around.page):
            around = replace(around, why=around.why or OFF_PAGE)
        rows = list(inside(table, "tr"))
        columns = columns_of(table)
        for at, row in enumerate(rows):
            cells = list(self._cells(row, table, CellPlace(at, 0, len(rows), columns), around))
            yield from row_lines([cell for cell in cells if cell])

    def _cells(self, row: Element, table: Element, place: CellPlace, around: Around) -> Iterator[list[str]]:
        hidden = child(row, "trPr", "hidden")
        if hidden is not None and on(attribute(hidden, "val")):
            around = replace(around, why=around.why or SWITCHED_OFF)
        column = 0
        for cell in inside(row, "tc"):
            properties = child(cell, "tcPr")
            parts = self._looks.styles.of_cell(table, replace(place, column=column))
            column += max(1, int(number(value(properties, "gridSpan")) or 1))
            ground = around.ground
            for part in reversed(parts):
                ground = shading(self._looks.palette, child(part, "tcPr"), ground)
            ground = shading(self._looks.palette, properties, ground)
            yield list(self.lines(cell, replace(around, ground=ground, table=tuple(parts)), cell_room(row, cell)))


def _own_lines(found: Paragraph, mark: str) -> Iterator[str]:
    text = found.text
    behind = [address for address in found.addresses if _ADDRESS.fullmatch(address.split("?")[0])]
    plain = [re.sub(r"^(?:mailto:|tel:|https?://)", "", address.split("?")[0]).rstrip("/") for address in behind]
    # An address behind a word is seen by pointing at it; at the line's end it breaks no sentence.
    text += "".join(f"  {address}" for address in plain if address.lower() not in text.lower()) if text.strip() else ""
    for at, line in enumerate(text.split("\n")):
        if line.strip():
            yield f"{mark}{line.strip()}" if at == 0 and mark else line
