"""Makes the sample resumes that are not plain text: `python -m samples.make_resumes`.

The PDFs are printed from `sources/*.html` with Chromium and the Noto CJK fonts; the DOCX is built here. Both carry a
fixed date, so that a run without a change changes nothing but what a new Chromium or font brings. Beside the product's
own packages it needs fonttools, playwright, Chromium and Debian's fonts-noto-cjk.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Resume
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Cm, Pt, RGBColor
from playwright.sync_api import sync_playwright

from samples.page_fonts import font_faces

HERE = Path(__file__).parent
MADE_ON = datetime(2026, 1, 5, 9, 0, 0, tzinfo=UTC)
CHROMIUM = "/usr/bin/chromium"
PDFS = {"lin-zhixia.html": "lin-zhixia-ai-application.pdf", "shen-muyan.html": "shen-muyan-product-designer.pdf"}
DOCX = "avery-samplewood-data-analyst.docx"
ACCENT = RGBColor(0x1F, 0x3A, 0x5F)

SUMMARY = (
    "Data analyst with five years in online retail and delivery. I turn loosely worded questions into tested answers, "
    "build dashboards that trading teams open every morning, and say so when the numbers do not support a story."
)
JOBS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "Senior Data Analyst",
        "Harrowgate Parcels (invented), Leeds",
        "March 2023 – Present",
        (
            "Own the pricing and delivery-window dashboards in Tableau: 14 views, 190 weekly users, refreshed hourly",
            "Designed and evaluated 22 A/B tests on checkout and delivery slots; seven shipped, worth £1.9M a year",
            "Rewrote the core order queries in SQL (BigQuery, 600 million rows), cutting run time from 38 to 6 minutes",
            "Introduced dbt with 84 tested models, so finance and operations report the same margin figure",
            "Found that 31% of late parcels came from two depots; a rota change cut late deliveries by 12%",
            "Coach two junior analysts through weekly query reviews",
        ),
    ),
    (
        "Data Analyst",
        "Pennine Home & Garden (invented), Manchester",
        "September 2020 – February 2023",
        (
            "Built customer segmentation in Python (pandas, scikit-learn) for 410,000 accounts; email revenue rose 17%",
            "Ran regression analysis on five years of sales to separate weather from promotion effects",
            "Replaced 30 hand-made spreadsheets with one Power BI report, saving the buying team nine hours a week",
            "Presented monthly trading results to the commercial director and 25 buyers",
        ),
    ),
    (
        "Graduate Insight Assistant",
        "Example Survey Bureau (invented), Sheffield",
        "September 2019 – August 2020",
        (
            "Cleaned and weighted survey data from 12,000 households in R",
            "Wrote the methods appendix for three published reports",
        ),
    ),
)
TOOLS = (
    ("Querying", "SQL (BigQuery, PostgreSQL), window functions, query tuning", "5 years"),
    ("Programming", "Python (pandas, Jupyter, scikit-learn), R, Git", "5 years"),
    ("Visualisation", "Tableau, Power BI, Excel pivot tables", "5 years"),
    ("Statistics", "Hypothesis testing, confidence intervals, regression, A/B testing", "5 years"),
    ("Data modelling", "dbt, dimensional modelling, data quality tests", "2 years"),
)
TOOL_WIDTHS = (Cm(3.2), Cm(11.3), Cm(2.5))
BESIDE = (
    "At a glance",
    "£1.9M a year from shipped A/B tests",
    "84 dbt models in production",
    "190 weekly dashboard users",
    "Right to work in the UK",
)
EDUCATION = (
    ("MSc Applied Statistics, Merit", "University of Sampleford (invented)", "2018 – 2019"),
    ("BSc Economics, First Class", "Example College (invented)", "2015 – 2018"),
)
CERTIFICATES = (
    "Tableau Certified Data Analyst, 2024",
    "English: native. French: conversational (B1).",
    "Volunteer: taught spreadsheet basics to 60 adults at an invented community library, 2021 – 2024",
)

TEXT_BOX = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
     xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
     xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:drawing>
<wp:anchor distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
           layoutInCell="1" allowOverlap="0">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="2232000" cy="972000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="left"/>
<wp:docPr id="1" name="At a glance"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2232000" cy="972000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="EAF0F7"/></a:solidFill>
<a:ln w="9525"><a:solidFill><a:srgbClr val="1F3A5F"/></a:solidFill></a:ln></wps:spPr>
<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>
<wps:bodyPr lIns="91440" tIns="45720" rIns="91440" bIns="45720"/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></w:r>
"""
BOX_LINE = (
    '<w:p><w:pPr><w:spacing w:after="20"/></w:pPr>'
    '<w:r><w:rPr>{bold}<w:sz w:val="18"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'
)


def main() -> None:
    """Write every generated sample into `resumes/`."""
    print_pdfs(HERE / "sources", HERE / "resumes")
    build_docx(HERE / "resumes" / DOCX)


def print_pdfs(sources: Path, resumes: Path) -> None:
    """Print each HTML source as an A4 PDF of a fixed date."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        for source, name in PDFS.items():
            html = (sources / source).read_text(encoding="utf-8")
            page.set_content(html.replace("<style>", f"<style>{font_faces(html)}"))
            page.evaluate("document.fonts.ready")
            (resumes / name).write_bytes(dated(page.pdf(prefer_css_page_size=True, print_background=True)))
        browser.close()


def dated(printed: bytes) -> bytes:
    """The PDF with its dates replaced; they keep their length, so every offset in the file still holds."""
    return re.sub(rb"\(D:\d{14}", b"(D:" + MADE_ON.strftime("%Y%m%d%H%M%S").encode(), printed)


def build_docx(path: Path) -> None:
    """Build the DOCX resume, with a text box beside the name and a table of tools."""
    resume = Document()
    _set_page(resume)
    _add_heading_block(resume)
    _add_section(resume, "Profile")
    resume.add_paragraph(SUMMARY)
    _add_section(resume, "Experience")
    for job in JOBS:
        _add_job(resume, *job)
    _add_section(resume, "Skills and tools")
    _add_tools(resume)
    _add_section(resume, "Education")
    for degree, school, years in EDUCATION:
        _add_dated(resume, f"{degree}, {school}", years)
    _add_section(resume, "Certificates, languages and more")
    _add_bullets(resume, CERTIFICATES)
    resume.add_paragraph("Sample resume of an invented person; companies and contacts do not exist.").runs[
        0
    ].italic = True
    resume.save(str(path))
    _fix_dates(path)


def _set_page(resume: Resume) -> None:
    page = resume.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.7)
    style = resume.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(9.5)
    style.paragraph_format.space_after = Pt(2)
    properties = resume.core_properties
    properties.author, properties.title = "Avery Samplewood", "Avery Samplewood, Data Analyst"
    properties.created = properties.modified = MADE_ON


def _add_heading_block(resume: Resume) -> None:
    name = resume.add_paragraph()
    lines = [BOX_LINE.format(bold="<w:b/>" if n == 0 else "", text=text) for n, text in enumerate(BESIDE)]
    name._p.append(parse_xml(TEXT_BOX.format(paragraphs="".join(lines))))
    run = name.add_run("Avery Samplewood")
    run.bold, run.font.size, run.font.color.rgb = True, Pt(22), ACCENT
    resume.add_paragraph("Data Analyst").runs[0].font.size = Pt(12)
    resume.add_paragraph("Manchester, UK | +44 161 555 0173")
    resume.add_paragraph("avery.samplewood@example.com | linkedin.com/in/example-avery")


def _add_section(resume: Resume, title: str) -> None:
    heading = resume.add_heading(title, level=1)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(3)
    run = heading.runs[0]
    run.font.name, run.font.size, run.font.color.rgb = "Arial", Pt(12), ACCENT


def _add_job(resume: Resume, title: str, company: str, dates: str, duties: Iterable[str]) -> None:
    _add_dated(resume, f"{title}, {company}", dates)
    _add_bullets(resume, duties)


def _add_dated(resume: Resume, text: str, dates: str) -> None:
    line = resume.add_paragraph()
    line.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
    line.paragraph_format.keep_with_next, line.paragraph_format.space_before = True, Pt(5)
    line.add_run(text).bold = True
    line.add_run(f"\t{dates}")


def _add_bullets(resume: Resume, lines: Iterable[str]) -> None:
    for line in lines:
        resume.add_paragraph(line, style="List Bullet").paragraph_format.space_after = Pt(1)


def _add_tools(resume: Resume) -> None:
    table = resume.add_table(rows=1, cols=3, style="Light Grid Accent 1")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    rows = [("Area", "Tools and methods", "Used for"), *TOOLS]
    for _ in TOOLS:
        table.add_row()
    for column, width in zip(table.columns, TOOL_WIDTHS, strict=True):
        column.width = width
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text, width in zip(cells.cells, row, TOOL_WIDTHS, strict=True):
            cell.width, cell.text = width, text


def _fix_dates(path: Path) -> None:
    """A DOCX is a zip file, and every part of a zip file carries its own date."""
    with zipfile.ZipFile(path) as made:
        parts = [(part.filename, made.read(part)) for part in made.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name, content in parts:
            part = zipfile.ZipInfo(name, MADE_ON.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(part, content)


if __name__ == "__main__":
    main()
