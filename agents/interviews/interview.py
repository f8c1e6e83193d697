"""The interview kit: by rules, from the assessment, what to ask this candidate for this posting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from agents.claims.claims import unsupported
from agents.interviews import en, zh
from agents.interviews.asks import Ask, Asks
from agents.markdown import escaped
from agents.words import evidence_words
from records.assessment import AssessedBy, Assessment, Evidence, Rating, Strength
from records.language import Language
from records.posting import Posting, Requirement, RequirementKind
from records.resume import Resume

QuestionKind = Literal["verify", "technical", "behavioural"]

_ASKS: Final[dict[Language, Asks]] = {"zh": zh.ASKS, "en": en.ASKS}

MOST_TO_VERIFY: Final = 8
"""Open must-haves are all asked about; nice-to-haves only up to here, so that the kit fits an interview."""

_KINDS: Final[tuple[QuestionKind, ...]] = ("verify", "technical", "behavioural")
_BORDER: Final = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])")
_KNOWLEDGE: Final[frozenset[RequirementKind]] = frozenset({"skill", "experience", "duty"})


@dataclass(frozen=True)
class InterviewQuestion:
    """A question to the candidate, why it is asked, and how to tell a good answer."""

    kind: QuestionKind
    about: str
    question: str
    good_answer: str
    evidence: tuple[Evidence, ...] = ()
    requirement: str = ""
    """The number of the requirement it is about; empty for a claim and for ways of working."""
    claim: str = ""
    """The statement of the assessment that it doubts."""
    why: str = ""
    written_by: AssessedBy = "rules"


@dataclass(frozen=True)
class InterviewKit:
    """The questions for one candidate and posting, ready to print."""

    candidate: str
    posting: str
    language: Language
    focus: tuple[str, ...]
    questions: tuple[InterviewQuestion, ...]
    written_by: AssessedBy = "rules"

    @property
    def origin(self) -> str:
        """Who wrote the questions, for people to read."""
        words = _ASKS[self.language].headings
        filled = sum(question.written_by == "rules" for question in self.questions)
        if self.written_by == "rules":
            return words["by_rules"]
        return words["by_both"].format(n=filled) if filled else words["by_model"]

    def blocks(self) -> Iterator[tuple[str, list[InterviewQuestion]]]:
        """Each heading with its questions."""
        for kind in _KINDS:
            if questions := [question for question in self.questions if question.kind == kind]:
                yield _ASKS[self.language].headings[kind], questions

    def to_markdown(self) -> str:
        """The kit as a page: what to verify above all, then the questions by kind."""
        words = _ASKS[self.language].headings
        title = words["title"].format(candidate=escaped(self.candidate), posting=escaped(self.posting))
        parts = [f"# {title}", f"*{self.origin}*"]
        if self.focus:
            parts += [f"## {words['focus']}", "\n".join(f"- {escaped(point)}" for point in self.focus)]
        for heading, questions in self.blocks():
            parts += [f"## {heading}", *self._listed(questions)]
        return "\n\n".join(parts) + "\n"

    def notes(self, question: InterviewQuestion) -> Iterator[tuple[str, str]]:
        """What stands below a question: a name and a text each, as people write them."""
        words = _ASKS[self.language].headings
        if question.about:
            yield words["about"], question.about
        if question.why:
            yield words["why"], question.why
        yield words["good_answer"], question.good_answer
        for place in question.evidence:
            quote = " / ".join(place.quote.splitlines())
            yield words["lines"], f"{evidence_words([place], self.language)} " + (f"“{quote}”" if quote else "")
        if question.kind == "verify" and not question.evidence:
            yield words["lines"], words["none"]
        if self.written_by == "model" and question.written_by == "rules":
            yield words["written_by"], words["rules"]

    def title(self) -> str:
        """Whom the kit is for."""
        return _ASKS[self.language].headings["title"].format(candidate=self.candidate, posting=self.posting)

    def words(self) -> dict[str, str]:
        """The headings in the kit's language."""
        return _ASKS[self.language].headings

    def _listed(self, questions: list[InterviewQuestion]) -> Iterator[str]:
        colon = _ASKS[self.language].headings["colon"]
        for number, question in enumerate(questions, 1):
            rows = [f"{number}. **{escaped(question.question)}**"]
            rows += [f"    - {name}{colon}{escaped(text)}" for name, text in self.notes(question)]
            yield "\n".join(rows)


def interview_kit(
    assessment: Assessment, resume: Resume, posting: Posting, language: Language, today: date | None = None
) -> InterviewKit:
    """Questions on each weak or doubtful point, on each must-have, and on ways of working."""
    requirements = {requirement.id: requirement for requirement in posting.requirements}
    questions = [
        *_verifying(assessment, requirements, language),
        *_doubting(assessment, language, today or date.today()),
        *_technical(assessment, requirements, language),
        *_behavioural(resume, language),
    ]
    focus = assessment.interview_focus if assessment.language == language else ()
    return InterviewKit(resume.candidate, posting.title, language, focus, tuple(questions))


def _verifying(
    assessment: Assessment, requirements: dict[str, Requirement], language: Language
) -> Iterator[InterviewQuestion]:
    """Every open must-have, then the weightiest nice-to-haves as far as there is time."""
    open_points = [rating for rating in assessment.ratings if rating.verdict != "met"]
    open_points.sort(key=lambda rating: (rating.necessity != "must", -rating.weight))
    turns: Counter[tuple[Ask, ...]] = Counter()
    for place, rating in enumerate(open_points):
        if rating.necessity == "must" or place < MOST_TO_VERIFY:
            by_verdict = _ASKS[language].verify[rating.kind]
            asks = by_verdict.get(rating.verdict, by_verdict["not_stated"])
            yield _asked("verify", asks[turns[asks] % len(asks)], rating, _topic(rating, requirements, language))
            turns[asks] += 1


def _doubting(assessment: Assessment, language: Language, today: date) -> Iterator[InterviewQuestion]:
    for strength in assessment.strengths:
        if numbers := _unsupported(strength, today):
            question, good_answer = _ASKS[language].unsupported
            written = ("、" if language == "zh" else ", ").join(f"“{number}”" for number in numbers)
            asked = _spaced(question.format(claim=strength.claim.rstrip("。."), numbers=written))
            about = _ASKS[language].headings["unsupported"]
            yield InterviewQuestion("verify", about, asked, good_answer, strength.evidence, claim=strength.claim)


def _technical(
    assessment: Assessment, requirements: dict[str, Requirement], language: Language
) -> Iterator[InterviewQuestion]:
    """Must-haves that the resume shows; the others are asked about under what to verify."""
    shown = [r for r in assessment.ratings if r.necessity == "must" and r.verdict == "met" and r.kind in _KNOWLEDGE]
    asks = _ASKS[language].technical
    for turn, rating in enumerate(rating for rating in shown if rating.evidence):
        yield _asked("technical", asks[turn % len(asks)], rating, _topic(rating, requirements, language))


def _behavioural(resume: Resume, language: Language) -> Iterator[InterviewQuestion]:
    employed = [position for position in resume.profile.positions if position.company]
    latest = max(employed, key=lambda position: (position.current, position.end or position.start or ""), default=None)
    job = _ASKS[language].at_work.format(company=latest.company) if latest else ""
    for question, good_answer in _ASKS[language].behavioural:
        yield InterviewQuestion("behavioural", "", _spaced(question.format(job=job)), good_answer)


def _asked(kind: QuestionKind, ask: Ask, rating: Rating, topic: str) -> InterviewQuestion:
    return InterviewQuestion(
        kind=kind,
        about=f"{rating.requirement} {rating.text}",
        question=_spaced(ask.question.format(topic=topic)),
        good_answer=ask.good_answer,
        evidence=rating.evidence,
        requirement=rating.requirement,
    )


def _spaced(question: str) -> str:
    """A blank between Chinese characters and Latin words, as Chinese pages set it."""
    return _BORDER.sub(" ", question)


def _topic(rating: Rating, requirements: dict[str, Requirement], language: Language) -> str:
    """The skills as the posting writes them where the requirement is about them, else its words in quotation marks."""
    requirement = requirements.get(rating.requirement)
    skills = requirement.skills if requirement and rating.kind == "skill" else ()
    if skills and all(skill in rating.text for skill in skills):
        return ("、" if language == "zh" else ", ").join(skills)
    return f"“{rating.text.rstrip('。.;；')}”"


def _unsupported(strength: Strength, today: date) -> tuple[str, ...]:
    """What was found when it was assessed; an assessment from before that check is checked now."""
    return strength.unsupported or unsupported(strength.claim, "\n".join(x.quote for x in strength.evidence), today)
