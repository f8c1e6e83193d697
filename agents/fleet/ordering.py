"""A fleet run is ordered as a batch is: for a posting, in a language, by an assessor."""

from __future__ import annotations

from typing import Final

from agents.assessing import Assessing
from agents.fleet.job import Job
from agents.intake import READER_VERSION
from agents.screening.screening import Order, batch_key
from records.errors import NotOnePosting
from retrieval.embedding import Fingerprint

FLEET: Final = "fleet"


def job_for(source: str, order: Order, assessing: Assessing, fingerprint: Fingerprint) -> Job:
    """The job as this office would do it itself: of the same configuration, so with the same assessments.

    Raises `NotOnePosting` where the best posting of each is asked for: a worker has no library to look in.
    """
    if order.posting is None:
        raise NotOnePosting
    version, configuration = assessing.key(order.posting, order.language, order.by)
    return Job(
        key=batch_key(FLEET, source, order.posting.id, version, configuration),
        source=source,
        posting=order.posting,
        language=order.language,
        by=order.by,
        posting_version=version,
        configuration=configuration,
        reader_version=READER_VERSION,
        fingerprint=fingerprint,
    )
