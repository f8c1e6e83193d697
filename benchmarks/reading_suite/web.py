"""The same layouts as web pages printed by Chromium: its fonts, its text order, its way of writing PDFs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from benchmarks.reading_suite.people import Person, SectionName

QUIET: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
FONTS: Final = (
    "'Liberation Sans', 'Noto Sans CJK SC'",
    "'DejaVu Serif', 'Noto Serif CJK SC'",
    "'Liberation Serif', 'Noto Serif CJK SC'",
    "'DejaVu Sans', 'Noto Sans CJK SC'",
)
_STYLE: Final = """
@page { size: A4; margin: 0 } * { box-sizing: border-box }
body { margin: 0; padding: 14mm; font: 10.5pt/1.45 FONT; color: #222 }
h1 { font-size: 20pt; margin: 0 } h2 { font-size: 12pt; margin: 10px 0 3px } p, ul { margin: 2px 0 }
ul { padding-left: 16px } .row { display: flex; justify-content: space-between }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm } .columns { columns: 2; column-gap: 9mm }
.bar { display: grid; grid-template-columns: 58mm 1fr; margin: -14mm; min-height: 296mm }
.bar.right { grid-template-columns: 1fr 58mm } .bar > * { padding: 12mm 8mm }
.dark { background: #2C3E50; color: #fff } table { border-collapse: collapse; width: 100% }
.ruled td { border: 1px solid #777; padding: 4px 6px; vertical-align: top } .grid td { padding: 2px 14px 2px 0 }
.box { border: 1px solid #888; padding: 8px; position: absolute }
.dated { display: grid; grid-template-columns: 34mm 1fr }
.three { columns: 3 } .small { font-size: 8pt; color: #666 }
.top { position: fixed; top: 5mm; right: 14mm } .foot { position: fixed; bottom: 5mm; left: 14mm }
"""


def html(person: Person, layout: str, number: int) -> str:
    """A page that prints as a resume of that layout."""
    style = _STYLE.replace("FONT", FONTS[number % len(FONTS)])
    return f"<meta charset=utf-8><style>{style}</style><body>{LAYOUTS[layout](person)}"


def print_pages(pages: Sequence[tuple[Path, str]]) -> None:
    """Print each page's HTML to its path; needs Chromium (see `chromium`)."""
    with browser_page() as page:
        for path, content in pages:
            page.set_content(content)
            page.pdf(path=str(path), prefer_css_page_size=True, print_background=True)


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        yield browser.new_page()
        browser.close()


def chromium() -> str | None:
    """Where Chromium is installed, if it is."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _list(texts: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"


def _row(left: str, right: str) -> str:
    return f'<div class="row"><span>{escape(left)}</span><span>{escape(right)}</span></div>'


def _section(person: Person, name: SectionName, inner: str) -> str:
    return f"<section><h2>{escape(person.heading(name))}</h2>{inner}</section>"


def _head(p: Person) -> str:
    return f"<h1>{escape(p.name)}</h1>{_p(p.title)}{_p(f'{p.email} | {p.phone}')}"


def _contact(p: Person) -> str:
    return _section(p, "contact", _p(p.phone) + _p(p.email))


def _summary(p: Person) -> str:
    return _section(p, "summary", _p(p.summary))


def _jobs(p: Person) -> str:
    return _section(
        p, "experience", "".join(_row(job.company, job.dates) + _p(job.title) + _list(job.duties) for job in p.jobs)
    )


def _projects(p: Person) -> str:
    return _section(p, "projects", _list([p.project]))


def _education(p: Person) -> str:
    return _section(p, "education", "".join(map(_p, (p.school, p.degree, p.study_dates, p.thesis))))


def _skills(p: Person) -> str:
    return _section(p, "skills", _list(p.skills))


def _all(p: Person, *parts: Callable[[Person], str]) -> str:
    return "".join(part(p) for part in parts)


def _one_column(p: Person) -> str:
    return _all(p, _head, _summary, _jobs, _projects, _education, _skills)


def _two_grid(p: Person) -> str:
    left, right = _all(p, _summary, _education, _projects, _skills), _jobs(p)
    return f'{_head(p)}<div class="two"><div>{left}</div><div>{right}</div></div>'


def _two_flowing(p: Person) -> str:
    return f'{_head(p)}<div class="columns">{_all(p, _summary, _jobs, _projects, _education, _skills)}</div>'


def _bar(p: Person, side: str) -> str:
    bar = f'<div class="dark"><h1>{escape(p.name)}</h1>{_p(p.title)}{_all(p, _contact, _education, _skills)}</div>'
    main = f"<div>{_all(p, _summary, _jobs, _projects)}</div>"
    return f'<div class="bar {side}">{main + bar if side == "right" else bar + main}</div>'


def _table(rows: Sequence[Sequence[str]], kind: str) -> str:
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f'<table class="{kind}">' + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _ruled(p: Person) -> str:
    rows = [(job.dates, job.company, job.title, " ".join(job.duties)) for job in p.jobs]
    return _head(p) + _table(rows, "ruled") + _all(p, _summary, _projects, _education, _skills)


def _grid(p: Person) -> str:
    label = p.words.labels
    rows = [
        (label["name"], p.name, label["title"], p.title),
        (label["email"], p.email, label["phone"], p.phone),
        (p.heading("education"), p.school, label["period"], p.study_dates),
    ]
    return _table(rows, "grid") + _p(p.degree) + _p(p.thesis) + _all(p, _summary, _jobs, _projects, _skills)


def _form(p: Person) -> str:
    label, rows = p.words.labels, ""
    for one, other in (((label["name"], p.name), (label["title"], p.title)),
                       ((label["phone"], p.phone), (label["email"], p.email)),
                       ((p.school, p.degree), (label["period"], p.study_dates))):  # fmt: skip
        rows += "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in (*one, *other)) + "</tr>"
    for job in p.jobs:
        rows += f'<tr><td>{job.dates}</td><td colspan="2">{escape(job.company)}</td><td>{escape(job.title)}</td></tr>'
        rows += _wide_row(p.heading("experience"), _list(job.duties))
    rows += _wide_row(p.heading("summary"), _p(p.summary)) + _wide_row(p.heading("projects"), _p(p.project))
    rows += _wide_row(p.heading("education"), _p(p.thesis)) + _wide_row(p.heading("skills"), _list(p.skills))
    return f'<table class="ruled">{rows}</table>'


def _wide_row(label: str, inner: str) -> str:
    return f'<tr><td width="90">{escape(label)}</td><td colspan="3">{inner}</td></tr>'


def _boxes(p: Person) -> str:
    boxes = ((_summary, 40, 14, 100), (_skills, 40, 120, 70), (_jobs, 96, 14, 108), (_education, 96, 130, 62),
             (_projects, 160, 130, 62))  # fmt: skip
    return _head(p) + "".join(
        f'<div class="box" style="top:{top}mm;left:{left}mm;width:{width}mm">{part(p)}</div>'
        for part, top, left, width in boxes
    )


def _header_footer(p: Person) -> str:
    head = f'<div class="small top">{escape(p.email)} &nbsp; {escape(p.phone)}</div>'
    foot = f'<div class="small foot">{escape(p.heading("contact"))} 1</div>'
    return (
        f"<h1>{escape(p.name)}</h1>{_p(p.title)}{_all(p, _summary, _jobs, _projects, _education, _skills)}{head}{foot}"
    )


def _dated(p: Person) -> str:
    jobs = "".join(
        f'<div class="dated"><div>{job.dates}</div><div>{_p(job.company)}{_p(job.title)}{_list(job.duties)}</div></div>'
        for job in p.jobs
    )
    school = f'<div class="dated"><div>{p.study_dates}</div><div>{_p(p.school)}{_p(p.degree)}{_p(p.thesis)}</div></div>'
    education = _section(p, "education", school)
    return _head(p) + _summary(p) + _section(p, "experience", jobs) + _projects(p) + education + _skills(p)


def _three(p: Person) -> str:
    return _all(p, _head, _summary, _jobs, _projects, _education) + f'<div class="three">{_list(p.skills)}</div>'


def _mixed(p: Person) -> str:
    two = f'<div class="two"><div>{_education(p)}{_projects(p)}</div><div>{_skills(p)}</div></div>'
    return _all(p, _head, _summary) + two + _jobs(p)


def _break(p: Person) -> str:
    """The summary starts on the last lines of the first page and ends on the next one."""
    first = f'<div style="height:270mm">{_head(p)}{_education(p)}</div>'
    summary = f'<div style="orphans:1;widows:1;width:70mm">{_p(p.summary)}</div>'
    return f"{first}{summary}{_all(p, _jobs, _projects, _skills)}"


LAYOUTS: Final[dict[str, Callable[[Person], str]]] = {
    "one column": _one_column,
    "two columns, row by row": _two_grid,
    "two columns, column-wise": _two_flowing,
    "left side bar": lambda person: _bar(person, "left"),
    "right side bar": lambda person: _bar(person, "right"),
    "ruled table": _ruled,
    "label grid": _grid,
    "form table": _form,
    "text boxes": _boxes,
    "header and footer": _header_footer,
    "date column": _dated,
    "three-column skills": _three,
    "mixed columns": _mixed,
    "page break in a sentence": _break,
}
