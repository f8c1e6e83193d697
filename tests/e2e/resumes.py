"""Resumes that the tests make; every person, employer and school in them is invented."""

from __future__ import annotations

import base64
from pathlib import Path

import docx
from playwright.sync_api import Browser

CHINESE_NAME = "程例真"
CHINESE_LINES = (
    "新媒体运营｜4 年护肤与个护品牌经验",
    "上海 · 139-0000-0417 · chenglizhen@example.com",
    "工作经历",
    "乌有护肤（虚构）｜新媒体运营主管　2022.03 – 至今",
    "负责小红书、抖音与微信公众号的内容规划，账号粉丝由 3 万增长到 21 万",
    "带领 5 人内容小组，每月产出短视频脚本 40 条，平均完播率 38%",
    "策划 6 场新品种草活动，投放 ROI 由 1.2 提高到 2.6",
    "用数据复盘每周选题，爆款笔记占比由 4% 提高到 11%",
    "子虚个护（虚构）｜新媒体运营　2020.07 – 2022.02",
    "撰写公众号推文 120 篇，其中 9 篇阅读量超过 10 万",
    "维护 30 位腰部达人，单次合作成本下降 18%",
    "教育背景",
    "示例传媒大学（虚构）｜广告学｜本科　2016.09 – 2020.06",
    "专业技能",
    "文案与脚本、达人合作、Excel 数据透视表、剪映、Photoshop",
)

ENGLISH_NAME = "Robin Madeupton"
ENGLISH_LINES = (
    "Site Reliability Engineer, 6 years",
    "robin.madeupton@example.com",
    "Experience",
    "Site Reliability Engineer, Nowhere Parcels (invented), March 2021 – present",
    "Run 14 Kubernetes clusters on AWS with Terraform; availability rose from 99.5% to 99.95%",
    "Led a team of 4 on-call engineers and cut the median time to recover from 52 to 17 minutes",
    "Built the monitoring in Prometheus and Grafana, with service level objectives for 23 services",
    "Systems Engineer, Imaginary Ferries (invented), September 2018 – February 2021",
    "Wrote deployment tools in Python and Go that 60 developers use every day",
    "Education",
    "BSc Computer Science, Example University (invented), 2015 – 2018",
    "Skills",
    "Linux, Kubernetes, Terraform, AWS, Python, Go, Prometheus, incident reviews",
)


def chinese_pdf(browser: Browser, folder: Path) -> Path:
    """A resume printed by the browser, so that its Chinese font is embedded."""
    rows = "".join(f"<p>{line}</p>" for line in CHINESE_LINES)
    return printed(browser, f"<h1>{CHINESE_NAME}</h1>{rows}", folder / "程例真-新媒体运营.pdf")


def english_docx(folder: Path) -> Path:
    """A resume as Word writes it."""
    file = docx.Document()
    file.add_heading(ENGLISH_NAME, 0)
    for line in ENGLISH_LINES:
        file.add_paragraph(line)
    path = folder / "robin-madeupton.docx"
    file.save(str(path))
    return path


def scan(browser: Browser, folder: Path) -> Path:
    """A picture of a resume in a PDF, with no text to be read."""
    page = browser.new_page(viewport={"width": 700, "height": 500})
    page.set_content("<h1>扫描件 Scanned</h1>" + "".join(f"<p>{line}</p>" for line in CHINESE_LINES))
    page.screenshot(path=folder / "scan.png")
    page.close()
    return printed(browser, f'<img width="680" src="{_inline(folder / "scan.png")}">', folder / "扫描件.pdf")


def printed(browser: Browser, body: str, path: Path) -> Path:
    """A page printed to a PDF."""
    page = browser.new_page()
    page.set_content(
        f'<html lang="zh-CN"><body style="font: 11pt \'Noto Sans CJK SC\', sans-serif">{body}</body></html>'
    )
    page.pdf(path=path, format="A4", margin={"top": "20mm", "left": "20mm", "right": "20mm", "bottom": "20mm"})
    page.close()
    return path


def _inline(picture: Path) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode()}"
