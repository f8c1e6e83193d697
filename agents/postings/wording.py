# ruff: noqa: E501  (a pattern is read whole or not at all)
"""The wording of postings in both languages: what headings announce, what is asked and how, and what asks nothing."""

from __future__ import annotations

import re
from typing import Final, Literal

Part = Literal["required", "preferred", "duties", "none", "offer", "facts"]
"""What a heading announces; `none` before any heading, `offer` is what the employer is and gives and is never
required, `facts` (place, schedule, pay) are a few short lines."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# --- Headings -------------------------------------------------------------------------------------------------------

_ADJECTIVE: Final = r"(?:minimum|basic|key|required?|essential|technical|job|mandatory|core|other|person|candidate|professional|the|soft|work|relevant|total|educational?|ug|pg|additional)"
_ASKED: Final = r"(?:requirements?|qualifications?|criteria|specifications?|expertise|education|experience|knowledge|skill ?sets?|skills?|abilities|competenc(?:y|ies))"
HEADINGS: Final[tuple[tuple[Part, re.Pattern[str]], ...]] = (
    (
        "preferred",
        _any(
            r"加分(?:选?项|条件)?|优先(?:条件|考虑|项)?|(?:如果)?(?:有|具备)(?:以下|下列).{0,8}(?:加分|优先|更好)",
            r"(?:highly )?(?:nice[ -]to[ -]haves?|good to have|bonus(?: points)?|pluses|would be a plus|it helps if(?: you have)?|it would help if(?: you have)?)",
            r"(?:highly )?(?:preferred|desirable|desired|additional|bonus)(?: (?:technical|professional|and|&|skills?|qualifications?|experience|expertise|requirements?|attributes))*",
            r"ways to stand out.*|even better if.*",
        ),
    ),
    (
        "required",
        _any(
            r"(?:任职|岗位|职位|应聘|招聘|能力|技能|资格|基本|学历|专业|硬性)*(?:要求|资格|条件|需求)",
            r"(?:我们)?(?:希望|期待|需要)你(?:是|有|能|具备)?|你需要(?:具备|有)?|必备(?:技能|条件)?|我们(?:在找|想找|寻找).{0,8}|你是谁|希望找到的你",
            rf"(?:{_ADJECTIVE} )*{_ASKED}(?:(?:,|,? and|,? &|/) ?(?:{_ADJECTIVE} )*{_ASKED})*(?: required| needed| level| range)?",
            r"who you are|about you|you have|you bring|what you(?:(?:'|’)ll| will)? (?:need|bring|have)(?: to succeed| to the table)?|what (?:we need to see|we(?:'|’)re looking for|we are looking for)",
            r"must[ -]haves?|your (?:profile|skills|background)|we(?:(?:'|’)?re| are) looking for|required|essential|eligibility|desired candidate(?: job)? profile|you will come with|(?:[\w/.+#&-]+ ){1,4}requirements (?:and|&) qualifications",
        ),
    ),
    (
        "duties",
        _any(
            r"(?:岗位|工作|主要|职位|职务)*(?:职责|内容|描述|任务)|你将(?:负责|要做)(?:什么|的事)?|你要做(?:的|的事|什么)?|来了(?:你)?做什么",
            r"(?:your |key |main |job |primary |core |essential |major )*(?:roles? (?:and|&) )?(?:responsibilit(?:y|ies)|duty|duties|accountabilities|job functions?)(?: (?:and|&) (?:duties|responsibilit(?:y|ies)|accountabilities))?|(?:[\w/.+#&-]+ ){1,4}(?:duties|roles?) (?:and|&) responsibilities",
            r"what you(?:(?:'|’)?ll| will)?(?: be)? (?:do|doing|work on)|what the (?:job|role|work) is|the (?:role|job|work)|role|(?:job|position|role) (?:description|summary|profile|overview|purpose)|(?:the )?(?:job|position) roles?(?: (?:and|&) responsibilit(?:y|ies))?",
            r"how you(?: will|(?:'|’)ll) contribute|your (?:role|tasks|mission|day|work)|about the (?:role|job|position|internship)(?:/job)?|in this role(?:,? you will)?|day[ -]to[ -]day|you will(?: be)?(?: do)?",
        ),
    ),
    (
        "offer",
        _any(
            r"(?:公司|员工)?福利(?:待遇)?|薪资(?:待遇|福利)?|薪酬福利|薪酬待遇|待遇|我们(?:能)?(?:提供|给你)(?:的|什么)?|你将(?:获得|得到)|(?:公司|企业|团队|品牌)(?:简介|介绍|亮点|优势)|关于(?:我们|公司|团队)|我们是谁|为什么(?:选择|加入)我们|投递方式|应聘方式|报名方式|联系我们|如何(?:投递|应聘)|岗位亮点|工作亮点",
            r"(?:the )?(?:benefits?|perks?|compensation)(?: .{0,24})?|what (?:we|you(?:(?:'|’)ll| will)?) (?:offer|get)|we offer|additional perks?|why (?:join|work (?:at|for|with)) .{1,30}|why [\w .&]{2,20}\?",
            r"(?:about|who|where) (?:us|we are|the (?:company|team|organi[sz]ation|client|business)|business unit)|about [A-Z][\w .&]{1,30}|.{0,80}\bwe (?:also )?offer(?: you)?|(?:[\w.&]+ )?(?:company|team|organi[sz]ation|client) (?:overview|description|profile|background)|life at .{1,30}|(?:your life|being you) @ .{1,20}",
            r"how to apply|(?:application|interview|selection|hiring|recruitment) (?:process|procedure)|equal (?:employment )?opportunity.*|our (?:values|culture|mission|story)|disclaimer|documents? (?:required|to bring).*",
        ),
    ),
    (
        "facts",
        _any(
            r"(?:工作|办公|上班)?(?:地点|地址|时间)|城市|联系(?:方式|人|电话)|薪资范围|薪水|薪资|招聘人数|截止日期",
            r"salary|pay|ctc|remuneration|schedule|job types?|employment (?:type|status)|work remotely|(?:job |work |posting )?(?:location|area)|city|contract|training period",
            r"basic info|supplemental pay|industry(?: type)?|functional area|ability to commute.*|application questions?|speak with .*|published on|posted(?: on| date)?|vacanc(?:y|ies)|(?:interview )?venue|department|working conditions",
        ),
    ),
)
"""Whole headings. A heading that only names the employer ("About Brightmere") is told from "About you" by the order."""

TITLE_FRAME: Final = _any(
    r"^[\W_]*(?:(?:高薪|火热|社会|校园)?(?:诚聘|急招|急聘|热招|直招|招聘|招募)|(?:we(?:(?:'|’)re| are) |now |urgently )?hiring(?: for)?)[\W_]+|^(?:高薪)?(?:诚聘|急招|急聘|热招|直招)"
)
"""What announces that a title follows: "【招聘】", "We are hiring:"."""

HEADING_WORDS: Final[tuple[tuple[Part, re.Pattern[str]], ...]] = (
    (
        "preferred",
        _any(r"加分|优先|更好|锦上添花|\b(?:plus|bonus|nice|prefer\w*|desirable|desired|helps?|advantage\w*)\b"),
    ),
    (
        "offer",
        _any(
            r"福利|薪|待遇|公司|我们提供|投递|应聘方式|亮点|\b(?:offer|benefits?|perks?|why|apply|culture|values|salary)\b"
        ),
    ),
    (
        "required",
        _any(
            r"要求|资格|条件|希望你|期待|需要|\b(?:requir\w*|qualif\w*|skills?|needs?|needed|must|essential|bring|looking|expertise|eligib\w*)\b"
        ),
    ),
    (
        "duties",
        _any(r"职责|内容|负责|做什么|做的事|\b(?:responsib\w*|dut(?:y|ies)|do|doing|roles?|job|work|mission|tasks?)\b"),
    ),
)
"""Words that tell what a marked heading (## … , 【…】, …:) announces where it is none of the whole headings."""

# --- What asks nothing ----------------------------------------------------------------------------------------------

_MONEY: Final = (
    r"(?:[A-Z]{0,3}[$€£¥￥₹]|\b(?:USD|EUR|GBP|RMB|INR|Rs\.?)\s?)\s?\d[\d,.]*\s?[KkMm]?",
    r"\d[\d,.]*\s?[-–—~至到]?\s?[\d,.]*\s?(?:[kKＫ](?![a-zA-Z])|万(?!\s?(?:用户|粉|次|级|行|条|以上)))",
)
FACT: Final = _any(
    # pay
    rf"^\W{{0,3}}(?:base|salary|pay|ctc|package|remuneration|compensation|stipend|up to|from|ote)?\W{{0,4}}(?:{_MONEY[0]})",
    rf"^\W{{0,3}}(?:综合|税前|底薪|固定|转正)?\W?(?:{_MONEY[1]})\s?(?:元|[-–—~至到·×xX*]|/|每|$)",
    r"^\W{0,3}(?:综合|税前|基本|转正后?)?(?:年薪|月薪|日薪|时薪|底薪|薪资|薪水|工资|薪酬|待遇|收入)(?:范围|区间|待遇|水平)?\W{0,3}(?:约|为|面议|优厚|从优|丰厚|[\d￥¥])",
    rf"(?:{_MONEY[0]}).{{0,24}}(?:\bper|\ban?|/)\s?(?:hour|hr|month|annum|year)\b|\b\d[\d.,]*\s?(?:-|to)?\s?[\d.,]*\s?(?:lpa|lakhs?)\b",
    r"^\W{0,3}\d[\d,]{3,}\s?[-–~至到]\s?\d[\d,]{3,}\s?(?:元|/月|每月).{0,4}$",
    r"^(?:competitive|attractive) (?:salary|pay|compensation|package)|^salary\b.{0,24}$|^\W{0,3}(?:缴纳)?(?:五险一金|六险一金|五险|社保|带薪年假|年终奖|包吃|包住|周末双休|双休|节日福利|下午茶|团建|员工旅游|定期团建)",
    # place, time, contract, formalities: "Location: Madurai", "Remote: No"
    r"^\W{0,3}(?:job |work |posting |candidate'?s )?(?:designation|job title|job types?|schedule|shift|shifts timings?|timings?|working (?:hours|days)|salary|pay|ctc|remuneration|work remotely|locations?(?: of residence)?|posting area|area|city|department|industry(?: type)?|functional area|role category|category|subcategory|employment type|contract (?:length|period|type|duration)|duration|part-?time hours|application deadline|expected start date|start date|posted date|req(?:uisition)? ?id|job id|reference|remote|full time/ ?part time|number of (?:positions|openings|vacancies)|no\.? of (?:positions|openings|vacancies)|openings?|vacanc(?:y|ies)|venue|contact|e-?mail|phone|mobile|website|training period|interview (?:mode|process|venue|date)|reports? to|site name)\s*[:：\-–]",
    r"^\W{0,3}(?:工作|办公|上班|面试)?(?:地点|地址|城市|时间)\s*[:：]|^\W{0,3}(?:岗位|职位)?(?:base|坐标)|本岗位.{0,4}base|^\W{0,3}(?:薪资|工资|月薪|年薪|薪酬|公司|公司名称|招聘人数|人数|名额|部门|汇报对象|汇报关系|联系人|联系方式|邮箱|电话|微信|工作制|合同|试用期)\s*[:：]",
    r"^(?:full[- ]time|part[- ]time|contract|temporar(?:y|ily)\b.{0,24}|remote|hybrid|on-?site|shift|day shift|night shift|morning shift|evening shift|weekend availability|monday to friday|flexible shift|rotational shift|rotating .{0,12}shifts?|one location|multiple locations|no work from home|work from home|walk-?in|fresher|yes|no|none|n/a|weekends?)\W*$",
    r"^\W*(?:no )?work(?:ing)? (?:from home|remotely)\b.{0,30}$|\bcontract period\b|\b(?:\d{1,2}|two|three) days a week in the office\b|\bjob (?:is )?located\b|^located in\b|^(?:工作)?地点.{1,12}$|^(?:fully )?(?:remote|hybrid)\b.{0,60}$|\b(?:hybrid|remote|on-?site)[).]*$",
)
"""Pay, place, time, contract and other formalities."""

EMPLOYER: Final = _any(
    r"(?:虚构|示例)的?(?:公司|企业|品牌)|(?:成立|创立|创办)于|总部(?:位于|设在)|(?:员工|团队规模)(?:约|共|总数|近|超)?\s?[\d,]+|(?:是|为)(?:一家|国内|全球|中国|行业).{0,40}(?:公司|企业|平台|品牌|机构|集团|服务商|提供商|制造商)|^(?:我们|公司|团队)(?:是|致力|提供|成立|拥有|服务|专注|深耕|诚邀|期待您?的?加入)|^(?:本|我)(?:公司|司|院|集团)(?!要求|招)|团队平均年龄|国家级?高新技术企业[，。]|欢迎(?:加入|投递|你的?加入)|^(?:无限的?)?(?:晋升|发展|成长)空间|^(?:扁平化?管理|弹性工作制?|氛围)",
    r"\ban invented\b|\(invented\)|\b(?:founded|established) in \d{4}|\bheadquartered in\b|\bsince (?:19|20)\d\d\b|\b(?:nasdaq|nyse)\b|\bfortune (?:\d|global)",
    r"^(?:the |at )?[A-Z][\w&.,' -]{1,40}?,? (?:is|are) (?:a|an|one of|the|\w+s)\b(?! (?:plus|big plus|bonus|advantage)).{0,80}\b(?:company|firm|organi[sz]ation|provider|leader|leading|start-?up|agency|employer|platform|brand|maker|manufacturer|hospital|institute|services?)\b",
    r"^(?:we|our (?:team|employees|company|goal|mission|vision|clients?|customers?|values|people|products?|culture|history))(?:(?:'|’)re| (?:are|is|were|was|believe|believes|offer|offers|provide|provides|partner|serve|help|value|understand|work|have|blend|look beyond|recognize|encourage|do not|don(?:'|’)t|span|spans|write|strive|love|hold|want to|foster|embrace))\b(?! (?:now |currently |actively |also |always )?(?:looking|seeking|searching|hiring|in search))",
    r"^(?:youll|you(?:'|’)ll|you will) (?:have (?:access|the opportunity)|learn|get to|receive|enjoy|be part of|join)\b|^you have the opportunity\b|\bopportunit(?:y|ies) (?:to (?:work|grow|learn|join|bring|reach)|for growth)|^(?:come )?(?:to )?join (?:us|our|the|a)\b|\bcareer (?:growth|path)\b|\b(?:friendly|informal|great|awesome|fun) work environment\b|\bcompetitive (?:salary|compensation|benefits)|^(?:(?:private )?(?:health|medical|dental|life) insurance|paid time off|provident fund|401\(?k\)?|paid (?:holidays|leave|vacation))\b.{0,40}$|\bdays of holiday\b|\bfriendly hr policy\b|\bexcellent and helpful staff\b",
    r"^(?:what|do|are|have|want|why|if so|maybe) .{0,200}\?$|^.{0,60}[a-z]\?$",
)
"""What the employer is, believes and gives."""

FORMALITY: Final = _any(
    r"without regard to|regardless of (?:age|race|gender)|equal[- ]opportunity|equal employment|discriminat(?:e|ion|ory)\b|all qualified applicants?\b|reasonable accommodations?|protected (?:characteristic|class|veteran|attribute|disabilit)|applicants? of all ages|gender identity|sexual orientation|veteran status|fair employment|(?:\b(?:race|religion|creed|sex|gender|pregnancy|national origin|citizenship|disabilit(?:y|ies)|age|marital|veteran|orientation|ethnic\w*|ancestry)\b.{0,40}){2}",
    r"e-?mail (?:your|us)|send (?:us )?(?:your|in your|an updated?) (?:cv|resume|application)|(?:share|submit|drop|forward) (?:your |the |their )?(?:updated )?(?:cv|resume|application|cover letter)|\bwhatsapp\b|\bwalk-?in interview|passport[- ]size photo|^(?:latest|updated|current|expected|immediate) (?:resume|cv|salary|ctc|contact number)|\binterested candidates\b|unsolicited|search firms|no phone calls|apply (?:now|here|today|online|at|via)\b|please (?:apply|discuss|contact|click|visit|note)\b|\[(?:EMAIL|PHONE|LINK)\]|https?://|\bwww\.|[\w.+-]+@[\w-]+\.\w+|^\S+\.(?:com|io|in|cn)$|^\*?LI-\w+|background (?:check|investigation|verification)|inviting applications|^hiring for\b|^urgent(?:ly)? (?:hiring|requirement)|\brequirement\W{1,3}(?:immediate|urgent)|for more (?:details|information)|\battach\b.{0,12}\b(?:cv|resume)\b|^fill (?:in |out )?the\b|^regards\b|wish to apply|^(?:your? )?(?:name|contact (?:number|details)|mobile number|current (?:ctc|location)|expected ctc|total (?:years? of )?exp(?:erience)?)\W*$|submit (?:a|your)\b|looking for\W+to join|\b\d{10}\b",
    r"投递(?:方式|邮箱|地址|请|至|到)|(?:欢迎|请|可).{0,16}投递|^注[:：]|上传|(?:简历|作品).{0,6}(?:发|投|寄)(?:送|至|到)|请.{0,8}附|附上?作品|扫码(?:添加|投递|报名|进群|咨询|加)|加.{0,2}微信|内推码|微信号|阅读原文|长按.{0,4}(?:识别|二维码)|请备注|电联|有意者",
)
"""How to apply, and what employers declare by law."""

ASKS_NOTHING: Final = _any(
    r"(?:学历|专业|经验|工作经验|年限|资历|证书?)(?:及专业)?(?:均|都)?(?:不限|不做要求|不作要求|无要求)|无.{0,10}(?:要求|限制)|不(?:要求|需要).{0,12}(?:经验|学历|证)|无需经验|零基础|应届(?:毕业)?生(?:亦|也|均)?可",
    r"\bno (?:prior |previous |work )?(?:experience|degree|certificat\w+|qualifications?)(?: is| are)? (?:required|needed|necessary)|\b(?:experience|degree)(?: is)? not (?:required|needed|necessary)|\bany (?:degree|stream|qualification) (?:is )?(?:ok|fine|accepted)|\bnot (?:required|needed|necessary)\b|\bwithout (?:any )?(?:work |prior )?experience\b|\bfreshers? (?:can|may|are welcome|welcome)",
)

# --- What must never be asked ---------------------------------------------------------------------------------------

BIAS: Final = _any(
    # age
    r"年龄(?:要求|限制|段)?\s*[:：]?\s*(?:在|为)?\s*(?:不限|(?:\d{2}\D{0,3})?\d{2}\s*(?:周?岁)?(?:以[上下内]|左右|之间)?(?:[，,、]?(?:含)?\d{2}周?岁?以[上下内])?)",
    r"(?:满|不超过|不得超过|限)?\s*(?:\d{2}\s*周?岁?\s*[-~～—–至到]+\s*)?\d{2}\s*周?岁(?:以[上下内]|之间|左右|优先)*|(?:[8９9]0|00|95|85)后(?:优先)?|年轻(?:化|有活力|有朝气)?(?:者?优先)",
    r"\bage(?:d|s)?(?: (?:limit|group|range|criteria|bar))?\b\s*(?:[:\-–]|should be|must be|is|between|below|under|above|up ?to|of|from|no bar)*\s*(?:\d{2}(?:\s*(?:-|–|to|and)\s*\d{2})?)\s*(?:years?|yrs)?(?: old| of age)?|\bno age (?:limit|bar)\b",
    r"(?:\b(?:must be|should be|be|below|under|above|over|between|at least|minimum|maximum|not (?:older|more) than)\s+)*\b\d{2}\s*(?:(?:-|–|to|and)\s*\d{2}\s*)?\+?[- ]?(?:years?|yrs)[- ](?:old|of age)\b(?:\s+or (?:older|above|younger))?|\byoung (?:(?:and|,) \w+ )?(?:candidates?|people|person|professionals?|men|women|m[ae]n|lad(?:y|ies)|graduates?)(?: only| preferred)?",
    # an age that stands as a condition of its own
    r"(?:^|(?<=[,;(])|(?<=[,;] ))\W*(?:aged? (?:under|below|up to)|(?:not?|never) older than|younger than|max(?:imum)? age) (?:1[89]|[2-6]\d)(?= *(?:$|[,;.)]))|(?:^|(?<=[,;(])|(?<=[,;] ))\W*(?:under|below) (?:2[5-9]|3\d|4[05])(?= *(?:$|[,;.)]))",
    # gender
    r"(?:^|(?<=[,;(])|(?<=[,;] ))\W*(?:(?:ideally|preferably|must be) )?(?:fe)?males?(?= *(?:$|[,;.)]))(?!, (?:fe)?males?\b)|\byoung (?:fe)?males?\b",
    r"性别(?:要求)?\s*[:：]?\s*(?:不限|男|女)(?:性|士|生)?(?:优先)?|男女(?:均可|不限|皆可|都可)|(?:仅|只)?[限招](?:收|聘)?[男女](?:性|士|生)?(?:优先)?|[男女](?:性|士|生|孩)?(?:优先|不限|均可|皆可|者佳|为佳|佳)|(?:^|(?<=[，,；;、。（(\s]))(?:[男女](?:性|士|生)?)(?=$|[，,；;。、）)\s])",
    r"\b(?:gender|sex)\s*[:：\-–]\s*\w+|\bany gender\b|[(（](?:[mfwdx]/){1,2}[mfwdx][)）]|\ball genders\b|\b(?:fe)?males?(?:\W+(?:(?:and|or|/|&)\W*)?(?:fe)?males?)*\W*(?:both\W*)?(?:(?:are |is )?(?:only|preferred|preferable)|candidates?(?: (?:only|(?:are )?preferred))?|applicants?|(?:can|may|should) (?:also )?apply)|\bonly (?:fe)?males?\b|^\W*(?:fe)?males?(?:\W+(?:fe)?males?)*\W*$|\b(?:ladies|gentlemen|lady|women|men|girls|boys) (?:only|preferred|candidates?)\b",
    # family, looks, origin, health
    r"(?:已婚|未婚)(?:[已未]育)?(?:者)?(?:优先)?|[已未]育(?:优先)?|婚育(?:状况|情况)?(?:稳定|不限|优先)*|婚姻状况\s*[:：]?\s*\w{0,4}|无(?:生育|备孕)计划|\b(?:un)?married(?: candidates?)?(?: only| preferred)?\b|\bmarital status\b[^,;.\n]*",
    r"形象(?:气质)?(?:佳|好|良好|端庄|较好|优|姣好|，气质佳|、气质佳|俱佳)*(?:者?优先)?|气质(?:佳|好|良好|优秀)(?:者?优先)?|[男女]性[^，,；;。\s]{1,6}优先|五官端正|相貌(?:端正|佳|好)|外形(?:佳|好|条件\w{0,4})|身高\s*(?:要求)?\s*[:：]?\s*[^，,；;。\s]{0,14}|体重\s*[:：]?\s*\d[^，,；;。\s]{0,10}|\b(?:good|smart)[- ]looking\b|\b(?:attractive|presentable|pleasing|pleasant) (?:appearance|looks?|personality|candidates?)\b|\bpresentable\b|\b(?:minimum )?height\s*[:\-]?\s*(?:of )?\d[^,;.\n]*",
    r"(?:限|仅限|限招)?(?:(?:本地|本市|本省|\w{2}市?)(?:户口|户籍)|(?:本地|本市|本省|\w{2}[市省])籍)(?:者)?(?:优先)?|户籍不限|籍贯[^，,；;。]*|本地人(?:优先)?|汉族|属相[^，,；;。]*|星座[^，,；;。]*|血型[^，,；;。]*|身体健康|无传染(?:性)?疾?病(?:史)?|无(?:不良嗜好|纹身)|\b(?:caste|religion|nationality)\s*[:\-–]\s*\w+|\b(?:physically|medically) fit\b",
)
"""Age, gender, family, looks, origin and health: no condition for a job that this product would screen by."""

# --- How and what is asked ------------------------------------------------------------------------------------------

WISH: Final = _any(
    r"优先|加分|更佳|尤佳|者佳|最好|为佳|者优|更好$|\bpreferr?(?:ed|able|ably)\b|\bprefer\b|\bnice[ -]to[ -]have\b|\b(?:a|an added|an|big|huge|is|added) (?:big |huge |definite )?plus\b|\bbonus\b",
    r"\bdesirable\b|\bdesired\b|\badvantage(?:ous)?\b|\boptional\b|\bgood to have\b|\bnot mandatory\b|\bideally\b|\bhelpful\b|\bbeneficial\b|\ban add-?on\b",
)
ASIDE: Final = re.compile(r"[（(](?:[^（）()]*[\u4e00-\u9fff]{4}[^（）()]*|(?:[^\s（）()]+\s+){2,}[^\s（）()]+)[）)]")
"""A wish in brackets, "本科以上学历（985 院校优先）", is no wish for the rest."""
MUST: Final = _any(
    r"必须|必备|务必|须(?:具备|持有|有)|硬性|\bmust\b|\brequired\b|\bmandatory\b|\bessential\b|\bminimum\b|\bnon-negotiable\b"
)
ASKS: Final = _any(
    r"熟悉|精通|掌握|熟练|了解|具备|具有|经验|经历|背景|擅长|会(?:使用|用|写|做)|能(?:够)?(?:独立|熟练)",
    r"\b(?:experienced|(?<!user )(?<!customer )experience|knowledge|knowing|proficien\w+|familiar\w*|expertise|experts?|understanding|skills?|skilled|background|hands[- ]on|exposure|ability|able to|comfortable|fluen\w+|qualifications?|track record|record of|portfolio|candidates? (?:should|must)|should (?:have|be)|must|command of|degree|certifi\w+)\b",
)
YOU_WILL: Final = _any(r"you(?:(?:'|’)?ll| will)\b|in this role\b|你将")
OPENS_DUTY: Final = _any(
    r"(?:负责|参与|协助|配合|完成|制定|组织|跟进|管理|主导|推动|搭建|建立|维护|开展|优化|支持|对接|撰写|编制|分析|执行|承担|根据|按照|独立|处理|收集|协调|带领)",
    r"[A-Z][a-z]{2,}ing\b",
    r"(?:manage|develop|design|build|write|create|install|configure|monitor|perform|ensure|support|maintain|lead|work|collaborate|implement|analy[sz]e|prepare|provide|coordinate|define|document|test|plan|conduct|participate|own|drive|identify|handle|oversee|assist|troubleshoot|review|deliver|in this role|responsible|you will|you(?:'|’)ll|deploy|integrate|translate|optimi[sz]e|code|debug|update|answer|help|train|run|set up|set|draft|report|research|track)\b",
)
"""Begins what a person will do in the job."""
OPENS_ASKING: Final = _any(
    r"(?:并|且|同时|并且|有|对)?(?:熟悉|精通|掌握|熟练|了解|具备|具有|拥有|擅长|有|会|能)",
    r"(?:and |with )?(?:an? |the )?(?:strong|good|solid|deep|excellent|proven|working|basic|sound|extensive|thorough|hands[- ]on|in-depth|demonstrated|advanced|prior|previous)? ?(?:experienced?\b|knowledge|proficien\w+|familiar\w*|expertise|understanding|background|exposure|ability|able to|skilled)",
)
GOES_ON: Final = _any(
    r"\s*(?:其中|包括|如|例如|比如|或|及|以及|[并且](?!具备|熟悉|了解|具有)|包含|含|尤其|特别|(?:and |&)?/?(?:or|including|includes?|such as|e\.g|i\.e|like|especially|particularly|at least \w+ of)\b)"
)
"""Begins a clause that goes on with what the clause before it asks."""

FIELD: Final = _any(
    r"专业(?!知识|基础|功底|技能|能力|的|性|背景优秀|素养|水平|软件|工具|度|术语|英语)|学历|院校|在读|在校生|应届|毕业|\b(?:majors?|majored)\b"
)
LANGUAGE: Final = _any(
    r"英语|日语|韩语|法语|德语|俄语|西班牙语|粤语|普通话|外语|英文|日文|四级|六级|\bCET\b|CET-?[46]|雅思|托福|专业八级|专八|小语种",
    r"\b(?:english|mandarin|cantonese|japanese|french|german|spanish|korean|dutch|italian|portuguese|russian|arabic|hindi|bilingual|ielts|toefl|jlpt)\b|\bchinese\b(?! (?:market|companies|company|customers?|clients?))",
)
CERTIFICATE: Final = _any(
    r"资格证|证书|执业|持证|驾照|驾驶证|职称|上岗证|注册(?!用户|商标|登记|会员|量|公司)[\u4e00-\u9fff]{1,6}师|\b(?:CPA|PMP|CFA|ACCA|CMA|CISSP|CISA|CISM|FRM|CCNA|CCNP|CCIE|RHCE|CKA|CKAD|CSCP|CPIM|NCLEX|BLS|ACLS|PALS|SHRM-CP|CIPD|PE|CDL)\b",
    r"\bcertifi(?:ed|cate|cation|cations)\b|\blicen[cs](?:ed?|ure)\b(?! (?:management|agreements?|fees?))|\bregistered (?:nurse|engineer)\b|\b(?:current|valid|active) registration\b|\baccredit(?:ed|ation)\b|\bRN\b|\bdriv(?:er(?:'|’)?s|ing) licen",
)
TRAIT: Final = _any(
    r"责任(?:心|感|意识)|沟通|(?:分析(?:判断)?|创新|组织|协调|表达|适应|应变|自学|学习|执行|抗压|承压|自驱|推动|协作|综合|问题解决|解决问题的?|决策)(?:能?力)|到岗|入职|实习(?:期|时间)|长期实习|连续实习|每周.{0,6}[天日]|一周.{0,6}天|出差|加班|值班|倒班|团队(?:合作|协作|精神|意识)|抗压|自驱|积极|主动|热爱|热情|激情|踏实|稳重|细心|细致|耐心|认真|严谨|逻辑|思维敏捷|思维活跃|思路清晰|好奇心|吃苦|乐观|开朗|外向|亲和力|同理心|坦率|上进|进取|敬业|诚信|正直|品行|职业道德|敏感度?|感兴趣|浓厚兴趣|爱好者|(?:工匠|创新|服务|创业|探索|钻研|拼搏|奉献).{0,2}(?:精神|意识)|想象力|创造力|求知欲|性格|反应(?:敏捷|快)|自我驱动|工作强度|(?:面对|接受|迎接)\w{0,2}挑战|职业操守|追求|主人翁|执行力|行动力|好学|乐于|善于(?:沟通|思考|学习|总结|合作)|原则性|(?:接受|适应|配合|承受).{0,12}(?:工作时间|夜班|排班|轮班|节奏|压力|环境)|服从|时间充裕|稳定性|审美",
    r"\b(?:communicat(?:e|ion|ions|ing|or|ors)|team[- ]?(?:player|work|oriented)|interpersonal|self[- ]?(?:motivat\w+|starter|driven|organi[sz]ed|learner)|motivated|attitude|passion\w*|enthusias\w*|curious|curiosity|driven to)\b",
    r"\b(?:attention to detail|eye for detail|detail[- ]oriented|time management|multi-?task\w*|fast[- ]paced|adaptab\w+|adapt|proactive|willing\w*|organi[sz]ational skills?|problem[- ]solv\w+|problem solver|critical thinking|analytical (?:skills?|mind|ability|abilities|thinking)|creative thinking|decision[- ]making|work ethic|reliable|punctual|flexible|flexibility|calm|empathy|integrity|honest|respect for)\b",
    r"\b(?:work(?:ing)? (?:independently|under pressure|well under|in a team|with (?:minimal|little) supervision)|team environment|positive|quick learner|(?:learn|learning) (?:new|quickly|and|cutting)|relocat\w+|(?:willing|able|ready) to (?:travel|join|work)|travel (?:up to|about)|immediate(?:ly)? join\w*|quick joiners?|notice period|travel\b.{0,24}\brequired|long hours|overtime|authori[sz]ed to work|work (?:permit|visa|authori[sz]ation)|security clearance|accept new challenges|meet(?:ing)? (?:tight )?deadlines|take ownership|explain .{0,40} (?:in|to)|english communication)\b",
)
"""What a person is like, or ready to do; a resume can hardly show either."""
