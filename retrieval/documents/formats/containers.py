"""Files that hold resumes: a ZIP, an e-mail with attachments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from records.errors import EmptyFile, ReadingError, TooManyFiles, UnpacksOversized
from retrieval.documents.archives import MOST_UNPACKED
from retrieval.documents.formats.mail import Mail, is_mail
from retrieval.documents.formats.zip_names import plain_parts
from retrieval.documents.formats.zips import START, Archive
from retrieval.documents.kinds import is_package
from retrieval.documents.limits import MIB

# A ZIP of e-mails with ZIPs in them is still something that people send; what lies deeper hides.
_DEEPEST = 3
_MOST_MEMBERS = 2_000
_LONGEST_NAME = 120  # characters; file systems take 255 bytes, which are 85 Chinese characters
_LOOK = 64 * 1024  # as much of a member as its headers may take


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another; `place` is its number in each container from the outermost in."""

    name: str
    place: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Inner:
    """A container inside another, and its bytes' number."""

    container: Archive | Mail
    size: int


@dataclass(slots=True)
class _Search:
    """What has been found and unpacked so far, through all containers of one file."""

    file: str
    unpacked: int = 0
    found: list[tuple[tuple[str, ...], tuple[int, ...]]] = field(default_factory=list)

    def count(self, inner: _Inner) -> None:
        self.unpacked += inner.size
        if self.unpacked > MOST_UNPACKED:
            limit = MOST_UNPACKED // MIB
            raise UnpacksOversized(file=self.file, size_mb=self.unpacked // MIB, limit_mb=limit)

    def add(self, path: tuple[str, ...], place: tuple[int, ...]) -> None:
        self.found.append((path, place))
        if len(self.found) > _MOST_MEMBERS:
            raise TooManyFiles(file=self.file, count=len(self.found), limit=_MOST_MEMBERS)


def members_of(content: bytes, file: str) -> tuple[Member, ...]:
    """The files that a container holds, through containers in it; none where the file is no container.

    What cannot be read stays a member and says so when it is read, so that every file received is accounted for.
    Raises EmptyFile for a ZIP of nothing, OversizedFile for one that unpacks to too much or too many.
    """
    container = _opened(content, file)
    if container is None or (isinstance(container, Mail) and not container.members()):
        return ()
    search = _Search(file)
    _search(container, (), (), search)
    if not search.found:
        raise EmptyFile(file=file)
    return tuple(_named(search.found))


def member_of(content: bytes, file: str, place: tuple[int, ...]) -> bytes:
    """One member's bytes; raises a ReadingError."""
    for number in place:
        container = _opened(content, file)
        if container is None:
            raise ReadingError(file=file)
        content = container.read(number)
    return content


def _opened(content: bytes, file: str) -> Archive | Mail | None:
    if content.startswith(START):
        return None if is_package(content) else Archive(content, file)
    return Mail(content, file) if is_mail(content) else None


def _search(container: Archive | Mail, folder: tuple[str, ...], place: tuple[int, ...], search: _Search) -> None:
    for number, name in container.members():
        path, inner_place = (*folder, *plain_parts(name)), (*place, number)
        inner = _container_in(container, number, path[-1]) if len(inner_place) < _DEEPEST else None
        if inner is None:
            search.add(path, inner_place)
        else:
            search.count(inner)
            _search(inner.container, (*path[:-1], PurePath(path[-1]).stem), inner_place, search)


def _container_in(outer: Archive | Mail, number: int, name: str) -> _Inner | None:
    """The container that a member is, opened; None where it is none or does not open, which its reading will tell."""
    try:
        start = outer.start_of(number, _LOOK)
        if not start.startswith(START) and not is_mail(start):
            return None
        content = outer.read(number)
        inner = _opened(content, name)
    except ReadingError:
        return None
    return _Inner(inner, len(content)) if inner is not None and inner.members() else None


def _named(found: list[tuple[tuple[str, ...], tuple[int, ...]]]) -> Iterator[Member]:
    """Members under their own names; where two share one, with their folders, and then with a number."""
    last = Counter(path[-1].casefold() for path, _ in found)
    used: Counter[str] = Counter()
    for path, place in found:
        name = path[-1] if last[path[-1].casefold()] == 1 else " - ".join(path)
        used[name.casefold()] += 1
        yield Member(_short(name, used[name.casefold()]), place)


def _short(name: str, copy: int) -> str:
    ending = PurePath(name).suffix[:12]
    stem = name.removesuffix(ending)[: _LONGEST_NAME - len(ending)]
    return f"{stem} ({copy}){ending}" if copy > 1 else f"{stem}{ending}"
