"""Everything at work as one thing, which the page and the commands use; `agents.bootstrap` wires it together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agents.answers.answers import Answerer
from agents.assessing import Assessing
from agents.drafting import Drafting
from agents.intake import Intake
from agents.postings.library import Library
from agents.screening.export import Exporting
from agents.screening.questions import BatchQuestions
from agents.screening.screening import Screening
from agents.screening.standings import Standings
from agents.settings import Settings
from agents.shelf import Shelf
from agents.strong_line import LineOfOffice, StrongLine
from agents.versions import Versioning
from records.assessment import AssessedBy
from records.assessments import Assessments
from records.conversations import Conversations
from records.database import Database
from records.posting import Posting
from records.resume import Resume
from records.resumes import Resumes
from retrieval.documents.reading import ReadingPool
from retrieval.facts import EVERYTHING_OPEN, Conditions
from retrieval.line_ranking import LineRanking
from retrieval.loaded_later import LoadedLater
from retrieval.matching import CandidateMatch, Counted, Match, Matching
from retrieval.model_server import ModelServer
from retrieval.text_index import TextIndex


@dataclass(frozen=True)
class Office:
    """Everything at work, wired together; made by `open_office`, and closed by whoever opened it."""

    settings: Settings
    database: Database
    reader: ReadingPool
    embedding: LoadedLater
    intake: Intake
    versioning: Versioning
    library: Library
    shelf: Shelf
    posting_index: TextIndex
    pool: TextIndex
    matching: Matching
    assessing: Assessing
    answerers: dict[AssessedBy, Answerer]
    ranking: LineRanking
    drafting: Drafting
    screening: Screening
    standings: Standings
    exporting: Exporting
    batch_questions: BatchQuestions
    server: ModelServer | None
    record: Assessments
    resumes: Resumes
    conversations: Conversations
    line: LineOfOffice

    @property
    def strong_line(self) -> StrongLine:
        """Cosine from which a match is called strong, where nobody moved it, and where it came from."""
        return self.line.in_force()

    @property
    def answerer(self) -> Answerer:
        """The language model where one is connected, else search."""
        return self.answerers.get("model") or self.answerers["rules"]

    def match(
        self,
        resume: Resume,
        top: int = 5,
        strong_line: float | None = None,
        conditions: Conditions = EVERYTHING_OPEN,
    ) -> tuple[Match, ...]:
        """The best postings of the library for a resume."""
        return self.matching.match(resume, top, self._line(strong_line), conditions)

    def find(
        self,
        posting: Posting,
        top: int = 10,
        strong_line: float | None = None,
        conditions: Conditions = EVERYTHING_OPEN,
    ) -> tuple[CandidateMatch, ...]:
        """The best candidates of the talent pool for a posting."""
        return self.matching.find(posting, top, self._line(strong_line), conditions)

    def similar(
        self,
        resumes: Sequence[Resume],
        top: int = 10,
        strong_line: float | None = None,
        conditions: Conditions = EVERYTHING_OPEN,
    ) -> tuple[CandidateMatch, ...]:
        """Other candidates like these."""
        return self.matching.similar(resumes, top, self._line(strong_line), conditions)

    def count(self, conditions: Conditions) -> Counted:
        """All of the talent pool by conditions: every resume is looked at, none is ranked or left out."""
        return self.matching.count(conditions)

    def _line(self, strong_line: float | None) -> float:
        return self.line.in_force(strong_line).value

    def without_reranker(self) -> Office:
        """The same office, matching in the first stages' order."""
        return replace(self, matching=self.matching.without_reranker())

    def check_assessor(self, by: AssessedBy | None = None) -> None:
        """Raises `ModelUnavailable` within 3 seconds where the language model is to assess and does not answer."""
        if self.server is not None and (by or self.assessing.default) == "model":
            self.server.answers()

    def warm(self) -> None:
        """Begin loading what takes seconds, and return at once."""
        self.embedding.warm()
        self.reader.warm()

    def close(self) -> None:
        """End the workers and let go of database and index; batches go on when the next office opens."""
        self.screening.close()
        self.reader.close()
        self.shelf.close()
        self.posting_index.close()
        self.pool.close()
        self.database.close()
