"""The questions of the interview kit, in both languages: what is asked, and what a good answer contains.

Blanks: `{topic}` the skills or the requirement, `{claim}` a strength, `{numbers}` in it, `{job}` the latest position.
Questions are spoken to the candidate, so they name no line numbers; the kit shows the lines beside them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from records.assessment import Verdict
from records.language import Language
from records.posting import RequirementKind


class Ask(NamedTuple):
    """A question, and what a good answer contains."""

    question: str
    good_answer: str


ByVerdict = dict[Verdict, Ask]

_DONE_ZH: Final[ByVerdict] = {
    "not_stated": Ask(
        "简历没有提到{topic}。您在工作中做过吗？请举最近的一个例子：要解决什么问题，您负责哪一部分，结果怎样？",
        "能说出具体的项目、自己动手的部分和当时的难处；如果没有做过，会直说，并讲清最接近的经验。",
    ),
    "partial": Ask(
        "简历里写到了与{topic}有关的经历。当时做到什么程度？哪些是您独立完成的，哪些还没有接触过？",
        "讲得清深度、规模和持续时间，分得清自己与团队的贡献，主动说明没有做过的部分。",
    ),
    "not_met": Ask(
        "这个岗位需要{topic}，从简历看还有差距。您最接近的经验是什么？入职后前三个月打算怎样补上？",
        "如实承认差距，有可以迁移的相近经验，补足的安排具体、可检查。",
    ),
}
_DONE_EN: Final[ByVerdict] = {
    "not_stated": Ask(
        "Your resume does not mention {topic}. Have you worked with it? Please take the most recent example: "
        "what was "
        "the problem, which part was yours, and how did it turn out?",
        "Names a concrete project, their own part in it and what was hard; or says plainly that they have not "
        "done it, "
        "and describes the closest experience they have.",
    ),
    "partial": Ask(
        "Your resume shows some experience related to {topic}. How far did it go? What did you do on your own, "
        "and what have "
        "you not yet had to deal with?",
        "Is clear about depth, scale and duration, separates their own work from the team's, and names what they "
        "have "
        "not done without being pressed.",
    ),
    "not_met": Ask(
        "The job needs {topic}, and from your resume there is a gap. What is your closest experience, and how would "
        "you close the gap in your first three months?",
        "Admits the gap, has related experience that carries over, and has a specific plan whose progress can be "
        "checked.",
    ),
}

VERIFY: Final[dict[Language, dict[RequirementKind, ByVerdict]]] = {
    "zh": {
        "skill": _DONE_ZH,
        "duty": _DONE_ZH,
        "trait": {
            "not_stated": Ask(
                "这个岗位看重{topic}。请讲一件最能体现这一点的事：当时的情况、您的做法和结果。",
                "是一件真实、具体的事，说得清自己的作用和结果，经得起追问。",
            ),
        },
        "experience": {
            "not_stated": Ask(
                "岗位要求{topic}，简历里看不出来。请按时间顺序说说相关的经历：在哪里，做什么，各有多长时间？",
                "起止时间清楚，与简历一致，加起来符合要求；每一段都说得出实际承担的工作。",
            ),
            "partial": Ask(
                "岗位要求{topic}，简历里的相关经历还差一些。请选最深入的一段，说说您承担的责任和独立做出的决定。",
                "年限虽短但责任完整，有独立负责的成果；说得清自己还缺什么。",
            ),
            "not_met": Ask(
                "岗位要求{topic}，从简历看还不够。哪些工作能说明您已经达到同样的水平？",
                "用成果而不是年限说明水平：问题的难度、独立的程度、结果的影响。",
            ),
        },
        "education": {
            "not_stated": Ask(
                "岗位要求{topic}，简历没有写明。请说明您的最高学历、专业、毕业时间和学习形式。",
                "说法前后一致，符合要求，能提供学历证书或在线验证报告。",
            ),
            "not_met": Ask(
                "岗位要求{topic}，您的学历与此不同。哪些课程、项目或工作经历能说明您具备同等的能力？",
                "举得出与岗位直接相关的学习和成果，不回避差别。",
            ),
        },
        "language": {
            "not_stated": Ask(
                "岗位要求{topic}。接下来几分钟我们用这门语言交谈：请介绍您最近的一个项目。",
                "表达连贯，听得懂追问，能讲清专业内容，而不只是背诵自我介绍。",
            ),
        },
        "certificate": {
            "not_stated": Ask(
                "岗位要求{topic}，简历没有体现。您是否持有？何时取得，是否在有效期内？",
                "说得出取得时间和有效期，能提供原件或查询方式；没有的话，说明报考计划。",
            ),
        },
    },
    "en": {
        "skill": _DONE_EN,
        "duty": _DONE_EN,
        "trait": {
            "not_stated": Ask(
                "This job calls for {topic}. Please tell me about one occasion that shows it best: the "
                "situation, what "
                "you did, and what came of it.",
                "A real and specific occasion, with their own part and the result clear, that holds up when you ask "
                "for details.",
            ),
        },
        "experience": {
            "not_stated": Ask(
                "The job asks for {topic}, which your resume does not show. Please take me through the relevant work "
                "in order: where, doing what, and for how long each time?",
                "Dates are clear, agree with the resume and add up to what is asked; each period comes with work "
                "they "
                "actually did.",
            ),
            "partial": Ask(
                "The job asks for {topic}; what your resume shows falls a little short. Please take the "
                "part where you went deepest: what were you responsible for, and what did you decide on your own?",
                "Fewer years but full responsibility, with results of their own; can say what is still missing.",
            ),
            "not_met": Ask(
                "The job asks for {topic}, and your resume shows less than that. Which work shows that you are "
                "at that level already?",
                "Argues with results, not years: how hard the problem was, how independently they worked, what it "
                "changed.",
            ),
        },
        "education": {
            "not_stated": Ask(
                "The job asks for {topic}, which your resume does not show. What is your highest degree, in which "
                "subject, and when and how did you complete it?",
                "A consistent account that meets the requirement, with a certificate that can be shown.",
            ),
            "not_met": Ask(
                "The job asks for {topic}; your degree is a different one. Which courses, projects or work show that "
                "you have the same abilities?",
                "Names study and results that bear directly on the job, and does not talk around the difference.",
            ),
        },
        "language": {
            "not_stated": Ask(
                "The job asks for {topic}. Let us use that language for a few minutes: please tell me about your "
                "latest "
                "project.",
                "Speaks fluently, follows questions, and explains professional matters rather than reciting an "
                "introduction.",
            ),
        },
        "certificate": {
            "not_stated": Ask(
                "The job asks for {topic}, which your resume does not show. Do you hold it? Since when, and is "
                "it still "
                "valid?",
                "Gives the date and validity and can show or prove it; if not, says when they plan to obtain it.",
            ),
        },
    },
}
"""Where a verdict has no question of its own, the one for `not_stated` is asked."""

UNSUPPORTED: Final[dict[Language, Ask]] = {
    "zh": Ask(
        "请具体说说这段经历：“{claim}”。其中的{numbers}是怎样得出的，有什么可以佐证？",
        "说得清数字的口径、时间范围和本人的贡献，前后一致；与简历不同的地方有合理的解释。",
    ),
    "en": Ask(
        "Please describe this part of your work: “{claim}”. How was {numbers} arrived at, and what could confirm it?",
        "Explains what the figure measures, over which time, and what their own contribution was; differences "
        "from the "
        "resume have a sound reason.",
    ),
}

TECHNICAL: Final[dict[Language, tuple[Ask, ...]]] = {
    "zh": (
        Ask(
            "关于{topic}：请选一个最有代表性的项目，讲讲目标、您的方案、为什么不用别的做法，以及怎样衡量结果。",
            "有清楚的目标和取舍，说得出放弃的方案和理由，结果有数据或可核实的事实。",
        ),
        Ask(
            "关于{topic}：工作中遇到过的最难的问题是什么？您怎样找到原因，怎样确认真的解决了？",
            "能还原排查的过程，先有证据再下结论，事后有防止再次发生的措施。",
        ),
        Ask(
            "关于{topic}：如果现在重新做一次，您会改变什么？要是规模扩大十倍，最先出问题的会是哪里？",
            "了解自己方案的局限，判断有依据，改进的先后顺序讲得通。",
        ),
    ),
    "en": (
        Ask(
            "On {topic}: please take the project that shows it best. What was the goal, what was your "
            "approach, why not another one, and how did you measure the result?",
            "A clear goal and real trade-offs, the options they rejected and why, and a result backed by figures or "
            "facts that can be checked.",
        ),
        Ask(
            "On {topic}: what was the hardest problem you met? How did you find its cause, and how did you "
            "make sure that it was solved?",
            "Can retrace the search step by step, looked for evidence before concluding, and did something to "
            "keep it "
            "from happening again.",
        ),
        Ask(
            "On {topic}: what would you do differently today? And if it had to grow tenfold, what would break first?",
            "Knows the limits of their own solution, gives grounds for the judgement, and puts improvements in a "
            "sensible order.",
        ),
    ),
}

BEHAVIOURAL: Final[dict[Language, tuple[Ask, ...]]] = {
    "zh": (
        Ask(
            "{job}请讲一次您与同事或上级意见不同的经历。分歧在哪里，您怎样处理，最后怎样决定？",
            "对事不对人，听得进别人的理由，有明确的结果；决定之后能够执行。",
        ),
        Ask(
            "{job}请讲一件没有按预期完成的工作。什么时候发现的，您做了什么，后来改变了什么？",
            "不推卸责任，发现问题后及时告知相关的人，之后的做法确实有改变。",
        ),
        Ask(
            "过去一年里，您从头学会了哪一项与工作有关的本领？怎样学的，用在了哪里？",
            "有主动学习的动机和方法，并且已经用在实际工作中。",
        ),
    ),
    "en": (
        Ask(
            "{job}Please tell me about a time you disagreed with a colleague or a manager. What was it about, "
            "how did "
            "you handle it, and how was it decided?",
            "Argues about the matter and not the person, takes in the other side's reasons, reaches a clear "
            "result and "
            "carries it out.",
        ),
        Ask(
            "{job}Please tell me about a piece of work that did not go as planned. When did you notice, what did you "
            "do, and what have you changed since?",
            "Takes responsibility, told the people concerned in good time, and really works differently now.",
        ),
        Ask(
            "What have you learned from scratch for your work in the past year? How did you learn it, and where have "
            "you used it?",
            "Learns on their own initiative, has a method, and has already put it to use.",
        ),
    ),
}

JOB: Final[dict[Language, str]] = {"zh": "在{company}任职期间，", "en": "Thinking of your time at {company}: "}
"""Opens a behavioural question; Chinese needs no change after it, English keeps its capital letter."""

HEADINGS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "title": "面试提纲：{candidate} · {posting}",
        "focus": "重点核实",
        "verify": "核实差距与存疑之处",
        "technical": "专业能力",
        "behavioural": "工作方式",
        "good_answer": "好的回答",
        "about": "针对",
        "lines": "简历依据",
        "none": "没有相关内容",
        "unsupported": "评估中的这一说法，数字在所引的行里没有找到",
        "colon": "：",
    },
    "en": {
        "title": "Interview kit: {candidate} · {posting}",
        "focus": "Verify above all",
        "verify": "Gaps and doubts to verify",
        "technical": "Knowledge of the job",
        "behavioural": "Ways of working",
        "good_answer": "A good answer",
        "about": "About",
        "lines": "In the resume",
        "none": "nothing on this",
        "unsupported": "a statement of the assessment whose figures are not in the lines it points at",
        "colon": ": ",
    },
}
