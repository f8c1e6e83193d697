"""The table for everyone: made by code from the entries, so that nobody can be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from agents.answer_numbers import unheld_in
from agents.answers import Answer, Dossier, Sources
from agents.everyone import Entry
from agents.markdown import escaped
from agents.named_candidates import label
from agents.references import LONGEST_SPAN
from records.language import Language

_ORDER: Final = ("yes", "partly", "no", "not_stated", None)
VERDICTS: Final[dict[Language, dict[str | None, str]]] = {
    "zh": {"yes": "是", "partly": "部分", "no": "否", "not_stated": "未提及", None: "没有结果"},
    "en": {"yes": "Yes", "partly": "Partly", "no": "No", "not_stated": "Not stated", None: "No result"},
}
_HEAD: Final[dict[Language, str]] = {
    "zh": "| 候选人 | 结论 | 说明与依据 |\n| --- | --- | --- |",
    "en": "| Candidate | Verdict | Why, and where |\n| --- | --- | --- |",
}
_COUNTED: Final[dict[Language, str]] = {
    "zh": "{total} 位候选人中，**{yes} 位符合**，{partly} 位部分符合，{no} 位不符合，{not_stated} 位简历没有写。",
    "en": "Of {total} candidates: **{yes} yes**, {partly} partly, {no} no, {not_stated} not stated in the resume.",
}
_FAILED: Final[dict[Language, str]] = {
    "zh": "其中 {n} 位没有得到可用的回答，请再问一次，或直接问他们的名字。",
    "en": "For {n} of them the language model gave no usable answer: ask again, or ask about them by name.",
}
_UNPROVEN: Final[dict[Language, str]] = {"zh": "⚠ 没有指出依据，请核对", "en": "⚠ no line given, please check"}
_UNHELD: Final[dict[Language, str]] = {"zh": "⚠ 所引行里没有：{numbers}", "en": "⚠ not in these lines: {numbers}"}


def everyone_answer(
    entries: Sequence[Entry], dossiers: Mapping[int, Dossier], language: Language, today: date
) -> Answer:
    """The counts, then a row for every dossier: who fits first, within a verdict as they came."""
    told = {entry.candidate: entry for entry in entries}
    every = [told.get(number, Entry(number)) for number in dossiers]
    sources, rows, unheld = Sources(), [], 0
    for entry in sorted(every, key=lambda one: _ORDER.index(one.verdict)):
        missing = unheld_in(entry.sentence, list(entry.places), dossiers, today) if entry.places else ()
        unheld += bool(missing)
        rows.append(_row(entry, dossiers[entry.candidate], sources, missing, language))
    text = "\n\n".join([counted(every, language), "\n".join([_HEAD[language], *rows])])
    removed = sum(entry.removed for entry in every)
    return Answer(text, sources.listed(), by="model", removed_references=removed, unsupported=unheld)


def counted(entries: Sequence[Entry], language: Language) -> str:
    """The conclusion in numbers; a yes without a line counts as one, and its row says that it has none."""
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


def _row(entry: Entry, dossier: Dossier, sources: Sources, missing: Sequence[str], language: Language) -> str:
    cited = "".join(
        sources.cite(dossier.resume, place.first, min(place.last, place.first + LONGEST_SPAN - 1))
        for place in entry.places
    )
    notes = [_UNPROVEN[language]] if entry.unproven else []
    notes += [_UNHELD[language].format(numbers=", ".join(missing))] if missing else []
    why = " ".join(part for part in (escaped(entry.sentence), cited, *map(escaped, notes)) if part)
    return f"| {escaped(dossier.resume.candidate)} | {VERDICTS[language][entry.verdict]} | {why} |"
