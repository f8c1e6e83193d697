"""The interview kit written by a language model, on the frame of the rules' kit: what it leaves out, or may not ask,
is asked in the rules' words."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from agents.asking import Asking, Form, Progress, read_as
from agents.assessors.assessor import Case
from agents.assessors.pointing import evidence_at
from agents.claims.claims import unsupported_numbers
from agents.interviews.interview import InterviewKit, InterviewQuestion, interview_kit
from agents.interviews.schema import ModelKit, ModelQuestion, kit_schema, kit_tokens
from agents.prompt_material import resume_shown, words_shown
from agents.protected_traits import protected_trait
from agents.words import VERDICT_WORDS
from prompts import Prompt, prompt
from records.assessment import Assessment
from records.language import Language
from records.redacted import RedactedText, joined
from retrieval.redaction import NAME, redact_text

TASK: Final = "interview"

_NOTHING: Final[dict[Language, str]] = {"zh": "（没有）", "en": "(none)"}
_CLAIM: Final[dict[Language, str]] = {
    "zh": "评估中的说法，数字存疑",
    "en": "a claim of the assessment, its figures doubtful",
}


class LanguageModelInterviewer:
    """Rules say what must be asked about; the model says how."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def write(self, case: Case, assessment: Assessment) -> AsyncGenerator[Progress | InterviewKit]:
        """Progress, at last the kit in the case's language; raises `ModelError`."""
        frame = interview_kit(assessment, case.resume, case.posting, case.language)
        verify, technical = _of(frame, "verify"), _of(frame, "technical")
        form = Form(
            kit_schema([*verify], [*technical], len(case.redacted)),
            kit_tokens(len(verify) + len(technical)),
            lambda written: _kit(case, frame, read_as(ModelKit, written, case.language)),
        )
        return self._asking.ask(_said(case, assessment, verify, technical), form)


def _of(frame: InterviewKit, kind: str) -> dict[str, InterviewQuestion]:
    """The rules' questions of a kind by number: the requirement's, or C1, C2, … for a claim."""
    named: dict[str, InterviewQuestion] = {}
    for question in frame.questions:
        if question.kind == kind:
            named[question.requirement or f"C{sum(key[0] == 'C' for key in named) + 1}"] = question
    return named


def _said(
    case: Case,
    assessment: Assessment,
    verify: dict[str, InterviewQuestion],
    technical: dict[str, InterviewQuestion],
) -> Prompt:
    known = {rating.requirement: rating for rating in assessment.ratings}

    def listed(points: dict[str, InterviewQuestion]) -> RedactedText:
        rows = []
        for number, question in points.items():
            rating = known.get(number)
            state = (
                f"{VERDICT_WORDS[case.language][rating.verdict]}, {rating.necessity}; {rating.comment}"
                if rating
                else _CLAIM[case.language]
            )
            text = rating.text if rating else question.claim
            rows.append(words_shown(f"{number} {' '.join(text.split())} ({' '.join(state.split())})", [case.resume]))
        return joined(rows) if rows else redact_text(_NOTHING[case.language])

    return prompt(
        TASK,
        case.language,
        title=redact_text(case.posting.title),
        verify=listed(verify),
        technical=listed(technical),
        line_count=len(case.redacted),
        resume=resume_shown(case.resume, case.redacted),
    )


def _kit(case: Case, frame: InterviewKit, written: ModelKit) -> InterviewKit:
    """The frame with the model's questions in the place of the rules' where they may be asked."""
    verify = [_chosen(case, q, written.verify.get(n)) for n, q in _of(frame, "verify").items()]
    technical = [_chosen(case, q, written.technical.get(n)) for n, q in _of(frame, "technical").items()]
    behavioural = _behavioural(case, list(_of_kind(frame, "behavioural")), written.behavioural)
    return replace(frame, questions=(*verify, *technical, *behavioural), written_by="model")


def _behavioural(
    case: Case, rules: Sequence[InterviewQuestion], written: Sequence[ModelQuestion]
) -> list[InterviewQuestion]:
    """The model's, as far as they may be asked, and at least as many as the rules have."""
    frame = replace(rules[0], requirement="", about="")
    chosen = [_chosen(case, frame, one) for one in written[: len(rules)]]
    good = [question for question in chosen if question.written_by == "model"]
    return [*good, *rules[len(good) :]]


def _of_kind(frame: InterviewKit, kind: str) -> Sequence[InterviewQuestion]:
    return [question for question in frame.questions if question.kind == kind]


def _chosen(case: Case, rules: InterviewQuestion, written: ModelQuestion | None) -> InterviewQuestion:
    """The model's question, or the rules' where the model has none, may not ask it, or states figures of its own."""
    if written is None or not _may_be_asked(case, rules, written):
        return rules
    # What a claim rests on stays beside it; elsewhere the model's lines say what its question refers to.
    evidence = rules.evidence if rules.claim else evidence_at(case.resume, written.lines)
    return replace(
        rules,
        question=_named(written.question, case),
        good_answer=_named(written.good_answer, case),
        why=_named(written.why, case),
        evidence=evidence,
        written_by="model",
    )


def _may_be_asked(case: Case, rules: InterviewQuestion, written: ModelQuestion) -> bool:
    said = f"{written.why}\n{written.question}\n{written.good_answer}"
    source = "\n".join([*case.redacted, case.posting.title, rules.about, rules.claim])
    years = [case.resume.profile.years_experience]
    return (
        not protected_trait(said)
        and bool(written.question.strip() and written.good_answer.strip())
        and not unsupported_numbers(f"{written.question}\n{written.why}", source, date.today(), years)
    )


def _named(text: str, case: Case) -> str:
    """The name is put back here: the model never saw it."""
    return " ".join(text.replace(NAME, case.resume.candidate).split())
