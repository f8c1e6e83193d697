"""One file to one resume, in this process: what a reading worker does for each job."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from records.errors import EmptyFile, OversizedFile, ResumeNotFound
from records.language import text_language
from records.resume import HiddenText, Line, Resume, Section
from retrieval.documents.formats.containers import Member, member_of, members_of
from retrieval.documents.formats.reader import read_other
from retrieval.documents.found import Found, FoundLine, Recogniser
from retrieval.documents.kinds import kind_of
from retrieval.documents.limits import Limits, megabytes
from retrieval.documents.pdf import reader as pdf
from retrieval.documents.profile.profile import profile_of
from retrieval.documents.recognition.image_file import image_picture, read_image
from retrieval.documents.running_heads import running_apart
from retrieval.documents.sections import sections_of
from retrieval.documents.suspicious import suspicious_lines
from retrieval.documents.text_lines import clean, readable
from retrieval.documents.unseen import seen
from retrieval.documents.word import reader as word

_NO_LIMITS_SET = Limits()


def read_file(
    path: Path,
    name: str | None = None,
    limits: Limits = _NO_LIMITS_SET,
    today: date | None = None,
    recogniser: Recogniser | None = None,
) -> Resume:
    """The resume in a file, or the ReadingError that says why there is none; `today` ends current positions.

    Raises RecognitionNeeded where pages can be read by a recogniser only and none is given.
    """
    file = name or path.name
    content = _content(path, file, limits)
    found = _as_seen(_found(content, file, limits, recogniser))
    lines = _numbered(found.lines)
    if not lines:
        raise EmptyFile(file=file)
    return Resume(
        file=file,
        sha256=hashlib.sha256(content).hexdigest(),
        kind=found.kind,
        pages=found.pages,
        language=text_language("\n".join(line.text for line in lines)),
        source=found.source,
        lines=lines,
        hidden=found.hidden,
        suspicious=suspicious_lines(lines),
        profile=profile_of(lines, today or date.today()),
        warnings=found.warnings,
    )


def page_picture(path: Path, page: int, width: int, limits: Limits = _NO_LIMITS_SET) -> bytes:
    """A PNG of one page of a PDF or picture, or of a picture in a Word file, counted from 1."""
    content = _content(path, path.name, limits)
    kind = kind_of(content, path.name)
    if kind == "image":
        return image_picture(content, path.name, page, width)
    if kind == "docx":
        return word.page_picture(content, path.name, page, width)
    return pdf.page_picture(content, path.name, page, width)


def members(path: Path, name: str, limits: Limits = _NO_LIMITS_SET) -> tuple[Member, ...]:
    """The files inside a ZIP or an e-mail; none where the file is no container."""
    return members_of(_content(path, name, limits), name)


def member(path: Path, place: tuple[int, ...], name: str, limits: Limits = _NO_LIMITS_SET) -> bytes:
    """The bytes of one file inside a container; `place` as `members` tells it."""
    return member_of(_content(path, name, limits), name, place)


def _content(path: Path, file: str, limits: Limits) -> bytes:
    if not path.is_file():
        raise ResumeNotFound(file=file)
    size = path.stat().st_size
    if size > limits.max_bytes:
        raise OversizedFile(file=file, size_mb=megabytes(size), limit_mb=megabytes(limits.max_bytes))
    content = path.read_bytes()
    if not content.strip():
        raise EmptyFile(file=file)
    return content


def _found(content: bytes, file: str, limits: Limits, recogniser: Recogniser | None) -> Found:
    kind = kind_of(content, file)
    if kind == "pdf":
        return pdf.read_pdf(content, file, limits.max_pages, recogniser)
    if kind == "image":
        return read_image(content, file, limits.max_pages, recogniser)
    if kind == "docx":
        return word.read_docx(content, file, recogniser)
    return read_other(content, file, kind, recogniser)


def _as_seen(found: Found) -> Found:
    """The lines as a person sees them; what invisible characters in them say is hidden text."""
    read = [(line, *seen(line.text)) for line in found.lines]
    messages = [HiddenText(line.page, text, why) for line, _, said in read for text, why in said]
    hidden = (replace(one, text=clean(one.text)) for one in (*found.hidden, *messages))
    lines = tuple(replace(line, text=text) for line, text, _ in read)
    return replace(found, lines=lines, hidden=tuple(one for one in hidden if one.text))


def _numbered(found: Sequence[FoundLine]) -> tuple[Line, ...]:
    """The lines that can be read, numbered and named by section; running heads and feet come last."""
    text, running = (list(readable(part)) for part in running_apart(found))
    apart: list[Section] = ["other" for _ in running]
    sections = [*sections_of([line.text for line in text]), *apart]
    return tuple(
        Line(number, line.page, line.text, section, line.box)
        for number, (line, section) in enumerate(zip((*text, *running), sections, strict=True), start=1)
    )
