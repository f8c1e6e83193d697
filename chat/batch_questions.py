"""What people ask of a batch: why one stands below another, how some compare, and who fulfils what."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, Final

import chainlit as cl
from pydantic import TypeAdapter

from agents.answers.answers import Source
from agents.screening.comparing import Comparison, asks_comparison, comparison, comparison_asked
from agents.screening.naming import Named
from agents.screening.questions import asks_batch
from agents.screening.questions_told import answer_of
from agents.screening.shortlist import Place
from agents.screening.why import Why, asks_why, why_asked
from agents.screening.why_told import why_told
from chat.batch_words import say
from chat.elements import everyone_table, sources
from chat.office import office
from chat.session import conversation
from records.assessment import Evidence
from records.errors import NothingAssessedYet
from records.language import Language

_COMPARISON: Final = TypeAdapter(Comparison)
JOINED_BY_RULES: Final = 500
"""Resumes of a batch whose lines are searched for an open question, best first: so many lines (some 20,000) keep their
vectors between questions (`LineRanking`). A language model reads all, in groups."""


async def answered(batch_id: str, words: str, language: Language) -> bool:
    """Answer a question about a batch from its stored ratings and lines; False where it is another kind of question."""
    places = await asyncio.to_thread(office().standings.shortlist, batch_id)
    requirements = await asyncio.to_thread(office().standings.requirements, batch_id) or ()
    asks = (asks_why(words), asks_comparison(words), asks_batch(words, requirements))
    if any(asks) and not places:
        raise NothingAssessedYet
    if asks[0]:
        await _tell_why(why_asked(words, places), language)
    elif asks[1]:
        await _show(comparison_asked(words, places), language)
    elif asks[2]:
        questions = office().batch_questions
        found = await asyncio.to_thread(questions.answer, words, places, language, requirements)
        answer = answer_of(found, language)
        listed = [sources(answer.sources, language)] if answer.sources else []
        await cl.Message(answer.text, elements=[*listed, everyone_table(answer.rows, language)]).send()
    else:
        if left := await asyncio.to_thread(_join, places):
            await cl.Message(say("searched_best", language, n=JOINED_BY_RULES, left=left)).send()
        return False
    return True


async def compare(batch_id: str, ordinals: Sequence[int], language: Language) -> None:
    """The chosen candidates side by side; raises `NotComparable`."""
    places = await asyncio.to_thread(office().standings.shortlist, batch_id)
    await _show(comparison([place for place in places if place.ordinal in ordinals]), language)


async def _show(found: Comparison | Named, language: Language) -> None:
    if isinstance(found, Named):
        await cl.Message(_unclear(found, language)).send()
        return
    props: dict[str, Any] = {"language": language, **_COMPARISON.dump_python(found, mode="json")}
    await cl.Message("", elements=[cl.CustomElement(name="Comparison", display="inline", props=props)]).send()


async def _tell_why(found: Sequence[Why] | Named, language: Language) -> None:
    if isinstance(found, Named):
        await cl.Message(_unclear(found, language)).send()
        return
    numbers: dict[Source, int] = {}

    def cite(place: Place, evidence: Sequence[Evidence]) -> str:
        cited = (Source(place.resume, place.candidate, e.first_line, e.last_line, e.page, e.quote) for e in evidence)
        return "".join(f"[{numbers.setdefault(one, len(numbers) + 1)}]" for one in cited)

    text = "\n\n".join("\n".join(why_told(why, language, cite)) for why in found)
    await cl.Message(text, elements=[sources(tuple(numbers), language)] if numbers else []).send()


def _unclear(named: Named, language: Language) -> str:
    """Who may have been meant, and what names nobody of the list."""
    told = [
        say("means_several", language, words=one.words, names=say("between", language).join(_known(one.places)))
        for one in named.shared
    ]
    told += [say("means_nobody", language, words=words) for words in named.nobody]
    return "\n\n".join([*told, say("name_them", language)])


def _known(places: Sequence[Place]) -> list[str]:
    return [f"#{place.rank} {place.candidate}" for place in places]


def _join(places: Sequence[Place]) -> int:
    """The batch's candidates become those of the conversation, so that open questions are about them; tells how many
    are left out."""
    held, at = conversation(), office()
    wanted = places if at.server is not None else places[:JOINED_BY_RULES]
    new = {place.resume: place for place in wanted if place.resume not in held.resumes}
    for resume in at.intake.some(list(new)):
        if at.server is None:
            lines = held.redacted(resume)
            at.ranking.know(lines, at.matching.line_vectors(resume, lines))
        held.resumes[resume.sha256] = resume
        place = new[resume.sha256]
        held.assessments.setdefault(resume.sha256, []).append(place.assessment)
    return len(places) - len(wanted)
