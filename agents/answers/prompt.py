"""What the model is told of a conversation, in an order in which every later question begins like the one before.

Servers keep what they have read and go on from there (prefix caching). So what never changes comes first: the rules,
then the resumes as they came; behind them the short and changing parts, postings and scorecards; then the earlier
questions with their answers, and the new question last. A new resume leaves all earlier resumes in place, a new
posting or score all resumes, a new question everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from agents.answers.answers import Dossier, Inquiry, Turn
from agents.asking import opening
from agents.named_candidates import label
from agents.prompt_material import requirement_shown, resume_shown, words_shown
from agents.score_explained import method_explained, ratings_explained
from prompts import Prompt, fill, harmless, prompt
from records.assessment import Assessment, Evidence
from records.language import Language
from records.posting import Posting
from records.redacted import RedactedText, joined
from retrieval.chat_request import Message
from retrieval.redaction import redact_text

TASK: Final = "answer"
MOST_TURNS: Final = 8
DROPPED_TOGETHER: Final = 4
"""Turns are dropped four at a time, so that the prompt keeps its beginning for four questions."""
LONGEST_TURN: Final = 2000

_NO_SCORECARDS: Final[dict[Language, str]] = {"zh": "还没有评分卡。", "en": "There is no scorecard yet."}
_NO_POSTINGS: Final[dict[Language, str]] = {"zh": "还没有岗位。", "en": "There is no posting yet."}


def resume_block(number: int, dossier: Dossier, language: Language) -> RedactedText:
    """A whole redacted resume with numbered lines."""
    lines = resume_shown(dossier.resume, dossier.redacted, number)
    return fill("candidate", language, candidate=number, lines=lines)


def scorecards_block(number: int, dossier: Dossier, inquiry: Inquiry) -> RedactedText:
    """A candidate's scorecards as the code explains them; comments may repeat a name, so they are masked again."""
    cards = [_scorecard(number, assessment, inquiry) for assessment in dossier.assessments]
    return words_shown("\n\n".join(cards), [dossier.resume])


def material(inquiry: Inquiry, numbers: Sequence[int], question: RedactedText) -> Prompt:
    """Rules, resumes, postings and scorecards of these candidates, and behind them a question."""
    language = inquiry.language
    known = {number: inquiry.dossiers[number - 1] for number in numbers}
    cards = [scorecards_block(n, dossier, inquiry) for n, dossier in known.items() if dossier.assessments]
    return prompt(
        TASK,
        language,
        resumes=joined((resume_block(n, dossier, language) for n, dossier in known.items()), "\n\n"),
        postings=joined(map(_posting, inquiry.postings), "\n\n") if inquiry.postings else _said(_NO_POSTINGS, language),
        scorecards=joined(cards, "\n\n") if cards else _said(_NO_SCORECARDS, language),
        question=question,
    )


def messages(inquiry: Inquiry, numbers: Sequence[int], question: RedactedText) -> tuple[Message, ...]:
    """The whole conversation with the model: the material leads into the oldest question that is still told."""
    turns = kept_turns(inquiry.turns)
    questions = [*(turn.question for turn in turns), question]
    begun: list[Message] = [*opening(material(inquiry, numbers, questions[0]))]
    for turn, following in zip(turns, questions[1:], strict=True):
        begun += [{"role": "assistant", "content": harmless(turn.answer)}]
        begun.append({"role": "user", "content": harmless(following)})
    return tuple(begun)


def kept_turns(turns: Sequence[Turn]) -> Sequence[Turn]:
    """The newest turns, five to eight of them where there are more."""
    over = max(0, len(turns) - MOST_TURNS)
    return turns[-(-over // DROPPED_TOGETHER) * DROPPED_TOGETHER :]


def turn_of(question: RedactedText, written: str, dossiers: Mapping[int, Dossier]) -> Turn:
    """What a later question may be told of this one; no longer than it needs to be understood."""
    short = written if len(written) <= LONGEST_TURN else written[:LONGEST_TURN] + "…"
    return Turn(question, words_shown(short, [dossier.resume for dossier in dossiers.values()]))


def _posting(posting: Posting) -> RedactedText:
    told = [redact_text(row) for row in (f"<posting> {posting.title}", posting.text.strip()) if row]
    return joined([*told, *map(requirement_shown, posting.requirements), redact_text("</posting>")])


def _scorecard(number: int, assessment: Assessment, inquiry: Inquiry) -> str:
    language = inquiry.language
    heading = f"{label(number, language)} · {inquiry.title(assessment.posting)} · {assessment.score:.1f} / 10"

    def cite(evidence: Sequence[Evidence]) -> str:
        return " ".join(f"[{number}:{place.first_line}-{place.last_line}]" for place in evidence)

    told = assessment.model_copy(update={"language": language})
    return "\n".join([heading, method_explained(told), *(f"- {line}" for line in ratings_explained(told, cite))])


def _said(words: Mapping[Language, str], language: Language) -> RedactedText:
    return redact_text(words[language])
