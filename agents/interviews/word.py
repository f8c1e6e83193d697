"""The interview kit as a Word file."""

from __future__ import annotations

from io import BytesIO

import docx

from agents.export.document import set_fonts
from agents.interviews.interview import InterviewKit


def kit_as_word(kit: InterviewKit) -> bytes:
    """The kit as the bytes of a .docx file."""
    document = docx.Document()
    for name in ("Normal", "Title", "Heading 1", "List Bullet", "List Number"):
        set_fonts(document.styles[name], kit.language)
    document.add_heading(kit.title(), 0)
    document.add_paragraph(kit.origin)
    words = kit.words()
    if kit.focus:
        document.add_heading(words["focus"], 1)
        for point in kit.focus:
            document.add_paragraph(point, style="List Bullet")
    for heading, questions in kit.blocks():
        document.add_heading(heading, 1)
        for number, question in enumerate(questions, 1):
            document.add_paragraph().add_run(f"{number}. {question.question}").bold = True
            for name, text in kit.notes(question):
                note = document.add_paragraph(style="List Bullet")
                note.add_run(f"{name}{words['colon']}").bold = True
                note.add_run(text)
    file = BytesIO()
    document.save(file)
    return file.getvalue()
