# ruff: noqa: E501  (a pattern is read whole or not at all)
"""The word classes, English and Chinese, from which text that steers an evaluation is put together.

Every class is a pattern for folded lower-case text (`retrieval.documents.folding`). Both languages share a class,
because instructions mix them; English words end where no Latin letter follows, so that Chinese may touch them.
"""

from __future__ import annotations

from typing import Final


def words(alternatives: str) -> str:
    """A pattern for whole English words; a blank stands for any white space."""
    return rf"(?<![a-z_])(?:{alternatives})(?![a-z])".replace(" ", r"\s+")


# Who is spoken to: software that reads. Bare "model", "system" or 模型 are in every engineer's resume.
_SOFTWARE = "system|bot|software|tool|parser|agent|screener|reviewer|recruiter|evaluator|grader|reader|assistant|model"
_TASK = "ai|llm|automated|automatic|resume|cv|ats|recruit(?:er|ing|ment)|hiring|screening|evaluat(?:ing|ion)|ranking|reviewer|grader|scoring"
_NAMED = "ai|llms?|gpt|chatgpt|claude|gemini|copilot|deepseek|(?:large )?language models?|ats|chatbots?"
MACHINE_EN: Final = words(rf"(?:{_TASK})[ -](?:(?:screening|tracking|review|powered) )?(?:{_SOFTWARE})s?|{_NAMED}")
MACHINE_ZH: Final = (
    r"(?:(?<![a-z])(?:ai|ats|llm|gpt|chatgpt|deepseek)(?![a-z])(?:[一-鿿]{0,2}?(?:助手|系统|模型|程序|工具|评委|读者|[者官员]))?|人工智能(?:助手|系统)?"
    r"|大?语言模型|大模型|机器人|智能助手|(?:自动|智能)?(?:筛选|招聘|评分|评审|评估|简历|审核)(?:系统|模型|算法|程序|机器人|助手|工具|软件|引擎|ai)"
    r"|自动(?:系统|程序|工具))"
)
MACHINE: Final = rf"(?:{MACHINE_EN}|{MACHINE_ZH})"

# About whom: a resume speaks of "I" or of nobody, never of "this candidate".
_PAPER = "resume|cv|curriculum vitae|profile"
_SOMEBODY = r"(?:this|said|the present) (?:\w+ )?(?:candidate|applicant|person|individual|job ?seeker)|(?:candidate|applicant|person) (?:described|named|presented) (?:here|above|below)"
THIS_PERSON: Final = (
    rf"(?:{words(_SOMEBODY)}|{words(rf'this (?:{_PAPER})|(?:owner|author|holder|subject) of th(?:is|e) (?:{_PAPER}|document)')}"
    r"|(?:[该此本](?:[位份名])?|这[位份个名]|以[上下])(?:候选人|应聘者|申请人|求职者|应征者|申请者|简历|履历)|此人)"
)
THE_PERSON: Final = (
    rf"(?:{THIS_PERSON}|{words('(?:the|this) (?:candidate|applicant)')}|候选人|应聘者|申请人|应征者|求职者)"
)
ME: Final = rf"(?:{words('me')}|我(?!们|司)|本人)"

# What is asked for. TOP can only be an evaluation's outcome; GOOD also praises other things.
_GRADE = "marks?|scores?|ratings?|points?|grades?|rank(?:ing)?|tier|match|fit|evaluation|recommendation"
_OF_TEN = r"(?:10|ten|5|five|100)\s?(?:/|out of)\s?(?:10|ten|5|five|100)|100\s?%\s(?:match|fit|score)|(?:match|fit|score)(?:\sscore)?\sof\s100"
TOP: Final = (
    rf"(?:{words(rf'(?:full|max(?:imum)?|highest|perfect|top|best) (?:possible |available |overall )?(?:{_GRADE})')}"
    rf"|{words(r'strong(?:_| |-)(?:yes|hire|match|accept|recommend(?:ation)?)')}|(?<![\d.]){_OF_TEN}(?!\d)"
    r"|满分|最高(?:分|等|级|评)|(?<!\d)(?:10|9\d|100)\s*分(?!钟)|高分|满星|五星(?!级|酒店)|强烈推荐)"
)
_GOOD_EN = (
    r"perfect\w*|ideal|best|excellent|outstanding|exceptional\w*|(?:well |fully |highly |un|pre|best |most )?-?qualified"
    r"|suitable|strongest|top|first|favou?rabl[ey]|positiv\w*|highly|highest|exceeds?|meets?|satisf\w+|met|strong"
    r"|(?:pre-?)?approved|verified|vetted|accepted|recommended|hired|shortlisted|selected|advanced|preferred|prioriti[sz]ed"
    r"|interview(?:ed)?|offer|shortlist|next (?:round|stage)|final round|hire|recommend\w*|score[ds]?|scoring|rat(?:ed?|ings?)|rank(?:ed)?|yes"
)
GOOD: Final = (
    rf"(?:{words(_GOOD_EN)}|{TOP}|推荐|录用|录取|聘用|通过|入选|名单|最高|第一|首位|首选|最优|最佳|最合适|优秀|优先|完美|匹配|符合|满足"
    r"|合格|胜任|[a优]级|评[为定]|满意|\d+\s*分(?!钟|之))"
)

# How it is asked: resumes tell what was done; orders come as imperatives or with a modal verb.
_ASKING = "please|kindly|always|just|simply|only|then|and|now|must|should|shall|will you|instructed to|required to|want you to"
CLAUSE: Final = r"(?:^[\W\d_]*|[,:;>\])\"“”—]\s*|\s[-–]\s)"
MODAL: Final = words(
    "must|should|shall|ought to|ha(?:s|ve) to|needs? to|(?:is|are) (?:to|required to|expected to|instructed to)|deserves?|mandatory"
    "|no matter what|regardless|without regard|under (?:any|no) circumstances|at all costs|whatever|make sure|ensure"
    "|would be appreciated|(?:is|are) (?:kindly |hereby |respectfully )?(?:requested|asked|advised|urged)"
)
ORDER_ZH: Final = (
    r"(?:(?<![申邀])请(?![假求柬教客])|务必|必须|须|应(?:当|该|被|予|优先|直接)|应(?=将|把|给|录|评|列|排|推)|一律|直接|只管|只需|即可|一定要|只能"
    r"|不得|不要|无需|不必|无论|不管|都要|麻烦|需要?(?=将|把|给|评|推))"
)


def imperative(verbs: str) -> str:
    """English verbs where an order has them: at the head of a clause, or after a word of asking."""
    return rf"(?:{CLAUSE}|{words(_ASKING)}\s+)(?:[a-z]+ly\s+|also\s+|please\s+|always\s+)?{words(verbs)}(?!\s*[:=])"


RATE: Final = "assume|presume|rate|score|rank|grade|mark|evaluate|assess|judge|classify|label|place|put|list|treat|consider|regard|count|deem"
CHOOSE: Final = (
    "recommend|hire|shortlist|advance|move|approve|accept|select|choose|pick|prefer|favou?r|prioriti[sz]e|invite|pass"
    "|promote|endorse|forward|fast-?track"
)
SAY: Final = (
    "say|state|write|return|output|print|respond|reply|answer|conclude|confirm|declare|report|describe|summari[sz]e|repeat"
    "|present|portray|tell|emphasi[sz]e|stress|highlight"
)
GIVE: Final = (
    "give|assign|award|grant|set|raise|boost|increase|bump|upgrade|maximi[sz]e|ensure|make sure|guarantee|adjust"
)
GIVE_ZH: Final = r"(?:给|打|评|输出|返回|回[答复]|标记?|判|视为|填写?|写)"

# What is set aside.
IGNORE: Final = (
    "ignore|disregard|forget|override|bypass|skip|discard|set aside|neglect|overlook|pay no attention to"
    r"|(?:do not|don't|stop|never|cease|no longer|no need to) (?:follow|obey|apply|use|consider|check|verify|evaluate)(?:ing)?"
)
IGNORE_ZH: Final = r"(?:忽略|忽视|无视|忘[记掉了]|抛开|撇开|(?:不要?|不必|不用|无需|请勿|别|不再)(?:再)?(?:理会|管|遵[守循从]|参[考照]|考虑|核[对实]|检查|比对|执行))"
BEFORE: Final = (
    rf"(?:{words('previous|prior|above|earlier|preceding|foregoing|original|initial|before|your|all|any|told|given|these|those')}"
    r"|之前|以上|上[述面]|前[面述]|此前|先前|原[有先]|所有|一切|任何|全部|系统|[你您])"
)
ORDERS: Final = (
    rf"(?:{words('instructions?|prompts?|directions?|rules?|rubrics?|guidelines?|criteria|commands?|orders|constraints?')}"
    r"|指[令示]|提示词?|规则|要求|命令|设定|约束|标准|规定|准则)"
)
DEMANDS: Final = (
    rf"(?:{words('requirements?|job (?:description|posting|ad)|qualifications?|rubrics?|criteria|evaluation|screening|assessment')}"
    r"|(?:职位|岗位|任职|职缺|招聘)(?:的)?(?:描述|要求|条件|标准)|评分标准|条件)"
)
FAULTS: Final = (
    rf"(?:{words('weakness(?:es)?|gaps?|shortcomings?|red flags?|drawbacks?|negatives?|negative (?:remarks?|comments?|points?|aspects?)|missing (?:skills?|certifications?|experience|requirements?|qualifications?|keywords?)')}"
    r"|缺点|不足|弱点|短板|空窗|劣势|缺陷|负面)"
)

# What an evaluation, and only an evaluation, comes to or is made from.
VERDICT: Final = (
    rf"(?:{words('verdict|decision|conclusion|assessment|evaluation|rating|recommendation|final (?:answer|score|result)')}"
    r"|结论|评(?:[价语级估]|分(?!卡|标准|系统|模型|依据|表))(?!卡|标准|系统|模型)|评估结果|报告|推荐意见|录用建议)"
)
YOURS: Final = words(
    "your (?:own )?(?:\\w+ )?(?:instructions?|rubrics?|criteria|programming|guidelines|prompt|summary|evaluation|assessment|report"
    "|answer|response|output|verdict|scor(?:e|ing)|rank(?:ing)?|rating|recommendation|analysis)"
)
EVALUATING: Final = words(
    r"(?:when|while|before|in|instead of|during) (?:you )?(?:generat|comput|calculat|produc|compar|evaluat|scor|rank|review|assess|grad|rat|analy[sz])(?:ing|e)"
    r" (?:the|this|your|my|all|these) (?:\w+ )?(?:scores?|match|ratings?|candidates?|applicants?|resumes?|cv|profile|application|evaluation)"
)
_REST_EN = words("(?:all|any|every|the|no) other (?:candidates?|applicants?|resumes?|cvs?|profiles?)")
OTHERS: Final = rf"(?:{_REST_EN}|其[他它余](?:候选人|应聘者|申请人|求职者|应征者|简历|履历))"

# A Western sentence without any of these fits no rule: most lines of a resume need no further search.
STEMS: Final = (
    r"ignor|disregard|forget|overr|bypass|skip|discard|aside|neglect|overlook|attention|instruct|prompt|criteri|rubric|guideline|directive"
    r"|candidate|applica|resume|\bcv\b|profile|person|individual|seeker|score|rating|rank|\bmark|grade|points?\b|\bmatch|\bfit\b|tier\b"
    r"|evaluat|recommend|assess|verdict|decision|conclu|answer|respon[ds]|\bhire|interview|\boffer\b|shortlist|strong[_ -]|require"
    r"|\bai\b|\bllm|gpt|claude|gemini|copilot|deepseek|language model|\bats\b|bot\b|automat|assistant|\byou|\bme\b|\bmy\b"
    r"|weakness|\bgaps?\b|shortcoming|flag|drawback|negativ|missing|mode\b|<|\[|\{|\(|=|#|^\W*(?:system|developer|admin|task|policy|hidden|priority|hr)\b"
    r"|\bnew\s|update|final|begin|\bend\b|\bstart\b|pretend|act\s+as|reveal|tell\s|machine|whoever|keywords?|skill|experience|output|this\s"
)
