"""What a conversation holds: its resumes, their matches and assessments, and who is asked in which language."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

import chainlit as cl

from agents.answers.answers import Dossier, Turn
from agents.settings import read_settings
from records.assessment import Assessment
from records.conversations import Held
from records.language import Language, preferred_language
from records.posting import Posting
from records.redacted import RedactedText
from records.resume import Resume
from retrieval.matching import Match
from retrieval.redaction import redact

_KEY = "conversation"


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
    offered: dict[tuple[str, str], cl.CustomElement] = field(default_factory=dict)
    """Offers of a resume as a new version of an earlier one, by both their hashes."""
    earlier: dict[str, Resume] = field(default_factory=dict)
    """Earlier versions, so that a person can look at them before deciding."""
    batch: str | None = None
    """The batch that was shown last: what is said of weights or places is said of it."""
    replaced: dict[str, str] = field(default_factory=dict)
    """Resumes that a person called older versions, with the newer ones."""
    kept: Held = Held()  # noqa: RUF009  (frozen)
    """What is on record of all this, for a page that outlives the session."""

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


def conversation() -> Conversation:
    """The conversation of this session."""
    found: Conversation | None = cl.user_session.get(_KEY)
    if found is None:
        found = Conversation()
        cl.user_session.set(_KEY, found)
    return found


def take_up(earlier: Conversation) -> None:
    """Go on with an earlier conversation in this session."""
    cl.user_session.set(_KEY, earlier)


def _browser_tag() -> str | None:
    tag: str | None = getattr(cl.context.session, "language", None)
    return tag


def spoken(browser_tag: str | None = None) -> Language:
    """The language to speak: the setting, else the browser's."""
    return read_settings().language or preferred_language(browser_tag or _browser_tag())
