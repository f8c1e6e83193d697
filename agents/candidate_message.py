"""Messages to a candidate, drafted for a person who sends them: an invitation, or a refusal without reasons."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import BaseModel, Field

from agents.asking import Asking, Form, Progress, read_as
from agents.json_schema import list_of, object_of, text_of
from agents.message_wording import BLANKS, BODIES, FRAMES, KINDS, REASONS, TASKS
from agents.protected_traits import protected_trait
from prompts import prompt
from records.assessment import AssessedBy, Assessment
from records.errors import ModelAnswerInvalid
from records.language import Language
from records.posting import Posting
from records.resume import Resume
from retrieval.redaction import NAME, redact_text

TASK: Final = "message"
MessageKind = Literal["invite", "decline"]
MOST_TOKENS: Final = 1500
LONGEST: Final = 300
MOST_TOPICS: Final = 3

_DIGIT: Final = re.compile(r"\d")
_SCORED: Final = re.compile(
    r"评分|得分|打分|分数|评级|评估|评分卡|排名|\b(?:scor(?:e|es|ed|ing)|rat(?:ed|ings?)|assess\w*|rank(?:ed|ing)?|grade)\b",
    re.IGNORECASE,
)
_REFUSED: Final[dict[Language, str]] = {
    "zh": "草稿里有不该写的内容（“{words}”）",
    "en": "the draft holds words that must not stand in it (“{words}”)",
}


@dataclass(frozen=True)
class Wish:
    """Which message to whom, for which posting; `topics` are requirements that the resume meets with evidence."""

    kind: MessageKind
    candidate: str
    title: str
    topics: tuple[str, ...]
    language: Language


@dataclass(frozen=True)
class MessageDraft:
    """A message that nobody has sent: a person edits it, fills the blanks in and sends it."""

    kind: MessageKind
    text: str
    language: Language
    written_by: AssessedBy


class ModelMessage(BaseModel, frozen=True):
    """What the model writes: the paragraphs between greeting and signature."""

    paragraphs: tuple[str, ...] = Field(min_length=1, max_length=3)


def wish_of(kind: MessageKind, resume: Resume, posting: Posting, assessment: Assessment | None, said: Language) -> Wish:
    """The wish for a message; a refusal is told nothing of what was assessed, so that it can give no reason."""
    met = [r for r in assessment.ratings if r.verdict == "met" and r.evidence] if assessment else []
    shown = sorted(met, key=lambda rating: -rating.weight)[:MOST_TOPICS] if kind == "invite" else []
    topics = tuple(" ".join(rating.text.split()) for rating in shown)
    return Wish(kind, resume.profile.name, posting.title, topics, said)


def message_by_rules(wish: Wish) -> MessageDraft:
    """The message in fixed words."""
    paragraphs = [body.format(title=wish.title) for body in BODIES[wish.language][wish.kind]]
    return MessageDraft(wish.kind, _framed(paragraphs, wish), wish.language, "rules")


class LanguageModelCorrespondent:
    """Drafts the body; the name, the blanks and the signature are put in by code."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def write(self, wish: Wish) -> AsyncGenerator[Progress | MessageDraft]:
        """Progress, at last the draft; raises `ModelError`, also where it twice says what it must not say."""
        people = (wish.candidate,)
        said = prompt(
            TASK,
            wish.language,
            title=redact_text(wish.title, people),
            topics=redact_text("\n".join(wish.topics) or KINDS[wish.language]["none"], people),
            kind=redact_text(TASKS[wish.language][wish.kind]),
        )
        return self._asking.ask(said, Form(_SCHEMA, MOST_TOKENS, lambda written: _read(written, wish)))


def unfit(text: str, wish: Wish) -> str:
    """The first words that must not stand in a message: a trait, a score, a number, a reason for a refusal."""
    own = text.replace(wish.title, " ")
    for topic in wish.topics:
        own = own.replace(topic, " ")
    found = _SCORED.search(own) or _DIGIT.search(own)
    if found is None and wish.kind == "decline":
        found = REASONS.search(own)
    return found[0] if found else protected_trait(own)


def _read(written: str, wish: Wish) -> MessageDraft:
    read = read_as(ModelMessage, written, wish.language)
    if words := unfit("\n".join(read.paragraphs), wish):
        raise ModelAnswerInvalid(reason=_REFUSED[wish.language].format(words=words))
    return MessageDraft(wish.kind, _framed(read.paragraphs, wish), wish.language, "model")


def _framed(paragraphs: Sequence[str], wish: Wish) -> str:
    frame = FRAMES[wish.language]
    name = wish.candidate or BLANKS[wish.language]["name"]
    body = [" ".join(paragraph.split()).replace(NAME, name) for paragraph in paragraphs]
    details = [frame["details"].format(**BLANKS[wish.language])] if wish.kind == "invite" else []
    signed = frame["signed"].format(**BLANKS[wish.language])
    return "\n\n".join([frame["greeting"].format(name=name), *body, *details, signed])


_SCHEMA: Final = object_of(paragraphs=list_of(text_of(LONGEST), 1, most=3))
