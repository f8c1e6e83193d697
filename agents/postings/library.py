"""The library of postings: what it holds is at once what is matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from agents.postings.cleaning import cleaned
from agents.postings.parts import TITLE_LABEL, one_line_title, several
from agents.postings.requirements import requirements
from agents.postings.statements import without_bias
from agents.postings.wording import TITLE_FRAME
from records.errors import NoRequirements, PostingKnown, PostingNotFound, RequirementNotFound
from records.language import language_of
from records.posting import Necessity, Posting, PostingState
from records.postings import Postings

__all__ = ["Kept", "Library", "Outcome", "read_posting", "several"]

Outcome = Literal["added", "known", "reopened"]


@dataclass(frozen=True)
class Kept:
    """A posting given to the library, and whether it was new, there already, or there but closed."""

    posting: Posting
    outcome: Outcome


class Library:
    """Adds, lists and removes postings in the database, which the index follows."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings

    def add(self, text: str) -> Posting:
        """A posting from its text; the same text again gives the posting that is there. Raises `NoRequirements`."""
        return self._postings.add(read_posting(text))

    def take(self, text: str) -> Kept:
        """As `add`, and says what became of it."""
        read = read_posting(text)
        before = self._postings.same(read.text)
        outcome: Outcome = "added" if before is None else "reopened" if before.state == "closed" else "known"
        return Kept(self._postings.add(read), outcome)

    def add_samples(self, files: Iterable[Path]) -> None:
        """The bundled postings, each under its file's name; the index is made with its first use."""
        for file in files:
            self._postings.add(read_posting(file.read_text(encoding="utf-8"), file.stem))

    def all(self) -> tuple[Posting, ...]:
        """The open postings."""
        return tuple(self._postings.list("open"))

    def find(self, name: str) -> Posting:
        """A posting by id or title; raises `PostingNotFound`."""
        found = self._postings.find(name)
        if found is None:
            raise PostingNotFound(posting=name)
        return found

    def listed(self, state: PostingState | None) -> tuple[Posting, ...]:
        """The postings of a state, or all."""
        return tuple(self._postings.list(state))

    def page(self, query: str, state: PostingState | None, offset: int, limit: int) -> tuple[Posting, ...]:
        """The postings that hold the query's words, latest change first, from the offset on."""
        return self._postings.page(query, state, offset, limit)

    def some(self, ids: Sequence[str]) -> tuple[Posting, ...]:
        """The postings of these ids, in their order; those that are not there any more are left out."""
        return self._postings.some(ids)

    def count(self, query: str = "", state: PostingState | None = None) -> int:
        """How many postings hold the query's words."""
        return self._postings.count(query, state)

    def mentioned(self, words: str) -> Posting | None:
        """The open posting whose title or id stands in the words."""
        return self._postings.mentioned(words) if words.strip() else None

    def all_mentioned(self, words: str) -> tuple[Posting, ...]:
        """The postings whose title or id stands in the words, be it within a longer word, the longest title first."""
        return self._postings.all_mentioned(words) if words.strip() else ()

    def edit(self, name: str, text: str) -> Posting:
        """Gives a posting other words and reads its requirements again; its id and state stay.

        Raises `PostingNotFound`, `NoRequirements`, and `PostingKnown` where another posting has these words.
        """
        posting, read = self.find(name), read_posting(text)
        same = self._postings.same(read.text)
        if same is not None and same.id != posting.id:
            raise PostingKnown(posting=same.title)
        return self._postings.update(read.model_copy(update={"id": posting.id, "state": posting.state}))

    def set_necessity(self, name: str, requirement: str, necessity: Necessity) -> Posting:
        """Makes a requirement a must-have or a nice-to-have; raises `RequirementNotFound`."""
        posting = self.find(name)
        if requirement not in {asked.id for asked in posting.requirements}:
            raise RequirementNotFound(requirement=requirement, posting=posting.title)
        changed = tuple(
            asked.model_copy(update={"necessity": necessity}) if asked.id == requirement else asked
            for asked in posting.requirements
        )
        return self._postings.update(posting.model_copy(update={"requirements": changed}))

    def close(self, name: str) -> Posting:
        """Keeps a posting but matches it no more."""
        return self._postings.close(self.find(name).id)

    def reopen(self, name: str) -> Posting:
        """Matches a closed posting again."""
        return self._postings.reopen(self.find(name).id)

    def remove(self, name: str) -> Posting:
        """Takes a posting out of the library; what was assessed against it stays on record."""
        posting = self.find(name)
        self._postings.remove(posting.id)
        return posting


def read_posting(text: str, posting_id: str = "") -> Posting:
    """A posting from its text, not added to any library; raises `NoRequirements` where nothing can be checked."""
    lines = cleaned(text).splitlines()
    titles = [_title(line) for line in lines]
    first = next((at for at, title in enumerate(titles) if title), 0)  # a label may stand on a line of its own
    title = titles[first] if titles else ""
    words = "\n".join([title, *lines[first + 1 :]])
    title = (one_line_title(words) if len(lines) == 1 else "") or title
    asked = requirements(words)
    if not asked:
        raise NoRequirements(title=title[:60])
    shown = without_bias(TITLE_FRAME.sub("", title)).strip() or title
    return Posting(id=posting_id, title=shown[:200], text=words, language=language_of(words), requirements=asked)


def _title(line: str) -> str:
    bare = line.strip(" #*")
    boxed = bare[1:-1] if bare[:1] == "【" and bare.find("】") == len(bare) - 1 else bare
    return TITLE_LABEL.sub("", boxed).strip(" #*")
