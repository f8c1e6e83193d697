"""Reading DOC (Word 97–2003) through LibreOffice, where it is installed.

The way leads over DOCX, not PDF: hidden text, deleted text and comments are still marked as such in a DOCX, while a
PDF leaves them out without a word; and a PDF needs the fonts of the file, which servers do not have.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from records.errors import CorruptFile, OfficeNeeded, ReadingTimedOut
from retrieval.documents.formats import office_process
from retrieval.documents.found import Found, Recogniser
from retrieval.documents.word.reader import read_docx

# By the clock: a cold start takes about 3 s on a busy machine with two cores, and what is read may share it with much.
_SECONDS = 30.0
_PROGRAMS = ("soffice", "libreoffice")


def office_program() -> str | None:
    """Where LibreOffice is, or None."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name)) is not None), None)


def read_doc(content: bytes, file: str, recogniser: Recogniser | None = None) -> Found:
    """The lines of an old Word file; raises OfficeNeeded where there is no LibreOffice, RecognitionNeeded as DOCX."""
    program = office_program()
    if program is None:
        raise OfficeNeeded(file=file, kind="DOC (Word 97–2003)")
    return replace(read_docx(_converted(content, program, file), file, recogniser), kind="doc")


def _converted(content: bytes, program: str, file: str) -> bytes:
    """The same file as DOCX; raises CorruptFile, ReadingTimedOut."""
    command = [sys.executable, "-I", "-S", str(Path(office_process.__file__)), program, str(_SECONDS)]
    # This interpreter, a module of this package and the program from the PATH; the file goes in by a pipe.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        if process.stdin is None or process.stdout is None:
            raise CorruptFile(file=file)
        try:
            process.stdin.write(len(content).to_bytes(8, "big") + content)
            process.stdin.flush()
            made = process.stdout.read()
        except BrokenPipeError as broken:
            raise CorruptFile(file=file) from broken
    if process.returncode == office_process.TIMED_OUT:
        raise ReadingTimedOut(file=file, seconds=f"{_SECONDS:g}")
    if not made:
        raise CorruptFile(file=file)
    return made
