"""The library of documents other than postings and resumes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, NoReturn

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError
from sqlalchemy import Row, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from records.database import Database
from records.document import Document
from records.errors import DocumentAmbiguous, DocumentNotFound, StorageError
from records.resume import Profile, Resume
from records.revisions import changed, revision
from records.slug import NAMELESS, slug
from records.tables import DocumentRow

_READING = TypeAdapter(Resume)
_NAMELESS_HERE = "document"
"""The key of a title without a letter that a key could be made of."""
_WITHOUT_READING: tuple[InstrumentedAttribute[Any], ...] = tuple(
    getattr(DocumentRow, field.name) for field in fields(Document)
)


class Documents:
    """Adds, finds and removes documents; the same file is never kept twice."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, reading: Resume, title: str) -> Document:
        """Keep a document as it was read; a file that is in the library already is given back as it stands there."""
        with self._database.writing() as session:
            if known := _by_hash(session, reading.sha256):
                return known
            row = DocumentRow(id=_free_id(session, title), title=title, version=reading_version(reading, title))
            row.file, row.sha256, row.kind = reading.file, reading.sha256, reading.kind
            row.language, row.pages = reading.language, reading.pages
            row.reading = _json(replace(reading, profile=Profile()))  # a paper has no candidate
            session.add(row)
            session.flush()
            changed(session, "documents")
            return _by_hash(session, reading.sha256) or _missing(title)

    def same(self, sha256: str) -> Document | None:
        """The document of a file's SHA-256."""
        with self._database.reading() as session:
            return _by_hash(session, sha256)

    def find(self, name: str) -> Document:
        """The document of this id, title or file name, or the only one whose id starts so.

        Raises `DocumentNotFound`, `DocumentAmbiguous`.
        """
        with self._database.reading() as session:
            found = _named(session, name.strip())
        if len(found) > 1:
            raise DocumentAmbiguous(document=name.strip(), ids=", ".join(document.id for document in found))
        return found[0] if found else _missing(name.strip())

    def list(self) -> tuple[Document, ...]:
        """All documents, newest first."""
        wanted = select(*_WITHOUT_READING).order_by(DocumentRow.added_at.desc(), DocumentRow.id)
        with self._database.reading() as session:
            return tuple(_document(row) for row in session.execute(wanted))

    def reading(self, document_id: str) -> Resume:
        """The lines of a document as they were read; raises `DocumentNotFound`."""
        with self._database.reading() as session:
            reading = session.scalar(select(DocumentRow.reading).where(DocumentRow.id == document_id))
        return _READING.validate_json(reading) if reading is not None else _missing(document_id)

    def remove(self, document_id: str) -> None:
        """Delete a document; raises `DocumentNotFound`."""
        with self._database.writing() as session:
            row = session.get(DocumentRow, document_id)
            session.delete(row if row is not None else _missing(document_id))
            changed(session, "documents")

    def revision(self) -> int:
        """A number that is another one after every change of any document."""
        with self._database.reading() as session:
            return revision(session, "documents")


def reading_version(reading: Resume, title: str) -> str:
    """Hash of all that is searched in a document."""
    return hashlib.sha256("\n".join([title, *(line.text for line in reading.lines)]).encode()).hexdigest()


def _missing(name: str) -> NoReturn:
    raise DocumentNotFound(document=name)


def _free_id(session: Session, title: str) -> str:
    name = title if slug(title) != NAMELESS else _NAMELESS_HERE
    taken = session.scalars(select(DocumentRow.id).where(DocumentRow.id.startswith(slug(name))))
    return slug(name, set(taken))


def _by_hash(session: Session, sha256: str) -> Document | None:
    row = session.execute(select(*_WITHOUT_READING).where(DocumentRow.sha256 == sha256)).first()
    return _document(row) if row is not None else None


def _named(session: Session, name: str) -> Sequence[Document]:
    """The best answer there is: by id; else by title or file; else by the start of an id, as git takes hashes."""
    # SQLite's lower() knows ASCII only: the name as it stands is compared too.
    title = or_(DocumentRow.title == name, func.lower(DocumentRow.title) == name.lower(), DocumentRow.file == name)
    conditions = [DocumentRow.id == name, title]
    if (key := slug(name)) != NAMELESS:
        conditions.append(DocumentRow.id.startswith(key))
    for condition in conditions:
        rows = session.execute(select(*_WITHOUT_READING).where(condition).order_by(DocumentRow.id).limit(9)).all()
        if rows:
            return [_document(row) for row in rows]
    return []


def _document(row: Row[Any]) -> Document:
    return Document(**row._mapping)


def _json(reading: Resume) -> str:
    try:
        return _READING.dump_json(reading).decode()
    except PydanticSerializationError as error:  # a file name or text with halves of characters in it
        readable = reading.file.encode(errors="replace").decode()
        raise StorageError(place=readable, reason="it holds text that is not valid Unicode (surrogates)") from error
