"""The questions of the interview kit in English."""

from __future__ import annotations

from typing import Final

from agents.interviews.asks import Ask, Asks, ByVerdict

_SKILL: Final[ByVerdict] = {
    "not_stated": (
        Ask(
            "The job asks for {topic}, which your resume does not mention. Have you worked with it? Please take the "
            "most recent example: what was the problem, which part was yours, and how did it turn out?",
            "Names a concrete project, their own part in it and what was hard; or says plainly that they have not "
            "done it, and describes the closest experience they have.",
        ),
        Ask(
            "I did not find {topic} in your resume. Have you not done it, or did you leave it out? If you have, "
            "please tell me about the time you went deepest.",
            "A direct answer; if they have done it, with details, a difficulty and a result; if not, with how they "
            "would learn it and how long it would take.",
        ),
    ),
    "partial": (
        Ask(
            "The job asks for {topic}, and your resume shows some of it. How far did it go? What did you do on your "
            "own, and what have you not yet had to deal with?",
            "Is clear about depth, scale and duration, separates their own work from the team's, and names what "
            "they have not done without being pressed.",
        ),
        Ask(
            "On {topic} your resume is brief. Please add the one piece of work that shows your level best: how did "
            "it start, what did you decide, and how did it end?",
            "Agrees with the resume, holds up when you ask for details, and knows the limits of their own level.",
        ),
    ),
    "not_met": (
        Ask(
            "The job asks for {topic}, and from your resume there is a gap. What is your closest experience, and "
            "how would you close the gap in your first three months?",
            "Admits the gap, has related experience that carries over, and has a specific plan whose progress can "
            "be checked.",
        ),
    ),
}
_DUTY: Final[ByVerdict] = {
    "not_stated": (
        Ask(
            "One duty of this job is {topic}; your resume shows nothing like it. Have you been responsible for such "
            "work? Please tell me about the closest you came.",
            "Names the part they were responsible for, whom they worked with and the result; if they never did it, "
            "can say how they would start.",
        ),
        Ask(
            "This job also includes {topic}. If it were yours, what would you do in the first two weeks, and whose "
            "help would you need?",
            "Looks before acting, puts steps in a sensible order, knows whom to ask, and sees what could be hard.",
        ),
    ),
    "partial": (
        Ask(
            "One duty of this job is {topic}, and your resume shows similar work. Which part were you responsible "
            "for on your own, and how does it differ from what is needed here?",
            "Separates their own contribution from the team's, sees the difference between the two jobs, and knows "
            "what to add.",
        ),
    ),
}
_TRAIT: Final[ByVerdict] = {
    "not_stated": (
        Ask(
            "This job calls for {topic}. Please tell me about one occasion that shows it best: the situation, what "
            "you did, and what came of it.",
            "A real and specific occasion, with their own part and the result clear, that holds up when you ask for "
            "details.",
        ),
    ),
}
_EXPERIENCE: Final[ByVerdict] = {
    "not_stated": (
        Ask(
            "The job asks for {topic}, which your resume does not show. Please take me through the relevant work in "
            "order: where, doing what, and for how long each time?",
            "Dates are clear, agree with the resume and add up to what is asked; each period comes with work they "
            "actually did.",
        ),
    ),
    "partial": (
        Ask(
            "The job asks for {topic}; what your resume shows falls a little short. Please take the part where you "
            "went deepest: what were you responsible for, and what did you decide on your own?",
            "Fewer years but full responsibility, with results of their own; can say what is still missing.",
        ),
    ),
    "not_met": (
        Ask(
            "The job asks for {topic}, and your resume shows less than that. Which work shows that you are at that "
            "level already?",
            "Argues with results, not years: how hard the problem was, how independently they worked, what it changed.",
        ),
    ),
}
_EDUCATION: Final[ByVerdict] = {
    "not_stated": (
        Ask(
            "The job asks for {topic}. What is your highest degree, in which subject, and when and how did you "
            "complete it?",
            "An account that agrees with the resume and meets the requirement, with a certificate that can be shown.",
        ),
    ),
    "not_met": (
        Ask(
            "The job asks for {topic}; your degree is a different one. Which courses, projects or work show that "
            "you have the same abilities?",
            "Names study and results that bear directly on the job, and does not talk around the difference.",
        ),
    ),
}
_LANGUAGE: Final[ByVerdict] = {
    "not_stated": (
        Ask(
            "The job asks for {topic}. Let us use that language for a few minutes: please tell me about your latest "
            "project.",
            "Speaks fluently, follows questions, and explains professional matters rather than reciting an "
            "introduction.",
        ),
    ),
}
_CERTIFICATE: Final[ByVerdict] = {
    "not_stated": (
        Ask(
            "The job asks for {topic}. Do you hold it? Since when, and is it still valid?",
            "Gives the date and validity and can show or prove it; if not, says when they plan to obtain it.",
        ),
    ),
}

ASKS: Final = Asks(
    verify={
        "skill": _SKILL,
        "duty": _DUTY,
        "trait": _TRAIT,
        "experience": _EXPERIENCE,
        "education": _EDUCATION,
        "language": _LANGUAGE,
        "certificate": _CERTIFICATE,
    },
    unsupported=Ask(
        "Please describe this part of your work: “{claim}”. How was {numbers} arrived at, and what could confirm it?",
        "Explains what the figure measures, over which time, and what their own contribution was; differences from "
        "the resume have a sound reason.",
    ),
    technical=(
        Ask(
            "On {topic}: please take the piece of work that shows it best. What was the goal, what was your "
            "approach, why not another one, and how did you measure the result?",
            "A clear goal and real trade-offs, the options they rejected and why, and a result backed by figures or "
            "facts that can be checked.",
        ),
        Ask(
            "On {topic}: what was the hardest problem you met? How did you find its cause, and how did you make "
            "sure that it was solved?",
            "Can retrace the search step by step, looked for evidence before concluding, and did something to keep "
            "it from happening again.",
        ),
        Ask(
            "On {topic}: what would you do differently today? Under which conditions would your approach not have "
            "worked?",
            "Knows the limits of their own approach, gives grounds for the judgement, and puts improvements in a "
            "sensible order.",
        ),
    ),
    behavioural=(
        Ask(
            "{job}Please tell me about a time you disagreed with a colleague or a manager. What was it about, how "
            "did you handle it, and how was it decided?",
            "Argues about the matter and not the person, takes in the other side's reasons, reaches a clear result "
            "and carries it out.",
        ),
        Ask(
            "{job}Please tell me about a piece of work that did not go as planned. When did you notice, what did "
            "you do, and what have you changed since?",
            "Takes responsibility, told the people concerned in good time, and really works differently now.",
        ),
        Ask(
            "What have you learned from scratch for your work in the past year? How did you learn it, and where "
            "have you used it?",
            "Learns on their own initiative, has a method, and has already put it to use.",
        ),
    ),
    at_work="Thinking of your time at {company}: ",
    headings={
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
        "why": "Why",
        "by_rules": "Written by rules, without a language model.",
        "by_model": "Written by a language model: please read it before you use it.",
        "by_both": "Written by a language model; {n} question(s) come from rules, because it left them out, must not "
        "ask them, or used figures that are not in the resume. Please read it before you use it.",
        "written_by": "Written by",
        "rules": "rules",
        "colon": ": ",
    },
)
