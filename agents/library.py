"""The library of postings: what it holds is at once what is matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from agents.posting_statements import without_bias
from agents.posting_wording import TITLE_FRAME
from agents.requirements import requirements
from records.errors import NoRequirements, PostingNotFound
from records.language import language_of
from records.posting import Posting
from records.postings import Postings

_TITLE_LABEL: Final = re.compile(
    r"^(?:job title|title|position|role|岗位名称|职位名称|招聘岗位|招聘职位|岗位|职位)\s*[:：]\s*", re.I
)
_SEPARATOR: Final = re.compile(r"\n\s*-{3,}\s*\n")


class Library:
    """Adds, lists and removes postings in the database, which the index follows."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings

    def add(self, text: str) -> Posting:
        """A posting from its text; the same text again gives the posting that is there. Raises `NoRequirements`."""
        return self._postings.add(read_posting(text))

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

    def remove(self, name: str) -> Posting:
        """Takes a posting out of the library; what was assessed against it stays on record."""
        posting = self.find(name)
        self._postings.remove(posting.id)
        return posting


def read_posting(text: str, posting_id: str = "") -> Posting:
    """A posting from its text, not added to any library; raises `NoRequirements` where nothing can be checked."""
    lines = [line.strip() for line in text.replace("\ufeff", "").splitlines() if line.strip()]
    titles = [_title(line) for line in lines]
    first = next((at for at, title in enumerate(titles) if title), 0)  # a label may stand on a line of its own
    title = titles[first] if titles else ""
    words = "\n".join([title, *lines[first + 1 :]])
    asked = requirements(words)
    if not asked:
        raise NoRequirements(title=title[:60])
    shown = without_bias(TITLE_FRAME.sub("", title)).strip() or title
    return Posting(id=posting_id, title=shown[:200], text=words, language=language_of(words), requirements=asked)


def _title(line: str) -> str:
    bare = line.strip(" #*")
    boxed = bare[1:-1] if bare[:1] == "【" and bare.find("】") == len(bare) - 1 else bare
    return _TITLE_LABEL.sub("", boxed).strip(" #*")


def several(text: str) -> Sequence[str]:
    """The postings in a pasted text: parted by lines of `---`."""
    return [part.strip() for part in _SEPARATOR.split(text) if part.strip()]
