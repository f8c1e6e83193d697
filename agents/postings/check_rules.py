# ruff: noqa: E501  (a pattern is read whole or not at all)
"""The words that a posting should not hold, in both languages; what is denied ("不限") is left to the check."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from agents.postings.check_words import TOPICS, Kind, Said


@dataclass(frozen=True)
class Rule:
    """A pattern and what it is about; found together with `unless` (in its sentence, or line if vague) it is none."""

    kind: Kind
    topic: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    @property
    def reason(self) -> Said:
        """Why it matters."""
        return TOPICS[self.topic][0]

    @property
    def advice(self) -> Said:
        """What to write instead."""
        return TOPICS[self.topic][1]


def _rule(kind: Kind, topic: str, *patterns: str, unless: str = "") -> Rule:
    return Rule(kind, topic, re.compile("|".join(patterns), re.I), re.compile(unless, re.I) if unless else None)


_FIGURE: Final = r"\d[\d,.]*\s*(?:k|K|千|万|元|/|-|–|~|至|到)|[$€£¥￥₹]\s?\d|\d{4,}"
_WOMEN_MEN: Final = r"[男女](?:性|士|生|孩)?"

RULES: Final = (
    # --- age
    _rule(
        "discriminatory",
        "age",
        r"(?<!平均)年龄\s*(?:要求|限制|段)?\s*[:：]?\s*(?:在|为|须)?\s*(?:不超过|不得超过|不大于|低于|小于)?\s*\d{2}[^，,；;。]{0,10}",
        r"(?:不超过|不得超过|限|未满|不满)\s*\d{2}\s*周?岁[^，,；;。\s]{0,4}",
        r"\d{2}\s*周?岁?\s*[-~～—–至到]\s*\d{2}\s*周?岁(?:之间|左右|优先)?",
        r"\d{2}\s*周?岁(?:及)?(?:以[下内]|左右|之间|优先)",
        r"(?<![\d.])(?:[89]0|95|85|00)后(?:优先|团队成员|为主|为佳)?(?!台|端|续)",
        r"年轻(?:化|有活力|有朝气)?(?:者|人|女性|男性)?(?:优先|为佳)|年轻(?:漂亮|貌美|力壮|貌)|招聘?年轻人|限年轻",
        r"\bage(?:d)?\s*(?:limit|group|range)?\s*[:：]?\s*(?:must be |should be |between |below |under |up to |from )*\d{2}\b[^,;.\n]{0,16}",
        r"\b(?:under|below|not (?:older|more) than|no older than|younger than|maximum age(?: of)?|up to)\s+(?:the age of )?\d{2}(?: years? (?:old|of age))?\b(?= years? old| years? of age|\s*$|[,.;])(?!\.\d)",
        r"\b\d{2}\s*(?:-|–|to)\s*\d{2}\s*(?:years?|yrs?)[- ](?:old|of age)\b",
        r"\byoung(?:,? (?:and |,? ?)?(?:dynamic|energetic|hungry|vibrant|fresh|ambitious|enthusiastic))?\s+(?:candidates?|persons?|people wanted|professionals?|m[ae]n|wom[ae]n|team members?|lad(?:y|ies)|blood|graduates? only)\b|\byoung,? (?:and )?(?:dynamic|energetic|vibrant|hungry)\b|\byouthful\b|\bdigital natives?\b|\bmillennials?\b (?:preferred|only)",
        unless=r"young (?:people|children) (?:in|with|who|aged)|teach|patients?|users?|customers?|readers|pupils|students|儿童|老人|患者|客户|用户|读者|面向|服务对象|产品|市场",
    ),
    # --- gender
    _rule(
        "discriminatory",
        "gender",
        rf"(?:仅|只)?(?:限|招|收|招聘|招收|录用){_WOMEN_MEN}(?!装|鞋|科|足|篮|排|包|同事)",
        rf"(?:适合|要求|须为|必须是|须是|最好是|最好为|需要){_WOMEN_MEN}(?!装|鞋|科)",
        rf"{_WOMEN_MEN}(?:者|同学|优秀者)?(?:优先|为佳|者佳|尤佳|更佳|更好)",
        r"性别\s*(?:要求)?\s*[:：为]?\s*(?:限|仅限)?\s*[男女]",
        r"(?:^|(?<=[，,；;、。（(\s]))(?:男|女|男性|女性|男士|女士)(?=$|[，,；;。）)])",
        r"(?:女汉子|小鲜肉|美女|帅哥|小姐姐优先|小哥哥优先)",
        r"\b(?:fe)?males?\s+(?:candidates? |applicants? )?(?:only|preferred|preferable)\b|\b(?:only|prefer(?:ably)?|ideally|must be)\s+(?:a )?(?:fe)?males?\b|\b(?:gender|sex)\s*[:\-–]\s*(?:fe)?male\b",
        r"\byoung,? (?:fe)?males?\b|(?<!or )(?<!and )(?<!/)\b(?:fe)?male (?=(?:[a-z]+ )?(?:engineer|developer|manager|assistant|receptionist|secretar(?:y|ie)|driver|nurse|teacher|employee|worker|graduate|clerk|cashier|accountant|analyst|designer|salespeople|representative|colleague)s?\b)|^\W*(?:fe)?male\b(?=\W*(?:,|\d|$))",
        r"\b(?:men|women|ladies|gentlemen|girls|boys|guys)\s+(?:only|preferred)\b|\b(?:lad(?:y|ies)|girls|boys|men|women|guys)\s+(?:wanted|needed|candidates?)\b",
        r"\b(?:salesm[ae]n|salesgirls?|saleswom[ae]n|waitress(?:es)?|stewardess(?:es)?|handym[ae]n|foreman|cleaning lad(?:y|ies)|tea lady|office girl|office boy|right-hand man)\b",
        r"\b(?:he|she) (?:will|must|should|is expected)\b(?! or)",
        unless=r"\bhe or she\b|\bshe or he\b|\bhe/she\b|\bs/he\b|\b(?:they|\w+ers?) who\b|女装|男装|女鞋|男鞋|女性用户|男性用户|女性健康|妇科|男科|wear|fashion|health|shelter",
    ),
    # --- marriage, children
    _rule(
        "discriminatory",
        "family",
        r"(?:已婚|未婚|已育|未育)(?:[已未][婚育])?(?:者|女性|男性)?(?:优先|为佳|者佳)?",
        r"婚育(?:状况|情况)?(?:稳定|良好)?|婚姻(?:状况|稳定)|(?:无|没有|近期无|暂无|三年内无|两年内无)(?:生育|备孕|怀孕|结婚|二胎|生孩子)(?:的)?(?:计划|打算)?|(?:孕妇|怀孕)(?:勿|者勿|不招|除外)|家庭稳定|无家庭(?:负担|拖累)|(?:无|没有)(?:小孩|孩子)",
        r"\b(?:un)?married (?:candidates?|applicants?|persons?|men|women|only|preferred)\b|\bsingle (?:candidates?|applicants?|m[ae]n|wom[ae]n|persons?) (?:only|preferred)\b|\bmarital status\b|\bno (?:children|kids|family (?:ties|commitments|obligations))\b|\bwithout (?:children|kids|family (?:ties|commitments))\b|\bnot pregnant\b|\bno plans? to (?:have children|start a family|get pregnant)\b|\bchildless\b",
        unless=r"产品|用户|客户|咨询服务|登记|counsel|tax|form",
    ),
    # --- looks
    _rule(
        "discriminatory",
        "looks",
        r"形象(?:气质)?(?:佳|好|良好|端庄|较好|优|姣好|出众)|气质(?:佳|好|良好|优秀|出众)|五官端正|相貌(?:端正|佳|好|出众)|外(?:形|貌|表)(?:佳|好|出众|靓丽|良好|条件)|颜值(?:高|在线)?|身高\s*(?:要求)?\s*[:：]?\s*(?:不低于|在)?\s*\d[^，,；;。\s]{0,14}|身材(?:好|匀称|苗条|高挑)|无(?:明显)?(?:纹身|疤痕)|体重\s*[:：]?\s*\d[^，,；;。\s]{0,10}",
        r"\b(?:good|smart)[- ]looking\b|\b(?:attractive|pleasant|pleasing|presentable) (?:appearance|looks?|wom[ae]n|m[ae]n)\b|\b(?:minimum |min\.? )?height\s*[:\-]?\s*(?:of |at least )?\d[^,;.\n]{0,12}|\bslim\b(?= (?:figure|build|and|candidates?))",
        unless=r"品牌形象|企业形象|公司形象|产品|设备|货架|monitor|rack|shelf|ceiling",
    ),
    # --- origin
    _rule(
        "discriminatory",
        "origin",
        r"(?:限|仅限|只招|须|必须)?(?:本地|本市|本省|当地|上海|北京|广州|深圳|杭州|城镇|农村|外地)(?:户口|户籍|籍)(?:者)?(?:优先)?|户籍\s*(?:要求)?\s*[:：]\s*\S{1,8}|籍贯\s*[:：]?\s*[^，,；;。]{0,8}|(?:本地人|本市人|上海人|北京人|广东人|外地人)(?:优先|勿扰|除外|不要|为佳)|(?:限|仅限|只招)(?:本地人|汉族|中国人|中国籍)|(?:河南|东北|新疆|西藏|安徽)(?:人)?(?:勿扰|勿投|除外|不要|不招)|汉族(?:优先)?|少数民族(?:勿|除外|不招)",
        r"\b(?:caste|nationality|race|ethnicity)\s*[:\-–]\s*\w+|\b(?:chinese|indian|american|british|japanese|german|western|asian|white|caucasian|local|european|filipino|arab)s? (?:nationals? )?(?:only|preferred)\b|\bonly (?:chinese|indians?|americans?|japanese|germans?|europeans?|locals|westerners)\b|\b(?:must be|should be) (?:a )?(?:chinese|indian|american|japanese|german|british|white|caucasian|western(?:er)?|local)(?: national| by birth)?\b|\bborn in the (?:us|usa|uk)\b|\bof (?:european|western|asian|chinese|german|arab) (?:origin|descent)\b|\bno foreigners\b",
    ),
    # --- native speakers
    _rule(
        "discriminatory",
        "native",
        r"\bnative(?:[- ](?:level|like))?[- ](?:english |german |french |japanese |chinese |mandarin |spanish )?(?:speakers?|tongue)\b|\bnative (?:english|german|french|japanese|chinese|mandarin|spanish|italian|korean)\b(?! (?:content|plants|art))|\bmother tongue\b|\b(?:english|german|french|mandarin|japanese) (?:as (?:a |your )?)?(?:first language|mother tongue)\b",
        r"母语(?:为|是|须为|必须是)|(?:英语|日语|法语|德语|韩语|中文|普通话)(?:为|是)?母语(?!水平相当)|(?:以)?(?:英语|日语|法语|德语|韩语)母语者|母语者",
    ),
    # --- religion
    _rule(
        "discriminatory",
        "religion",
        r"(?:无|没有|不信)宗教(?:信仰)?|(?:限|仅限|只招)?(?:基督徒|佛教徒|穆斯林|天主教徒)(?:优先|除外|勿扰)?|信仰(?:佛教|基督教|伊斯兰教|道教)|宗教信仰\s*[:：]\s*\S{1,6}",
        r"\b(?:christian|muslim|hindu|jewish|catholic|buddhist)s? (?:only|preferred|candidates?|applicants?)\b|\bmust be (?:a )?(?:practi[sc]ing )?(?:christian|muslim|hindu|jewish|catholic|buddhist)\b|\bpracti[sc]ing (?:christian|muslim|hindu|jew|catholic)s?\b|\breligion\s*[:\-–]\s*\w+|\bno (?:hijab|headscar(?:f|ves)|turban)s?\b",
    ),
    # --- health
    _rule(
        "discriminatory",
        "health",
        r"身体健康|体格健[壮康]|无(?:任何)?(?:传染(?:性)?疾?病|慢性病|精神病|乙肝|残疾|重大疾病|遗传病|病史)[^，,；;。\s]{0,3}|乙肝(?:携带者|两对半|检测|阴性)[^，,；;。\s]{0,4}|(?:残疾人?|病史)(?:者)?(?:勿|除外|不招)|四肢健全|无色盲(?:色弱)?|无口吃|精力旺盛|健康证明良好",
        r"\b(?:physically|medically|mentally) fit\b|\bable[- ]bodied\b|\b(?:in )?(?:good|excellent|perfect) (?:physical )?health\b(?! (?:insurance|benefits|care|plan|coverage))|\bno (?:disabilit(?:y|ies)|health (?:issues|problems)|history of mental illness|medical conditions?)\b|\bfree (?:of|from) (?:disease|disabilit\w+|illness)\b|\bhiv[- ]negative\b",
        unless=r"健康证|insurance|benefit|wellness",
    ),
    _rule(
        "discriminatory",
        "stars",
        r"(?:属相|生肖|星座|血型|八字|面相)(?!算法|产品|频道|运势)[^，,；;。]{0,10}|(?:处女座|天蝎座|白羊座|狮子座|巨蟹座|属[鼠牛虎兔龙蛇马羊猴鸡狗猪])[^，,；;。]{0,6}|\b(?:zodiac|star sign|blood type|horoscope)\b[^,;.\n]{0,12}",
        unless=r"产品|内容|频道|运势|检验|输血|检测|blood bank|laborator|app\b",
    ),
    # --- notes
    _rule(
        "note",
        "school",
        r"(?<!\d)(?:985|211)(?!\d)(?=\s*(?:[/、，和及或]|院校|高校|大学|工程|本科|以上|毕业|$|[，,；;。]))|双一流|C9\s?(?:联盟|高校)?|清北|名校|重点(?:大学|院校|本科)|QS\s*(?:前|top)\s*\d+|\bivy[- ]league\b|\btop[- ](?:tier )?(?:\d+ )?(?:universit(?:y|ies)|schools?|colleges?)\b|\b(?:elite|prestigious) (?:universit(?:y|ies)|schools?)\b|\bRussell Group\b|\bIIT/NIT\b|\btier[- ]1 (?:colleges?|institutes?|universit\w+)\b",
        unless=r"客户|合作|招生|对接|面向.{0,4}高校|clients?|partner",
    ),
    _rule("note", "study_mode", r"全日制|统招|第一学历|非自考|\bfull[- ]time degree only\b"),
    _rule(
        "note",
        "politics",
        r"(?:中共)?党员(?:优先|为佳)?|政治面貌\s*[:：]?\s*\S{0,6}|\bparty members? (?:only|preferred)\b",
        unless=r"党员(?:活动|教育|管理|发展)|党建",
    ),
    _rule(
        "note",
        "graduates",
        r"(?:仅|只)?限(?:应届|20\d\d届)(?:毕业)?生?|\brecent(?: college| university)? graduates? only\b|\bnew grads? only\b|\b(?:20\d\d) (?:batch|pass[- ]?outs?) only\b|\bfreshers only\b",
    ),
    # --- vague
    _rule(
        "vague",
        "pressure",
        r"(?:抗压|承压|耐压)(?:能力)?(?:强|好|较强)?|能?(?:够)?承受(?:较大|一定|高强度|巨大)?(?:的)?(?:工作)?压力|适应(?:高强度|快节奏)(?:的)?(?:工作)?(?:节奏|环境)?|\b(?:thrives?|works? well|perform(?:s|ing)? well|able to work|ability to work|working?|handle|comfortable) (?:well )?(?:under|in|with) (?:high |extreme |constant |tight )?(?:pressure|stress|a (?:high[- ]pressure|fast[- ]paced) environment)\b|\bfast[- ]paced(?: environment)?\b|\bhigh[- ]pressure\b(?= (?:environment|role|job))|\bstress[- ]resistant\b",
        unless=r"压力(?:容器|管道|传感|测试)|抗压强度|pressure (?:vessel|test|sensor|valve)",
    ),
    _rule(
        "vague",
        "slogan",
        r"狼性|能?吃苦(?:耐劳)?|打鸡血|奋斗者(?:精神)?|拥抱变化|(?:要有|具备|有)主人翁(?:意识|精神)?|皮实|以结果为导向的狠人|综合素质(?:好|高|佳|优秀)|良好的(?:教育|职业)背景|大平台|前景(?:广阔|无限)|发展空间(?:大|广阔|无限)|无限(?:可能|发展空间)|\brock ?stars?\b|\bninjas?\b|\bgurus?\b|\b(?:code|coding|sales|marketing|growth|data) (?:wizard|jedi|hacker|unicorn|superstar)s?\b|\bwork hard,? (?:and )?play hard\b|\bwe(?:'|’)re (?:a|like a|one big) family\b|\blike a family\b|\bwear(?:ing)? many hats\b|\bhit the ground running\b|\bgive 110\b|\b10x (?:engineer|developer)s?\b|\bgo(?:ing)? the extra mile\b|\bdynamic individual\b|\bself[- ]starter\b|\bgo[- ]getter\b|\bexcellent opportunit(?:y|ies)\b",
    ),
    _rule(
        "vague",
        "pay",
        r"(?:薪资|薪酬|薪水|工资|待遇|收入|年薪|月薪)(?:待遇)?\s*[:：]?\s*(?:面议|优厚|从优|丰厚|可观|有竞争力|极具竞争力|具有竞争力|上不封顶|可谈|open|不设上限)|(?:有竞争力|极具竞争力|具有竞争力|行业领先|优厚)的(?:薪资|薪酬|待遇|收入)[^，,；;。\s]{0,4}|高薪(?!酬)|\b(?:competitive|attractive|excellent|generous|market[- ]leading|great) (?:base )?(?:salar(?:y|ies)|pay|compensation|remuneration|wages?|package)\b|\bsalary (?:is )?(?:negotiable|commensurate|competitive|doe|tbd)\b|\b(?:pay|compensation) (?:is )?(?:negotiable|commensurate|doe)\b|\b(?:uncapped|unlimited) (?:earnings?|commissions?|income)\b",
        unless=_FIGURE + r"|竞品|行业薪酬调研|薪酬调研|negotiat(?:e|ing) salar",
    ),
    _rule(
        "vague",
        "duties",
        r"(?:完成|承担)?(?:领导|上级|公司|主管|部门)(?:领导)?(?:交办|安排|布置|交代|交付|指派)的?(?:其他|其它|各项|临时|一切)[^，,；;。]{0,8}|其他(?:临时|相关)?(?:工作|任务|事项)(?:安排)?(?=[。；;，,]|$)|\b(?:any |perform )?other (?:duties|tasks|responsibilities|work)(?: as)? (?:assigned|required|needed|requested|directed)\b|\b(?:ad[- ]hoc|miscellaneous) (?:duties|tasks)(?: as)?(?: assigned| required)?\b|\bother related duties\b",
    ),
    _rule(
        "vague",
        "amount",
        r"(?:若干|数|多|几)年(?:以上)?(?:的)?(?:相关)?(?:工作)?经[验历]|(?:丰富|一定|足够|大量|相关)的?(?:相关)?(?:工作|行业|项目)?经验(?=(?:者)?(?:[，,；;。]|$))|\b(?:several|some|many|a few|various|extensive|significant|ample|sufficient) years?(?:'|’)?(?: of)?(?: \w+){0,3} experience\b|\b(?:extensive|significant|ample|sufficient|substantial|proven|solid|relevant) experience\b(?=\s*(?:$|[.;,]|required|preferred|is ))",
        unless=r"\d+\s*(?:\+|年|years?|yrs?)|[一两二三四五六七八九十]年",
    ),
)
