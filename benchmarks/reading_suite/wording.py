"""The words from which invented resumes are made; long enough sentences to wrap two or three times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from records.language import TextLanguage


@dataclass(frozen=True)
class Vocabulary:
    """What can stand in the blanks, and what is written over the sections."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    companies: tuple[str, ...]
    schools: tuple[str, ...]
    degrees: tuple[str, ...]
    skills: tuple[str, ...]
    things: tuple[str, ...]
    whom: tuple[str, ...]
    effects: tuple[str, ...]
    phone: str
    headings: dict[str, str]
    labels: dict[str, str]


_EN: Final = Vocabulary(
    names=("Avery Samplewood", "Robin Placeholder", "Jordan Testerly", "Casey Inventado", "Morgan Fictiver"),
    titles=(
        "Warehouse Planner",
        "Data Engineer",
        "Payroll Specialist",
        "Field Technician",
        "Ward Nurse",
        "Product Manager",
        "Actuarial Analyst",
        "Welding Inspector",
        "Account Executive",
    ),
    companies=(
        "Larkmoor Freight Ltd",
        "Quillon Insurance plc",
        "Osterby Foods GmbH",
        "Tarn & Vale Hospitals",
        "Pellworm Robotics",
        "Brightnook Schools Trust",
        "Halden Offshore AS",
    ),
    schools=("University of Easthollow", "Port Calder Polytechnic", "Northmere Institute of Technology"),
    degrees=("BSc Mathematics", "MSc Logistics", "BEng Mechanical Engineering", "BA Economics"),
    skills=(
        "PostgreSQL",
        "Apache Airflow",
        "Six Sigma",
        "SAP S/4HANA",
        "C++",
        "forklift licence",
        "AutoCAD",
        "French (B2)",
        "Power BI",
        "IFRS 17",
        "TIG welding",
        "wound care",
    ),
    things=("routing model", "stock ledger", "training plan", "billing service", "inspection file", "night rota"),
    whom=("the regional depots", "four hospital wards", "both sales teams", "the claims office", "our two plants"),
    effects=("late deliveries", "open invoices", "rework hours", "sick days", "customer complaints"),
    phone="+44 161 555 {}",
    headings={
        "contact": "Contact",
        "summary": "Profile",
        "experience": "Experience",
        "projects": "Projects",
        "education": "Education",
        "skills": "Skills",
    },
    labels={"name": "Name", "title": "Position sought", "email": "E-mail", "phone": "Telephone", "period": "Period"},
)

_ZH: Final = Vocabulary(
    names=("陈试样", "林例文", "欧阳示言", "王样章", "赵虚构"),
    titles=(
        "仓储主管",
        "数据开发工程师",
        "薪酬专员",
        "现场技术员",
        "重症护士",
        "产品经理",
        "焊接检验员",
        "大客户经理",
        "精算助理",
    ),
    companies=(
        "云岭虚构物流有限公司",
        "澄湖示例保险股份有限公司",
        "青澜样本食品有限公司",
        "北屿假想医院",
        "拾光试验机器人有限公司",
        "远桥例证教育集团",
        "石帆示范海工有限公司",
    ),
    schools=("东谷示例大学", "澜港虚构理工学院", "北原样本师范大学"),
    degrees=("数学本科", "物流工程硕士", "机械工程本科", "会计学硕士"),
    skills=(
        "成本核算",
        "用友U8",
        "焊接工艺",
        "伤口护理",
        "需求分析",
        "劳动合同法",
        "数据仓库",
        "叉车证",
        "普通话一甲",
        "精益生产",
    ),
    things=("路径规划模型", "库存台账", "新员工培训计划", "对账系统", "检验档案", "夜班排班表"),
    whom=("华东四个分拨中心", "两个住院病区", "全部门店", "理赔中心", "三条生产线"),
    effects=("晚到订单", "逾期应收款", "返工工时", "盘点差异", "客户投诉"),
    phone="138-0000-{}",
    headings={
        "contact": "联系方式",
        "summary": "自我评价",
        "experience": "工作经历",
        "projects": "项目经历",
        "education": "教育背景",
        "skills": "专业技能",
    },
    labels={"name": "姓名", "title": "应聘职位", "email": "邮箱", "phone": "电话", "period": "起止时间"},
)

_MIXED: Final = Vocabulary(
    names=("林例文 Lynn Sampleton", "陈试样 Chen Shiyang", "欧阳示言 Owen Placehold"),
    titles=("后端开发 Backend Engineer", "数据分析师 BI Analyst", "SRE 运维工程师", "产品经理 PM", "算法工程师 NLP"),
    companies=("云岭 Yunling Logistics", "澄湖保险 Clearlake Ltd", "Pellworm 机器人（中国）", "拾光 Shiguang AI"),
    schools=("东谷示例大学 Eastvale University", "University of Easthollow 伊斯特霍洛大学"),
    degrees=("计算机科学 BSc", "MSc 数据科学", "软件工程 BEng"),
    skills=(
        "Python 开发",
        "Kubernetes 运维",
        "Spark/Flink",
        "英语 CET-6",
        "MySQL 调优",
        "Vue 前端",
        "LLM 微调",
        "GitLab CI",
    ),
    things=("CI/CD 流水线", "RAG 问答服务", "Kafka 消息总线", "Spring Boot 网关", "BI 报表平台"),
    whom=("三个 SaaS 团队", "海外 QA 小组", "Shanghai 与 Berlin 两地同事", "所有 B 端客户"),
    effects=("P99 延迟", "on-call 告警", "SQL 慢查询", "release 回滚次数"),
    phone="+86 138 0000 {}",
    headings={
        "contact": "联系方式 Contact",
        "summary": "个人简介 Summary",
        "experience": "工作经历 Experience",
        "projects": "项目经历 Projects",
        "education": "教育背景 Education",
        "skills": "专业技能 Skills",
    },
    labels={"name": "姓名", "title": "应聘职位", "email": "E-mail", "phone": "手机", "period": "时间"},
)

WORDS: Final[dict[TextLanguage, Vocabulary]] = {"en": _EN, "zh": _ZH, "mixed": _MIXED}

SENTENCES: Final[dict[TextLanguage, tuple[str, ...]]] = {
    "en": (
        "Rebuilt the {thing} that {who} rely on every day, which cut {effect} by {b} percent within {a} working days.",
        "Took over a {thing} with {a} open questions, agreed a plan with {who} and closed all but {b} of them.",
        "Explained {a} times to {who} why {effect} come back, then wrote the {thing} that made {b} of them disappear.",
        "Ran workshops for {who} about {effect}, after which {a} people used the {thing} in {b} daily routines.",
        "Measured {effect} over {a} days, found {b} causes and changed the {thing} together with {who}.",
        "Hired and trained {b} colleagues who now keep the {thing} alive for {who} and answer {a} requests a month.",
        "Negotiated with {who} until the {thing} was financed, and reported on {effect} to {b} people in {a} letters.",
        "Wrote a thesis of {a} pages on how a {thing} changes {effect}, with data that {who} collected for {b} weeks.",
        "Moved {a} records of the {thing} to a new system over {b} nights without stopping the work of {who}.",
    ),
    "zh": (
        "负责为{who}重建{thing}，梳理出{a}个问题并逐项关闭，使{effect}在一年之内下降了{b}%，由此获得年度优秀员工称号。",
        "带领{b}人小组维护{thing}，每月处理来自{who}的{a}条请求，持续跟踪{effect}的变化并按周向管理层汇报。",
        "用{a}天时间统计{effect}的来源，归纳出{b}类原因，与{who}共同修改了{thing}，方案随后在全公司推广。",
        "向{who}讲解{effect}反复出现的原因，编写{a}页操作说明，并据此改造{thing}，培训新人{b}名。",
        "在不停工的前提下用{b}个夜班把{thing}的{a}万条记录迁移到新系统，{who}的日常工作没有受到影响。",
        "与{who}协商落实了{thing}的预算{a}万元，制定{b}项验收指标，每季度就{effect}提交书面分析报告。",
        "毕业论文共{a}页，研究{thing}对{effect}的影响，数据由{who}连续{b}周采集，答辩成绩为优秀。",
        "接手一套遗留多年的{thing}，先补齐{a}个测试，再分{b}批上线，{who}反馈{effect}明显减少。",
        "组织{who}开展专题培训{b}场，累计{a}人参加，把{thing}固化为制度，{effect}连续三个季度下降。",
    ),
    "mixed": (
        "主导{thing}的重构，用 Python 与 Go 重写{a}个接口，使{effect}下降{b}%，并在{who}中推广 code review 制度。",
        "为{who}搭建{thing}，基于 Docker 和 Kubernetes 部署{a}个 microservices，{effect}较上一年减少{b}%。",
        "编写{a}个 unit tests 与{b}个 end-to-end tests，保证{thing}每次 release 之前自动回归，{who}不再手工验证。",
        "与{who}一起定位{effect}的 root cause，输出{a}页 post-mortem，随后给{thing}增加{b}个 dashboard 与告警。",
        "毕业设计实现了一个面向{who}的{thing}，使用 PyTorch 训练{a}小时，accuracy 提升{b}%，代码已经开源。",
        "把{thing}从 AWS 迁移到自建机房，历时{b}周，搬迁{a} TB 数据，期间{who}没有感知到 downtime。",
        "Led a team of {b} engineers 维护{thing}，每月响应{who}的{a}个 tickets，并持续优化{effect}。",
        "设计 A/B test 评估{thing}对{effect}的影响，样本量{a}万，结论帮助{who}节省{b}% 的 budget。",
        "负责{thing}的 on-call 轮值，半年处理{a}起 incidents，沉淀{b}篇 runbook，供{who}随时查阅。",
    ),
}
