"""What became of every file, and what the shortlist is scored by, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from agents.screening.export import Export
from agents.screening.export_words import SHEET_WORDS, STATE_WORDS
from agents.screening.shortlist import Place
from agents.screening.standings import UNDO
from agents.screening.tables import Column, Share, Table, Value
from agents.words import NECESSITY_WORDS
from records.assessment import Rating
from records.batch import BatchFile, Weighing
from records.posting import Requirement


def receipt_table(export: Export) -> Table:
    """One row for each file received, in the order in which they came; the sums below count these rows."""
    words, states = SHEET_WORDS[export.language], STATE_WORDS[export.language]
    placed = {place.ordinal: place for place in export.places}
    originals: dict[str, str] = {}
    for file in export.receipt.files:
        if file.sha256 is not None:
            originals.setdefault(file.sha256, file.file)
    return Table(
        words["receipt"],
        (
            Column(words["number"], 7),
            Column(words["file"], 40),
            Column(words["outcome"], 22),
            Column(words["why"], 70),
            Column(words["candidate"], 22),
            Column(words["rank"], 7),
            Column(words["fingerprint"], 68),
        ),
        tuple(tuple(_file_row(export, file, placed, originals)) for file in export.receipt.files),
        held=2,
        below=(
            *((states[state], export.receipt.counts[state]) for state in states),
            (words["received"], export.receipt.received),
            (words["listed"], len(export.places)),
        ),
    )


def weights_table(export: Export) -> Table:
    """The requirements in force with their weights, and below which version that is and what words made it."""
    words = SHEET_WORDS[export.language]
    return Table(
        words["weights"],
        (
            Column(words["number"], 7),
            Column(words["posting"], 30),
            Column(words["requirement"], 60),
            Column(words["necessity"], 14),
            Column(words["weight"], 10),
            Column(words["share"], 14),
        ),
        tuple(_weight_rows(export)),
        below=(
            (words["version"], export.version),
            (words["words"], words_in_force(export)),
            *(((words["since"], _moment(export.weighings[-1])),) if export.weighings else ()),
            *_versions(export),
        ),
    )


def words_in_force(export: Export) -> str:
    """The words that made the weights in force."""
    words = SHEET_WORDS[export.language]
    if export.weighings:
        return _words(export, export.weighings[-1])
    return words["own_postings"] if export.requirements is None else words["own_weights"]


def file_failed(export: Export, file: BatchFile) -> str:
    """Why a file failed and what to do about it."""
    error, language = file.error, export.language
    return f"{error.message(language)} {error.advice(language)}" if error is not None else ""


def _file_row(export: Export, file: BatchFile, placed: dict[int, Place], originals: dict[str, str]) -> Iterator[Value]:
    place = placed.get(file.ordinal)
    yield from (file.ordinal, file.file, STATE_WORDS[export.language][file.state])
    yield _why(export, file, place, originals)
    yield from ("", "") if place is None else (place.candidate, place.rank)
    yield file.sha256 or ""


def _why(export: Export, file: BatchFile, place: Place | None, originals: dict[str, str]) -> str:
    words = SHEET_WORDS[export.language]
    if file.state == "copy":
        return words["copy_of"].format(file=originals[file.sha256 or ""])
    if file.state == "assessed" and place is None:
        return words["gone"]
    return file_failed(export, file)


def _weight_rows(export: Export) -> Iterator[tuple[Value, ...]]:
    for posting, asked in _asked(export).items():
        whole = sum(one.weight for one in asked)
        for one in asked:
            necessity = NECESSITY_WORDS[export.language][one.necessity]
            name = one.requirement if isinstance(one, Rating) else one.id
            share = Share(one.weight / whole if whole else 0.0)
            yield name, export.title(posting), one.text, necessity, float(one.weight), share


def _asked(export: Export) -> dict[str, tuple[Requirement, ...] | tuple[Rating, ...]]:
    """What each posting asks, by its id: where candidates have postings of their own, what they were rated by."""
    if export.requirements is not None and export.batch.posting is not None:
        return {export.batch.posting.id: export.requirements}
    return {place.posting: place.ratings for place in reversed(export.places)}


def _versions(export: Export) -> Iterator[tuple[str, str]]:
    """Every version there was, so that what was tried is not lost."""
    words = SHEET_WORDS[export.language]
    if not export.weighings:
        return
    yield words["all_versions"], ""
    yield "0", words["own_weights"]
    for weighing in export.weighings:
        yield str(weighing.version), f"{_words(export, weighing)} ({_moment(weighing)})"


def _words(export: Export, weighing: Weighing) -> str:
    if weighing.words.startswith(UNDO):
        return SHEET_WORDS[export.language]["went_back"].format(version=weighing.words.removeprefix(UNDO))
    return weighing.words


def _moment(weighing: Weighing) -> str:
    return f"{weighing.created_at:%Y-%m-%d %H:%M} UTC"
