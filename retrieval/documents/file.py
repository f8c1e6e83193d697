"""One file to one resume, in this process: what a reading worker does for each job."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from records.errors import EmptyFile, OversizedFile, ResumeNotFound
from records.language import text_language
from records.resume import Line, Resume
from retrieval.documents.formats.reader import read_other
from retrieval.documents.found import Found, FoundLine
from retrieval.documents.kinds import kind_of
from retrieval.documents.limits import MIB, Limits
from retrieval.documents.pdf import reader as pdf
from retrieval.documents.profile.profile import profile_of
from retrieval.documents.sections import sections_of
from retrieval.documents.suspicious import suspicious_lines
from retrieval.documents.text_lines import readable
from retrieval.documents.word.reader import read_docx

_NO_LIMITS_SET = Limits()


def read_file(
    path: Path, name: str | None = None, limits: Limits = _NO_LIMITS_SET, today: date | None = None
) -> Resume:
    """The resume in a file, or the ReadingError that says why there is none; `today` ends current positions."""
    file = name or path.name
    content = _content(path, file, limits)
    found = _found(content, file, limits)
    lines = _numbered(readable(found.lines))
    if not lines:
        raise EmptyFile(file=file)
    return Resume(
        file=file,
        sha256=hashlib.sha256(content).hexdigest(),
        kind=found.kind,
        pages=found.pages,
        language=text_language("\n".join(line.text for line in lines)),
        source="text",
        lines=lines,
        hidden=found.hidden,
        suspicious=suspicious_lines(lines),
        profile=profile_of(lines, today or date.today()),
        warnings=found.warnings,
    )


def page_picture(path: Path, page: int, width: int, limits: Limits = _NO_LIMITS_SET) -> bytes:
    """A PNG of one page of a PDF, counted from 1."""
    return pdf.page_picture(_content(path, path.name, limits), path.name, page, width)


def _content(path: Path, file: str, limits: Limits) -> bytes:
    if not path.is_file():
        raise ResumeNotFound(file=file)
    size = path.stat().st_size
    if size > limits.max_bytes:
        raise OversizedFile(file=file, size_mb=round(size / MIB, 1), limit_mb=round(limits.max_bytes / MIB, 1))
    content = path.read_bytes()
    if not content.strip():
        raise EmptyFile(file=file)
    return content


def _found(content: bytes, file: str, limits: Limits) -> Found:
    kind = kind_of(content, file)
    if kind == "pdf":
        return pdf.read_pdf(content, file, limits.max_pages)
    if kind == "docx":
        return read_docx(content, file)
    return read_other(content, file, kind)


def _numbered(lines: Iterable[FoundLine]) -> tuple[Line, ...]:
    kept = list(lines)
    sections = sections_of([line.text for line in kept])
    return tuple(
        Line(number, line.page, line.text, section, line.box)
        for number, (line, section) in enumerate(zip(kept, sections, strict=True), start=1)
    )
