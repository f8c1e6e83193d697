"""What of a batch goes into an exported file, taken from the records at one moment, so that its sums agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agents.postings.library import Library
from agents.screening.shortlist import Place, shortlist
from agents.screening.standings import Standings
from records.batch import Batch, Receipt, Weighing
from records.batches import Batches
from records.language import Language
from records.posting import Requirement


@dataclass(frozen=True, slots=True)
class Export:
    """A batch as it stands, to be written in `language`.

    `requirements` are those in force, None where every candidate has a posting of their own. `titles` are those of
    the postings, by id. Every file that the receipt says is assessed has its place, and no other.
    """

    batch: Batch
    language: Language
    places: tuple[Place, ...]
    receipt: Receipt
    requirements: tuple[Requirement, ...] | None
    weighings: tuple[Weighing, ...]
    titles: Mapping[str, str]

    @property
    def version(self) -> int:
        """The version of the weights in force; 0 is the posting's own."""
        return self.weighings[-1].version if self.weighings else 0

    def title(self, posting: str) -> str:
        """What a posting is called; one that is gone from the library, by its id."""
        return self.titles.get(posting, posting)


class Exporting:
    """Takes batches from the records for their files."""

    def __init__(self, batches: Batches, standings: Standings, library: Library) -> None:
        self._batches = batches
        self._standings = standings
        self._library = library

    def of(self, batch_id: str, language: Language | None = None) -> Export:
        """A batch as it stands, finished or not, in its own language unless told otherwise; raises `BatchNotFound`."""
        batch, receipt = self._batches.get(batch_id), self._batches.receipt(batch_id)
        weighings = self._batches.weighings(batch_id)
        requirements = self._standings.requirements(batch_id, weighings[-1].version if weighings else 0)
        done = {file.ordinal for file in receipt.files if file.state == "assessed"}  # more may be by now
        assessed = [one for one in self._standings.assessed(batch_id) if one.ordinal in done]
        places = shortlist(assessed, requirements)
        return Export(
            batch=batch,
            language=language or batch.language,
            places=places,
            receipt=receipt,
            requirements=requirements,
            weighings=weighings,
            titles=self._titles(batch, {place.posting for place in places}),
        )

    def _titles(self, batch: Batch, ids: Iterable[str]) -> dict[str, str]:
        found = {posting.id: posting.title for posting in self._library.some(sorted(ids))}
        return found | ({batch.posting.id: batch.posting.title} if batch.posting else {})
