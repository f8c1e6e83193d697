"""Answers written by a language model from the whole redacted resumes and the scorecards, with checked references."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Final

from agents.answers import Answer, Dossier, Inquiry, asked_about
from agents.chat_model import ChatModel
from agents.named_candidates import label, named_candidates
from agents.references import finished_part, shown
from agents.score_explained import method_explained, ratings_explained
from prompts import Prompt, fill, numbered, prompt
from records.assessment import Assessment, Evidence
from records.errors import ModelAnswerInvalid
from records.language import Language
from records.redacted import RedactedText, joined
from retrieval.chat_request import ChatRequest
from retrieval.redaction import redact_text

TASK: Final = "answer"
MOST_TOKENS: Final = 4000

_EMPTY: Final[dict[Language, str]] = {"zh": "回答是空的", "en": "it is empty"}
_NO_SCORECARDS: Final[dict[Language, str]] = {"zh": "还没有评分卡。", "en": "There is no scorecard yet."}
_REMOVED: Final[dict[Language, str]] = {
    "zh": "（回答中有 {n} 处出处指向不存在的行，已删去；相关说法请自行核对。）",
    "en": "({n} reference(s) in this answer pointed at lines that do not exist and were removed; please check for "
    "yourself what they were meant to support.)",
}


class LanguageModelAnswerer:
    """Candidates are known to the model by number only; names are put back when the answer is shown."""

    def __init__(self, server: ChatModel, model: str) -> None:
        self._server = server
        self._model = model

    async def answer(self, inquiry: Inquiry) -> AsyncIterator[str | Answer]:
        """Text ready to show as it is written, then the whole answer; raises `NoResumeYet`, `ModelError`."""
        resumes = [dossier.resume for dossier in inquiry.dossiers]
        named = named_candidates(inquiry.question, resumes, inquiry.language)
        dossiers = dict(asked_about(inquiry, named.numbers))
        people = [resume.profile.name for resume in resumes if resume.profile.name]
        said = _prompt(inquiry, dossiers, redact_text(named.question, people))
        written, visible = "", ""
        async for piece in self._server.stream_chat(self._request(said)):
            written += piece
            text = shown(finished_part(written), dossiers).text
            if len(text) > len(visible):
                yield text[len(visible) :]
                visible = text
        yield _finished(written, dossiers, inquiry.language)

    def _request(self, said: Prompt) -> ChatRequest:
        return ChatRequest(
            messages=({"role": "system", "content": said.system}, {"role": "user", "content": said.user}),
            model=self._model,
            max_tokens=MOST_TOKENS,
        )


def _prompt(inquiry: Inquiry, dossiers: dict[int, Dossier], question: RedactedText) -> Prompt:
    """Resumes first and in the conversation's order, the question last: a server reuses what it has read before."""
    language = inquiry.language
    resumes = joined(
        (
            fill("candidate", language, candidate=n, lines=numbered(dossier.redacted, n))
            for n, dossier in dossiers.items()
        ),
        "\n\n",
    )
    scorecards = [_scorecard(inquiry, n, dossier) for n, dossier in dossiers.items() if dossier.assessments]
    return prompt(
        TASK,
        language,
        resumes=resumes,
        scorecards=joined(scorecards, "\n\n") if scorecards else redact_text(_NO_SCORECARDS[language]),
        question=question,
    )


def _scorecard(inquiry: Inquiry, number: int, dossier: Dossier) -> RedactedText:
    """A candidate's newest score as the code explains it; comments may repeat a name, so it is masked again."""
    assessment = dossier.assessments[-1]
    heading = f"{label(number, inquiry.language)} · {inquiry.title(assessment.posting)} · {assessment.score:.1f} / 10"
    rows = [heading, _explained(assessment, number, inquiry.language)]
    return redact_text("\n".join(rows), [dossier.resume.profile.name])


def _explained(assessment: Assessment, number: int, language: Language) -> str:
    def cite(evidence: Sequence[Evidence]) -> str:
        return " ".join(f"[{number}:{place.first_line}-{place.last_line}]" for place in evidence)

    told = assessment.model_copy(update={"language": language})
    return "\n".join([method_explained(told), *(f"- {line}" for line in ratings_explained(told, cite))])


def _finished(written: str, dossiers: dict[int, Dossier], language: Language) -> Answer:
    whole = shown(written.strip(), dossiers)
    if not whole.text:
        raise ModelAnswerInvalid(reason=_EMPTY[language])
    note = f"\n\n{_REMOVED[language].format(n=whole.removed)}" if whole.removed else ""
    return Answer(whole.text + note, whole.sources, by="model", removed_references=whole.removed)
