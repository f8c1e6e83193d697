"""What a conversation holds: its resumes, their matches and assessments; and what of it outlives its session."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agents.answers.answers import Dossier, Turn
from records.assessment import Assessment
from records.conversations import Held
from records.posting import Posting
from records.redacted import RedactedText
from records.resume import Resume
from records.resumes import Resumes
from retrieval.matching import Match
from retrieval.redaction import redact

if TYPE_CHECKING:
    from chainlit import CustomElement


@dataclass
class Conversation:
    """One conversation; resumes and postings by id, in the order in which they came."""

    side_panel: str = field(default_factory=lambda: str(uuid.uuid4()))
    resumes: dict[str, Resume] = field(default_factory=dict)
    matches: dict[str, tuple[Match, ...]] = field(default_factory=dict)
    postings: dict[str, Posting] = field(default_factory=dict)
    assessments: dict[str, list[Assessment]] = field(default_factory=dict)
    masked: dict[str, tuple[Resume, tuple[RedactedText, ...]]] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    """Questions that a language model answered, oldest first."""
    strong_line: float | None = None
    reranking: bool = True
    """False from the moment the reranker was away until a person asks for it again."""
    offered: dict[tuple[str, str], CustomElement] = field(default_factory=dict)
    """Offers of a resume as a new version of an earlier one, by both their hashes."""
    earlier: dict[str, Resume] = field(default_factory=dict)
    """Earlier versions, so that a person can look at them before deciding."""
    batch: str | None = None
    """The batch that was shown last: what is said of weights or places is said of it."""
    replaced: dict[str, str] = field(default_factory=dict)
    """Resumes that a person called older versions, with the newer ones."""
    kept: Held = Held()  # noqa: RUF009  (frozen)
    """What is on record of all this, for a page that outlives the session."""
    keeping: asyncio.Lock = field(default_factory=asyncio.Lock)

    def keep(self, resume: Resume, posting: Posting, assessment: Assessment) -> None:
        """Remember an assessment; a newer one for the same posting takes the place of the older."""
        self.postings[posting.id] = posting
        others = [known for known in self.assessments.get(resume.sha256, []) if known.posting != posting.id]
        self.assessments[resume.sha256] = [*others, assessment]

    def assessment(self, sha256: str, posting: str) -> Assessment | None:
        """The assessment of a resume for a posting."""
        return next((known for known in self.assessments.get(sha256, []) if known.posting == posting), None)

    def latest(self) -> tuple[Resume, Assessment] | None:
        """The last resume with its last assessment."""
        for sha256 in reversed(self.resumes):
            if known := self.assessments.get(sha256):
                return self.resumes[sha256], known[-1]
        return None

    def dossiers(self) -> tuple[Dossier, ...]:
        """Everything that questions may be about; a candidate's older version is none beside the newer one."""
        return tuple(
            Dossier(resume, self.redacted(resume), tuple(self.assessments.get(sha256, ())))
            for sha256, resume in self.resumes.items()
            if self.replaced.get(sha256) not in self.resumes
        )

    def redacted(self, resume: Resume) -> tuple[RedactedText, ...]:
        """Masked once a conversation: masking is most of the time that a question takes before it goes out."""
        known = self.masked.get(resume.sha256)
        if known is None or known[0] is not resume:
            known = self.masked[resume.sha256] = (resume, redact(resume))
        return known[1]


def held_in(now: Conversation) -> Held:
    """What a conversation holds that can be kept; elements of its page, such as offers, cannot."""
    return Held(
        resumes=tuple(now.resumes),
        postings=tuple(now.postings.values()),
        assessments=tuple(assessment for known in now.assessments.values() for assessment in known),
        turns=tuple((turn.question, turn.answer) for turn in now.turns),
        strong_line=now.strong_line,
        batch=now.batch,
        replaced=dict(now.replaced),
    )


def taken_up(held: Held, on_record: Resumes) -> Conversation:
    """The conversation, without resumes that this version of the reader has not read."""
    found = {resume.sha256: resume for resume in on_record.some(held.resumes)}
    earlier = Conversation(
        resumes=found,
        turns=[Turn(question, answer) for question, answer in held.turns],
        strong_line=held.strong_line,
        batch=held.batch,
        replaced=dict(held.replaced),
        kept=held,
    )
    postings = {posting.id: posting for posting in held.postings}
    for assessment in held.assessments:
        if assessment.resume in found:
            earlier.keep(found[assessment.resume], postings[assessment.posting], assessment)
    return earlier
