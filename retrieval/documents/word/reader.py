"""Reading DOCX: every place in which Word shows text, in reading order."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from records.errors import CorruptFile, EmptyFile, NoTextFound, ReadingError, ResumeNotFound
from records.resume import HiddenText
from retrieval.documents.colours import WHITE, Colour
from retrieval.documents.found import Found, FoundLine, Recogniser
from retrieval.documents.packages import Element, Package, attribute, child, local, number
from retrieval.documents.pdf.unconfirmed import unconfirmed
from retrieval.documents.recognition.absent import AbsentRecogniser
from retrieval.documents.recognition.image_file import image_picture
from retrieval.documents.unseen import COVERED
from retrieval.documents.word.boxes import drawings
from retrieval.documents.word.chunks import Chunks
from retrieval.documents.word.colours import Palette, named
from retrieval.documents.word.grounds import Grounds, repeated_grounds
from retrieval.documents.word.looks import Around, Looks
from retrieval.documents.word.numbering import Numbering
from retrieval.documents.word.overlays import covers_of, under_covers
from retrieval.documents.word.pages import largest_page
from retrieval.documents.word.pictures import KeptPicture, pictures, with_pictures
from retrieval.documents.word.styles import Styles, on
from retrieval.documents.word.unprinted import comments, programs_own, properties, reported
from retrieval.documents.word.walk import Part, Unseen, Walk

_MAIN_KIND = "officeDocument"
_Names = dict[str, tuple[str, str]]


def read_docx(content: bytes, file: str, recogniser: Recogniser | None = None) -> Found:
    """Headers, body with tables, boxes and notes, footers; all on page 1: Word files keep no pages.

    Pictures that may hold text follow, one a page, with the warnings of recognised PDF pages; `part_not_read:2` warns
    of two parts that Word shows and no reader reads. Raises RecognitionNeeded where there are such pictures and no
    recogniser.
    """
    package = Package(content, file)
    return _Reader(package, _main_part(package, file), file, Chunks(package, _read_inner)).found(recogniser)


def page_picture(content: bytes, file: str, page: int, width: int) -> bytes:
    """A PNG, so many pixels wide, of the picture that counts as this page; raises ResumeNotFound where none does."""
    kept = KeptPicture(page)
    with suppress(NoTextFound):
        read_docx(content, file, kept)
    if kept.content is None:
        raise ResumeNotFound(file=f"{file} p. {page}")
    return image_picture(kept.content, file, 1, width)


def _read_inner(content: bytes, file: str) -> Found:
    """A Word file in a Word file; its pictures are not recognised, and it takes in no third."""
    package = Package(content, file)
    return _Reader(package, _main_part(package, file), file, Chunks(package, None)).found(AbsentRecogniser())


class _Reader:
    """One file being read."""

    def __init__(self, package: Package, main: str, file: str, chunks: Chunks) -> None:
        self._package, self._main, self._file, self._chunks = package, main, file, chunks
        self._links = package.related(main)
        root = package.part(main)
        if root is None:
            raise CorruptFile(file=file)
        self._root = root
        self._settings = self._first("settings")
        self._looks = Looks(Styles(self._first("styles")), Palette(self._first("theme"), self._settings))
        self._numbering = Numbering(self._first("numbering"), self._looks.styles)
        self._unseen = Unseen()
        self._page = largest_page(root)
        self._grounds: list[Colour | None] = []
        self._drawn = list(drawings(root, self._page, self._looks.palette))

    def found(self, recogniser: Recogniser | None) -> Found:
        headers, footers = self._used("header"), self._used("footer")
        for name in (*headers, *footers):
            part = self._package.part(name)
            if part is not None:
                self._grounds += repeated_grounds(drawings(part, self._page, self._looks.palette))
        lines = [*self._repeated_lines(headers), *self._body_lines(), *self._repeated_lines(footers)]
        lines = [line for line in lines if line.strip()]
        self._leave_out_unused({*headers, *footers})
        found = Found("docx", 1, tuple(FoundLine(1, line) for line in lines), warnings=self._warnings())
        shown = pictures(self._drawn, self._page, self._links)
        found = with_pictures(found, shown, self._package, recogniser)
        if not found.lines:
            raise ReadingError(file=self._file) if self._warnings() else _nothing(self._root, self._file)
        return replace(found, hidden=self._hidden(found))

    def _warnings(self) -> tuple[str, ...]:
        """Of what is taken in from other files: those that no reader reads, and all that lie outside this one."""
        not_read = self._chunks.not_read + sum(local(each) == "subDoc" for each in self._root.iter())
        return (f"part_not_read:{not_read}",) if not_read else ()

    def _hidden(self, found: Found) -> tuple[HiddenText, ...]:
        """Of what lies below a scan, only what the scan does not show is hidden."""
        visible = "\n".join(line.text for line in found.lines)
        unprinted = [*self._unseen.unprinted, *properties(self._package), *comments(self._first("comments"))]
        own = programs_own(self._package, self._main, self._settings)
        unseen = [HiddenText(1, text, why) for text, why in self._unseen.hidden]
        if found.source != "text":
            below = unconfirmed([text for text in unseen if text.why == COVERED], visible)
            unseen = [*(text for text in unseen if text.why != COVERED), *below]
        return (*unseen, *(HiddenText(1, text, why) for text, why in reported(unprinted, own, visible)))

    def _repeated_lines(self, names: list[str]) -> list[str]:
        """Headers or footers; those of the first, even and other pages often say the same, which stays once."""
        lines: list[str] = []
        for name in names:
            root = self._package.part(name)
            if root is not None:
                lines += self._walk(root, name, {}, repeats=True).lines(root, Around(self._page))
        return list(dict.fromkeys(lines))

    def _body_lines(self) -> list[str]:
        notes: dict[tuple[str, str], Element] = {
            (local(note), attribute(note, "id") or ""): note
            for part in (self._first("footnotes"), self._first("endnotes"))
            for note in (part if part is not None else ())
            if attribute(note, "type") in {None, "normal"}
        }
        walk = self._walk(self._root, self._main, notes)
        lines = list(walk.lines(self._root, Around(self._page, self._paper())))
        for key, note in notes.items():
            if key not in walk.referred:
                self._unseen.leave_out("".join(note.itertext()))
        return lines

    def _walk(self, root: Element, name: str, notes: dict[tuple[str, str], Element], repeats: bool = False) -> Walk:
        drawn = self._drawn if root is self._root else list(drawings(root, self._page, self._looks.palette))
        grounds = Grounds(root, drawn, self._page, () if repeats else self._grounds)
        related = self._package.related(name)

        def related_text(link: str) -> list[str]:
            return self._related_text(related, link)

        def taken_in(link: str) -> tuple[list[str], tuple[HiddenText, ...]]:
            return self._chunks.read(*related.get(link, ("", "")))

        covers = [] if repeats else covers_of(drawn, self._page, self._package, related)
        under = frozenset(under_covers(root, covers, self._looks, Around(self._page)))
        part = Part(root, self._package.addresses(name), drawn, notes, grounds, related_text, taken_in, under, repeats)
        return Walk(part, self._looks, self._numbering, self._unseen)

    def _related_text(self, related: _Names, link: str) -> list[str]:
        """The words of a diagram or a chart."""
        kind, name = related.get(link, ("", ""))
        part = self._package.part(name) if kind in {"diagramData", "chart"} else None
        if part is None:
            return []
        if kind == "chart":
            return [
                each.text for each in part.iter() if local(each) in {"t", "v"} and each.text and not _is_number(each)
            ]
        points = (each for each in part.iter() if local(each) == "pt")
        return ["".join(text.text or "" for text in point.iter() if local(text) == "t") for point in points]

    def _used(self, kind: str) -> list[str]:
        """The parts of all headers (or footers) that some page shows, in their order."""
        even = child(self._settings, "evenAndOddHeaders")
        names: list[str] = []
        for section in (each for each in self._root.iter() if local(each) == "sectPr"):
            shown = {"default", "even" if even is not None and on(attribute(even, "val")) else ""}
            first = child(section, "titlePg")
            shown |= {"first"} if first is not None and on(attribute(first, "val")) else set()
            for reference in section:
                if local(reference) == f"{kind}Reference" and (attribute(reference, "type") or "default") in shown:
                    names.append(self._links.get(attribute(reference, "id") or "", ("", ""))[1])
        return [name for name in dict.fromkeys(names) if self._package.has(name)]

    def _leave_out_unused(self, used: set[str]) -> None:
        for kind, name in self._links.values():
            if kind in {"header", "footer"} and name not in used:
                part = self._package.part(name)
                self._unseen.leave_out("" if part is None else " ".join(part.itertext()))

    def _paper(self) -> Colour:
        """The page's colour, which shows only where the file switches it on."""
        shown = child(self._settings, "displayBackgroundShape")
        background = child(self._root, "background")
        if background is None or shown is None or not on(attribute(shown, "val")):
            return WHITE
        return self._looks.palette.word(background, "color") or named(attribute(background, "color")) or WHITE

    def _first(self, kind: str) -> Element | None:
        found = next((name for each, name in self._links.values() if each == kind), None)
        return None if found is None else self._package.part(found)


def _main_part(package: Package, file: str) -> str:
    for kind, name in package.related("").values():
        if kind == _MAIN_KIND and package.has(name):
            return name
    if not package.has("word/document.xml"):
        raise CorruptFile(file=file)
    return "word/document.xml"


def _is_number(element: Element) -> bool:
    return number(element.text) is not None


def _nothing(root: Element, file: str) -> Exception:
    """A file of pictures is a scan; one without anything is empty."""
    pictures = any(local(element) in {"drawing", "pict", "object"} for element in root.iter())
    return NoTextFound(file=file) if pictures else EmptyFile(file=file)
