"""The kinds of findings in a posting, and why each topic matters, in both languages."""

from __future__ import annotations

from typing import Final, Literal

from records.language import Language

Kind = Literal["discriminatory", "vague", "contradictory", "note"]
Said = dict[Language, str]

KIND_WORDS: Final[dict[Language, dict[Kind, str]]] = {
    "zh": {"discriminatory": "可能构成歧视", "vague": "含糊", "contradictory": "矛盾", "note": "提示"},
    "en": {
        "discriminatory": "May discriminate",
        "vague": "Vague",
        "contradictory": "Contradictory",
        "note": "Note",
    },
}

# Topic: reason and suggestion. Which laws this rests on stands in docs/decisions/022.
TOPICS: Final[dict[str, tuple[Said, Said]]] = {
    "age": (
        {
            "zh": "年龄与能否胜任无关，许多国家和地区禁止按年龄招聘。",
            "en": "Age says nothing about who can do the job, and many countries forbid hiring by it.",
        },
        {"zh": "请删去，或写明需要的经验年限和能力。", "en": "Leave it out, or say which experience is needed."},
    ),
    "gender": (
        {
            "zh": "按性别招聘在中国、美国、欧盟和日本原则上都不允许。",
            "en": "Hiring by gender is as a rule unlawful in China, the US, the EU and Japan.",
        },
        {"zh": "请删去，改写工作本身的要求。", "en": "Leave it out, and describe what the work itself asks."},
    ),
    "family": (
        {
            "zh": "婚姻、生育和家庭状况不能作为录用条件。",
            "en": "Marriage, children and pregnancy must be no condition for a job.",
        },
        {
            "zh": "请删去；如需出差或倒班，直接写明频率。",
            "en": "Leave it out; if there is travel or shift work, say so.",
        },
    ),
    "looks": (
        {
            "zh": "外貌、身高与绝大多数工作无关，还可能构成间接歧视。",
            "en": "Looks and height matter for hardly any job, and may discriminate indirectly.",
        },
        {
            "zh": "请删去；如指着装或待客礼仪，写明即可。",
            "en": "Leave it out; if dress or manners are meant, say so.",
        },
    ),
    "origin": (
        {
            "zh": "户籍、籍贯、国籍和民族不能作为录用条件。",
            "en": "Origin, nationality and ethnicity must be no condition for a job.",
        },
        {
            "zh": "请删去；如需当地到岗或合法工作许可，写明即可。",
            "en": "Leave it out; if presence or a right to work is needed, say that.",
        },
    ),
    "native": (
        {
            "zh": "“母语”说的是出身而不是水平，可能排除能力足够的人。",
            "en": "“Native” speaks of origin and not of skill, and shuts out people who are good enough.",
        },
        {
            "zh": "请写明所需水平，例如“英语可作为工作语言”。",
            "en": "Name the level needed, such as “fluent English (C1)”.",
        },
    ),
    "religion": (
        {"zh": "宗教信仰不能作为录用条件。", "en": "Religion must be no condition for a job."},
        {"zh": "请删去。", "en": "Leave it out."},
    ),
    "health": (
        {
            "zh": "笼统的健康要求会排除残障人士和病原携带者。",
            "en": "A general demand for health shuts out people with disabilities.",
        },
        {
            "zh": "请删去，或写明岗位确实需要的体力活动。",
            "en": "Leave it out, or name the physical work that the job really has.",
        },
    ),
    "stars": (
        {
            "zh": "属相、星座、血型与能否胜任毫无关系。",
            "en": "Star sign or blood type says nothing about a person's work.",
        },
        {"zh": "请删去。", "en": "Leave it out."},
    ),
    "school": (
        {
            "zh": "只看学校名单会漏掉合适的人；公共部门招聘不得以此设限。",
            "en": "A list of schools leaves out people who could do the job.",
        },
        {"zh": "供参考：可改为对能力或专业的要求。", "en": "For your information: ask for ability or subject instead."},
    ),
    "study_mode": (
        {
            "zh": "学习形式不等于能力，可能排除自考、成人教育毕业的人。",
            "en": "How somebody studied is no measure of ability.",
        },
        {"zh": "供参考：若非必要可以不写。", "en": "For your information: leave it out unless it is needed."},
    ),
    "politics": (
        {
            "zh": "政治面貌一般与工作能力无关。",
            "en": "Party membership as a rule has nothing to do with ability.",
        },
        {
            "zh": "供参考：若非岗位法定要求，可以不写。",
            "en": "For your information: leave it out unless a rule demands it.",
        },
    ),
    "graduates": (
        {
            "zh": "限定毕业年份可能变相限制年龄。",
            "en": "“Recent graduates” may in effect be a limit of age.",
        },
        {
            "zh": "供参考：可写“欢迎经验较少的人”。",
            "en": "For your information: “little experience needed” says the same.",
        },
    ),
    "pressure": (
        {
            "zh": "求职者不知道压力从何而来，也无从证明。",
            "en": "Nobody can tell what pressure is meant, or show that they bear it.",
        },
        {
            "zh": "请写明实际情况，例如“月末结账期间需加班约 3 天”。",
            "en": "Say what happens, such as “about three late days at the end of a month”.",
        },
    ),
    "slogan": (
        {
            "zh": "口号式的要求无法核对，还可能吓退合适的人。",
            "en": "A slogan cannot be checked, and puts off people who could do the job.",
        },
        {"zh": "请写明要做成什么、需要什么能力。", "en": "Say what is to be achieved, and which ability it takes."},
    ),
    "pay": (
        {
            "zh": "没有数字的薪酬说明不了什么，一些地方已要求公开范围。",
            "en": "Pay without a figure says nothing, and in places a range must be stated.",
        },
        {"zh": "请写出薪资范围。", "en": "State the range."},
    ),
    "duties": (
        {
            "zh": "兜底的职责让人不知道实际要做什么。",
            "en": "A catch-all leaves open what the work is.",
        },
        {"zh": "请列出具体工作，或删去。", "en": "List the tasks, or leave it out."},
    ),
    "amount": (
        {
            "zh": "没有说明多少才算够，无法据此判断。",
            "en": "It does not say how much is enough, so nobody can be judged by it.",
        },
        {"zh": "请写明年限、规模或做过的事。", "en": "Name years, scale, or what they must have done."},
    ),
}
