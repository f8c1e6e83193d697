"""What a fleet run is asked to do: which resumes, for which posting, judged by whom."""

from __future__ import annotations

from typing import Final

from pydantic import BaseModel, Field

from agents.assessing import Assessing
from agents.intake import READER_VERSION
from agents.screening.screening import Order, batch_key
from records.assessment import AssessedBy
from records.errors import NotOnePosting
from records.language import Language
from records.posting import Posting
from retrieval.embedding import Fingerprint

FLEET: Final = "fleet"


class Job(BaseModel, frozen=True):
    """Kept beside the results: what two runs must have in common to go on with one another's."""

    source: str = Field(description="folder, or address of a bucket, that holds the resumes")
    posting: Posting
    language: Language
    by: AssessedBy
    posting_version: str
    configuration: str = Field(description="what an assessment depends on beside the case, as `Assessing.key` names it")
    reader_version: int
    fingerprint: Fingerprint = Field(description="of the embedding that the vectors come from")

    @property
    def key(self) -> str:
        """Names the job, and its batch in the records."""
        return batch_key(FLEET, self.source, self.posting.id, self.posting_version, self.configuration)


def job_for(source: str, order: Order, assessing: Assessing, fingerprint: Fingerprint) -> Job:
    """The job as this office would do it itself: of the same configuration, so with the same assessments.

    Raises `NotOnePosting` where the best posting of each is asked for: a worker has no library to look in.
    """
    if order.posting is None:
        raise NotOnePosting
    version, configuration = assessing.key(order.posting, order.language, order.by)
    return Job(
        source=source,
        posting=order.posting,
        language=order.language,
        by=order.by,
        posting_version=version,
        configuration=configuration,
        reader_version=READER_VERSION,
        fingerprint=fingerprint,
    )
