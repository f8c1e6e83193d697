"""The table for everyone: made by code from the entries, so that nobody can be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from agents.answers.answers import Answer, Dossier, Row, source_of
from agents.answers.everyone import Entry
from agents.answers.numbers import unheld_in
from agents.named_candidates import label
from agents.references import LONGEST_SPAN
from records.language import Language

_ORDER: Final = ("yes", "partly", "no", "not_stated", None)
VERDICTS: Final[dict[Language, dict[str | None, str]]] = {
    "zh": {"yes": "是", "partly": "部分", "no": "否", "not_stated": "未提及", None: "没有结果"},
    "en": {"yes": "Yes", "partly": "Partly", "no": "No", "not_stated": "Not stated", None: "No result"},
}
_COUNTED: Final[dict[Language, str]] = {
    "zh": "{total} 位候选人中，**{yes} 位符合**，{partly} 位部分符合，{no} 位不符合，{not_stated} 位简历没有写。",
    "en": "Of {total} candidates: **{yes} yes**, {partly} partly, {no} no, {not_stated} not stated in the resume.",
}
_FAILED: Final[dict[Language, str]] = {
    "zh": "其中 {n} 位没有得到可用的回答，请再问一次，或直接问他们的名字。",
    "en": "For {n} of them the language model gave no usable answer: ask again, or ask about them by name.",
}


def everyone_answer(
    entries: Sequence[Entry], dossiers: Mapping[int, Dossier], language: Language, today: date
) -> Answer:
    """The counts, and a row for every dossier: who fits first, within a verdict as they came."""
    told = {entry.candidate: entry for entry in entries}
    every = [told.get(number, Entry(number)) for number in dossiers]
    rows = [_row(entry, dossiers, today) for entry in sorted(every, key=lambda one: _ORDER.index(one.verdict))]
    return Answer(
        counted(every, language),
        (),
        by="model",
        removed_references=sum(entry.removed for entry in every),
        unsupported=sum(bool(row.unheld) for row in rows),
        rows=tuple(rows),
    )


def counted(entries: Sequence[Entry], language: Language) -> str:
    """The conclusion in numbers; a yes without a line counts as one, and its row says so."""
    count = Counter(entry.verdict for entry in entries)
    words = {verdict: count[verdict] for verdict in ("yes", "partly", "no", "not_stated")}
    text = _COUNTED[language].format(total=len(entries), **words)
    gap = "" if language == "zh" else " "
    return text + (gap + _FAILED[language].format(n=count[None]) if count[None] else "")


def retold(entries: Sequence[Entry], language: Language) -> str:
    """The same for the model, in a later question."""
    return "\n".join(
        f"{label(entry.candidate, language)}: {VERDICTS[language][entry.verdict]}. {entry.sentence} "
        + "".join(f"[{place.candidate}:{place.first}-{place.last}]" for place in entry.places)
        for entry in entries
    )


def _row(entry: Entry, dossiers: Mapping[int, Dossier], today: date) -> Row:
    resume = dossiers[entry.candidate].resume
    return Row(
        candidate=resume.candidate,
        resume_sha=resume.sha256,
        verdict=entry.verdict,
        sentence=entry.sentence,
        sources=tuple(
            source_of(resume, place.first, min(place.last, place.first + LONGEST_SPAN - 1)) for place in entry.places
        ),
        unproven=entry.unproven,
        unheld=unheld_in(entry.sentence, list(entry.places), dossiers, today) if entry.places else (),
    )
