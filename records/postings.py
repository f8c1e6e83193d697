"""The library of job postings."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Select, func, literal, or_, select
from sqlalchemy.orm import Session

from records.database import Database
from records.errors import PostingAmbiguous, PostingNotFound
from records.parts import in_parts
from records.posting import Posting, PostingState, Requirement
from records.revisions import changed, revision
from records.slug import NAMELESS, slug
from records.tables import PostingRow, RequirementRow, now

_REQUIREMENTS = TypeAdapter(tuple[Requirement, ...])


class Postings:
    """Adds, finds and changes postings; the same words are never kept twice."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, posting: Posting) -> Posting:
        """Keep a posting and give it back with its own id, made from the id it came with or from its title.

        A posting with the same words as one in the library is that one: it is given back, open, as it stands there.
        """
        return self.add_all([posting])[0]

    def add_all(self, postings: Iterable[Posting]) -> tuple[Posting, ...]:
        """Keep several postings, all of them or none; as `add`."""
        with self._database.writing() as session:
            return tuple(_posting(_added(session, posting)) for posting in postings)

    def get(self, posting_id: str) -> Posting:
        """The posting of exactly this id; raises `PostingNotFound`."""
        with self._database.reading() as session:
            return _posting(_row(session, posting_id))

    def find(self, name: str) -> Posting | None:
        """The posting of this id or title, or the only one whose id starts so; raises `PostingAmbiguous`."""
        if not name.strip():
            return None
        with self._database.reading() as session:
            rows = _named(session, name.strip())
            if len(rows) > 1:
                raise PostingAmbiguous(posting=name.strip(), ids=", ".join(row.id for row in rows))
            return _posting(rows[0]) if rows else None

    def list(self, state: PostingState | None = None) -> tuple[Posting, ...]:
        """All postings, or those of one state, oldest first."""
        wanted = select(PostingRow).order_by(PostingRow.created_at, PostingRow.id)
        if state is not None:
            wanted = wanted.where(PostingRow.state == state)
        with self._database.reading() as session:
            return tuple(_posting(row) for row in session.scalars(wanted))

    def page(self, query: str, state: PostingState | None, offset: int, limit: int) -> tuple[Posting, ...]:
        """The postings whose title or text holds the query, latest change first, from the offset on."""
        wanted = (
            select(PostingRow).where(*_searched(query, state)).order_by(PostingRow.updated_at.desc(), PostingRow.id)
        )
        with self._database.reading() as session:
            return tuple(_posting(row) for row in session.scalars(wanted.offset(offset).limit(limit)))

    def count(self, query: str = "", state: PostingState | None = None) -> int:
        """How many postings `page` has to give."""
        with self._database.reading() as session:
            return session.scalar(select(func.count()).select_from(PostingRow).where(*_searched(query, state))) or 0

    def mentioned(self, words: str) -> Posting | None:
        """The open posting whose title or id stands in the words, the longest title if several do."""
        with self._database.reading() as session:
            row = session.scalars(_mentioned(words).where(PostingRow.state == "open")).first()
            return _posting(row) if row is not None else None

    def all_mentioned(self, words: str) -> tuple[Posting, ...]:
        """The postings whose title or id stands in the words, be it within a longer word, the longest title first."""
        with self._database.reading() as session:
            return tuple(_posting(row) for row in session.scalars(_mentioned(words)))

    def same(self, text: str) -> Posting | None:
        """The posting with the same words, if one is kept."""
        with self._database.reading() as session:
            row = _same(session, text)
            return _posting(row) if row is not None else None

    def update(self, posting: Posting) -> Posting:
        """Replace everything but the id; raises `PostingNotFound`."""
        with self._database.writing() as session:
            row = _row(session, posting.id)
            _fill(row, posting)
            row.updated_at = now()
            changed(session, "postings")
            return _posting(row)

    def close(self, posting_id: str) -> Posting:
        """Keep the posting but match it no more; raises `PostingNotFound`."""
        with self._database.writing() as session:
            row = _row(session, posting_id)
            _set_state(session, row, "closed")
            return _posting(row)

    def reopen(self, posting_id: str) -> Posting:
        """Match a closed posting again; raises `PostingNotFound`."""
        with self._database.writing() as session:
            row = _row(session, posting_id)
            _set_state(session, row, "open")
            return _posting(row)

    def remove(self, posting_id: str) -> None:
        """Delete the posting and its requirements; assessments made against it stay. Raises `PostingNotFound`."""
        with self._database.writing() as session:
            session.delete(_row(session, posting_id))
            changed(session, "postings")

    def revision(self) -> int:
        """A number that is another one after every change of any posting."""
        with self._database.reading() as session:
            return revision(session, "postings")

    def versions(self) -> dict[str, tuple[str, PostingState]]:
        """The version (see `posting_version`) and the state of every posting, by id, oldest first."""
        wanted = select(PostingRow.id, PostingRow.version, PostingRow.state)
        with self._database.reading() as session:
            rows = session.execute(wanted.order_by(PostingRow.created_at, PostingRow.id))
            return {row.id: (row.version, row.state) for row in rows}

    def some(self, ids: Sequence[str]) -> tuple[Posting, ...]:
        """The postings of these ids, in their order; those that are not there are left out."""
        found: dict[str, Posting] = {}
        with self._database.reading() as session:
            for part in in_parts(ids):
                wanted = select(PostingRow).where(PostingRow.id.in_(part))
                found.update((row.id, _posting(row)) for row in session.scalars(wanted))
        return tuple(found[posting_id] for posting_id in ids if posting_id in found)


def posting_version(posting: Posting) -> str:
    """Hash of all an assessment depends on; it changes when a requirement is edited though the text stays."""
    content = f"{posting.title}\n{posting.text}\n".encode() + _REQUIREMENTS.dump_json(posting.requirements)
    return hashlib.sha256(content).hexdigest()


def _added(session: Session, posting: Posting) -> PostingRow:
    row = _same(session, posting.text)
    if row is None:
        row = PostingRow(id=_free_id(session, posting.id or posting.title))
        _fill(row, posting)
        session.add(row)
        changed(session, "postings")
    elif (row.state, posting.state) == ("closed", "open"):
        _set_state(session, row, "open")
    return row


def _same(session: Session, text: str) -> PostingRow | None:
    same = select(PostingRow).where(PostingRow.text_sha256 == _text_hash(text)).order_by(PostingRow.id)
    return session.scalars(same).first()


def _searched(query: str, state: PostingState | None) -> Sequence[ColumnElement[bool]]:
    names = (PostingRow.title, PostingRow.id, PostingRow.text)
    words = [or_(*(name.icontains(word, autoescape=True) for name in names)) for word in query.split()]
    return words if state is None else [*words, PostingRow.state == state]


def _mentioned(words: str) -> Select[PostingRow]:
    said = literal(words.strip().lower())
    held = or_(*(func.replace(said, func.lower(name), "") != said for name in (PostingRow.title, PostingRow.id)))
    wanted = select(PostingRow).where(PostingRow.title != "", held)
    return wanted.order_by(func.length(PostingRow.title).desc(), PostingRow.id)


def _set_state(session: Session, row: PostingRow, state: PostingState) -> None:
    row.state, row.updated_at = state, now()
    changed(session, "postings")


def _text_hash(text: str) -> str:
    words = unicodedata.normalize("NFC", " ".join(text.split()))
    return hashlib.sha256(words.encode()).hexdigest()


def _free_id(session: Session, name: str) -> str:
    key = slug(name)
    if session.get(PostingRow, key) is None:
        return key
    return slug(name, set(session.scalars(select(PostingRow.id).where(PostingRow.id.startswith(key)))))


def _row(session: Session, posting_id: str) -> PostingRow:
    row = session.get(PostingRow, posting_id)
    if row is None:
        raise PostingNotFound(posting=posting_id)
    return row


def _named(session: Session, name: str) -> Sequence[PostingRow]:
    """The best answer there is: by id; else by title; else by the start of an id, as git takes hashes."""
    conditions = [PostingRow.id == name, or_(PostingRow.title == name, func.lower(PostingRow.title) == name.lower())]
    if (key := slug(name)) != NAMELESS:
        conditions.append(PostingRow.id.startswith(key))
    for condition in conditions:
        rows = session.scalars(select(PostingRow).where(condition).order_by(PostingRow.id).limit(9)).all()
        if rows:
            return rows
    return []


def _fill(row: PostingRow, posting: Posting) -> None:
    row.title = posting.title
    row.text = posting.text
    row.text_sha256 = _text_hash(posting.text)
    row.language = posting.language
    row.state = posting.state
    row.version = posting_version(posting)
    row.requirements = [
        RequirementRow(ordinal=ordinal, **requirement.model_dump(mode="json"))
        for ordinal, requirement in enumerate(posting.requirements, start=1)
    ]


def _posting(row: PostingRow) -> Posting:
    requirements = [
        {name: getattr(requirement, name) for name in Requirement.model_fields} for requirement in row.requirements
    ]
    return Posting.model_validate(
        {name: getattr(row, name) for name in Posting.model_fields} | {"requirements": requirements}
    )
