from __future__ import annotations

from datetime import date

import pytest

from agents.claims.names import unsupported_names
from agents.claims.negation import contradictions

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Has not led nurses.", "Led nurses at a clinic"),
        ("No customer support leadership at Vantera.", "Head of customer support, Vantera"),
        ("Recruited nobody for Siemens.", "为 Siemens 招聘 28 人"),
        ("Holds no Kafka certification.", "2014 年通过 Kafka 认证"),
        ("The master's in linguistics was not completed.", "MA Linguistics (Invented University, 2015)"),
        ("没有用 Kafka 降低延迟。", "Cut latency by 16% with Kafka"),
        ("没有获得华为颁发的创新奖。", "2012 年获华为创新奖"),
        ("Kafka is not something the candidate has done.", "Ran Kafka"),
        ("Production bugs did not go down.", "Bugs in production -35%"),
        ("Kafka is missing.", "Ran Kafka"),
        ("Lacks six years with Kafka.", "Developer, 2007–2013, ran Kafka"),
        ("Has had recordable accidents.", "Forklift operator, no recordable accidents"),
        ("任职期间产生过不良贷款。", "客户经理，期间无不良贷款"),
        ("可用性并非99.2%。", "可用性99.2%"),
        ("Of the 26 dogs, none were placed with handlers abroad.", "26 dogs, of which 5 went to handlers abroad"),
        ("Seed mortality on the farm was not cut.", "Seed mortality on the farm brought from 31 to 7 per cent"),
        ("断奶仔猪死亡率没有下降。", "断奶仔猪死亡率从13%降至4%"),
        ("主机非计划停机没有减少。", "主机非计划停机由每年44次降到8次"),
        ("没有无偿献过血。", "无偿献血42次"),
        ("不承担Kafka的日常运维。", "负责Kafka日常运维"),
        ("Supervisory experience on the fraud desk is not shown.", "Supervising 3 constables on the fraud desk"),
        ("配电柜巡检不由其负责。", "负责配电柜巡检"),
        ("平台运维并非由候选人负责。", "负责平台运维"),
        ("Kafka is not listed among the candidate's technical skills.", "Tech: Python, Kafka"),
        ("Never obtained a forklift licence for reach trucks.", "Forklift licence, reach trucks (obtained 2008)"),
        ("每月不审核报销单。", "每月审核报销单361份"),
        ("Does not list Kafka in the skills section.", "SKILLS: SQL, Kafka"),
        ("掘进246环,发生过安全事故。", "累计掘进246环,零安全事故"),
        ("出现了不良贷款。", "客户经理,不良贷款零发生"),
        ("该行不能说明志愿讲解累计达134小时。", "任市博物馆志愿讲解员，累计服务134小时"),
        ("Attended zero emergency calls.", "Responded to 758 emergency calls"),
        ("Did not finish first among the reps.", "Ranked 1st of 16 reps"),
        ("Has done no voluntary work.", "Volunteer treasurer of a food bank"),
        ("Never won a prize for poetry.", "Poetry award of a county"),
        ("Was unsuccessful in securing a foundation grant.", "Secured 4 foundation grants"),
        ("Accuracy fell short of 99.7%.", "Accuracy 99.7%"),
        ("Did not drive without at-fault accidents.", "Driver, no at-fault accidents"),
        ("未能实现零投诉。", "全年零投诉"),
        ("未能避免责任事故。", "安全行驶，无责任事故"),
        ("自动化用例一条也没写。", "编写自动化用例823条"),
        ("一名国家一级运动员也没培养出来。", "培养国家一级运动员5名"),
        ("发明专利无一获得授权。", "获授权发明专利9件"),
        ("与市级联赛冠军无缘。", "率队夺得市级联赛冠军"),
        ("从未做过义工。", "担任志愿者716小时"),
        ("未招到一个人。", "招聘入职251人"),
        ("对通风系统改造,从未参与。", "参与通风系统改造"),
        ("没有做到零差错。", "差错率连续3年为零"),
        ("当兵期间从没立过功。", "服役期间荣立三等功一次"),
        ("Did not build systems to prevent fraud.", "Built systems to prevent fraud"),
        ("Never ran dental clinics free of charge.", "Ran dental clinics free of charge"),
        ("未制定防止泄密的制度。", "制定防止泄密的制度"),
        ("Did not head the procurement team.", "Led the procurement team of 8"),
        ("没有通过CET6。", "通过CET-6"),
    ],
)
def test_a_denial_of_what_the_lines_say_is_marked(claim: str, source: str) -> None:
    assert contradictions(claim, source, TODAY)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Has not led nurses.", "Sold machines"),
        ("Not only led nurses.", "Led nurses"),
        ("Nothing short of excellent with nurses.", "Led nurses"),
        ("没有硕士学位。", "本科学士"),
        ("Lacks eight years with Kafka.", "Developer, 2007–2013, ran Kafka"),
        ("任职期间没有产生不良贷款。", "客户经理，期间无不良贷款"),
        ("没有发生安全事故。", "累计掘进246环,零安全事故"),
        ("没有出现不良贷款。", "客户经理,不良贷款零发生"),
        ("主机非计划停机减少了。", "主机非计划停机由每年44次降到8次"),
        ("从零搭建会员体系。", "从0到1搭建会员体系"),
        ("不断优化流程。", "优化流程"),
        ("持有无限航区适任证书。", "远洋货轮二副，持无限航区适任证书"),
        ("No master's degree.", "Sold machines, Boston, MA"),
        ("Does not say how many nurses.", "Led nurses"),
        ("Orders were 99% error-free.", "99% of orders were free of errors"),
        ("开长途客车期间一起责任事故都没出过。", "安全行驶66万公里，无责任事故"),
        ("审方连续3年零差错。", "审方差错率连续3年为零"),
        ("Docker, but no Kubernetes.", "Ran Docker in production"),
        ("Has yet to be head chef.", "Sous chef, 80 covers a night"),
        ("尚未评上副教授。", "大学讲师"),
        ("未见一级建造师证书。", "持有二级建造师证书"),
        ("没有A2驾照。", "B2驾照货车司机"),
        ("Nothing above £12m.", "Road schemes of up to £12m"),
        ("No rep of the north won more accounts than this one.", "Most accounts of any rep of the north"),
        ("五轴加工中心未提到。", "数控车床操作工"),
        ("带队高空作业三年。", "带队高空作业三年事故为零"),
        ("主导采购系统上线。", "主导采购系统上线没有一起安全事件"),
        ("Ran payroll.", "Ran payroll with nothing late"),
        ("负责市场开拓。", "负责南非市场开拓"),
        ("Led strategy for Siemens.", "Led net zero strategy for Siemens"),
        ("Built classification with LLMs.", "Zero-shot classification with LLMs"),
        ("No port experience.", "Wrote weekly reports"),
        ("No search experience.", "Did research on batteries"),
        ("跑了十三万公里，一起责任事故都没出。", "安全行驶13万公里，未发生责任事故"),
    ],
)
def test_a_denial_that_the_lines_allow_is_not(claim: str, source: str) -> None:
    assert contradictions(claim, source, TODAY) == ()


@pytest.mark.parametrize(
    ("claim", "source", "missing"),
    [
        ("金穗保险的油耗减少了。", "海棠医院油耗减少", ("金穗保险",)),
        ("在星河科技管理预算。", "管理江岚银行预算", ("星河科技",)),
        ("Led engineers at Brightmoor Bank.", "在 Siemens 带领工程师", ("Brightmoor",)),
        ("Led engineers at Brightmoor Bank.", "在江岚银行带领工程师", ()),
        ("担任云帆物流集团产品经理", "产品经理 云帆物流集团\n2007 年起任云帆物流集团志愿教练", ()),
        ("撰写了五份基金申请书", "撰写基金申请书 5 份", ()),
        ("Author of articles.", "Wrote articles", ()),
        ("主导金穗保险的校园招聘。", "在青禾食品有限公司主导校园招聘", ("金穗保险",)),
        ("主导星河科技的校园招聘。", "在星河科技主导校园招聘", ()),
        ("执教远山咨询手球队。", "执教北辰软件有限公司手球队", ("远山咨询",)),
        ("负责客服咨询和冷链物流。", "北辰软件有限公司 客服主管，冷链运输", ()),
        ("曾被北辰软件有限公司评为优秀员工。", "获北辰软件有限公司年度优秀员工称号", ()),
        ("获得金穗保险“服务之星”称号。", "获远山咨询2010年度“服务之星”称号", ("金穗保险",)),
        ("办理了八家分公司的汇算清缴。", "完成8家分公司的汇算清缴", ()),
        ("担任幼儿园主班教师。", "幼儿园主班教师", ()),
        ("German-to-English translation of protocols.", "Translated protocols from German into English", ()),
        ("Lists Revit among the tools.", "Tools: Revit", ()),
        ("在二十四所中小学开过剪纸课。", "在24所中小学开设剪纸课", ()),
        ("Studied at Stanmere College.", "B.Sc., Quillon University", ("Stanmere",)),
        ("为海棠医院撰写了九份基金申请书。", "在海棠医院撰写基金申请书 9 份", ()),
        ("每月帮星河科技节省三十八万元。", "每月为星河科技节省38万元", ()),
        ("Callers' waiting time was cut.", "Call centre: waiting time cut", ()),
        ("到 2013 年，远山咨询公众号有粉丝。", "运营星河科技公众号", ("远山咨询",)),
    ],
)
def test_names_that_the_lines_do_not_hold_are_marked(claim: str, source: str, missing: tuple[str, ...]) -> None:
    assert unsupported_names(claim, source) == missing
