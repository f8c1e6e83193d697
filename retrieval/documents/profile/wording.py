# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Words by which resumes name employers, schools and jobs, in Chinese and English."""

from __future__ import annotations

import re

SCHOOL = re.compile(
    r"大学|大學|学院|學院|学校|學校|中学|高中|党校|研究所|研究院|科学院|\b(?:universit(?:y|ies|[àéä]t?)|universidad|college|institute|school|academy|polytechnic|"
    r"faculty|conservatory|bootcamp|iit|iim|nit|mit|eth|epfl|ucla|uc\s+(?:berkeley|davis|irvine|san\s+diego)|caltech|suny|cuny)\b",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"公司|集团|集團|银行|銀行|证券|基金|保险|医院|事务所|研究院|研究所|实验室|工作室|科技|网络|传媒|学院|大学|中心|局|厅|协会|"
    r"\b(?:inc|llc|ltd|limited|corp(?:oration)?|co|company|gmbh|ag|plc|pvt|group|holdings?|technolog(?:y|ies)|solutions?|systems?|labs?|"
    r"consulting|partners?|bank|hospital|clinic|university|college|institute|agency|studios?|services|international|associates|"
    r"foundation|ministry|department|school|capital|ventures|networks?|software|industries|logistics|pharma\w*|insurance)\b\.?",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"工程师|工程師|经理|經理|总监|總監|主管|专员|專員|助理|顾问|顧問|分析师|设计师|設計師|开发|架构师|实习生|实习|负责人|组长|主任|总裁|总经理|"
    r"会计|出纳|教师|老师|讲师|教授|研究员|科学家|运营|销售|客服|编辑|记者|律师|医生|护士|药师|翻译|秘书|文员|程序员|测试|产品|店长|店员|采购|"
    r"技术员|操作员|司机|厨师|导游|督导|合伙人|创始人|董事|干事|管培生|培训生|法务|人事|行政|策划|摄影|剪辑|审计|精算师|交易员|投资|"
    r"\b(?:engineer|developer|programmer|manager|director|analyst|scientist|designer|architect|consultant|intern|internship|trainee|"
    r"assistant|associate|specialist|coordinator|administrator|officer|lead|leader|head|chief|president|vp|ceo|cto|cfo|coo|founder|co-founder|"
    r"partner|principal|supervisor|executive|representative|accountant|auditor|nurse|doctor|physician|teacher|tutor|lecturer|professor|"
    r"researcher|fellow|editor|writer|journalist|lawyer|attorney|paralegal|clerk|cashier|technician|mechanic|operator|strategist|planner|"
    r"recruiter|buyer|sales\w*|marketer|freelancer?|contractor|volunteer|sre|devops|dba|staff|tester|translator|interpreter|pharmacist|"
    r"therapist|driver|chef|cook|barista|server|apprentice|advisor|adviser|agent|broker|trader|controller|bookkeeper|secretary|receptionist|"
    r"mentor|instructor|trainer|maintainer|contributor|owner|curator|producer|photographer|artist|animator|copywriter|evangelist|superintendent|foreman|member|presenter|organi[sz]er|reporter|ambassador|captain|treasurer)s?\b",
    re.IGNORECASE,
)
OWN_PROJECT = re.compile(
    r"个人项目|自己的项目|业余项目|开源项目|课程项目|\b(?:personal|individual|side|hobby|course|open[- ]source)\s+project",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"^(?:remote|hybrid|on-?site|远程|(?:中国)?(?:北京|上海|广州|深圳|杭州|成都|武汉|南京|西安|苏州|重庆|天津|长沙|郑州|青岛|厦门|合肥|宁波|东莞|佛山|济南|"
    r"大连|沈阳|福州|昆明|无锡|珠海|香港|台北|澳门|哈尔滨|长春|石家庄|太原|南昌|南宁|贵阳|兰州|海口|乌鲁木齐)(?:市)?(?:[·\-•\s,，].*)?|"
    r"[A-Z][A-Za-z.\s]+,\s*(?:[A-Z]{2}|[A-Z]\.?\s?[A-Z]?\.?[A-Z]?\.?|(?:[A-Z]\.\s?)?[A-Z][a-z]+(?:\s[A-Z][a-z]+)*)(?:,?\s*(?:\d{5}|usa|u\.s\.a?\.?))?|"
    r"(?:new york|london|san francisco|boston|seattle|chicago|singapore|tokyo|berlin|paris|bangalore|bengaluru|mumbai|delhi|toronto|sydney|"
    r"hong kong|beijing|shanghai|shenzhen|hangzhou|guangzhou|usa|uk|china|india|germany|canada|[A-Z]{2}))$",
    re.IGNORECASE,
)
BULLET = re.compile(r"^\s*(?:[•●▪■◆◇○◦▶►➢➤✓✔*·–—\-‣∙]|\(?\d{1,2}[.)、）]|[①-⑳])\s*\S")


def is_note(text: str) -> bool:
    """A short line that names something, as opposed to a bullet or a sentence."""
    return (
        0 < len(text) <= 90 and not BULLET.match(text) and not text.rstrip().endswith((".", "。", "；", ";", "，", ","))
    )
