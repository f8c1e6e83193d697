"""Ruled tables, label grids and the Chinese form with cells of several lines, placed point by point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from benchmarks.reading_suite.drawn import INSIDE, MARGIN, Column, education, experience, head, projects, skills
from benchmarks.reading_suite.people import Person
from benchmarks.reading_suite.sheet import LEADING, Sheet

PADDING: Final = 5.0
SIZE: Final = 10.0


def table(sheet: Sheet, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]], ruled: bool = True) -> float:
    """Rows of cells from `y` down, each row as high as its longest cell; returns where the table ends."""
    for row in rows:
        cells = [sheet.wrapped(text, width - 2 * PADDING) for text, width in zip(row, widths, strict=True)]
        height = max(map(len, cells)) * SIZE * LEADING + 2 * PADDING
        x = MARGIN
        for lines, width in zip(cells, widths, strict=True):
            if ruled:
                sheet.box(x, y, width, height)
            for number, line in enumerate(lines):
                sheet.line(line, x + PADDING, y + PADDING + SIZE + number * SIZE * LEADING, SIZE)
            x += width
        y += height
    return y


def ruled_table(sheet: Sheet, person: Person) -> None:
    """Jobs as rows of a ruled table, duties in its last column."""
    top = Column(sheet, MARGIN, 60, INSIDE)
    head(top, person)
    rows = [(job.dates, job.company, job.title, " ".join(job.duties)) for job in person.jobs]
    rest = Column(sheet, MARGIN, table(sheet, top.y, (100, 105, 85, INSIDE - 290), rows) + 16, INSIDE)
    rest.text(person.summary)
    for part in (projects, education, skills):
        part(rest, person)


def label_grid(sheet: Sheet, person: Person) -> None:
    """Labels and values in four columns without rules, the values over one another."""
    label = person.words.labels
    grid = [
        (label["name"], person.name, label["title"], person.title),
        (label["email"], person.email, label["phone"], person.phone),
        (person.heading("education"), person.school, label["period"], person.study_dates),
    ]
    end = table(sheet, 60, (90, 170, 95, INSIDE - 355), grid, ruled=False)
    rest = Column(sheet, MARGIN, end + 10, INSIDE)
    rest.text(person.degree)
    rest.text(person.thesis)
    rest.text(person.summary)
    for part in (experience, projects, skills):
        part(rest, person)


def form_table(sheet: Sheet, person: Person) -> None:
    """The form of Chinese offices: small cells above, one cell of many lines for each section below."""
    label = person.words.labels
    small = [
        (label["name"], person.name, label["title"], person.title),
        (label["phone"], person.phone, label["email"], person.email),
        (person.heading("education"), person.school, person.degree, person.study_dates),
    ]
    y = table(sheet, 50, (70, 165, 100, INSIDE - 335), small)
    for job in person.jobs:
        y = table(sheet, y, (150, 190, INSIDE - 340), [(job.dates, job.company, job.title)])
        y = table(sheet, y, (70, INSIDE - 70), [(person.heading("experience"), " ".join(job.duties))])
    big = [
        (person.heading("summary"), person.summary),
        (person.heading("projects"), person.project),
        (label["title"], person.thesis),
        (person.heading("skills"), "   ".join(person.skills)),
    ]
    table(sheet, y, (70, INSIDE - 70), big)
