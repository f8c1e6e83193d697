"""Resumes that the benchmarks write themselves, each different: PDF and DOCX, Chinese and English, nobody real."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import Final, Literal

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from records.language import Language

Kind = Literal["pdf", "docx"]
CHINESE_FONT: Final = "STSong-Light"
_JOBS_PER_PAGE: Final = 8

pdfmetrics.registerFont(UnicodeCIDFont(CHINESE_FONT))


@dataclass(frozen=True)
class Trade:
    """What people of a trade write; `{n}` is a number that tells two of them apart."""

    title: str
    skills: str
    work: tuple[str, ...]


TRADES: Final[dict[Language, tuple[Trade, ...]]] = {
    "en": (
        Trade(
            "Data Analyst",
            "SQL, Python (pandas), Tableau, Power BI, dbt, A/B testing, regression",
            (
                "Built {n} dashboards in Tableau that trading teams open every morning",
                "Designed and evaluated {n} A/B tests on checkout; a third of them shipped",
                "Rewrote order queries in SQL and cut their run time by {n}%",
                "Explained results to {n} buyers who do not read statistics",
            ),
        ),
        Trade(
            "Site Reliability Engineer",
            "Kubernetes, Terraform, Go, Prometheus, Grafana, AWS, Linux, incident response",
            (
                "Ran {n} services on Kubernetes across three regions",
                "Cut alerts by {n}% with service level objectives in Prometheus",
                "Wrote Terraform modules used by {n} teams",
                "Led {n} incident reviews and followed up their actions",
            ),
        ),
        Trade(
            "Intensive Care Nurse",
            "mechanical ventilation, haemodynamic monitoring, ACLS, medication administration, IELTS 7.5",
            (
                "Cared for ventilated adults in a unit of {n} beds",
                "Gave vasoactive infusions under unit protocols on {n} shifts a month",
                "Taught {n} newly qualified nurses at the bedside",
                "Kept accurate records and handed over for {n} patients a week",
            ),
        ),
    ),
    "zh": (
        Trade(
            "AI 应用开发工程师",
            "Python、FastAPI、LangChain、RAG、Milvus、Docker、Git、提示词工程",
            (
                "搭建企业知识库问答系统，接入 {n} 万份文档，回答采纳率提升 {n}%",
                "用 Milvus 管理 {n} 万条向量，检索延迟控制在 120 毫秒以内",
                "设计多步骤智能体，封装 {n} 个内部系统接口",
                "建立 {n} 条问题的评测集，每周分析坏例",
            ),
        ),
        Trade(
            "财务主管",
            "成本核算、预算管理、纳税申报、用友 U8、金蝶云星空、Excel 数据透视表",
            (
                "负责 {n} 个车间的成本核算，按月出具差异分析报告",
                "带 {n} 人核算小组，月结周期由 9 个工作日压缩到 5 个",
                "编制年度预算与滚动预测，偏差控制在 {n}% 以内",
                "负责增值税与企业所得税申报，完成 {n} 次税务自查",
            ),
        ),
        Trade(
            "产品设计师",
            "Figma、用户研究、可用性测试、设计系统、交互设计、原型",
            (
                "主导 {n} 个页面的改版，转化率提升 {n}%",
                "完成 {n} 场用户访谈与可用性测试，整理成改进清单",
                "搭建含 {n} 个组件的设计系统，覆盖三条产品线",
                "与 {n} 名研发协作走查，上线还原度逐版提升",
            ),
        ),
    ),
}


def write_resumes(folder: Path, count: int, pages: int = 1) -> list[Path]:
    """So many resumes in turn Chinese and English, two PDFs for each DOCX; each about `pages` long."""
    return [_written(folder, n, pages) for n in range(count)]


def _written(folder: Path, n: int, pages: int) -> Path:
    language: Language = "zh" if n % 2 else "en"
    kind: Kind = "docx" if n % 3 == 2 else "pdf"
    path = folder / f"invented-{n:03}-{language}.{kind}"
    lines = list(_lines(n, language, pages))
    _write_docx(path, lines) if kind == "docx" else _write_pdf(path, lines, language)
    return path


def _lines(n: int, language: Language, pages: int) -> Iterator[str]:
    trade = TRADES[language][n // 2 % len(TRADES[language])]
    zh = language == "zh"
    yield f"林样例{'甲乙丙丁戊己庚辛壬癸'[n % 10]}" if zh else f"Avery Samplewood-{chr(65 + n % 26)}"
    yield trade.title
    yield f"138-0000-{1000 + n} | sample{n}@example.com" if zh else f"+44 161 555 {1000 + n} | sample{n}@example.com"
    yield "工作经历" if zh else "Experience"
    for job in range(_JOBS_PER_PAGE * pages if pages > 1 else 3):
        yield from _job(trade, n, job, zh)
    yield "教育背景" if zh else "Education"
    yield "示例大学（虚构）｜本科｜2011.09 – 2015.06" if zh else "BSc, Example University (invented), 2011 – 2015"
    yield "专业技能" if zh else "Skills"
    yield trade.skills


def _job(trade: Trade, n: int, job: int, zh: bool) -> Iterator[str]:
    until = 2025 - 3 * (job % 3)
    period = f"{until - 3}.03 – {until}.02"
    yield (
        f"示例企业{n}-{job}（虚构）｜{trade.title}｜{period}"
        if zh
        else f"{trade.title}, Invented {n}-{job} Ltd, {period}"
    )
    for at, duty in enumerate(trade.work):
        yield f"• {duty.format(n=5 + n + 7 * job + at)}"


def _write_pdf(path: Path, lines: Sequence[str], language: Language) -> None:
    canvas, font = Canvas(str(path), pagesize=A4), CHINESE_FONT if language == "zh" else "Helvetica"
    top = y = A4[1] - 60
    for row in (part for line in lines for part in wrap(line, 45 if language == "zh" else 90)):
        if y < 60:
            canvas.showPage()
            y = top
        canvas.setFont(font, 10)
        canvas.drawString(60, y, row)
        y -= 18
    canvas.save()


def _write_docx(path: Path, lines: Sequence[str]) -> None:
    resume = Document()
    for line in lines:
        resume.add_paragraph(line.removeprefix("• "), style="List Bullet" if line.startswith("•") else None)
    resume.save(str(path))
