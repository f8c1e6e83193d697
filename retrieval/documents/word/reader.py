"""Reading DOCX: every place in which Word shows text, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from records.errors import CorruptFile, EmptyFile, NoTextFound
from records.resume import HiddenText
from retrieval.documents.found import Found, FoundLine
from retrieval.documents.packages import Element, Package, local
from retrieval.documents.word.runs import Styles
from retrieval.documents.word.walk import Walk

_MAIN_KIND = "officeDocument"


def read_docx(content: bytes, file: str) -> Found:
    """Headers, body with tables, boxes and controls, footnotes, footers; all on page 1: Word files keep no pages."""
    package = Package(content, file)
    main = _main_part(package, file)
    links = package.related(main)
    walk = Walk(Styles(_first(package, links, "styles"), _first(package, links, "numbering")))
    root = package.part(main)
    if root is None:
        raise CorruptFile(file=file)
    roots = [*_parts(package, links, "header"), root, *_parts(package, links, "footnotes", "endnotes")]
    lines = _unrepeated([line for part in [*roots, *_parts(package, links, "footer")] for line in walk.lines(part)])
    if not lines:
        raise _nothing(root, file)
    hidden = tuple(HiddenText(1, text, why) for text, why in walk.hidden)
    return Found("docx", 1, tuple(FoundLine(1, line) for line in lines), hidden)


def _main_part(package: Package, file: str) -> str:
    for kind, name in package.related("").values():
        if kind == _MAIN_KIND and package.part(name) is not None:
            return name
    if package.part("word/document.xml") is None:
        raise CorruptFile(file=file)
    return "word/document.xml"


def _first(package: Package, links: dict[str, tuple[str, str]], kind: str) -> Element | None:
    return next(_parts(package, links, kind), None)


def _parts(package: Package, links: dict[str, tuple[str, str]], *kinds: str) -> Iterator[Element]:
    for name in dict.fromkeys(name for kind, name in links.values() if kind in kinds):
        part = package.part(name)
        if part is not None:
            yield part


def _unrepeated(lines: list[str]) -> list[str]:
    """First, even and default headers often say the same: what is said twice in a row stays once."""
    kept: list[str] = []
    for line in lines:
        if line.strip() and (not kept or kept[-1] != line):
            kept.append(line)
    return kept


def _nothing(root: Element, file: str) -> Exception:
    """A file of pictures is a scan; one without anything is empty."""
    pictures = any(local(element) in {"drawing", "pict", "object"} for element in root.iter())
    return NoTextFound(file=file) if pictures else EmptyFile(file=file)
