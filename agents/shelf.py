"""The library of documents: takes files in, remembers them, and finds places in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from agents.intake import Arrival, local_copy, unpacked
from records.document import Document
from records.documents import Documents
from records.files import FileStore
from records.resume import Resume
from retrieval.document_index import DocumentIndex
from retrieval.document_ranking import Found, FoundDocument
from retrieval.document_search import DocumentSearch
from retrieval.document_title import document_title
from retrieval.document_vectors import Telling
from retrieval.documents.limits import Limits
from retrieval.documents.reading import ReadingPool
from retrieval.redaction import redact_text


def document_limits(max_bytes: int) -> Limits:
    """What one document may cost: a resume has few pages and a book has hundreds, at 0.12 s a page on two cores."""
    return Limits(max_bytes=max_bytes, seconds=300.0, longest_seconds=1_800.0, memory_mb=1_024, max_pages=1_000)


@dataclass(frozen=True, slots=True)
class Added:
    """A document that is in the library, how it was read, and whether it is new there."""

    document: Document
    reading: Resume
    new: bool


class Shelf:
    """Documents other than postings and resumes; a file that is there already is not read again."""

    def __init__(self, files: FileStore, reader: ReadingPool, documents: Documents, index: DocumentIndex) -> None:
        self._files = files
        self._reader = reader
        self._documents = documents
        self._index = index
        self._search = DocumentSearch(index)

    def unpack(self, path: Path, name: str) -> tuple[Arrival, ...]:
        """What a file brings: the members of a container, else itself; raises the `ReadingError` of a container."""
        return unpacked(self._reader, path, name)

    def add(
        self, arrival: Arrival, recognising: Callable[[], object] | None = None, telling: Telling | None = None
    ) -> Added:
        """Read a file, keep it and make it findable; raises a `ReadingError` that names it as people know it.

        `recognising` is called before text is recognised on pictures, `telling` while passages are embedded.
        """
        path = local_copy(self._reader, self._files, arrival)
        self._reader.check(path, arrival.shown)
        kept = self._files.keep(path)
        known = self._documents.same(kept.sha256)
        if known is not None:
            return Added(known, self._documents.reading(known.id), new=False)
        reading = replace(self._reader.read(kept.path, arrival.shown, recognising), file=arrival.name)
        return Added(self._index.add(reading, document_title(reading), telling), reading, new=True)

    def all(self) -> tuple[Document, ...]:
        """Every document, newest first."""
        return self._documents.list()

    def find(self, name: str) -> Document:
        """A document by id, title or file; raises `DocumentNotFound`, `DocumentAmbiguous`."""
        return self._documents.find(name)

    def reading(self, document: Document) -> Resume:
        """The lines of a document."""
        return self._documents.reading(document.id)

    def page_picture(self, document: Document, page: int) -> bytes:
        """A page as PNG; raises a `ReadingError` where its kind has no pages."""
        return self._reader.page_picture(self._files.path_of(document.sha256), page)

    def remove(self, name: str) -> Document:
        """Takes a document out of the library: no search finds it any more."""
        document = self.find(name)
        self._documents.remove(document.id)
        return document

    def search(self, query: str, top: int, strong_line: float) -> Found:
        """Ranked passages and ranked documents for a question in either language."""
        return self._search.search(redact_text(query), top, strong_line)

    def like(self, name: str, top: int, strong_line: float) -> tuple[FoundDocument, ...]:
        """The documents most like one of the library, without it; raises `DocumentNotFound`."""
        return self._search.like(self.find(name), top, strong_line)

    def close(self) -> None:
        """End the reading workers and let go of the index."""
        self._reader.close()
        self._index.close()
