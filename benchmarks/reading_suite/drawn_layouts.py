"""All drawn layouts by name, with the order in which their text goes into the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.reading_suite import drawn, drawn_tables
from benchmarks.reading_suite.people import Person
from benchmarks.reading_suite.sheet import Order, Sheet

LAYOUTS: Final[dict[str, tuple[Callable[[Sheet, Person], None], Order]]] = {
    "one column": (drawn.one_column, "as placed"),
    "two columns, row by row": (drawn.two_columns, "row by row"),
    "two columns, column-wise": (drawn.two_columns, "as placed"),
    "left side bar": (drawn.left_bar, "row by row"),
    "right side bar": (drawn.right_bar, "row by row"),
    "ruled table": (drawn_tables.ruled_table, "row by row"),
    "label grid": (drawn_tables.label_grid, "row by row"),
    "form table": (drawn_tables.form_table, "row by row"),
    "text boxes": (drawn.text_boxes, "as placed"),
    "header and footer": (drawn.header_and_footer, "as placed"),
    "date column": (drawn.date_column, "row by row"),
    "three-column skills": (drawn.three_column_skills, "row by row"),
    "mixed columns": (drawn.mixed_columns, "row by row"),
    "page break in a sentence": (drawn.page_break, "as placed"),
}


def draw(path: Path, layout: str, person: Person, latin: str) -> Path:
    """A PDF of one person in one layout."""
    return placed(layout, person, latin).save(path, LAYOUTS[layout][1])


def placed(layout: str, person: Person, latin: str) -> Sheet:
    """The same before it is drawn: its pieces in the order in which they are read."""
    sheet = Sheet(latin)
    LAYOUTS[layout][0](sheet, person)
    return sheet
