"""The postings of the library, found by meaning, words and skills."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from records.posting import Posting, PostingState
from records.postings import posting_version
from records.resume import DEGREE_ORDER
from retrieval.cities import cities_of_posting
from retrieval.embedding import Embedding
from retrieval.facts import Facts
from retrieval.index_source import IndexedText, IndexPlace, Standing
from retrieval.index_store import Entry, KeptVectors
from retrieval.made_texts import Roles, vectors_of
from retrieval.redaction import redact_text
from retrieval.skills import skills_in
from retrieval.text_index import COMPARED_WHOLE, TextIndex

MUST_SHARE: Final = 2.0
"""In the second stage a must-have counts twice; a wish has half a requirement's weight already."""
_ROLES: Final = Roles("postings", "posting_to_resumes", parts_ask=True)


class Library(Protocol):
    """The postings of the database."""

    def revision(self) -> int:
        """Another number after every change."""
        ...

    def versions(self) -> Mapping[str, tuple[str, PostingState]]:
        """Version and state of every posting, by id."""
        ...

    def some(self, ids: Sequence[str]) -> Sequence[Posting]:
        """The postings of these ids; those that are gone are left out."""
        ...


def posting_index(
    place: IndexPlace, embedding: Embedding, library: Library, compared_whole: int = COMPARED_WHOLE
) -> TextIndex:
    """A posting is indexed whole, in passages, to be found, and by requirement, to give reasons."""
    return TextIndex(place, _ROLES, embedding, _Postings(library), compared_whole)


class _Postings:
    """The library as a source of texts."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def revision(self) -> int:
        return self._library.revision()

    def standings(self) -> dict[str, Standing]:
        kept = self._library.versions().items()
        return {name: Standing(_key(name, version), state) for name, (version, state) in kept}

    def texts(self, ids: Sequence[str]) -> Iterable[IndexedText]:
        return map(posting_text, self._library.some(ids))


def posting_text(posting: Posting) -> IndexedText:
    """A posting as it is indexed, of the library or not."""
    # The text begins with the title where it was read from a text; said twice it would count twice.
    titled = posting.text if posting.text.startswith(posting.title) else f"{posting.title}\n{posting.text}"
    lines = titled.splitlines()
    return IndexedText(
        key=posting_key(posting),
        lines=[redact_text(line) for line in lines],
        parts=[redact_text(requirement.text) for requirement in posting.requirements],
        facts=_facts(posting, lines),
        weights=requirement_weights(posting),
    )


def made_of_posting(index: TextIndex, posting: Posting) -> tuple[Entry, KeptVectors]:
    """What a posting is searched with; kept where it is of the library, another one leaves nothing behind."""
    return index.made_of(posting_key(posting), lambda: posting_text(posting), keep=False)


def vectors_of_posting(posting: Posting, embedding: Embedding) -> KeptVectors:
    """The same vectors where there is no library, in a worker on another machine."""
    text = posting_text(posting)
    return vectors_of([text], _ROLES, embedding)[text.key]


def posting_key(posting: Posting) -> str:
    """Names a posting and its version."""
    return _key(posting.id, posting_version(posting))


def requirement_weights(posting: Posting) -> tuple[float, ...]:
    """How much each requirement counts in the second stage."""
    return tuple(r.weight * (MUST_SHARE if r.necessity == "must" else 1) for r in posting.requirements)


def _key(posting_id: str, version: str) -> str:
    return f"{posting_id}@{version[:12]}"


def _facts(posting: Posting, lines: Sequence[str]) -> Facts:
    """Years and degree as its strictest requirement asks for them."""
    years = [requirement.years for requirement in posting.requirements if requirement.years is not None]
    degrees = [requirement.degree for requirement in posting.requirements if requirement.degree is not None]
    return Facts(
        cities=cities_of_posting(lines),
        years=max(years, default=None),
        degree=max(degrees, key=DEGREE_ORDER.index, default=None),
        languages=frozenset({"Mandarin" if posting.language == "zh" else "English"}),
        skills=frozenset(skills_in(posting.text)),
        asks=True,
    )
