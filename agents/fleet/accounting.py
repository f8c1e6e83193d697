"""Accounts for every file of a fleet run: what is still to be done, and the receipt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from agents.fleet.rows import Taken
from records.batch import BatchFile, Receipt
from records.errors import NotScreened, ReadingCrashed, ReadingError, ReadingTimedOut, RecruitingError
from records.errors.kept import said_of

Known = Mapping[str, RecruitingError | None]
"""By SHA-256, contents that were finished: None where they were assessed, else what went wrong."""


def joined(found: Iterable[tuple[str, RecruitingError | None]]) -> dict[str, RecruitingError | None]:
    """What is known of each content, where several runs found something: an assessment stands before a failure."""
    known: dict[str, RecruitingError | None] = {}
    for sha256, error in found:
        if error is None or sha256 not in known:
            known[sha256] = error
    return known


def first_of_each(files: Sequence[Taken]) -> dict[str, Taken]:
    """The first file of each content that could be opened, by SHA-256."""
    first: dict[str, Taken] = {}
    for file in files:
        if file.sha256 and not file.error:
            first.setdefault(file.sha256, file)
    return first


def missing(files: Sequence[Taken], known: Known) -> list[Taken]:
    """The contents with which something is still to be done, each once, under the name of the first file that has it.

    Failures are tried again, but for those that lie in the file: what it holds does not change.
    """
    return [
        file for sha256, file in first_of_each(files).items() if sha256 not in known or _passes_by_itself(known[sha256])
    ]


def receipt(files: Sequence[Taken], known: Known) -> Receipt:
    """What became of every file, in their order; one that no worker finished is stated as `NotScreened`."""
    accounted: list[BatchFile] = []
    seen: set[str] = set()
    for ordinal, file in enumerate(files, start=1):
        accounted.append(_accounted(ordinal, file, known, seen))
        if file.sha256:
            seen.add(file.sha256)
    return Receipt(tuple(accounted))


def _accounted(ordinal: int, file: Taken, known: Known, seen: set[str]) -> BatchFile:
    if file.error or not file.sha256:
        return BatchFile(ordinal, file.file, file.sha256, "failed", file.error or NotScreened(file=file.file))
    if error := known.get(file.sha256, NotScreened(file=file.file)):  # and so no copy of it
        return BatchFile(ordinal, file.file, file.sha256, "failed", said_of(error, file.file))
    return BatchFile(ordinal, file.file, file.sha256, "copy" if file.sha256 in seen else "assessed")


def _passes_by_itself(error: RecruitingError | None) -> bool:
    if error is None:
        return False
    return not isinstance(error, ReadingError) or isinstance(error, ReadingCrashed | ReadingTimedOut)
