"""Resumes in the layouts of real ones, placed point by point: every layout is one function of a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from benchmarks.reading_suite.people import Job, Person
from benchmarks.reading_suite.sheet import HEIGHT, LEADING, WIDTH, Sheet

MARGIN: Final = 48.0
INSIDE: Final = WIDTH - 2 * MARGIN


@dataclass
class Column:
    """Text flowing down between two edges."""

    sheet: Sheet
    x: float
    y: float
    width: float
    colour: str = "#111111"

    def text(self, text: str, size: float = 10) -> None:
        """A paragraph."""
        for line in self.sheet.wrapped(text, self.width, size):
            self.sheet.line(line, self.x, self.y, size, self.colour)
            self.y += size * LEADING

    def bullet(self, text: str) -> None:
        """A paragraph hanging from a bullet."""
        inner = Column(self.sheet, self.x + 12, self.y, self.width - 12, self.colour)
        self.sheet.line("•", self.x, self.y, 10, self.colour)
        inner.text(text)
        self.y = inner.y

    def heading(self, text: str) -> None:
        """A section's title with room above."""
        self.y += 8
        self.text(text, 12.5)
        self.y += 2

    def job(self, job: Job) -> None:
        """Company and dates on a row where they fit, the title, the duties."""
        end = self.x + self.width - self.sheet.width_of(job.dates)
        if self.x + self.sheet.width_of(job.company) + 20 < end:
            self.sheet.line(job.dates, end, self.y, 10, self.colour)
            self.text(job.company)
        else:
            self.text(job.company)
            self.text(job.dates)
        self.text(job.title)
        for duty in job.duties:
            self.bullet(duty)
        self.y += 4


def head(column: Column, person: Person) -> None:
    """Name, title and contacts."""
    column.text(person.name, 20)
    column.text(person.title, 12)
    column.text(f"{person.email}  |  {person.phone}")


def summary(column: Column, person: Person) -> None:
    """A few lines about the person."""
    column.heading(person.heading("summary"))
    column.text(person.summary)


def experience(column: Column, person: Person) -> None:
    """All jobs."""
    column.heading(person.heading("experience"))
    for job in person.jobs:
        column.job(job)


def projects(column: Column, person: Person) -> None:
    """One project."""
    column.heading(person.heading("projects"))
    column.bullet(person.project)


def education(column: Column, person: Person) -> None:
    """School, degree, dates and the thesis, one below the other."""
    column.heading(person.heading("education"))
    for text in (person.school, person.degree, person.study_dates, person.thesis):
        column.text(text)


def skills(column: Column, person: Person) -> None:
    """One below the other."""
    column.heading(person.heading("skills"))
    for skill in person.skills:
        column.bullet(skill)


def contact(column: Column, person: Person) -> None:
    """For side bars."""
    column.heading(person.heading("contact"))
    column.text(person.phone)
    column.text(person.email, 9)


def one_column(sheet: Sheet, person: Person) -> None:
    """The plain one."""
    column = Column(sheet, MARGIN, 60, INSIDE)
    for part in (head, summary, experience, projects, education, skills):
        part(column, person)


def two_columns(sheet: Sheet, person: Person) -> None:
    """Two halves below a head over both."""
    top = Column(sheet, MARGIN, 60, INSIDE)
    head(top, person)
    half = (INSIDE - 24) / 2
    left, right = (Column(sheet, x, top.y + 6, half) for x in (MARGIN, MARGIN + half + 24))
    for part in (summary, education, projects, skills):
        part(left, person)
    experience(right, person)


def left_bar(sheet: Sheet, person: Person) -> None:
    """White on a dark bar to the left."""
    sheet.box(0, 0, 178, HEIGHT, "#22313F")
    _with_bar(sheet, person, 20, 206)


def right_bar(sheet: Sheet, person: Person) -> None:
    """White on a dark bar to the right."""
    sheet.box(WIDTH - 178, 0, 178, HEIGHT, "#6B2D3C")
    _with_bar(sheet, person, WIDTH - 160, 40)


def _with_bar(sheet: Sheet, person: Person, bar_x: float, main_x: float) -> None:
    bar, main = Column(sheet, bar_x, 60, 142, "#FFFFFF"), Column(sheet, main_x, 60, 345)
    bar.text(person.name, 15)
    bar.text(person.title, 11)
    for part in (contact, education, skills):
        part(bar, person)
    for part in (summary, experience, projects):
        part(main, person)


def date_column(sheet: Sheet, person: Person) -> None:
    """Dates in a column of their own to the left of what they belong to."""
    column = Column(sheet, MARGIN + 120, 60, INSIDE - 120)
    head(column, person)
    summary(column, person)
    column.heading(person.heading("experience"))
    for job in person.jobs:
        sheet.line(job.dates, MARGIN, column.y)
        for text in (job.company, job.title):
            column.text(text)
        for duty in job.duties:
            column.bullet(duty)
    projects(column, person)
    column.heading(person.heading("education"))
    sheet.line(person.study_dates, MARGIN, column.y)
    for text in (person.school, person.degree, person.thesis):
        column.text(text)
    skills(column, person)


def three_column_skills(sheet: Sheet, person: Person) -> None:
    """Skills in three columns below the rest."""
    column = Column(sheet, MARGIN, 60, INSIDE)
    for part in (head, summary, experience, projects, education):
        part(column, person)
    column.heading(person.heading("skills"))
    for place, skill in enumerate(person.skills):
        sheet.line(f"• {skill}", MARGIN + INSIDE / 3 * (place % 3), column.y + 15 * (place // 3))


def mixed_columns(sheet: Sheet, person: Person) -> None:
    """One column, then two, then one again."""
    column = Column(sheet, MARGIN, 60, INSIDE)
    head(column, person)
    summary(column, person)
    half = (INSIDE - 22) / 2
    left, right = (Column(sheet, x, column.y + 6, half) for x in (MARGIN, MARGIN + half + 22))
    education(left, person)
    projects(left, person)
    skills(right, person)
    experience(Column(sheet, MARGIN, max(left.y, right.y) + 10, INSIDE), person)


def page_break(sheet: Sheet, person: Person) -> None:
    """The summary begins at the foot of one page and ends at the head of the next."""
    column = Column(sheet, MARGIN, HEIGHT - 300, INSIDE * 0.75)
    head(column, person)
    education(column, person)
    lines = sheet.wrapped(person.summary, 300)
    for line in lines[:1]:
        sheet.line(line, MARGIN, HEIGHT - 44)
    sheet.page += 1
    column = Column(sheet, MARGIN, 56, INSIDE)
    for line in lines[1:]:
        column.text(line)
    for part in (experience, projects, skills):
        part(column, person)


def header_and_footer(sheet: Sheet, person: Person) -> None:
    """Contacts in a small line at the head, a page number at the foot, text between them."""
    contacts = f"{person.email} · {person.phone}".replace(" · ", "   ")
    for page, parts in enumerate(((summary, experience), (projects, education, skills))):
        sheet.page = page
        sheet.line(contacts, WIDTH - MARGIN - sheet.width_of(contacts, 8), 28, 8, "#777777")
        sheet.line(f"{page + 1} / 2", WIDTH / 2 - 8, HEIGHT - 26, 8, "#777777")
        column = Column(sheet, MARGIN, 70, INSIDE)
        if page == 0:
            column.text(person.name, 20)
            column.text(person.title, 12)
        for part in parts:
            part(column, person)


def text_boxes(sheet: Sheet, person: Person) -> None:
    """Boxes set side by side, as from a slide or a text box of a word processor, their text drawn last."""
    head(Column(sheet, MARGIN, 60, INSIDE), person)
    boxes: list[tuple[Callable[[Column, Person], None], float, float, float]] = [
        (summary, MARGIN, 130, 290),
        (skills, MARGIN + 314, 130, 185),
        (experience, MARGIN, 262, 320),
        (education, MARGIN + 344, 262, 155),
        (projects, MARGIN + 344, 440, 155),
    ]
    for part, x, y, width in boxes:
        column = Column(sheet, x + 8, y + 8, width - 16)
        part(column, person)
        sheet.box(x, y - 2, width, column.y - y)
