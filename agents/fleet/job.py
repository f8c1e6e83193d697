"""What a fleet run is asked to do: which resumes, for which posting, judged by whom."""

from __future__ import annotations

from pydantic import BaseModel, Field

from records.assessment import AssessedBy
from records.language import Language
from records.posting import Posting
from retrieval.embedding import Fingerprint


class Job(BaseModel, frozen=True):
    """Kept beside the results: what two runs must have in common to go on with one another's."""

    key: str = Field(description="names the job, and its batch in the records")
    source: str = Field(description="folder, or address of a bucket, that holds the resumes")
    posting: Posting
    language: Language
    by: AssessedBy
    posting_version: str
    configuration: str = Field(description="what an assessment depends on beside the case, as `Assessing.key` names it")
    reader_version: int
    fingerprint: Fingerprint = Field(description="of the embedding that the vectors come from")
