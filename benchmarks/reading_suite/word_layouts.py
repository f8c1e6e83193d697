"""The layouts as Word has them: columns, tables, text boxes, content controls, headers, footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Pt

from benchmarks.reading_suite.people import Person, SectionName
from benchmarks.reading_suite.word_parts import columns, content_control, footnote, text_box

FONTS: Final = (("Calibri", "宋体"), ("Liberation Serif", "Noto Serif CJK SC"), ("Arial", "微软雅黑"))
# A body, a cell and a header all take paragraphs; python-docx gives them no common type.
Place = Any


def write_word(path: Path, layout: str, person: Person, number: int) -> Path:
    """A DOCX of one person in one layout."""
    file = docx.Document()
    latin, chinese = FONTS[number % len(FONTS)]
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = latin, Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), chinese)
    LAYOUTS[layout](file, person)
    file.save(str(path))
    return path


def _heading(place: Place, person: Person, section: SectionName) -> None:
    run = place.add_paragraph().add_run(person.heading(section))
    run.bold = True


def _lines(place: Place, texts: Sequence[str], style: str | None = None) -> None:
    for text in texts:
        place.add_paragraph(text, style=style)


def _head(place: Place, person: Person) -> None:
    _lines(place, (person.name, person.title, f"{person.email} | {person.phone}"))


def _summary(place: Place, person: Person) -> None:
    _heading(place, person, "summary")
    _lines(place, (person.summary,))


def _jobs(place: Place, person: Person) -> None:
    _heading(place, person, "experience")
    for job in person.jobs:
        _lines(place, (f"{job.company}\t{job.dates}", job.title))
        _lines(place, job.duties, "List Bullet")


def _projects(place: Place, person: Person) -> None:
    _heading(place, person, "projects")
    _lines(place, (person.project,), "List Bullet")


def _education(place: Place, person: Person) -> None:
    _heading(place, person, "education")
    _lines(place, (person.school, person.degree, person.study_dates, person.thesis))


def _skills(place: Place, person: Person) -> None:
    _heading(place, person, "skills")
    _lines(place, person.skills)


def _one_column(file: Document, person: Person) -> None:
    for part in (_head, _summary, _jobs, _projects, _education, _skills):
        part(file, person)


def _two_columns(file: Document, person: Person) -> None:
    _head(file, person)
    file.add_section(WD_SECTION.CONTINUOUS)
    columns(file, 2)
    for part in (_summary, _jobs, _projects, _education, _skills):
        part(file, person)


def _side_bar(file: Document, person: Person, bar: int) -> None:
    cells = file.add_table(rows=1, cols=2).rows[0].cells
    for part in (_head, _education, _skills):
        part(cells[bar], person)
    for part in (_summary, _jobs, _projects):
        part(cells[1 - bar], person)


def _table(file: Document, rows: Sequence[Sequence[str]], ruled: bool) -> None:
    table = file.add_table(rows=0, cols=len(rows[0]), style="Table Grid" if ruled else None)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _ruled_table(file: Document, person: Person) -> None:
    _head(file, person)
    _table(file, [(job.dates, job.company, job.title, " ".join(job.duties)) for job in person.jobs], ruled=True)
    for part in (_summary, _projects, _education, _skills):
        part(file, person)


def _label_grid(file: Document, person: Person) -> None:
    label = person.words.labels
    rows = [
        (label["name"], person.name, label["title"], person.title),
        (label["email"], person.email, label["phone"], person.phone),
        (person.heading("education"), person.school, label["period"], person.study_dates),
    ]
    _table(file, rows, ruled=False)
    _lines(file, (person.degree, person.thesis))
    for part in (_summary, _jobs, _projects, _skills):
        part(file, person)


def _form_table(file: Document, person: Person) -> None:
    """Merged cells, and cells of several paragraphs."""
    label = person.words.labels
    table = file.add_table(rows=0, cols=4, style="Table Grid")
    small = [
        (label["name"], person.name, label["title"], person.title),
        (label["phone"], person.phone, label["email"], person.email),
        (person.heading("education"), person.school, person.degree, person.study_dates),
        *((job.company, job.title, label["period"], job.dates) for job in person.jobs),
    ]
    for row in small:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    duties = tuple(duty for job in person.jobs for duty in job.duties)
    big: list[tuple[SectionName, tuple[str, ...]]] = [
        ("experience", duties),
        ("summary", (person.summary,)),
        ("projects", (person.project, person.thesis)),
        ("skills", person.skills),
    ]
    for section, texts in big:
        cells = table.add_row().cells
        cells[0].text = person.heading(section)
        _lines(cells[1].merge(cells[3]), texts)


def _text_boxes(file: Document, person: Person) -> None:
    file.sections[0].left_margin = Pt(240)
    text_box(file, [person.name, person.title, person.email, person.phone], (40, 40, 180, 120))
    text_box(file, [person.heading("skills"), *person.skills], (40, 200, 180, 180))
    for part in (_summary, _jobs, _projects, _education):
        part(file, person)


def _header_footer(file: Document, person: Person) -> None:
    section = file.sections[0]
    section.header.paragraphs[0].text = person.name
    section.header.add_paragraph(person.phone)
    section.footer.paragraphs[0].text = person.email
    _lines(file, (person.title,))
    for part in (_summary, _jobs, _projects, _education, _skills):
        part(file, person)


def _date_column(file: Document, person: Person) -> None:
    _head(file, person)
    table = file.add_table(rows=0, cols=2)
    for job in person.jobs:
        dates, rest = table.add_row().cells
        dates.text = job.dates
        _lines(rest, (job.company, job.title, *job.duties))
    for part in (_summary, _projects, _education, _skills):
        part(file, person)


def _three_column_skills(file: Document, person: Person) -> None:
    for part in (_head, _summary, _jobs, _projects, _education):
        part(file, person)
    _table(file, [person.skills[:3], person.skills[3:]], ruled=False)


def _content_controls(file: Document, person: Person) -> None:
    for text in (person.name, person.title, person.email, person.phone, person.summary):
        content_control(file, text)
    for part in (_jobs, _projects, _education, _skills):
        part(file, person)


def _footnotes(file: Document, person: Person) -> None:
    for part in (_head, _summary, _jobs, _education, _skills):
        part(file, person)
    footnote(file, person.project)


LAYOUTS: Final[dict[str, Callable[[Document, Person], None]]] = {
    "one column": _one_column,
    "two columns, column-wise": _two_columns,
    "left side bar": lambda file, person: _side_bar(file, person, 0),
    "right side bar": lambda file, person: _side_bar(file, person, 1),
    "ruled table": _ruled_table,
    "label grid": _label_grid,
    "form table": _form_table,
    "text boxes": _text_boxes,
    "header and footer": _header_footer,
    "date column": _date_column,
    "three-column skills": _three_column_skills,
    "content controls": _content_controls,
    "footnote": _footnotes,
}
