# ruff: noqa: E501  (a pattern is read whole or not at all)
"""Words by which resumes name employers, schools and jobs, in Chinese and English."""

from __future__ import annotations

import re

SCHOOL = re.compile(
    r"大学|大學|学院|學院|学校|學校|中学|高中|党校|研究所|研究院|科学院|\b(?:universit(?:y|ies|[àéä]t?)|universidade?|universiti|universitas|univerzita|uniwersytet|hochschule|école|ecole|politecnico|politechnika|escuela|[a-z]+ tech(?=\s*(?:,|$|\s{2}|[|·(]))|college|institute|school|academy|polytechnic|"
    r"faculty|conservatory|bootcamp|iit|iim|nit|mit|eth|epfl|ucla|uc\s+(?:berkeley|davis|irvine|san\s+diego)|caltech|suny|cuny)\b",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"公司|集团|集團|银行|銀行|证券|基金|保险|医院|醫院|事务所|事務所|研究院|研究所|实验室|工作室|科技|网络|传媒|学院|大学|大學|中心|局|厅|协会|协和|"
    r"中学|小学|学校|幼儿园|报社|出版社|杂志社|旅行社|电视台|电台|[\u4e00-\u9fff]厂|工厂|酒店|餐厅|餐饮|饭店|超市|门店|诊所|药房|药店|药业|制药|地产|置业|委员会|法院|检察院|"
    r"政府|部队|合作社|俱乐部|基金会|联合会|卫生院|服务站|支行|分行|电商平台|設計院|设计院|株式会社|"
    r"\b(?:inc|llc|ltd|limited|corp(?:oration)?|co|company|gmbh|ag|plc|pvt|group|holdings?|technolog(?:y|ies)|solutions?|systems?|labs?|"
    r"consulting|partners?|bank|hospital|clinic|university|college|institute|agency|studios?|services|international|associates|"
    r"foundation|ministry|department|school|capital|ventures|networks?|software|industries|logistics|pharma\w*|insurance|sdn|bhd|pte|pty|llp|lp|s\.?a\.?r\.?l|"
    r"(?<!\.)s\.a|s\.l|s\.p\.a|b\.v|n\.v|oy|kg|kgaa|k\.k|press|books|media|analytics|airlines?|motors|robotics|foods?|mart|store|restaurant|hotel|coffee|cafe|"
    r"council|authority|museum|library|laborator(?:y|ies)|centre|center|trust|society|association|enterprises|electronics|semiconductor|biotech|universit(?:ät|é|à|at|y)|universidad)\b\.?",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"工程师|工程師|经理|經理|总监|總監|主管|专员|專員|助理|顾问|顧問|分析师|设计师|設計師|开发|架构师|实习生|实习|负责人|组长|主任|总裁|总经理|"
    r"会计|出纳|教师|老师|讲师|教授|研究员|科学家|运营|销售|客服|编辑|记者|律师|医生|护士|药师|翻译|秘书|文员|程序员|测试|产品|店长|店员|采购|"
    r"技术员|操作员|司机|厨师|导游|督导|医药代表|销售代表|客户代表|博士后|學徒|学徒|班长|站长|院长|校长|书记|研发|会計|會計|護士|護理|醫師|律師|講師|實習|行銷|業務|企劃|專案|代表|合伙人|创始人|董事|干事|管培生|培训生|法务|人事|行政|策划|摄影|剪辑|审计|精算师|交易员|投资|"
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
# What people do or are ends in these: 业务员, 主治医师, 护士长, 电工, 实习生, 科学家, 负责人, 助手.
ROLE_ENDING = re.compile(r"^[A-Za-z+#/\u4e00-\u9fff]{0,10}[\u4e00-\u9fff](?:师|師|员|員|长|長|工|生|家|人|手|代表)$")
DEPARTMENT = re.compile(
    r"^[\u4e00-\u9fffA-Za-z]{0,12}[\u4e00-\u9fffA-Za-z](?:部|部门|事业群|事业部|小组|办公室|科室|车间|班组|[^本专]科|病区|研发中心)$"
    r"|^(?:[\w&\- ]+ )?(?:team|division|dept\.?|unit|ward)$",
    re.IGNORECASE,
)
# A line that tells what was done, not what the job was called.
DEED = re.compile(
    r"^\W*(?:主要)?(?:负责|參與|参与|带领|主导|协助|完成|独立|熟悉|组织|制定|处理|撰写|开展|推动|搭建|维护|设计并|承担|配合|实现|利用|使用|通过|对接|跟进|建立|優化|优化|协调|掌握|作为)"
    r"|^\W*(?:[A-Z][a-z]+ed|Led|Built|Wrote|Ran|Grew|Made|Won|Cut|Drove|Oversaw|Taught|Set|Took|Sold|Kept|Began|Brought|Gave|Held|Spoke|Responsible)\s+(?![A-Z])"
)
# Printed by templates, word processors and web pages; their years are nobody's.
CREDIT = re.compile(
    r"©|\(c\)\s*(?:19|20)\d\d|copyright|all rights reserved|版权所有|模板|\btemplates?\b.*\d{4}|\bpage\s*\d+(?:\s*(?:of|/)\s*\d+)?|第\s*\d+\s*页|"
    r"powered by|(?:generated|created|made|designed) (?:by|with)\b|最后更新|更新(?:时间|日期|于)|last updated",
    re.IGNORECASE,
)

# After a comma only a state or a country makes a place of what stands before: "Boston, MA" is one, "Google, London" none.
_REGION = (
    r"[A-Z]{2}|(?:[A-Z]\.\s?){2,3}|USA|UAE|PRC|England|Scotland|Wales|Ireland|United (?:Kingdom|States|Arab Emirates)|Great Britain|France|Germany|Spain|Italy|Portugal|"
    r"Netherlands|Belgium|Switzerland|Austria|Poland|Sweden|Norway|Denmark|Finland|Greece|Turkey|Russia|Ukraine|Czech(?:ia| Republic)|Hungary|Romania|Canada|Mexico|Brazil|"
    r"Argentina|Chile|Colombia|Peru|China|P\.?R\.? China|Hong Kong|Taiwan|Japan|(?:South |S\.? ?)?Korea|Singapore|Malaysia|Thailand|Vietnam|Indonesia|Philippines|India|Pakistan|"
    r"Bangladesh|Israel|Egypt|Nigeria|Kenya|South Africa|Morocco|Australia|New Zealand|Ontario|Quebec|British Columbia|Alberta|Alabama|Alaska|Arizona|Arkansas|California|Colorado|"
    r"Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    r"Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|"
    r"(?:West )?Virginia|Washington|Wisconsin|Wyoming|Karnataka|Maharashtra|Tamil Nadu|Telangana|Gujarat|Kerala"
)
_PLACE = re.compile(
    r"^(?:remote|hybrid|on-?site|远程|(?:中国)?(?:北京|上海|广州|深圳|杭州|成都|武汉|南京|西安|苏州|重庆|天津|长沙|郑州|青岛|厦门|合肥|宁波|东莞|佛山|济南|"
    r"大连|沈阳|福州|昆明|无锡|珠海|香港|台北|澳门|哈尔滨|长春|石家庄|太原|南昌|南宁|贵阳|兰州|海口|乌鲁木齐)(?:市)?(?:[·\-•\s,，].*)?|"
    rf"(?-i:[A-Z][A-Za-z.\s]+,\s*(?:{_REGION})(?:,?\s*(?:\d{{5}}|USA|U\.S\.A?\.?))?)|"
    r"(?:new york|london|san francisco|boston|seattle|chicago|singapore|tokyo|berlin|paris|bangalore|bengaluru|mumbai|delhi|toronto|sydney|"
    r"hong kong|beijing|shanghai|shenzhen|hangzhou|guangzhou|usa|uk|china|india|germany|canada|(?-i:[A-Z]{2})))$",
    re.IGNORECASE,
)
BULLET = re.compile(r"^\s*(?:[•●▪■◆◇○◦▶►➢➤✓✔*·–—\-‣∙]|\(?\d{1,2}[.)、）]|[①-⑳])\s*\S")

# A sentence's or clause's end; the point of an abbreviation is neither.
_SENTENCE_END = re.compile(
    r"(?<!\binc)(?<!\bcorp)(?<!\bltd)(?<!\bco)(?<!\bllc)(?<!\.[a-z])(?<!\bjr)(?<!\bsr)\.\s*$|[。；;，,]\s*$",
    re.IGNORECASE,
)


def is_note(text: str) -> bool:
    """A short line that names something, as opposed to a bullet or a sentence."""
    return 0 < len(text) <= 90 and not BULLET.match(text) and not _SENTENCE_END.search(text)


def is_place(text: str) -> bool:
    """A town, a region, or a way of working from anywhere, where a job or an employer could stand."""
    town = text.rsplit(",", 1)[0]
    named = TITLE.search(town) or SCHOOL.search(town)
    return _PLACE.match(text) is not None and not named and (len(town) < 3 or not COMPANY.search(town))


_FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_FULL_WIDTH |= {ord(wide): ord(narrow) for wide, narrow in zip("．－／＠＿＋～｜", ".-/@_+~|", strict=True)}


def narrowed(text: str) -> str:
    """Full-width digits, letters and the signs between them in their ordinary form; the length stays."""
    return text.translate(_FULL_WIDTH)


# Not a copyright manager (版权经理), nor the third point of a list, (c).
_IMPRINT = re.compile(
    r"\W*(?:©|ⓒ|\(c\)\s*(?:19|20)\d\d\b(?!\s*[-–—~.年])|copyright\s*(?:©|\(c\)|(?:19|20)\d\d|by\b)|all rights reserved|"
    r"版[权權]\s*(?:所有|归|歸|声明|聲明|©|\d{4}))",
    re.IGNORECASE,
)


def is_imprint(text: str) -> bool:
    """Whether a line says whose the page or its template is, not who the candidate is."""
    return _IMPRINT.match(text) is not None
