"""The shortlist and its evidence as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from agents.screening.export import Export
from agents.screening.export_words import SHEET_WORDS
from agents.screening.shortlist import Place
from agents.screening.tables import Chip, Column, Table, Value
from agents.words import DECISION_WORDS, NECESSITY_WORDS, VERDICT_WORDS
from records.assessment import Evidence, Rating

_VERDICT_WIDTH: Final = 16


def shortlist_table(export: Export) -> Table:
    """One row a candidate; where each has a posting of their own, a verdict names its requirement too."""
    words = SHEET_WORDS[export.language]
    heads = _requirement_heads(export)
    return Table(
        words["shortlist"],
        (
            Column(words["rank"], 7),
            Column(words["candidate"], 22),
            Column(words["file"], 26),
            Column(words["posting"], 24),
            Column(words["score"], 8),
            Column(words["recommendation"], 28),
            Column(words["must_haves"], 18),
            *(Column(head, _VERDICT_WIDTH) for head in heads.values()),
            Column(words["flags"], 50),
        ),
        tuple(tuple(_place_row(export, place, tuple(heads))) for place in export.places),
        held=2,
    )


def evidence_table(export: Export) -> Table:
    """One row for each rating and each of its quotes; a rating without lines has one row too."""
    words = SHEET_WORDS[export.language]
    return Table(
        words["evidence"],
        (
            Column(words["rank"], 7),
            Column(words["candidate"], 22),
            Column(words["file"], 26),
            Column(words["requirement"], 36),
            Column(words["verdict"], _VERDICT_WIDTH),
            Column(words["page"], 7),
            Column(words["lines"], 9),
            Column(words["quote"], 60),
            Column(words["comment"], 44),
            Column(words["unsupported"], 26),
        ),
        tuple(
            tuple(_rating_row(export, place, rating, at))
            for place in export.places
            for rating in place.ratings
            for at in rating.evidence or (None,)
        ),
        held=2,
    )


def must_haves_words(export: Export, place: Place) -> str:
    """How many must-haves are held of how many; "2/3" would be a date to a spreadsheet."""
    held, of_all = place.must_haves
    return SHEET_WORDS[export.language]["held_of_all"].format(held=held, all=of_all)


def _requirement_heads(export: Export) -> dict[str, str]:
    """The heads of the verdict columns by the requirements' ids, in their order."""
    if export.requirements is None:
        ids = {rating.requirement for place in export.places for rating in place.ratings}
        return {name: name for name in sorted(ids, key=lambda name: (len(name), name))}
    necessity = NECESSITY_WORDS[export.language]
    head = SHEET_WORDS[export.language]["requirement_head"]
    return {r.id: head.format(id=r.id, text=r.text, necessity=necessity[r.necessity]) for r in export.requirements}


def _place_row(export: Export, place: Place, requirements: tuple[str, ...]) -> Iterator[Value]:
    yield from (place.rank, place.candidate, place.file, export.title(place.posting), place.score)
    yield DECISION_WORDS[export.language][place.decision]
    yield must_haves_words(export, place)
    rated = {rating.requirement: rating for rating in place.ratings}
    yield from (_verdict(export, rated.get(requirement)) for requirement in requirements)
    yield SHEET_WORDS[export.language]["between"].join(place.flags)


def _verdict(export: Export, rating: Rating | None) -> Value:
    words = SHEET_WORDS[export.language]
    if rating is None:
        return words["unrated"] if export.requirements is not None else ""
    verdict = VERDICT_WORDS[export.language][rating.verdict]
    if export.requirements is not None:
        return Chip(rating.verdict, verdict)
    return Chip(rating.verdict, words["verdict_of"].format(verdict=verdict, text=rating.text))


def _rating_row(export: Export, place: Place, rating: Rating, at: Evidence | None) -> Iterator[Value]:
    yield from (place.rank, place.candidate, place.file)
    yield f"{rating.requirement} {rating.text}"
    yield Chip(rating.verdict, VERDICT_WORDS[export.language][rating.verdict])
    yield from ("", "", "") if at is None else (at.page, _lines(at), at.quote)
    yield rating.comment
    yield SHEET_WORDS[export.language]["between"].join(rating.unsupported)


def _lines(at: Evidence) -> Value:
    return at.first_line if at.first_line == at.last_line else f"{at.first_line}–{at.last_line}"
