# ruff: noqa: E501  (a pattern is read whole)
"""Which candidates of a shortlist words mean: by place, by name, or by file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from agents.condition_fillers import content_of
from agents.intake import INSIDE
from agents.named_candidates import EVERYDAY, PLAIN_FILES, TITLE, longest
from agents.screening.rank_words import RankWords, ranks_in
from agents.screening.shortlist import Place
from retrieval.documents.profile.family_names import is_chinese_name
from retrieval.skills import mentions_in

_BETWEEN_HAN: Final = re.compile(r"(?<=[\u4e00-\u9fff])[\s·]+(?=[\u4e00-\u9fff])")
_HAN_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,}")
_LATIN: Final = re.compile(r"[^\W\d_\u4e00-\u9fff]+(?:['’.-][^\W\d_\u4e00-\u9fff]+)*\.?")
_LATIN_NAME: Final = re.compile(r"(?:[A-Z][^\W\d_A-Z]+(?:['’.-][^\W\d_]+)*\s?){1,3}")
_GIVEN: Final = {3: 1, 4: 2}
"""After how many letters the given name begins; of a name of two it is one letter, which means too much else."""
_SPEECH: Final = re.compile(
    r"(?i)\b(?:compar\w+|versus|vs|against|side by side|differences?|different|between|why|how come|explain|below|above|behind|ahead|under|over|higher|lower|better|worse|stronger|weaker|rank\w*|placed?|score[sd]?|scoring|than|isn['’]?t|aren['’]?t|not|only|so|much|low|high|before|after|fit|shortlist|points?|put|same|others?|each|tell|should|top|bottom|it|she|he|did|get|gets|got|come|comes|more|less|first|last|candidate|file|named?)\b"
    r"|为什么|为啥|为何|怎么|凭什么|比较|对比|相比|并排|比一比|排名|名次|排|后面|前面|之后|之前|下面|上面|靠前|靠后|落后|领先|输给|不如|低|高|后|前|分数|得分|评分|分|比|跟|同|的|了|没|不|只|才|更|就|还|这|那|位|个|看|区别|差别|差距|差|到|于|把|将|两|俩|三|都|被|是|原因|解释|说明|名单|入选|进|呢|之间|一下|第|和|与|及"
)


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that may mean several candidates: a name that they share, or a rank."""

    words: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Whom words mean, each once, in the order of the words.

    `shared` are words that mean several, `nobody` words that look like a name or a rank that nobody of the list bears.
    `left` are the words with what was understood blanked out.
    """

    places: tuple[Place, ...] = ()
    shared: tuple[Shared, ...] = ()
    nobody: tuple[str, ...] = ()
    left: str = ""

    @property
    def clear(self) -> bool:
        """Whether everyone named was found, and could be nobody else."""
        return not self.shared and not self.nobody


def named(words: str, places: Sequence[Place]) -> Named:
    """The candidates that words name; `places` are those of the whole list, in its order.

    A family or given name stands for whoever alone bears it.
    """
    text = plain(words)
    by_span: dict[tuple[int, int], list[Place]] = {}
    for place in places:
        for span in set(_spans(text, place)):
            by_span.setdefault(span, []).append(place)
    meant: list[tuple[int, int, list[Place], bool]] = [
        (start, end, by_span[start, end], False) for start, end in longest(list(by_span))
    ]
    free = _blanked(text, [(start, end) for start, end, *_ in meant])
    for phrase in ranks_in(free):
        meant += [(phrase.start, phrase.end, found, several) for found, several in _at(phrase, places)]
    left = _blanked(text, [(start, end) for start, end, *_ in meant])
    return _sorted_out(text, sorted(meant, key=lambda one: one[0]), left)


def at_ranks(phrase: RankWords, places: Sequence[Place]) -> frozenset[int]:
    """The ordinals of all that stand at the places a phrase means."""
    return frozenset(place.ordinal for found, _ in _at(phrase, places) for place in found)


def plain(words: str) -> str:
    """Words in one width, without the blanks inside Chinese names."""
    return _BETWEEN_HAN.sub("", " ".join(unicodedata.normalize("NFKC", words).split()))


def _sorted_out(text: str, meant: Sequence[tuple[int, int, list[Place], bool]], left: str) -> Named:
    places: dict[int, Place] = {}
    shared: list[Shared] = []
    nobody: list[str] = []
    for start, end, found, several in meant:
        said = text[start:end].strip()
        if not found:
            nobody.append(said)
        elif len(found) == 1 or several:
            places.update((place.ordinal, place) for place in found if place.ordinal not in places)
        else:
            shared.append(Shared(said, tuple(found)))
    nobody += _strangers(left)
    return Named(tuple(places.values()), tuple(shared), tuple(dict.fromkeys(nobody)), left)


def _at(phrase: RankWords, places: Sequence[Place]) -> Iterator[tuple[list[Place], bool]]:
    """Who stands there, and whether several are meant; a rank may be shared, or be nobody's."""
    if phrase.first:
        yield list(places[: phrase.first]), True
    elif phrase.last:
        yield list(places[-phrase.last :]), True
    elif phrase.from_end:
        yield list(places[-phrase.from_end :][:1]) if phrase.from_end <= len(places) else [], True
    for rank in phrase.ranks:
        yield _ranked(rank, places), False


def _ranked(rank: int, places: Sequence[Place]) -> list[Place]:
    """Whoever bears a rank; one that a tie leaves out is that of the tie."""
    if not 1 <= rank <= len(places):
        return []
    borne = max(place.rank for place in places if place.rank <= rank)
    return [place for place in places if place.rank == borne]


def _spans(text: str, place: Place) -> Iterator[tuple[int, int]]:
    folded = text.casefold()
    for name in {place.file, place.file.rpartition(INSIDE)[2]}:
        if name.casefold() in folded:
            yield from _found(re.escape(name), text)
    name = plain(place.candidate)
    if name == plain(place.file):
        stem = PurePosixPath(name).stem
        if stem.lower() not in PLAIN_FILES and len(stem) > 1 and stem.casefold() in folded:
            yield from _found(re.escape(stem), text)
        return
    for letters in _HAN_NAME.findall(name):
        yield from _han_spans(letters, text)
    yield from _latin_spans(_LATIN.findall(name), text, folded)


def _han_spans(letters: str, text: str) -> Iterator[tuple[int, int]]:
    for written in (letters, letters[_GIVEN[len(letters)] :] if len(letters) in _GIVEN else letters):
        if written in text:
            yield from (match.span() for match in re.finditer(written, text))
    if letters[0] in text:
        yield from (match.span() for match in re.finditer(letters[0] + TITLE, text))


def _latin_spans(parts: Sequence[str], text: str, folded: str) -> Iterator[tuple[int, int]]:
    if not any(part.casefold() in folded for part in parts):
        return
    yield from _found(r"[\s,]+".join(map(re.escape, parts)), text)
    yield from _found(rf"{re.escape(parts[-1])},?\s+{re.escape(parts[0])}", text)
    for part in parts:
        if len(part.strip(".")) > 1 and part.title() not in EVERYDAY:
            # Whoever writes capitals at all writes them in names: "page" is not Page, but "why is avery below shen" is.
            found = _found(re.escape(part), text)
            yield from (span for span in found if text[span[0]].isupper() or text == text.lower())


def _found(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    """Chinese has no blanks between words, so only Latin letters and digits go on with a name."""
    bordered = rf"(?i)(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])"
    return (match.span() for match in re.finditer(bordered, text))


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = f"{text[:start]}{';' * (end - start)}{text[end:]}"
    return text


def _strangers(left: str) -> Iterator[str]:
    """What is left and looks like a name: it begins with a capital, or a Chinese family name, and is no skill."""
    text = _blanked(left, [(skill.start, skill.end) for skill in mentions_in(left)])
    for phrase in content_of(_SPEECH.sub(";", text)):
        if is_chinese_name(phrase) or (_LATIN_NAME.fullmatch(phrase) and phrase not in EVERYDAY):
            yield phrase
