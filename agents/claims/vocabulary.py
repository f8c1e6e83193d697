# ruff: noqa: E501, SIM905  (a word list is read whole)
"""Words that claims write with a capital letter, or before a company's kind, without naming anything."""

from __future__ import annotations

from functools import cache
from typing import Final

from agents.claims.words import english_words, irregular_pasts
from retrieval.chinese_words import dictionary

TITLES: Final = frozenset(
    """senior junior lead leads leading principal staff chief head deputy associate assistant vice president director
    manager managers management engineer engineers engineering developer developers development designer design analyst
    analysts analysis analytics architect architecture consultant consulting coordinator officer executive specialist
    supervisor administrator administration administrative accountant accounting auditor audit nurse nursing teacher
    teaching lecturer professor researcher research scientist science sciences intern internship trainee graduate fellow
    representative agent operator technician technical technology technologies product project program programme
    programmer software hardware backend back-end frontend front-end full-stack fullstack full stack mobile web data
    database cloud platform infrastructure network security system systems test testing tester quality assurance
    operations operation business marketing sales finance financial human resources hr legal counsel law supply chain
    logistics procurement purchasing production manufacturing process mechanical electrical electronic electronics civil
    chemical computer information industrial international economics economy statistics mathematics physics chemistry
    biology english chinese mandarin cantonese japanese korean german french spanish russian arabic italian portuguese
    bachelor bachelors bachelor's master masters master's doctor doctorate doctoral phd ph.d ph.d. msc bsc ba bs ma ms
    m.sc b.sc m.s b.s beng meng degree diploma university college institute school academy bank group company co inc ltd
    llc corp corporation corporate limited plc gmbh hospital clinic foundation association department team customer
    client clients service services success account user users experience learning machine artificial intelligence deep
    digital media content brand growth communication communications public relations general regional national global
    country area shift store retail commerce e-commerce health safety environment environmental training education
    certified certification certificate license licensed professional level band grade ii iii iv i v a b c d
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december spring summer autumn fall winter china chinese us usa u.s uk u.k eu european europe asia
    asian american america british apac emea western eastern northern southern east west north south central it ai ceo cto cfo coo vp pm po qa ui ux
    r&d b2b b2c c2c o2o kpi kpis okr okrs gpa ppt poc mvp roi sla slas api apis ok hr hrbp pc app apps nps gmv dau mau
    arr mrr saas faq faqs id ids pdf sme smes sop sops ip os oem odm etc ok sdlc r vs candidate resume posting
    requirement requirements evidence must have nice met partial
    mw gw kw kwh kv kva km kg mm cm gb tb mb hz khz mhz ghz rpm sqm ha""".split()
)
_OPENERS: Final = frozenset(
    """dealt sat drew flew rang sang swam wove bred fed lent heard stood understood bound struck shook spun threw woke wore
    lists list listed mentions mention names name notes note states state confirms confirm indicates indicate proves
    prove covers cover includes include records record completes complete passes pass obtains obtain receives receive
    gains gain helps help ensures ensure carries carry works tells tell says say provides provide supplies supply keeps
    to be the a an this that these those he she they it his her their its we you i who which what when where while although
    though however but and or also as at by for from in into of on over under with within without after before during
    since until through throughout across between among about around approximately roughly nearly almost more most less
    least little few hardly nothing some several many all both each every another other such no not only even just still
    already currently
    presently today recently previously formerly earlier later then now here there so thus therefore hence because if
    experience experienced experiences skill skills skilled knowledge background evidence proof proven strong stronger
    strongest solid deep broad wide extensive hands-on good great excellent outstanding impressive clear direct relevant
    related recent long short high low large small big key core main major minor primary secondary first second third
    last next new old current former prior past present half twice dozens hundreds thousands one two three four five six
    seven eight nine ten eleven twelve twenty thirty forty fifty overall general specific additional further extra full
    part whole total line lines resume resumes candidate candidates applicant person work works job jobs role roles
    career careers position positions employment employer employers company companies team teams project projects
    product products customer customers client clients user users results result success successful successfully
    responsible responsibilities duties tasks proficient proficiency fluent fluency familiar familiarity expert expertise
    able ability capable capability competent competence comfortable exposure certified qualified educated holds hold
    held has have had is are was were be been being does did do can could would will shall should may might must led leads
    lead ran runs run grew grows grow grown cut cuts built build builds wrote writes write taught teaches teach won wins
    win brought brings bring took takes take made makes make gave gives give got gets get kept keeps keep spent spends
    spend went goes go came comes come saw sees see knows know known knew shows show shown showed set sets put began
    begins begin became becomes become sold sells sell bought buys buy drove drives drive oversaw oversees oversee
    undertook undertakes rose rises rise fell fall left leaves leave met meets meet chose chooses found finds find rebuilt
    rewrote reduces reduce raises raise improves improve increases increase manages manage owns own uses use speaks speak
    spoke serves serve works reports report heads head directs direct handles handle supports support designs design
    develops develop delivers deliver maintains maintain operates operate organises organizes trains train coaches coach
    mentors mentor hires hire saves save lowers lower launches launch introduces introduce publishes publish earns earn
    studies study graduates graduate joins join starts start moves move stays stay demonstrates demonstrate brings
    according per plus minus thanks given based despite beyond except including excluding unlike like apart besides
    degree studies studying education training leadership management communication teamwork mentoring backend frontend
    software data cloud sales marketing finance annual monthly weekly daily yearly year years month months week weeks day
    days time times revenue cost costs budget budgets savings profit growth turnover headcount latency throughput
    performance quality production delivery release releases outage outages error errors rate rates share market score
    number numbers volume people staff members engineers nurses developers students colleagues reports best better
    consistent consistently together alone independent independently personally jointly promoted promotion award awards
    prize prizes patent patents paper papers publication publications internship volunteer freelance remote onsite
    multiple various different same similar own fit match matches gap gaps strength strengths weakness weaknesses
    certificate certificates certification certifications licence license native bilingual spoken written author authors
    editor speaker judge winner recipient contributor maintainer organiser organizer photographer translator interpreter
    reviewer creator producer pilot driver chef carpenter welder midwife pharmacist surgeon tutor waiter holder""".split()
)
_ENDINGS: Final = (
    "ed",
    "ing",
    "ly",
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ory",
    "ive",
    "ous",
    "able",
    "ible",
    "ful",
    "ship",
    "ance",
    "ence",
    "ical",
    "ional",
    "less",
    "ise",
    "ize",
    "ises",
    "izes",
    "ised",
    "ized",
    "ments",
    "tions",
)

HAN_COMMA: Final = r",(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]),|(?<=[A-Za-z]),(?=\d)"
"""A half-width comma in Chinese, which no blank follows."""
GENERIC_HAN: Final = tuple(
    """互联网 上市 外资 合资 民营 国有 国企 跨国 知名 大型 中型 小型 中小型 头部 一线 同类 本地 当地 海外 国内 国外 全国 软件 科技 技术 咨询 广告
    制造 贸易 物流 地产 房地产 保险 证券 投资 金融 电商 游戏 教育 医疗 医药 食品 服装 汽车 建筑 设计 创业 初创 母 子 分 总 该 本 原 某 前 两 一 三
    四 五 六 多 几 数 各 家 家族 甲方 乙方 客户 对方 第三方 合作 控股 全资 三甲 三级 二级 二甲 公立 私立 综合 专科 社区 儿童 妇幼 重点 双一流 普通
    知名 国家 省级 市级 商业 股份制 地方 农村 城市 高等 职业 本科 全日制 民办 公办 985 211 师范 理工 综合性 计算机 信息 工 理 文 法 商 医 经济 管理
    外国语 律师 会计师 会计 审计 企业 分 零售 餐饮 酒店 连锁 集团 公司 银行 大学 学院 医院 中学 小学 中心 平台 产品 研发 运营 数据 技术 业务
    服务 绿色 有机 宠物 动物 中医 口腔 眼科 妇产 肿瘤 康复 旗下 五星级 四星级 三星级 星级 快捷 度假 管理 事业 职能 团队 项目 数据中心 客服 呼叫 指挥 培训 研究 检测 测试 实验 国际""".split()
)


@cache
def common_words() -> frozenset[str]:
    """English words of work in lower case: they may open a sentence and name nothing."""
    everyday = {word.lower() for english in dictionary().values() for word in english.split()}
    return TITLES | _OPENERS | everyday


def is_common(word: str, *, alone: bool = False) -> bool:
    """Whether a capitalised word may be one that only opens a sentence.

    Where it stands `alone`, without another capital behind it, any word of working life may: "Die changeover took 5
    minutes", but not "Summit Analytics".
    """
    lowered = word.lower().removesuffix("'s").removesuffix("’s")
    lists = (common_words(), english_words(), irregular_pasts()) if alone else (common_words(),)
    plain = any(lowered in known or (lowered.endswith("s") and lowered[:-1] in known) for known in lists)
    return plain or (len(lowered) > 3 and lowered.endswith(_ENDINGS))
