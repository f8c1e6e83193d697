"""A small library, invented for the tests: abstracts of papers, goals of teams, white papers, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from made_files import CHINESE

CROSS_LINGUAL: Final = ("transfer-en", "transfer-zh", "pivot-en", "parent-zh")
"""Those about translation between languages with few texts, by transfer from others."""

PAPERS: Final[dict[str, str]] = {
    "transfer-en": "Borrowing from Neighbours: Cross-lingual Transfer for Languages with Few Texts\n"
    "Abstract. Neural translation needs millions of sentence pairs, which most languages do not have. "
    "We pretrain one Transformer on forty related languages and adapt it to three low-resource languages with "
    "only eight thousand sentence pairs each. Sharing the encoder across languages lifts translation quality by "
    "nine BLEU points over a model trained from scratch, and most where the scripts agree.",
    "transfer-zh": "面向低资源语言的跨语言迁移学习\n"
    "摘要：大多数语言没有足够的双语语料。本文先在多语言语料上预训练一个共享编码器，再用跨语言迁移把它适配到只有一万句对的低资源语言。"
    "实验表明，与从零训练相比，机器翻译质量明显提高，语系越近的源语言帮助越大。",
    "pivot-en": "When Two Hops Beat One: Pivot Languages Revisited\n"
    "Abstract. For language pairs without parallel data, machine translation often goes through English. We compare "
    "pivoting with zero-shot multilingual models and find that a closely related pivot language helps a "
    "low-resource pair more than English does. Cross-lingual transfer explains two thirds of the gain.",
    "parent-zh": "父模型的选择：多语言神经机器翻译中的迁移\n"
    "摘要：在低资源机器翻译中，用哪一种语言训练父模型对结果影响很大。我们在十二种语言上比较了 Transformer 父模型，"
    "提出一个只看词表重合度的选择方法，不需要任何训练就能选出合适的父语言。",
    "rag-en": "Answers That Can Be Checked: Retrieval-Augmented Generation with Line References\n"
    "Abstract. Large language models state things that no source supports. We let a model answer only with numbers of "
    "retrieved lines and check each claim against them. On an invented set of nine hundred questions the share of "
    "unsupported claims falls from one in five to one in forty, at the price of some unanswered questions.",
    "rag-zh": "检索增强生成在企业知识库中的应用\n"
    "摘要：大语言模型会编造没有出处的内容。本文把企业文档切分后存入向量数据库，用检索增强生成（RAG）回答员工问题，"
    "并比较了三种切分长度。段落级切分的召回率最高，答案附带出处后用户更愿意采用。",
    "okr-sales-zh": "华东销售团队第三季度 OKR\n"
    "目标一：扩大重点客户。关键结果：新签十家年采购额超过百万的客户；老客户续约率达到九成；每周拜访客户二十次。\n"
    "目标二：缩短销售周期。关键结果：从首次接触到签约由六十天缩短到四十五天；销售漏斗每周更新。",
    "okr-platform-en": "Platform Team: Objectives and Key Results, Second Half\n"
    "Objective 1: deployments that nobody notices. Key results: nine in ten services deploy through the pipeline; "
    "rollback takes under five minutes; no planned downtime. Objective 2: Kubernetes clusters that cost less. "
    "Key results: idle nodes down by a third; alerts per on-call shift below four.",
    "battery-en": "Batteries at the Edge of the Grid: A White Paper on Storage\n"
    "Lithium iron phosphate cells now cost less per cycle than pumped hydro in small grids. This white paper looks at "
    "forty storage sites, their thermal management, their fire protection and how many years the cells last when "
    "they are cycled twice a day. Operators should plan for a second life of the cells.",
    "battery-zh": "工商业储能电站安全白皮书\n"
    "本白皮书总结了储能电站的热失控风险与消防设计。电池管理系统应能在三秒内识别单体温升异常；"
    "磷酸铁锂电池舱应设置独立的排烟通道。运营方每年至少进行一次应急演练。",
    "recsys-en": "Cold Starts without Tears: Recommending Courses to New Learners\n"
    "Abstract. A recommender system knows nothing of a learner who has just arrived. We ask two questions, place the "
    "learner near others in embedding space, and update after every lesson. Completion rises by eleven percent "
    "in an invented online school.",
    "vision-zh": "基于计算机视觉的焊缝缺陷检测\n"
    "摘要：人工检查焊缝费时且标准不一。我们用卷积神经网络检测焊缝图像中的气孔和裂纹，在产线上以每秒三十帧运行，"
    "漏检率低于百分之一。",
    "nursing-zh": "急诊分诊护理质量改进项目报告\n"
    "项目背景：急诊患者候诊时间过长。改进措施包括分诊护士培训、重症患者优先通道和交接班清单。"
    "三个月后危重患者平均候诊时间由十九分钟降至七分钟。",
    "finance-en": "Closing the Books in Three Days: A Project Report\n"
    "Month-end closing took nine working days. We automated bank reconciliation, moved accruals to a shared calendar "
    "and let the tax accounting team post directly to the general ledger. Auditors found no new differences.",
    "hiring-en": "What Structured Interviews Change: An Internal Study\n"
    "Interviewers who follow one list of questions agree with each other more often. Over two hundred invented "
    "interviews, agreement between two interviewers rose from 0.4 to 0.7, and candidates called the process fairer.",
    "supply-zh": "冷链物流的路径优化与温控\n"
    "摘要：生鲜配送既要快又要冷。本文建立了带时间窗的车辆路径模型，并把冷藏车温度作为约束。在虚构的城市网络上，"
    "运输成本下降百分之十二，超温次数下降一半。",
}


def written(folder: Path) -> dict[str, Path]:
    """Every paper as a text file, by its key."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {key: folder / f"{key}.md" for key in PAPERS}
    for key, text in PAPERS.items():
        files[key].write_text(f"# {text}\n", encoding="utf-8")
    return files


def paper_pdf(path: Path, title: str, pages: Sequence[Sequence[str]], font: str = "Helvetica") -> Path:
    """A PDF as papers look: a large title on the first page, then lines, page by page."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)  # the same words, the same file
    for number, lines in enumerate(pages):
        top = 780.0
        if number == 0:
            canvas.setFont(font, 18)
            canvas.drawString(60, top, title)
            top -= 40
        canvas.setFont(font, 10)
        for at, line in enumerate(lines):
            canvas.drawString(60, top - at * 16, line)
        canvas.showPage()
    canvas.save()
    return path


def storage_paper(folder: Path) -> Path:
    """Three English pages, of which the last speaks of what happens to old cells."""
    return paper_pdf(
        folder / "storage-white-paper.pdf",
        "Batteries at the Edge of the Grid",
        [
            [
                "A white paper of Nowhere Energy (invented)",
                "Lithium iron phosphate cells now cost less per cycle than pumped hydro in small grids.",
                "This paper looks at forty storage sites and how their operators keep them safe.",
            ],
            [
                "2 Fire protection",
                "Every container has its own smoke duct, and the battery management system opens the contactor",
                "within three seconds when the temperature of a single cell rises faster than one degree a minute.",
            ],
            [
                "3 Second life",
                "Cells that hold less than four fifths of their first capacity leave the grid and move on to",
                "street lamps and farm pumps, where they work for six more years on average.",
            ],
        ],
    )


def transfer_paper(folder: Path) -> Path:
    """Two Chinese pages on cross-lingual transfer, the second with the results."""
    return paper_pdf(
        folder / "跨语言迁移.pdf",
        "面向低资源语言的跨语言迁移学习",
        [
            [
                "示例大学（虚构）  卫虚白",
                "摘要：大多数语言没有足够的双语语料。本文先在多语言语料上预训练共享编码器，",
                "再用跨语言迁移把它适配到只有一万句对的低资源语言。",
            ],
            [
                "四、实验结果",
                "与从零训练的 Transformer 相比，低资源机器翻译的质量提高九个 BLEU 点，",
                "语系越近的源语言帮助越大。",
            ],
        ],
        CHINESE,
    )
